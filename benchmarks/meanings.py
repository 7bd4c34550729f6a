"""Whether a quantity means what an annotator says its expression means.

A meaning is written without regard to any engine: `kind` and `hedge` list what is accepted, `of` the units or counted
nouns (null: not judged), `per` the denominator of a rate, and `values` the readings that are accepted. Each reading is
two intervals: what the quantity says must cover `inner` and stay within `outer`, so that "nearly 4,500" may be read
more or less widely, but neither as 4,520 nor as 3,900. Intervals are written "[144, inf)" in the unit of `of`, dates
"2024-03-01/2024-03-31" (first and last day; "--03-22" where no year can be known), times of day "22:40/22:40". A score
has `scores` instead, a list of pairs.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from factcheck.claim import Interval, Quantity, QuantityKind
from factcheck.quantities.units import dimension, from_base

PARTS = ("kind", "value", "unit", "hedge")
CLOSE = 1e-4  # relative; for thirds and for units converted
CLOSE_CALENDAR = 0.02  # for months and years, whose length in days is a convention

_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "night": 86_400, "week": 604_800}
_SECONDS |= {"month": 2_629_800, "year": 31_557_600}
_SYMBOLS = {"second": "s", "minute": "min", "hour": "h", "day": "d", "tonne": "t", "byte": "B", "barrel": "bbl"}


def judge(quantity: Quantity, meaning: dict[str, Any]) -> dict[str, bool]:
    """For each of PARTS whether the quantity has it right."""
    hedges = meaning["hedge"]
    return {
        "kind": quantity.kind.value in meaning["kind"],
        "value": _same_value(quantity, meaning),
        "unit": _same_unit(quantity, meaning),
        "hedge": hedges is None or quantity.hedge.value in hedges,
    }


def _same_value(quantity: Quantity, meaning: dict[str, Any]) -> bool:
    if "scores" in meaning:
        written = [int(number) for number in re.findall(r"\d+", quantity.meaning)]
        return written == [number for pair in meaning["scores"] for number in pair]
    return any(_is_read(quantity, reading, meaning) for reading in meaning["values"])


def _is_read(quantity: Quantity, reading: dict[str, str], meaning: dict[str, Any]) -> bool:
    inner, outer = reading["inner"], reading["outer"]
    if re.match(r"-?-?\d+-\d\d", inner):
        return quantity.kind is QuantityKind.DATE and _date_fits(quantity.interval, inner, outer)
    if ":" in inner:
        is_time = quantity.kind is QuantityKind.TIME
        return is_time and fits(quantity.interval, _times(inner), _times(outer))
    if quantity.kind in (QuantityKind.DATE, QuantityKind.TIME):
        return False
    names = meaning.get("of") or [""]
    calendar = quantity.kind is QuantityKind.DURATION and names[0] in ("month", "year")
    return fits(
        in_unit(quantity, names),
        read_interval(inner),
        read_interval(outer),
        close=CLOSE_CALENDAR if calendar else CLOSE,
    )


def _date_fits(found: Interval, inner: str, outer: str) -> bool:
    if inner.startswith("--"):
        first, last = (date.fromordinal(int(end)) for end in (found.low, found.high))
        return inner == f"--{first:%m-%d}/--{last:%m-%d}"
    return fits(found, _dates(inner), _dates(outer), close=0.0)


def _dates(text: str) -> Interval:
    low, high = (date.fromisoformat(day).toordinal() for day in text.split("/"))
    return Interval(low, high)


def _times(text: str) -> Interval:
    low, high = (int(clock[:2]) * 60 + int(clock[3:]) for clock in text.split("/"))
    return Interval(low, high)


def read_interval(text: str) -> Interval:
    """An interval from "[144, inf)"."""
    low, high = (float(end) for end in text[1:-1].split(", "))
    return Interval(low, high, text.startswith("("), text.endswith(")"))


def fits(found: Interval, inner: Interval, outer: Interval, *, close: float = CLOSE) -> bool:
    """Whether an interval covers the inner and stays within the outer one.

    Args:
        found: The interval in question.
        inner: What it must cover.
        outer: What it must not exceed.
        close: How far apart, relative to their size, two ends may be and still count as the same.
    """
    return _covers(outer, found, close) and _covers(found, inner, close)


def _covers(wide: Interval, narrow: Interval, close: float) -> bool:
    below = _before(wide.low, narrow.low, close, wide.open_low and not narrow.open_low)
    above = _before(-wide.high, -narrow.high, close, wide.open_high and not narrow.open_high)
    return below and above


def _before(first: float, second: float, close: float, strictly: bool) -> bool:
    if first == second:
        return not strictly or math.isinf(first)
    return first < second or (math.isfinite(first) and first - second <= close * max(abs(first), abs(second)))


def in_unit(quantity: Quantity, names: Sequence[str]) -> Interval:
    """A quantity's interval in the first of the named units that measures the same; as it was meant if none does."""
    found = quantity.interval
    if quantity.kind is QuantityKind.AGE:
        return found
    if quantity.kind is QuantityKind.DURATION and names[0] in _SECONDS:
        factor = _SECONDS[names[0]]
        return Interval(found.low / factor, found.high / factor, found.open_low, found.open_high)
    alike = (name for name in map(_symbol, names) if dimension(name) == dimension(quantity.unit))
    unit = next(alike, quantity.unit)
    low, high = (end if math.isinf(end) else from_base(end, unit) for end in (found.low, found.high))
    return Interval(low, high, found.open_low, found.open_high)


def _same_unit(quantity: Quantity, meaning: dict[str, Any]) -> bool:
    names, per = meaning.get("of"), meaning.get("per")
    rate = f"{quantity.unit}/{quantity.per}"
    if names is not None and not any(_is_named(quantity, rate, _symbol(name)) for name in names):
        return False
    if per is None or (names and rate in map(_symbol, names)):
        return True
    return [_symbol(word) for word in per.split()] == [_symbol(word) for word in quantity.per.split()]


def _is_named(quantity: Quantity, rate: str, name: str) -> bool:
    if name in (quantity.unit, _symbol(quantity.unit), rate, quantity.counted):
        return True
    if quantity.kind is QuantityKind.DURATION:
        return name in _SECONDS or name in _SYMBOLS.values()
    if quantity.kind is QuantityKind.AGE:
        return name == "year"
    return quantity.kind is QuantityKind.MEASURE and dimension(name) == dimension(quantity.unit)


def _symbol(name: str) -> str:
    return _SYMBOLS.get(name, name)
