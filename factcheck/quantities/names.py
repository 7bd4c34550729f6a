"""Numbers in names: "Boeing 747", "Apollo 11", "Covid-19", "Five Eyes", "World War Two", "H.264", "1080p"."""

from __future__ import annotations

from factcheck.claim import SkipReason
from factcheck.quantities.bare import is_tallied
from factcheck.quantities.compounds import read_marks
from factcheck.quantities.hedges import FIRST_WORDS
from factcheck.quantities.labels import Skip
from factcheck.quantities.money import RESOLUTIONS, read_currency
from factcheck.quantities.nouns import STOP, VERBS_TOO, is_plural, read_noun
from factcheck.quantities.number_words import NUMBER_WORDS, ORDINALS, SCALES, SHORT_SCALES, SMALL, TENS
from factcheck.quantities.numerals import Numeral
from factcheck.quantities.periods import MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from factcheck.quantities.tokens import END, NAME, NUMBER, PHONE, SIGN, WORD, Token
from factcheck.quantities.units import read_unit
from factcheck.quantities.wordlist import word_set
from factcheck.quantities.words import is_verb

_DATE_NAMES = frozenset({*MONTHS, *WEEKDAYS, *SHORT_WEEKDAYS})
_SUFFIXES = frozenset(
    {"st", "nd", "rd", "th", "s", "x", "p", "am", "pm", "pc", "pct", "bps", "bp", "pp", "fold", "hrs", "ish"}
)
"""What may be glued to digits beside units, scales and currencies."""
_BEFORE_HYPHEN = word_set(
    """
    mid pre post early late non sub ex under over top plus minus aged age ages than to by through of in about around
    some nearly almost up down low high the a an per between from near and or week day year month part
    """
)
"""Words that a hyphen joins to a number that is one: "mid-2019", "under-21"."""
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "his", "her", "its", "their"})
"""Words that only a name can stand between and a number: "the Apollo 11 crew"."""
_PLACES = frozenset({"in", "from", "at", "near", "across", "of", "on"})
_COUNTING = frozenset({"were", "are", "have", "had", "of", "more", "others", "other", "people", "died"})
"""Words that show, behind a place and a number, that the number counts: "in Germany 12 were hurt"."""
_VERBS = frozenset({"shows", "gives", "lists"})
_METRICS = word_set("auc bleu rouge mae rmse mse wer cer mmlu map iou psnr ssim mrr ndcg mcc gdp cpi pmi bmi iq gpa")
"""Acronyms that a value stands behind, not a version: "AUC 0.91"."""
_HEDGES = FIRST_WORDS - {"c", "ca"}
_FUNCTION_WORDS = STOP | {"another", "other", "more", "further", "others"}
_GROUPS = frozenset({"7", "8", "10", "20", "24", "77"})
_PERIODS = frozenset({"quarter", "half", "century", "year", "day", "week", "month", "minute", "time", "place", "round"})
_STARTS = frozenset(
    {".", "!", "?", ":", ";", '"', "“", "”", "‘", "'", "(", "[", "-", "–", "—", "•", "*", "|", "…", ">"}
)
"""Signs behind which a capital letter says nothing."""
_EMPHASIS = frozenset({"*", "_", "`"})
_REACH = 6
_FEWEST = 3
_LONGEST_NAME = 4
_CLAUSE = 10
"""Tokens between a number and the one that its clause repeats the verb of."""


_JOINS = ("and", "while", "but")
_BEFORE_PLACE = frozenset({"the", "in", "at", "one", "that", "of"})
"""Words before the name of what a clause without a verb counts in: "and the one in Hull 450"."""
_PARTS = frozenset({".", "!", "?", ":", "(", "including", "like", "namely", "such"})
"""What parts a name from the number that its clause might repeat the verb of."""


def named(tokens: list[Token], i: int) -> Skip | None:
    """The name that the digits at token `i` belong to, or None."""
    if _before(tokens, i, 1).low == "of" and _before(tokens, i, 2).text == "Group" and tokens[i].text in _GROUPS:
        return i - 2, i + 1, SkipReason.NAME
    return _hyphened(tokens, i) or _glued(tokens, i) or _behind_name(tokens, i)


def chain(tokens: list[Token], i: int, reason: SkipReason) -> Skip:
    """A name and what hyphens glue to it ("x86-64"), or groups of digits behind it ("DE89 3704 0044")."""
    end = i + 1
    while tokens[end].low == "-" and tokens[end].glued and tokens[end + 1].glued and tokens[end + 1].kind != END:
        end += 2
    while tokens[end].glued and tokens[end].kind in (WORD, NAME, NUMBER):
        end += 1
    if tokens[i].kind == NAME and len(tokens[i].text) == 4 and tokens[i].text[:2].isupper():
        groups = end
        while tokens[groups].kind in (NUMBER, PHONE) and _is_group(tokens[groups].text):
            groups += 1
        end = groups if groups - end > 1 else end
    return i, end, reason


