"""How far two values lie apart, in words for people."""

from __future__ import annotations

import math
from datetime import date

from factcheck.claim import SHARES, Quantity, QuantityKind
from factcheck.quantities.meaning import number, plural
from factcheck.quantities.periods import NO_YEAR
from factcheck.quantities.relate import comparable
from factcheck.quantities.units import from_base, to_base

_FACTOR = 10.0
"""From this ratio on a factor tells more than a difference."""
_WHOLE_IN = ("d", "h", "min")
"""Units in which a difference of times is told where it is no whole number of its own: 16 days, not 2.286 weeks."""
_TIME_UNITS = {"d": "day", "h": "hour", "min": "minute", "s": "second"}


def distance(one: Quantity, other: Quantity) -> str:
    """How far two values lie apart: "2.5 percentage points apart", "off by a factor of 1,000", "3 days apart".

    Args:
        one: The article's; its unit is the one used.
        other: What it is compared with.

    Returns:
        The words, or "" where nothing sensible can be said: different dimensions, equal values, scores.
    """
    if QuantityKind.DATE in (one.kind, other.kind):
        return _dates(one, other) if one.kind is other.kind else ""
    if QuantityKind.SCORE in (one.kind, other.kind):
        return ""
    factors = comparable(one, other)
    if factors is None:
        return ""
    mine, theirs = one.value * factors[0], other.value * factors[1]
    gap = abs(mine - theirs)
    if not math.isfinite(gap) or math.isclose(mine, theirs, rel_tol=1e-9):
        return ""
    shares = {one.kind, other.kind} <= SHARES
    small, great = sorted((abs(mine), abs(theirs)))
    if small and great / small >= _FACTOR and mine * theirs > 0 and not shares:
        return f"off by a factor of {_short(great / small)}"
    if shares:
        return f"{_counted(gap, 'percentage point')} apart"
    return f"{_in_unit(gap / factors[0], one)} apart"


def _in_unit(gap: float, quantity: Quantity) -> str:
    """A difference in the article's unit."""
    kind = quantity.kind
    if kind is QuantityKind.TIME:
        return _counted(gap, "minute")
    if kind is QuantityKind.AGE:
        return _counted(gap, "year")
    if kind not in (QuantityKind.MEASURE, QuantityKind.DURATION, QuantityKind.MONEY):
        return _short(gap)
    unit = quantity.unit
    gap = from_base(gap, unit) - from_base(0.0, unit)
    if kind is QuantityKind.DURATION:
        sizes = {each: gap * to_base(1.0, unit) / to_base(1.0, each) for each in (unit, *_WHOLE_IN)}
        told = next((each for each, size in sizes.items() if math.isclose(size, round(size), abs_tol=1e-6)), unit)
        told = told if sizes[told] >= 1 else unit
        return _counted(sizes[told], _TIME_UNITS.get(told, told))
    return f"{_short(gap)} {unit}".rstrip()


def _dates(one: Quantity, other: Quantity) -> str:
    """Days apart for days, months for months, years for years; nothing where the years are not known for both."""
    first, second = (date.fromordinal(int(q.interval.low)) for q in (one, other))
    if (first.year == NO_YEAR) != (second.year == NO_YEAR):
        return ""
    if one.unit == other.unit == "year":
        gap, noun = abs(first.year - second.year), "year"
    elif one.unit == other.unit == "month":
        gap, noun = abs((first.year - second.year) * 12 + first.month - second.month), "month"
    elif one.unit == other.unit == "day":
        gap, noun = abs((first - second).days), "day"
    else:
        return ""
    return f"{_counted(gap, noun)} apart" if gap else ""


def _counted(gap: float, noun: str) -> str:
    shown = _short(gap)
    return f"{shown} {noun if shown == '1' else plural(noun)}"


def _short(value: float) -> str:
    """A number without the noise of subtraction in its last digits."""
    return number(float(f"{value:.4g}")) if value < 1000 else number(float(f"{value:.10g}"))
