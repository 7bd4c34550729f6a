"""Denominators: "a year", "per 1,000 people", "/s", "-a-day", "a barrel"."""

from __future__ import annotations

from factcheck.claim import QuantityKind
from factcheck.quantities.draft import Draft
from factcheck.quantities.nouns import read_noun, singular
from factcheck.quantities.numerals import read_cardinal
from factcheck.quantities.tokens import END, SIGN, WORD, Token
from factcheck.quantities.units import UNITS, read_unit
from factcheck.quantities.wordlist import word_set

_TIME_WORDS = {
    "day": "d", "week": "week", "month": "month", "year": "year", "hour": "h", "minute": "min", "second":
    "s", "night": "night", "quarter": "quarter", "decade": "decade", "annum": "year", "head": "person",
    "capita": "person",
}  # fmt: skip
_WHEN = frozenset({"later", "earlier", "ago", "after", "before", "old", "older", "younger"})
_SOLD_BY = word_set(
    """
    share person piece ticket term seat copy bottle plate visit household family child pupil student worker employee
    passenger trip ride game match unit bag box dose vote item word page square pop head
    """
)
"""What a price is for, after "a": "£9,000 a term"."""
_ADVERBS = {
    "daily": "d",
    "weekly": "week",
    "monthly": "month",
    "annually": "year",
    "hourly": "h",
    "yearly": "year",
    "pcm": "month",
    "pw": "week",
    "pa": "year",
}


def with_rate(tokens: list[Token], draft: Draft) -> Draft:
    """The draft with a denominator that follows: "a year", "per 1,000 people", "/s", "an hour", "-a-day"."""
    at = draft.end
    hyphen = tokens[at].low == "-" and tokens[at].glued and tokens[at + 1].low in ("a", "an", "per")
    if hyphen and tokens[at + 2].low != "-":
        return draft
    at += hyphen
    word, what = tokens[at].low, at + (2 if hyphen else 1)
    if word in ("a", "an", "each", "every"):
        found = _after_article(tokens, what, draft)
    elif word == "per":
        found = _per(tokens, what)
    elif word == "for" and tokens[what].low in ("every", "each"):
        found = _per(tokens, what + 1) if read_cardinal(tokens, what + 1) else None
    elif word == "/" and tokens[at].glued and tokens[what].glued:
        found = _over(tokens, what, draft)
    elif word in _ADVERBS and draft.kind is QuantityKind.MONEY and tokens[what].kind != WORD:
        found = _ADVERBS[word], what
    else:
        return draft
    if found is None:
        return draft
    draft.per, draft.end = found
    if tokens[draft.end].low == "per" and tokens[draft.end + 1].low in _TIME_WORDS:
        draft.per, draft.end = f"{draft.per} {_TIME_WORDS[tokens[draft.end + 1].low]}", draft.end + 2
    return draft


def with_rate_of_time(tokens: list[Token], draft: Draft) -> Draft:
    """The same for counts: "300 a day", "12 births per 1,000"; "12 officers/guards" is no rate."""
    return with_rate(tokens, draft) if tokens[draft.end].low in ("a", "an", "per", "every", "for", "/", "-") else draft


def _after_article(tokens: list[Token], i: int, draft: Draft) -> tuple[str, int] | None:
    low = tokens[i].low
    if low in _TIME_WORDS:
        return None if _is_point_in_time(tokens, i + 1) else (_TIME_WORDS[low], i + 1)
    if draft.kind is not QuantityKind.MONEY:
        return None
    unit = read_unit(tokens, i, False)
    if unit is not None and unit.times == 1 and unit.unit.dimension != "time":
        return unit.unit.name, unit.end
    return (singular(low), i + 1) if low in _SOLD_BY else None


def _is_point_in_time(tokens: list[Token], i: int) -> bool:
    """Whether the words at `i` make the "a year" before them no rate: "a year later", "a year and a half"."""
    low = tokens[i].low
    if low == "on":
        return tokens[i + 1].kind in (SIGN, END)
    return low in _WHEN or (low == "and" and tokens[i + 1].low == "a" and tokens[i + 2].low in ("half", "quarter"))


def _per(tokens: list[Token], i: int) -> tuple[str, int] | None:
    numeral = read_cardinal(tokens, i)
    if numeral is None:
        if tokens[i].kind != WORD or tokens[i].low in ("cent", "se"):
            return None
        return _denominator(tokens, i)
    size = f"{numeral.value:.15g}"
    unit = read_unit(tokens, numeral.end, not numeral.worded)
    if unit is not None:
        return f"{size} {unit.unit.name}", unit.end
    noun = read_noun(tokens, numeral.end, False)
    return (size, numeral.end) if noun is None else (f"{size} {noun.head}", noun.end)


def _over(tokens: list[Token], i: int, draft: Draft) -> tuple[str, int] | None:
    """What stands behind a slash: any noun divides a measure, only a unit of time a count."""
    if tokens[i].kind != WORD:
        return None
    per, end = _denominator(tokens, i)
    timed = per in UNITS and UNITS[per].dimension == "time"
    return None if draft.kind is QuantityKind.COUNT and not (timed or per in _TIME_WORDS) else (per, end)


def _denominator(tokens: list[Token], i: int) -> tuple[str, int]:
    low = tokens[i].low
    if low in _TIME_WORDS:
        return _TIME_WORDS[low], i + 1
    unit = read_unit(tokens, i, True)
    if unit is not None and unit.times == 1:
        return unit.unit.name, unit.end
    return singular(low), i + 1