def _is_group(text: str) -> bool:
    """Whether digits may be a group of an account's number: no longer than four at a time."""
    return all(part.isdecimal() and len(part) < 5 for part in text.split())


def _glued(tokens: list[Token], i: int) -> Skip | None:
    """As in "1080p", "3D", "4K", "H.264", "10-K", "2023-00417", "HTTP/2": letters or odd digits glued to the number."""
    start = _start_of_letters(tokens, i)
    if start is not None:
        return start, i + 1, SkipReason.NAME_WITH_DIGITS
    after, behind = tokens[i + 1], tokens[i + 2]
    if after.low == "-" and after.glued and behind.glued:
        letter = behind.kind == WORD and len(behind.text) == 1 and behind.text.isupper() and tokens[i].text.isdecimal()
        number = behind.kind == NUMBER and behind.text[0] == "0" and len(behind.text) > 2 and "." not in behind.text
        if letter or number:
            return chain(tokens, i, SkipReason.NAME_WITH_DIGITS)
    if not after.glued or after.kind not in (WORD, NAME) or after.low == "x10":
        return None
    if _is_format(tokens, i):
        return i, i + 2, SkipReason.NAME_WITH_DIGITS
    known = after.low in _SUFFIXES or after.low in SHORT_SCALES
    if known or read_unit(tokens, i + 1, True) or read_currency(tokens, i + 1):
        return None
    if after.kind == NAME and read_marks(tokens, i, Numeral(i + 1, 1.0, 1.0)):
        return None
    return i, chain(tokens, i + 1, SkipReason.NAME_WITH_DIGITS)[1], SkipReason.NAME_WITH_DIGITS


def _start_of_letters(tokens: list[Token], i: int) -> int | None:
    """Where the letters begin to which a sign glues the number at `i`: "H.264", "HTTP/2", "C++17", "foo_12"."""
    sign, letters = _before(tokens, i, 1), _before(tokens, i, 2)
    if not (tokens[i].glued and sign.glued) or i < 2:
        return None
    if sign.low == "_" or (sign.low == "." and len(letters.text) == 1 and letters.text.isupper()):
        return i - 2
    if sign.low not in ("/", "+"):
        return None
    at = i - 3 if sign.low == "+" and letters.low == "+" and i > 2 else i - 2
    return at if tokens[at].kind in (WORD, NAME) and tokens[at].text[0].isupper() else None


def _is_format(tokens: list[Token], i: int) -> bool:
    """Whether the letter glued to the digits at `i` makes the name of a format: "3D", "5G", "4K", "1080p"."""
    number, letter, behind = tokens[i].text, tokens[i + 1].text, tokens[i + 2]
    if letter in ("D", "G"):
        return len(number) == 1 and behind.low != "-"
    if letter == "K":
        return number in ("2", "4", "5", "8") and not is_plural(behind.low)
    return letter == "p" and number in RESOLUTIONS


def _hyphened(tokens: list[Token], i: int) -> Skip | None:
    """As in "Covid-19", "carbon-14", "Apache-2.0", "UTC+1"."""
    before, name = _before(tokens, i, 1), _before(tokens, i, 2)
    if before.low not in ("-", "+") or not before.glued or not tokens[i].glued or name.kind != WORD:
        return None
    if name.low in ("utc", "gmt"):
        return i - 2, i + 1, SkipReason.TIME_ZONE
    if before.low == "+" or name.low in _DATE_NAMES or name.low in _BEFORE_HYPHEN or name.low in NUMBER_WORDS:
        return None
    if not name.text[:1].isupper() and (_measures(tokens, i + 1) or read_noun(tokens, i + 1, False)):
        return None
    first, end, reason = chain(tokens, i, SkipReason.NAME_WITH_DIGITS)
    return first - 2, end, reason


def _behind_name(tokens: list[Token], i: int) -> Skip | None:
    """As in "Boeing 747", "Apollo 11 landed", "iPhone 15", "HTTP 404": a name before a number that counts nothing."""
    name, after = _before(tokens, i, 1), tokens[i + 1]
    if name.kind != WORD or not any(char.isupper() for char in name.text) or "," in tokens[i].text:
        return None
    if (
        name.low.endswith("'s")
        or name.low in _DATE_NAMES
        or name.low in ORDINALS
        or name.low in NUMBER_WORDS
        or name.low in _HEDGES
        or name.low in _FUNCTION_WORDS
    ):
        return None
    if is_tallied(tokens, i):
        return None
    if after.low in MONTHS and after.text[:1].isupper():  # "sailed from Colombo 9 January"
        return None
    if after.low in ("%", "°", "-", "–", "/", "(") or _measures(tokens, i + 1) or name.low in _METRICS:
        return None
    coined = len(name.text) > 1 and any(char.isupper() for char in name.text[1:])
    start = i < 2 or _before_emphasis(tokens, i - 2).low in _STARTS
    if len(tokens[i].text) == 4 and tokens[i].text[:2] in ("19", "20"):
        return None
    whole = tokens[i].text.isdecimal()
    if not coined and ((whole and len(tokens[i].text) == 4) or not _is_name(tokens, i, start) or _takes_up(tokens, i)):
        return None
    counts = whole and _counts(tokens, i + 1)  # nothing is counted in hundredths: "GraalPy 3.11 wheels"
    if coined and _before(tokens, i, 2).low not in _DETERMINERS and (counts or titled(tokens, i)):
        return None
    end = i + 1
    while tokens[end].kind == WORD and tokens[end].text[0].isupper() and end - i < _LONGEST_NAME and not start:
        end += 1
    return i - 1, end, SkipReason.VERSION if "." in tokens[i].text else SkipReason.NAME


