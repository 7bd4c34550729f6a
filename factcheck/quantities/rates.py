"""Denominators: "a year", "per 1,000 people", "/s", "an hour"."""

from __future__ import annotations

from factcheck.quantities.draft import Draft
from factcheck.quantities.nouns import read_noun, singular
from factcheck.quantities.numerals import read_cardinal
from factcheck.quantities.tokens import WORD, Token
from factcheck.quantities.units import read_unit

_TIME_WORDS = {
    "day": "d", "week": "week", "month": "month", "year": "year", "hour": "h", "minute": "min", "second":
    "s", "night": "night", "quarter": "quarter", "capita": "person",
}  # fmt: skip
_WHEN = frozenset({"later", "earlier", "ago", "after", "before", "old", "older", "younger", "on"})


def with_rate(tokens: list[Token], draft: Draft) -> Draft:
    """The draft with a denominator that follows: "a year", "per 1,000 people", "/s", "an hour"."""
    at = draft.end
    word = tokens[at].low
    if word in ("a", "an", "each", "every") and tokens[at + 1].low in _TIME_WORDS:
        if tokens[at + 2].low not in _WHEN:
            draft.per, draft.end = _TIME_WORDS[tokens[at + 1].low], at + 2
    elif word == "per":
        numeral = read_cardinal(tokens, at + 1)
        if numeral is not None:
            noun = read_noun(tokens, numeral.end, False)
            if noun is not None:
                draft.per, draft.end = f"{numeral.value:.15g} {noun.head}", noun.end
        elif tokens[at + 1].kind == WORD:
            draft.per, draft.end = _denominator(tokens, at + 1)
    elif word == "/" and tokens[at].glued and tokens[at + 1].glued and tokens[at + 1].kind == WORD:
        draft.per, draft.end = _denominator(tokens, at + 1)
    return draft


def _denominator(tokens: list[Token], i: int) -> tuple[str, int]:
    low = tokens[i].low
    if low in _TIME_WORDS:
        return _TIME_WORDS[low], i + 1
    unit = read_unit(tokens, i, True)
    if unit is not None and unit.times == 1:
        return unit.unit.name, unit.end
    return singular(low), i + 1
