"""Ages by groups and by words of growing: "under-18s", "in her sixties", "children under five", "turned 40"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.claim import Hedge, QuantityKind
from factcheck.quantities.draft import Draft
from factcheck.quantities.number_words import SMALL
from factcheck.quantities.numerals import read_cardinal
from factcheck.quantities.tokens import NUMBER, WORD, Token
from factcheck.quantities.units import UNITS
from factcheck.quantities.wordlist import word_set
from factcheck.quantities.years import DECADES

_OWNERS = frozenset({"his", "her", "their", "my", "your", "our", "its"})
_PARTS = {"early": (0, 3), "mid": (4, 6), "middle": (4, 6), "late": (7, 9)}
_OLDEST = 120
_YOUNG = word_set(
    """
    child children kid kids baby babies infant infants toddler toddlers person people those anyone everyone adult adults
    woman women man men girl girls boy boys player players driver drivers voter voters youth youths
    pupil pupils student students passengers visitors residents citizens
    """
)
"""Whom "under five" gives an age."""
_TURNING = frozenset({"turned", "turns", "turning", "turn"})
_AGED = frozenset({"died", "dies", "retired", "married", "dead", "debuted"})
"""Words behind which "at 35" is an age."""
_YOUNGEST = 12
"""Up to here "at 9" may be a time of day."""
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "our", "my"})
_BOUNDS = frozenset({Hedge.UNDER, Hedge.OVER, Hedge.AT_LEAST, Hedge.AT_MOST})


def read_age_group(tokens: list[Token], i: int) -> Draft | None:
    """The age that begins at token `i`: "under-18s", "late 20s" behind "in his", "70-something"."""
    low = tokens[i].low
    if low in ("under", "over") and tokens[i + 1].low == "-":
        return _bounded(tokens, i)
    if low in _PARTS or low in DECADES or (tokens[i].kind == NUMBER and low.endswith("0")):
        return _decade_of_life(tokens, i)
    return None


def _bounded(tokens: list[Token], i: int) -> Draft | None:
    """As in "under-18s", "the over-65s", "under-fives"."""
    word = tokens[i + 2].low
    years: float | None
    numeral = read_cardinal(tokens, i + 2)
    if numeral is None and word.endswith("s"):
        years, end = SMALL.get(word[:-1]), i + 3
    else:
        years, end = (None, i) if numeral is None else (numeral.value, numeral.end)
        end += tokens[end].low == "s" and tokens[end].glued
    if not years or years > _OLDEST:
        return None
    hedge = Hedge.UNDER if tokens[i].low == "under" else Hedge.OVER
    return Draft(i, end, QuantityKind.AGE, years, unit="year", hedge=hedge)


def _decade_of_life(tokens: list[Token], i: int) -> Draft | None:
    """As in "in her sixties", "in his late 20s", "a 70-something"."""
    part = _PARTS.get(tokens[i].low, (0, 9))
    at = i
    if tokens[i].low in _PARTS:
        at = i + 2 if tokens[i + 1].low in ("-", "to") else i + 1
    token, after = tokens[at], tokens[at + 1]
    something = after.low == "-" and after.glued and tokens[at + 2].low == "something"
    if token.low in DECADES:
        years, end = DECADES[token.low], at + 1
    elif _two_digits(token) and token.text[1] == "0":
        years, end = int(token.text), at + 3 if something else at + 2
        if not something and not (after.text == "s" and after.glued):
            return None
    else:
        return None
    if not something and not any(tokens[j].low in _OWNERS for j in range(max(0, i - 2), i)):
        return None
    low, high = years + part[0], years + part[1]
    return Draft(i, end, QuantityKind.AGE, low, low=low, high=high, unit="year", vague=True)


def as_age(tokens: list[Token], draft: Draft, hedge: Hedge) -> Draft:
    """The draft as an age where its number is one: "children under five", "turned 40", "the striker, 22,"."""
    if draft.kind is QuantityKind.DURATION:
        return replace(draft, kind=QuantityKind.AGE) if _labelled(tokens, draft) else _grown(tokens, draft)
    if draft.kind is not QuantityKind.COUNT or draft.counted or not 0 < draft.value <= _OLDEST:
        return draft
    before, after = _before(tokens, draft.start, 1), tokens[draft.end]
    young = before.low in _YOUNG and hedge in _BOUNDS and after.low != "%"
    closed = after.kind != WORD or after.low in ("when", "on", "in", "last", "next", "this", "and")
    turned = before.low in _TURNING and closed and after.low != "%"
    died = before.low == "at" and _before(tokens, draft.start, 2).low in _AGED and closed and draft.value > _YOUNGEST
    when = before.low in ("was", "were") and after.low == "when" and _two_digits(tokens[draft.start])
    if young or turned or died or when or before.low in ("ages", "age") or _apposed(tokens, draft):
        return replace(draft, kind=QuantityKind.AGE, unit="year")
    return draft


def _labelled(tokens: list[Token], draft: Draft) -> bool:
    """As in "Age: 34 years", "Age at death: 40 to 50 years"."""
    start = draft.start - 1
    if draft.unit != "year" or start < 1 or tokens[start].low != ":":
        return False
    return any(_before(tokens, start, steps).low in ("age", "aged", "ages") for steps in (1, 2, 3))


def _grown(tokens: list[Token], draft: Draft) -> Draft:
    """As in "a three-month-old baby", "six weeks old": an age in years."""
    at = draft.end + 1 if tokens[draft.end].low == "-" and tokens[draft.end].glued else draft.end
    if tokens[at].low not in ("old", "olds"):
        return draft
    share = UNITS[draft.unit].factor / UNITS["year"].factor
    return replace(
        draft, kind=QuantityKind.AGE, unit="year", end=at + 1, value=draft.value * share,
        precision=draft.precision * share, low=None if draft.low is None else draft.low * share,
        high=None if draft.high is None else draft.high * share,
    )  # fmt: skip


def _apposed(tokens: list[Token], draft: Draft) -> bool:
    """Whether two digits stand between commas behind someone: "the striker, 22, cost …"."""
    comma, noun = _before(tokens, draft.start, 1), _before(tokens, draft.start, 2)
    if comma.low != "," or tokens[draft.end].low != "," or draft.end != draft.start + 1:
        return False
    if not _two_digits(tokens[draft.start]) or noun.kind != WORD:
        return False
    return any(_before(tokens, draft.start, steps).low in _DETERMINERS for steps in (3, 4, 5))


def _two_digits(token: Token) -> bool:
    return token.kind == NUMBER and len(token.text) == 2 and token.text.isdecimal()


def _before(tokens: list[Token], i: int, steps: int) -> Token:
    """The token some steps before `i`, or an END token."""
    return tokens[i - steps] if i >= steps else tokens[-1]
