"""Numbers of things, multiples, and ordinals that assert a rank."""

from __future__ import annotations

from factcheck.claim import QuantityKind
from factcheck.quantities.draft import Draft, new_draft
from factcheck.quantities.nouns import is_plural, read_comparison, read_label, read_noun, singular
from factcheck.quantities.numerals import Numeral
from factcheck.quantities.ordinals import read_ordinal
from factcheck.quantities.rates import with_rate_of_time
from factcheck.quantities.tokens import NAME, NUMBER, WORD, Token
from factcheck.quantities.units import read_unit
from factcheck.quantities.wordlist import word_set

_COMPARED = frozenset(
    {"as", "more", "higher", "faster", "larger", "bigger", "greater", "longer", "the", "that", "what", "its"}
)
_VALUED = frozenset(
    {"earnings", "sales", "revenue", "ebitda", "profit", "profits", "income", "salary", "rent", "normal"}
)
"""What values are multiples of: "24 times earnings"."""
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "this", "that"})
_RANKING = word_set(
    """
    come comes came coming finish finishes finished finishing lie lies lay lying sit sits sat rank ranks ranked ranking
    place placed places stand stands stood ended qualified
    """
)
"""Verbs that an ordinal completes: "came third"."""
_MOVES = word_set(
    """
    rise rose risen rises climb climbed climbs move moved moves up down slip slipped slips fall fell drop dropped drops
    promoted relegated jumped
    """
)
_NO_SUPERLATIVES = word_set(
    """
    request forest interest guest quest harvest contest protest arrest chest priest conquest manifest digest crest
    inquest bequest tempest midwest northwest southwest unrest retest
    """
)
_AFTER_RANK = word_set("in of on behind with after from and but at out overall among ahead when while for nationally")
_PLACED = frozenset({"in", "at", "on", "behind", "overall"})
"""What follows an ordinal that stands behind a name: "Tichota, third in the first round"."""
_ODD = 9
"""How many more than forty "40-odd" may be."""
_PRONOUNS = frozenset({"whom", "which", "them", "those", "these", "us"})


def read_multiple(tokens: list[Token], i: int, numeral: Numeral) -> Draft | None:
    """As in "three times as many", "tenfold" in two words, "2.5x"; "won it three times" counts times."""
    at = numeral.end
    low = tokens[at].low
    if low == "fold" or (low == "-" and tokens[at + 1].low == "fold"):
        return new_draft(i, at + (2 if low == "-" else 1), QuantityKind.MULTIPLE, numeral)
    if low == "×" or (low == "x" and tokens[at].glued and tokens[at + 1].kind != NUMBER):
        return new_draft(i, at + 1, QuantityKind.MULTIPLE, numeral)
    if low != "times":
        return None
    after = tokens[at + 1].low
    compared = (
        after in _COMPARED
        or after in _VALUED
        or after.endswith("'s")
        or (after.endswith("er") and tokens[at + 2].low == "than")
    )
    if compared or numeral.value != int(numeral.value):
        end = at + 3 if after == "as" and tokens[at + 2].low in ("many", "much") else at + 1
        return new_draft(i, end, QuantityKind.MULTIPLE, numeral)
    draft = new_draft(i, at + 1, QuantityKind.COUNT, numeral)
    draft.counted = "time"
    return with_rate_of_time(tokens, draft)


def read_count(tokens: list[Token], i: int, numeral: Numeral) -> Draft | None:
    """A count of things, with the noun when it follows and the time or number it is for: "900 trees a year"."""
    return with_rate_of_time(tokens, _count(tokens, i, numeral))


