"""Quantities without a number: twice, doubled, both, neither, none, no, a year, a single protein."""

from __future__ import annotations

from factcheck.claim import QuantityKind
from factcheck.quantities.compounds import add_finer_parts
from factcheck.quantities.draft import Draft, new_draft
from factcheck.quantities.nouns import STOP, read_noun
from factcheck.quantities.number_words import SMALL
from factcheck.quantities.numerals import read_cardinal
from factcheck.quantities.tokens import NUMBER, WORD, Token
from factcheck.quantities.units import Measure, read_unit
from factcheck.quantities.wordlist import word_set

_MULTIPLES = {
    "twice": 2.0, "thrice": 3.0, "double": 2.0, "doubled": 2.0, "doubles": 2.0, "doubling": 2.0, "triple":
    3.0, "tripled": 3.0, "triples": 3.0, "tripling": 3.0, "treble": 3.0, "trebled": 3.0, "quadrupled": 4.0,
    "quadruple": 4.0, "quadrupling": 4.0, "twofold": 2.0, "threefold": 3.0, "fourfold": 4.0, "fivefold":
    5.0, "sixfold": 6.0, "sevenfold": 7.0, "eightfold": 8.0, "ninefold": 9.0, "tenfold": 10.0,
    "hundredfold": 100.0,
}  # fmt: skip
HALVES = frozenset({"halve", "halved", "halves", "halving"})
"""Verbs that make less of something, so that what hedges them is turned about: "more than halved" is below a half."""
_NONE = frozenset({"none", "neither"})
_BEFORE_A = word_set(
    """
    for in within over than of under about around nearly almost barely just after only some lasting lasted
    lasts took takes take taken lasting least exactly roughly as below above every once twice half quarter
    """
)
_SPOONS = frozenset({"teaspoon", "tablespoon", "cup"})
"""Measures of recipes, which say one of them with "a"; "a litre of milk" is mostly any litre."""
_DETERMINERS = frozenset({"the", "his", "her", "their", "its", "those", "these", "my", "our"})
_AFTER_A = frozenset({"later", "earlier", "ago", "after", "before"})
_PERIODS = {
    "day": "d", "week": "week", "month": "month", "year": "year", "daily": "d", "weekly": "week",
    "monthly": "month", "yearly": "year", "hour": "h", "hourly": "h",
}  # fmt: skip
_LONG = {
    "hours": (2, 23),
    "days": (2, 13),
    "weeks": (2, 8),
    "months": (2, 11),
    "years": (2, 9),
    "decades": (20, 99),
}
"""Bare plurals of time as in "for weeks": how many of them a reader takes them for."""
WORDS = frozenset({*_MULTIPLES, *HALVES, *_NONE, *_LONG, "both", "no", "a", "an", "once"})


def read_word(tokens: list[Token], i: int, hedged: bool) -> Draft | None:
    """The quantity that a word at token `i` makes by itself; `hedged` tells that a hedge stands before it."""
    low = tokens[i].low
    if low in ("once", "twice"):
        often = _often(tokens, i)
        if often is not None or low == "once":
            return often
    if low in _MULTIPLES and not (low in _ADJECTIVES and _describes(tokens, i)):
        end = i + 3 if tokens[i + 1].low == "as" and tokens[i + 2].low in ("many", "much") else i + 1
        return Draft(i, end, QuantityKind.MULTIPLE, _MULTIPLES[low], 0.5)
    if low in HALVES:
        return Draft(i, i + 1, QuantityKind.MULTIPLE, 0.5, 0.1)
    if low in ("a", "an"):
        return _article(tokens, i, hedged)
    if low == "both":
        return _both(tokens, i)
    if low in _NONE or low == "no":
        return _none(tokens, i)
    if low in _LONG:
        return _long(tokens, i)
    return None


_ADJECTIVES = frozenset({"double", "triple", "treble", "quadruple"})


def _describes(tokens: list[Token], i: int) -> bool:
    """Whether the "double" at `i` is an adjective, as in "a double murder"."""
    after = tokens[i + 1]
    return i > 0 and tokens[i - 1].low in _ARTICLES and after.kind == WORD and after.low not in STOP


_ARTICLES = _DETERMINERS | {"a", "an", "this", "that"}


def _article(tokens: list[Token], i: int, hedged: bool) -> Draft | None:
    """As in "a year later", "for a decade", "an hour and a half", "a single protein", "a factor of ten"."""
    if tokens[i + 1].low in ("single", "lone", "sole"):
        noun = read_noun(tokens, i + 2, True)
        if noun is None:
            return None
        return Draft(i, noun.end, QuantityKind.COUNT, 1, counted=noun.head, modifiers=noun.modifiers)
    if tokens[i + 1].low == "factor" and tokens[i + 2].low == "of":
        numeral = read_cardinal(tokens, i + 3)
        return None if numeral is None else new_draft(i, numeral.end, QuantityKind.MULTIPLE, numeral)
    return _one_unit(tokens, i, hedged)


def _one_unit(tokens: list[Token], i: int, hedged: bool) -> Draft | None:
    """One of a unit, told by an article."""
    read = read_unit(tokens, i + 1, False)
    if read is None or tokens[i + 1].low.endswith("s"):
        return None
    goes_on = tokens[read.end].low == "and" and _adds(tokens[read.end + 1])
    if read.unit.dimension != "time" and not goes_on:
        if not hedged and not _measured(tokens, read):
            return None
        return Draft(i, read.end, QuantityKind.MEASURE, read.times, read.times, unit=read.unit.name)
    before = tokens[i - 1].low if i else ""
    if not (hedged or before in _BEFORE_A or tokens[read.end].low in _AFTER_A or goes_on):
        return None
    kind = QuantityKind.DURATION if read.unit.dimension == "time" else QuantityKind.MEASURE
    draft = Draft(i, read.end, kind, read.times, read.times, unit=read.unit.name)
    behind = [token.low for token in tokens[read.end : read.end + 3]]
    for words, share in ((["and", "a", "half"], 0.5), (["and", "a", "quarter"], 0.25)):
        if behind == words:
            draft.value, draft.precision, draft.end = (
                read.times * (1 + share),
                read.times * share,
                read.end + 3,
            )
    if draft.end == read.end:
        add_finer_parts(tokens, draft)
    if tokens[draft.end].low in ("later", "earlier", "ago"):
        draft.modifiers, draft.end = (tokens[draft.end].low,), draft.end + 1
    return draft


