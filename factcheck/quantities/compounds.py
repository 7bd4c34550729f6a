"""Measures in two or more units: "5ft 7in", "6 feet 2", `6'2"`, "5 lb 3 oz", "2h 14m", "5 hours 45 minutes"."""

from __future__ import annotations

import re

from factcheck.claim import QuantityKind
from factcheck.quantities.draft import Draft
from factcheck.quantities.numerals import Numeral, read_cardinal
from factcheck.quantities.tokens import NAME, NUMBER, WORD, Token
from factcheck.quantities.units import UNITS, Measure, read_unit

_PARTS = {"half": 0.5, "quarter": 0.25}
_BARE = {"ft": ("in", 12), "st": ("lb", 14)}
"""Units behind which a bare number counts the next finer unit, and how many of it make one: "6 feet 2"."""
_FINER = {"ft": "in", "st": "lb", "lb": "oz", "yd": "ft", "km": "m", "m": "cm", "kg": "g", "cm": "mm", "mi": "yd"}
_FEET = frozenset({"'", "’", "′"})
_INCHES = frozenset({'"', "”", "″"})
_SYMBOLS = {"h": "h", "hr": "h", "hrs": "h", "m": "min", "min": "min", "mins": "min", "s": "s", "sec": "s", "": "min"}
_GLUED = re.compile(r"(h|hrs?|m|min)([0-9]{1,2})(m|mins?|s|sec)?")
_MOST_PARTS = 4
_INCH = UNITS["in"].factor / UNITS["ft"].factor


def add_finer_parts(tokens: list[Token], draft: Draft) -> None:
    """Extend a measure by "and a half" or by smaller units behind it, which are added in its own unit."""
    words = [token.low for token in tokens[draft.end : draft.end + 3]]
    if words[:2] == ["and", "a"] and words[2] in _PARTS:
        draft.value, draft.precision = draft.value + _PARTS[words[2]], _PARTS[words[2]]
        draft.end += 3
        return
    unit = draft.unit
    for _ in range(_MOST_PARTS):
        finer = _finer(tokens, draft, unit)
        if finer is None:
            return
        numeral, read = finer
        share = read.unit.factor * read.times / UNITS[draft.unit].factor
        draft.value += numeral.value * share
        draft.precision, draft.end, unit = numeral.precision * share, read.end, read.unit.name


def _finer(tokens: list[Token], draft: Draft, unit: str) -> tuple[Numeral, Measure] | None:
    """The number and smaller unit that stand behind a draft, whose last part is in `unit`."""
    joint = tokens[draft.end].low
    at = draft.end + 1 if joint in ("and", ",") or (joint == "-" and tokens[draft.end].glued) else draft.end
    digits = tokens[at].kind == NUMBER
    if unit == "h" and digits and tokens[at + 1].text == "m" and tokens[at].text.isdecimal():
        return Numeral(at + 1, float(tokens[at].text), 1.0), Measure(UNITS["min"], 1.0, at + 2)
    numeral = read_cardinal(tokens, at)
    if numeral is None or numeral.low is not None:
        return None
    read = read_unit(tokens, numeral.end, digits)
    if read is None:
        return _bare(tokens, draft, numeral, at) if digits else None
    smaller = read.unit.dimension == UNITS[unit].dimension and (
        read.unit.factor * read.times * max(numeral.value, 1.0) < UNITS[unit].factor
    )
    if UNITS[unit].dimension == "time":
        return (numeral, read) if smaller else None
    return (numeral, read) if smaller and _FINER.get(unit) == read.unit.name and joint != "," else None


def _bare(tokens: list[Token], draft: Draft, numeral: Numeral, at: int) -> tuple[Numeral, Measure] | None:
    """As in "6 feet 2", "5-foot-7", "12 stone 4": no unit, and nothing that the number could count."""
    if draft.unit not in _BARE or at != draft.end + (tokens[draft.end].low == "-"):
        return None
    name, whole = _BARE[draft.unit]
    after = tokens[numeral.end]
    counts = after.kind == WORD and not after.glued and after.low.endswith("s")
    if numeral.value >= whole or counts or after.low in ("%", "-", "/"):
        return None
    return numeral, Measure(UNITS[name], 1.0, numeral.end)


def read_marks(tokens: list[Token], i: int, numeral: Numeral) -> Draft | None:
    """Feet and inches by their marks (`6'2"`) and times with glued letters ("2h14m", "2h 14m", "1m30s")."""
    at = numeral.end
    if tokens[at - 1].kind != NUMBER or not tokens[at].glued:
        return None
    inches = tokens[at + 1]
    if tokens[at].low in _FEET and inches.kind == NUMBER and inches.glued and float(inches.low) < 12:
        closed = tokens[at + 2].low in _INCHES and tokens[at + 2].glued
        doubled = tokens[at + 2].low in _FEET and tokens[at + 3].low in _FEET
        if not closed and not doubled:
            return None
        value = numeral.value + float(inches.low) * _INCH
        return Draft(i, at + (3 if closed else 4), QuantityKind.MEASURE, value, _INCH, unit="ft")
    if tokens[at].kind == NAME:
        return _glued(tokens, i, numeral)
    if tokens[at].text == "m" and _seconds_follow(tokens, at + 1):
        draft = Draft(i, at + 1, QuantityKind.DURATION, numeral.value, numeral.precision, unit="min")
        add_finer_parts(tokens, draft)
        return draft
    return None


def _seconds_follow(tokens: list[Token], i: int) -> bool:
    return tokens[i].kind == NUMBER and tokens[i + 1].glued and tokens[i + 1].low in ("s", "sec", "secs")


def _glued(tokens: list[Token], i: int, numeral: Numeral) -> Draft | None:
    """As in "2h14m", "3h20", "1m30s"."""
    match = _GLUED.fullmatch(tokens[numeral.end].low)
    if match is None or (match[1][0] == "m" and (match[3] or "x")[0] != "s"):
        return None
    unit, finer = _SYMBOLS[match[1]], _SYMBOLS[match[3] or ""]
    share = UNITS[finer].factor / UNITS[unit].factor
    if share >= 1 or int(match[2]) >= 60:
        return None
    return Draft(i, numeral.end + 1, QuantityKind.DURATION, numeral.value + int(match[2]) * share, share, unit=unit)