def _before_emphasis(tokens: list[Token], at: int) -> Token:
    """The token at an index, or before the signs of emphasis that end there: "It's *Apache 2* licensed"."""
    while at > 0 and tokens[at].low in _EMPHASIS and tokens[at + 1].glued:
        at -= 1
    return tokens[at]


def _takes_up(tokens: list[Token], i: int) -> bool:
    """Whether a clause without a verb ends in the number at `i`: "Leeds counted 290 thefts and York 310"."""
    at = i - 1
    while at > 0 and tokens[at].kind == WORD and tokens[at].text[0].isupper():
        at -= 1
    while at > 0 and tokens[at].low in _BEFORE_PLACE:
        at -= 1
    ends = tokens[i + 1].kind in (SIGN, END) or tokens[i + 1].low in _JOINS
    if at < 0 or tokens[at].low not in (",", ";", *_JOINS) or not ends:
        return False
    for j in range(at - 1, max(0, at - _CLAUSE), -1):
        if tokens[j].low in _PARTS:
            return False
        if tokens[j].kind == NUMBER and tokens[j + 1].kind == WORD and is_plural(tokens[j + 1].low):
            return tokens[j - 1].text.islower()
    return False


def _is_name(tokens: list[Token], i: int, start: bool) -> bool:
    """Whether the capitalised word before the number at `i` makes a name with it, by what stands behind."""
    after = tokens[i + 1]
    if after.kind not in (WORD, NAME) or (not start and _before(tokens, i, 2).low in _DETERMINERS):
        return not start
    if start:
        verb = "." in tokens[i].text or after.low in _VERBS or (is_verb(tokens, i + 1) and after.text.islower())
        return verb and not titled(tokens, i)
    if (tokens[i].text.isdecimal() and _counts(tokens, i + 1)) or titled(tokens, i):
        return False
    if after.text[0].isupper():
        return True
    return not (_before(tokens, i, 2).low in _PLACES and after.low in _COUNTING)


def _counts(tokens: list[Token], i: int) -> bool:
    """Whether things stand at `i` that a number before them counts."""
    return tokens[i].low not in VERBS_TOO and read_noun(tokens, i, False) is not None


def _measures(tokens: list[Token], i: int) -> bool:
    """Whether a scale, a unit, a currency or a word of per cent stands at `i`, so that the number before it is one."""
    low = tokens[i].low
    return (
        low in SCALES
        or low
        in ("%", "percent", "per", "pc", "percentage", "points", "point", "bn", "m", "million", "out", "times", "years")
        or read_unit(tokens, i, True) is not None
        or read_currency(tokens, i) is not None
    )


def worded_name(tokens: list[Token], i: int) -> Skip | None:
    """As in "Five Eyes", "the Fourth Amendment", "World War Two", "Group of Seven": capitals within a sentence."""
    token, before, after = tokens[i], _before(tokens, i, 1), tokens[i + 1]
    if i == 0 or not token.text[0].isupper() or before.low in _STARTS or before.kind == SIGN:
        return None
    if not (token.low in SMALL or token.low in TENS or token.low in ORDINALS) or titled(tokens, i):
        return None
    if before.low == "of" and _before(tokens, i, 2).text == "Group":
        return i - 2, i + 1, SkipReason.NAME
    if after.kind == WORD and after.text[0].isupper() and not after.glued and after.low not in _PERIODS:
        end = i + 1
        while tokens[end].kind == WORD and tokens[end].text[0].isupper() and end - i < _LONGEST_NAME:
            end += 1
        return i, end, SkipReason.NAME
    capital = before.kind == WORD and before.text[0].isupper() and before.low not in _HEDGES
    return (i - 1, i + 1, SkipReason.NAME) if capital and i > 1 else None


def titled(tokens: list[Token], i: int) -> bool:
    """Whether the words around `i` are a headline's, all with capitals, so that a capital makes no name."""
    if _before(tokens, i, 1).low in ("the", "a"):
        return False
    near = [*tokens[max(0, i - _REACH) : i], *tokens[i + 1 : i + 1 + _REACH]]
    words = [token.text for token in near if token.kind == WORD and len(token.text) > 3]
    return len(words) >= _FEWEST and all(word[0].isupper() for word in words)


def _before(tokens: list[Token], i: int, steps: int) -> Token:
    """The token some steps before `i`, or an END token."""
    return tokens[i - steps] if i >= steps else tokens[-1]