def _adds(token: Token) -> bool:
    """Whether a number or "a" of "a half" begins at the token, behind "a year and"."""
    return token.low == "a" or token.kind == NUMBER or token.low in SMALL


def _measured(tokens: list[Token], read: Measure) -> bool:
    """Whether the unit behind an article measures by itself: "a teaspoon of salt", "a foot deep", "a mile away"."""
    after = tokens[read.end].low
    return after in _EXTENTS if read.unit.name not in _SPOONS else after == "of"


_EXTENTS = frozenset({"deep", "high", "tall", "long", "wide", "thick", "away", "apart", "across"})


def _both(tokens: list[Token], i: int) -> Draft | None:
    """As in "both sons", "both of her sons", "both of them", "Both were hurt"; not "both A and B"."""
    at = i + 1
    if tokens[at].low == "of":
        at += 1
        if tokens[at].low in ("them", "us", "whom", "which"):
            return Draft(i, at + 1, QuantityKind.COUNT, 2)
    if tokens[at].low in _DETERMINERS:
        at += 1
    noun = read_noun(tokens, at, False)
    if noun is None:
        alone = at == i + 1 and (is_verb(tokens, at) or (i > 0 and tokens[i - 1].low in _PERSONS))
        return Draft(i, i + 1, QuantityKind.COUNT, 2) if alone else None
    if tokens[noun.end].low == "and":
        return None
    return Draft(i, noun.end, QuantityKind.COUNT, 2, counted=noun.head, modifiers=noun.modifiers)


_PERSONS = frozenset({"they", "we", "you", "them", "us", "which"})
_AUXILIARIES = word_set(
    """
    was were is are has have had did do does can could will would may might must should won lost died left came went
    got made took said say says saw found met kept led flew ran fell rose went held began sold
    """
)


def is_verb(tokens: list[Token], i: int) -> bool:
    """Whether a verb or the end of a clause stands at `i`, so that what is before it is a subject or an object."""
    token = tokens[i]
    return token.kind != WORD or token.low in _AUXILIARIES or (token.low.endswith("ed") and token.low != "need")


def _none(tokens: list[Token], i: int) -> Draft | None:
    """As in "no hostages", "none of the guards", "neither man", "none were hurt"."""
    low, at = tokens[i].low, i + 1
    if low == "no":
        noun = read_noun(tokens, at, False)
        if noun is None or tokens[at].low in ("longer", "more", "less", "fewer"):
            return None
        return Draft(i, noun.end, QuantityKind.COUNT, 0, counted=noun.head, modifiers=noun.modifiers)
    if tokens[at].low != "of":
        return _none_at_all(tokens, i)
    at += 1
    if tokens[at].low in ("them", "us", "whom", "which"):
        return Draft(i, at + 1, QuantityKind.COUNT, 0)
    at += tokens[at].low in _DETERMINERS
    noun = read_noun(tokens, at, False)
    if noun is None:
        return Draft(i, i + 1, QuantityKind.COUNT, 0)
    return Draft(i, noun.end, QuantityKind.COUNT, 0, counted=noun.head, modifiers=noun.modifiers)


_REACH = 8
"""How far behind "neither" its "nor" is looked for."""


def _none_at_all(tokens: list[Token], i: int) -> Draft | None:
    """As in "none", "neither", "neither sister"; not "neither A nor B", "none the wiser", "none other"."""
    low, at = tokens[i].low, i + 1
    alone = Draft(i, at, QuantityKind.COUNT, 0)
    if low == "none":
        return None if tokens[at].low in ("the", "other", "too") else alone
    if any(token.low == "nor" for token in tokens[at : at + _REACH]) or (i and tokens[i - 1].low in ("me", "and")):
        return None
    if is_verb(tokens, at):
        return alone
    noun = read_noun(tokens, at, True)
    if noun is None:
        return None
    return Draft(i, noun.end, QuantityKind.COUNT, 0, counted=noun.head, modifiers=noun.modifiers)


def _often(tokens: list[Token], i: int) -> Draft | None:
    """How often: "once a week", "twice daily", "once-daily"; "once" alone is an adverb of time."""
    at = i + 1
    if tokens[at].low in ("a", "per", "every", "each", "-"):
        at += 1
    period = _PERIODS.get(tokens[at].low)
    if period is None or ((at == i + 1) != tokens[at].low.endswith("ly") and tokens[i + 1].low != "-"):
        return None
    times = 1.0 if tokens[i].low == "once" else 2.0
    return Draft(i, at + 1, QuantityKind.COUNT, times, counted="time", per=period)


def _long(tokens: list[Token], i: int) -> Draft | None:
    """Vague stretches of time as in "for weeks"; only behind "for", since "days" alone says little."""
    read = read_unit(tokens, i, False)
    if i == 0 or tokens[i - 1].low != "for" or read is None:
        return None
    low, high = _LONG[tokens[i].low]
    return Draft(i, read.end, QuantityKind.DURATION, low, low, low, high, unit=read.unit.name, vague=True)
