"""Numbers with a unit: per cent and points, lengths and masses, stretches of time."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.claim import QuantityKind
from factcheck.quantities.compounds import add_finer_parts, read_marks
from factcheck.quantities.draft import Draft, new_draft
from factcheck.quantities.nouns import STOP, singular
from factcheck.quantities.numerals import Numeral
from factcheck.quantities.rates import with_rate
from factcheck.quantities.tokens import NAME, NUMBER, WORD, Token
from factcheck.quantities.units import UNITS, Measure, read_unit

_ADJECTIVES = frozenset({"working", "consecutive", "full", "whole", "calendar", "school", "straight", "more", "long"})
_EXTENTS = frozenset({"high", "tall", "long", "wide", "deep", "thick", "square"})
"""What a measure tells with a hyphen: "a 69ft-high dam"."""
_POINTS = frozenset({"point", "points"})
_COUNTED_TOO = frozenset({"cup", "cups", "stone", "pound", "pounds"})
"""Names of units that things have too: two cups are won, two cups of flour are measured."""
_FREEZING = {"°C": 0.0, "°F": 32.0, "degree": 0.0}
"""Where water freezes; degrees without a scale are taken for those of Celsius."""
_WEIGHING = re.compile(r"weigh|heavi|born|baby")


def read_percent(tokens: list[Token], i: int, numeral: Numeral) -> Draft | None:
    """A number with "%", "percent", "percentage points", "basis points", "pp"."""
    hyphen = tokens[numeral.end].low == "-" and tokens[numeral.end].glued
    at = numeral.end + 1 if hyphen else numeral.end
    low = tokens[at].low
    points = _read_points(tokens, at, tokens[i].kind == NUMBER)
    if points is not None:
        times, end = points
        draft = new_draft(i, end, QuantityKind.PERCENT, numeral, times)
        draft.unit = "pp"
        return with_rate(tokens, draft)
    if low in ("%", "percent", "pc", "pct"):
        end = at + 1
    elif low == "per" and tokens[at + 1].low == "cent":
        end = at + 2
    elif low in ("‰", "permille"):
        end = at + 1
    else:
        return None
    draft = new_draft(i, end, QuantityKind.PERCENT, numeral, 0.1 if low in ("‰", "permille") else 1.0)
    draft.unit = "%"
    joint = end + 1 if hyphen and tokens[end].low == "-" else end
    if low != "%" and tokens[joint].low in _POINTS:
        draft.unit, draft.end = "pp", joint + 1
    return with_rate(tokens, draft)


def _read_points(tokens: list[Token], at: int, digits: bool) -> tuple[float, int] | None:
    """How many percentage points the unit at `at` is ("basis points" a hundredth), and the index behind it."""
    low = tokens[at].low
    if low in ("percentage", "basis"):
        last = at + 2 if tokens[at + 1].low == "-" else at + 1
        return (0.01 if low == "basis" else 1.0, last + 1) if tokens[last].low in _POINTS else None
    if low in ("pp", "ppt", "pps"):
        return 1.0, at + 1
    if low == "%" and tokens[at + 1].low in ("-", "pts", "points") and tokens[at + 1].low != "-":
        return 1.0, at + 2
    return (0.01, at + 1) if low in ("bps", "bp") and digits else None


def read_measure(tokens: list[Token], i: int, numeral: Numeral) -> Draft | None:
    """A number with a unit of time or of measure, "-hour" and "60mg" included."""
    marked = read_marks(tokens, i, numeral)
    if marked is not None:
        return marked
    at, hyphen = numeral.end, False
    if tokens[at].low == "-" and tokens[at].glued and tokens[at + 1].glued:
        at, hyphen = at + 1, True
        if tokens[at].low == "in" and tokens[at + 1].low == "-":
            return None
    elif tokens[at].low == "of" and numeral.low is not None:
        at += 1
    adjectives: tuple[str, ...] = ()
    read = _unit(tokens, at, tokens[numeral.end - 1].kind == NUMBER)
    if read is None and tokens[at].low in _ADJECTIVES and not hyphen:
        read = read_unit(tokens, at + 1, False)
        if read is None or read.unit.dimension != "time":
            return None
        adjectives = (tokens[at].low,)
    if read is None:
        return None
    kind = QuantityKind.DURATION if read.unit.dimension == "time" else QuantityKind.MEASURE
    draft = new_draft(i, read.end, kind, numeral, read.times)
    draft.unit, draft.modifiers = read.unit.name, adjectives
    add_finer_parts(tokens, draft)
    if kind is QuantityKind.DURATION:
        return with_rate(tokens, _timed(tokens, draft))
    return with_rate(tokens, _of_what(tokens, with_rate(tokens, draft)))


def below_zero(tokens: list[Token], draft: Draft) -> Draft:
    """A temperature that is told by how far it lies below zero or freezing: "5 to 10 °C below zero"."""
    freezing = _FREEZING.get(draft.unit or draft.counted)
    if freezing is None or draft.value <= 0 or tokens[draft.end].low != "below":
        return draft
    zero = {"zero": 0.0, "freezing": freezing}.get(tokens[draft.end + 1].low)
    if zero is None:
        return draft
    low, high = (None if end is None else zero - end for end in (draft.high, draft.low))
    return replace(draft, end=draft.end + 2, value=zero - draft.value, low=low, high=high)


def _unit(tokens: list[Token], at: int, digits: bool) -> Measure | None:
    """The unit at `at`; cups and pounds only where something is measured by them."""
    low = tokens[at].low
    if low == "magnitude":
        return Measure(UNITS[low], 1.0, at + 1)
    read = read_unit(tokens, at, digits)
    if read is None or low not in _COUNTED_TOO or tokens[read.end].low in ("of", "-"):
        return read
    if low in ("cup", "cups"):
        return None
    return read if low == "stone" or weighs(tokens, at) else None


def weighs(tokens: list[Token], i: int) -> bool:
    """Whether the words around the pounds at token `i` speak of weight, so that they are no money."""
    if i > 1 and tokens[i - 2].low in ("lost", "gained", "shed") and len(tokens[i - 1].text) < 3:
        return True
    near = [*tokens[max(0, i - 6) : i], *tokens[i + 1 : i + 4]]
    return any(token.kind == WORD and _WEIGHING.match(token.low) for token in near)


def _of_what(tokens: list[Token], draft: Draft) -> Draft:
    """As in "tonnes of CO2 equivalent", "69ft-high", "42 dB(A)"."""
    at = draft.end
    if tokens[at].low == "-" and tokens[at].glued and tokens[at + 1].low in _EXTENTS:
        draft.end = at + 2
    if tokens[at].low == "of" and tokens[at + 1].low not in STOP:
        if tokens[at + 1].text[:2].isupper() or tokens[at + 1].kind == NAME:
            draft.counted = tokens[at + 1].low
            draft.end = at + 3 if tokens[at + 2].low in ("equivalent", "emissions") else at + 2
        elif tokens[at + 1].kind == WORD:
            draft.counted = singular(tokens[at + 1].low)
            if not draft.per and tokens[at + 2].low in ("a", "an", "per"):  # "90 litres of water a minute"
                timed = with_rate(tokens, replace(draft, end=at + 2))
                draft = timed if timed.per in UNITS and UNITS[timed.per].dimension == "time" else draft
    if [token.low for token in tokens[at : at + 3]] == ["(", "a", ")"] and draft.unit == "dB":
        draft.end = at + 3
    return draft


def _timed(tokens: list[Token], draft: Draft) -> Draft:
    """A duration with "later", "ago", "after"."""
    if tokens[draft.end].low in ("later", "earlier", "ago", "after", "before"):
        draft.modifiers = (*draft.modifiers, tokens[draft.end].low)
        if tokens[draft.end].low in ("later", "earlier", "ago"):
            draft.end += 1
    return draft