def _count(tokens: list[Token], i: int, numeral: Numeral) -> Draft:
    """A count of things; a hyphened word ("612-page") counts as one."""
    at = numeral.end
    draft = new_draft(i, at, QuantityKind.COUNT, numeral)
    if tokens[at].low == "-" and tokens[at + 1].low == "odd":
        at = draft.end = at + 2
        draft.low, draft.high, draft.vague = draft.value, draft.value + _ODD, True
    if tokens[at].low == "-" and tokens[at].glued and tokens[at + 1].glued and tokens[at + 1].kind == WORD:
        draft.end = at + 2
        if tokens[at + 1].low in ("figure", "digit"):
            draft.low, draft.high, draft.vague = 10 ** (draft.value - 1), 10**draft.value - 1, True
        elif tokens[at + 1].low != "strong":
            draft.counted = singular(tokens[at + 1].low)
        return draft
    if tokens[at].low == "of" and _partitive(tokens, at, draft):
        return draft
    if numeral.low is not None and tokens[at].low == "of":
        at += 1
    noun = read_noun(tokens, at, numeral.value == 1)
    if noun is not None:
        draft.counted, draft.modifiers, draft.end = noun.head, noun.modifiers, noun.end
        return draft
    label = read_label(tokens, i)
    if label is not None:
        draft.counted, draft.modifiers = label.head, label.modifiers
        return draft
    draft.end = read_comparison(tokens, at)
    if draft.end > at:
        draft.modifiers = (tokens[at].low,)
    return draft


def _partitive(tokens: list[Token], at: int, draft: Draft) -> bool:
    """As in "three of the screens", "two of whom": what they are a part of is what is counted."""
    word = tokens[at + 1].low
    if word in _PRONOUNS and not (word in ("those", "these") and read_noun(tokens, at + 2, False)):
        draft.end = at + 2
        return True
    if word not in _DETERMINERS and word not in ("these", "those"):
        return False
    start = at + 3 if tokens[at + 2].low.endswith(("'s", "’s")) else at + 2
    noun = read_noun(tokens, start, False)
    if noun is not None and tokens[noun.end].low in ("'", "’") and tokens[noun.end].glued:  # "the auditors' remarks"
        noun = read_noun(tokens, noun.end + 1, False) or noun
    if noun is not None:
        draft.counted, draft.modifiers, draft.end = noun.head, noun.modifiers, noun.end
    return True


def read_rank(tokens: list[Token], i: int) -> Draft | None:
    """An ordinal that asserts a rank: "third title", "second-largest", "the fifth", "19th"."""
    found = read_ordinal(tokens, i)
    if found is None:
        return None
    value, end = found
    draft = Draft(i, end, QuantityKind.ORDINAL, value)
    joint = tokens[end]
    if joint.low == "-" and joint.glued and tokens[end + 1].kind == WORD and tokens[end + 1].glued:
        draft.end, draft.modifiers = end + 2, (tokens[end + 1].low,)
        noun = read_noun(tokens, end + 2, True)
        draft.counted = noun.head if noun else ""
        return draft
    if _is_superlative(joint.low) and value > 1:
        noun = read_noun(tokens, end + 1, True)
        draft.end, draft.modifiers, draft.counted = end + 1, (joint.low,), noun.head if noun else ""
        return draft
    if i and _ranks(tokens, i, end):
        return draft
    first = tokens[i].low == "first"
    determined = i > 0 and (tokens[i - 1].low in _DETERMINERS or tokens[i - 1].low.endswith("'s"))
    noun = read_noun(tokens, end, True)
    adverb = first and not (determined or i == 0)
    if first and noun is not None and is_plural(tokens[end].low):
        adverb = not determined or read_unit(tokens, end, False) is not None
    if noun is None or adverb:
        return draft if not first and (tokens[i].kind == NUMBER or determined) else None
    draft.counted, draft.modifiers, draft.end = noun.head, noun.modifiers, noun.end
    return draft


def _is_superlative(word: str) -> bool:
    return word.endswith("est") and len(word) > 4 and word not in _NO_SUPERLATIVES


def _ranks(tokens: list[Token], i: int, end: int) -> bool:
    """Whether the ordinal from `i` to `end` says how someone placed: "finished seventh", "up to third"."""
    before, after = tokens[i - 1].low, tokens[end]
    if after.kind in (WORD, NAME) and after.low not in _AFTER_RANK:
        return False
    if before == "," and i > 1 and tokens[i - 2].text[:1].isupper() and after.low in _PLACED:
        return True
    if before in _RANKING:
        return tokens[i].low != "first" or after.low != "to"
    if before in ("is", "was", "are", "were") and after.low in ("from", "in", "behind", "overall"):
        return True
    return before in ("to", "into") and i > 1 and tokens[i - 2].low in _MOVES and tokens[i].low != "first"
