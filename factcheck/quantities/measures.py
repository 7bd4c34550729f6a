"""Numbers with a unit: per cent and points, lengths and masses, stretches of time."""

from __future__ import annotations

from factcheck.claim import QuantityKind
from factcheck.quantities.draft import Draft, new_draft
from factcheck.quantities.nouns import singular
from factcheck.quantities.numerals import Numeral, read_cardinal
from factcheck.quantities.rates import with_rate
from factcheck.quantities.tokens import NUMBER, WORD, Token
from factcheck.quantities.units import UNITS, read_unit

_ADJECTIVES = frozenset({"working", "consecutive", "full", "whole", "calendar", "school", "straight", "more", "long"})


def read_percent(tokens: list[Token], i: int, numeral: Numeral) -> Draft | None:
    """A number with "%", "percent", "percentage points", "basis points", "pp"."""
    at = numeral.end + 1 if tokens[numeral.end].low == "-" and tokens[numeral.end].glued else numeral.end
    low = tokens[at].low
    if low in ("%", "percent", "pc", "pct"):
        end = at + 1
    elif low == "per" and tokens[at + 1].low == "cent":
        end = at + 2
    elif low in ("percentage", "basis") and tokens[at + 1].low in ("point", "points"):
        draft = new_draft(i, at + 2, QuantityKind.PERCENT, numeral, 0.01 if low == "basis" else 1.0)
        draft.unit = "pp"
        return draft
    elif low in ("pp", "ppt", "bps", "bp") and (tokens[i].kind == NUMBER or low == "pp"):
        draft = new_draft(i, at + 1, QuantityKind.PERCENT, numeral, 0.01 if low[0] == "b" else 1.0)
        draft.unit = "pp"
        return draft
    else:
        return None
    draft = new_draft(i, end, QuantityKind.PERCENT, numeral)
    draft.unit = "%"
    if low != "%" and tokens[end].low in ("point", "points"):
        draft.unit, draft.end = "pp", end + 1
    return with_rate(tokens, draft)


def read_measure(tokens: list[Token], i: int, numeral: Numeral) -> Draft | None:
    """A number with a unit of time or of measure, "-hour" and "60mg" included."""
    at, hyphen = numeral.end, False
    if tokens[at].low == "-" and tokens[at].glued and tokens[at + 1].glued:
        at, hyphen = at + 1, True
    adjectives: tuple[str, ...] = ()
    read = read_unit(tokens, at, tokens[numeral.end - 1].kind == NUMBER)
    if read is None and tokens[at].low in _ADJECTIVES and not hyphen:
        read = read_unit(tokens, at + 1, False)
        if read is None or read.unit.dimension != "time":
            return None
        adjectives = (tokens[at].low,)
    if read is None:
        return None
    if read.unit.dimension != "time":
        draft = new_draft(i, read.end, QuantityKind.MEASURE, numeral, read.times)
        draft.unit = read.unit.name
        return with_rate(tokens, _of_what(tokens, with_rate(tokens, draft)))
    draft = new_draft(i, read.end, QuantityKind.DURATION, numeral, read.times)
    draft.unit, draft.modifiers = read.unit.name, adjectives
    return _timed(tokens, draft)


def _of_what(tokens: list[Token], draft: Draft) -> Draft:
    """As in "tonnes of CO2 equivalent", "69ft-high", "42 dB(A)"."""
    at = draft.end
    if tokens[at].low == "of" and tokens[at + 1].low not in (
        "the",
        "its",
        "their",
        "his",
        "her",
        "a",
        "an",
        "this",
    ):
        if tokens[at + 1].text[:2].isupper() or tokens[at + 1].kind == "name":
            draft.counted = tokens[at + 1].low
            draft.end = at + 3 if tokens[at + 2].low in ("equivalent", "emissions") else at + 2
        elif tokens[at + 1].kind == WORD:
            draft.counted = singular(tokens[at + 1].low)
    if [token.low for token in tokens[at : at + 3]] == ["(", "a", ")"] and draft.unit == "dB":
        draft.end = at + 3
    return draft


def _timed(tokens: list[Token], draft: Draft) -> Draft:
    """A duration with "and a half", minutes behind hours, and "later", "ago", "after"."""
    if [token.low for token in tokens[draft.end : draft.end + 3]] == ["and", "a", "half"]:
        draft.value, draft.precision, draft.end = draft.value + 0.5, 0.5, draft.end + 3
    elif [token.low for token in tokens[draft.end : draft.end + 3]] == ["and", "a", "quarter"]:
        draft.value, draft.precision, draft.end = draft.value + 0.25, 0.25, draft.end + 3
    else:
        _finer_part(tokens, draft)
    if tokens[draft.end].low in ("later", "earlier", "ago", "after", "before"):
        draft.modifiers = (*draft.modifiers, tokens[draft.end].low)
        if tokens[draft.end].low in ("later", "earlier", "ago"):
            draft.end += 1
    return draft


def _finer_part(tokens: list[Token], draft: Draft) -> None:
    """As in "5 hours 45 minutes", "three years and seven months": added in the coarser unit."""
    at = draft.end + 1 if tokens[draft.end].low in ("and", ",") else draft.end
    numeral = read_cardinal(tokens, at)
    if numeral is None:
        return
    read = read_unit(tokens, numeral.end, tokens[at].kind == NUMBER)
    if read is None or read.unit.dimension != "time":
        return
    share = read.unit.factor * read.times / UNITS[draft.unit].factor
    if share < 1:
        draft.value += numeral.value * share
        draft.precision, draft.end = numeral.precision * share, read.end
