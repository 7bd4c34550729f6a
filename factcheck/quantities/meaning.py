"""What a quantity means, in one short line for people."""

from __future__ import annotations

import math
from collections.abc import Callable

from factcheck.claim import Interval, Quantity, QuantityKind
from factcheck.quantities.times import clock
from factcheck.quantities.units import from_base
from factcheck.quantities.wordlist import word_set

_PLURALS = {
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "foot": "feet",
    "life": "lives",
}
_UNCHANGED = word_set(
    """
    dead injured wounded missing police aircraft series species staff personnel sheep fish cattle cannon crew
    homeless unemployed media data spacecraft offspring clothes
    """
)
_NO_UNIT = {QuantityKind.AGE: "years old", QuantityKind.MULTIPLE: "times", QuantityKind.ORDINAL: ""}


def number(value: float) -> str:
    """A number for people: 1,488 and 0.45, at most four decimals or four significant digits."""
    if math.isinf(value):
        return "-inf" if value < 0 else "inf"
    if value == int(value) and abs(value) < 1e16:
        return f"{int(value):,}"
    return f"{value:,.4f}".rstrip("0").rstrip(".") if abs(value) >= 0.001 else f"{value:.4g}"


def plural(noun: str) -> str:
    """A noun's plural: "person" gives "people"."""
    if noun in _UNCHANGED:
        return noun
    if noun in _PLURALS:
        return _PLURALS[noun]
    for single, many in (("man", "men"), ("person", "people"), ("child", "children")):
        if noun.endswith(single) and noun not in ("human", "german", "roman", "ottoman"):
            return noun[: -len(single)] + many
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _brackets(interval: Interval, render: Callable[[float], str]) -> str:
    """An interval in the usual brackets; a point as its number alone."""
    if interval.is_point:
        return render(interval.low)
    left = "(" if interval.open_low or math.isinf(interval.low) else "["
    right = ")" if interval.open_high or math.isinf(interval.high) else "]"
    low, high = (number(end) if math.isinf(end) else render(end) for end in (interval.low, interval.high))
    return f"{left}{low}, {high}{right}"


def describe(kind: QuantityKind, interval: Interval, unit: str, counted: str, per: str) -> str:
    """The meaning of a quantity that is no date: "[144, inf) people", "[0, 60] d", "22:40".

    Args:
        kind: Its kind.
        interval: In base units.
        unit: Canonical unit, in which it is shown.
        counted: Head noun, singular.
        per: Canonical denominator.
    """
    if kind is QuantityKind.TIME:
        return _brackets(interval, clock)
    low, high = (
        value if math.isinf(value) or kind is QuantityKind.AGE else from_base(value, unit)
        for value in (interval.low, interval.high)
    )
    shown = Interval(clean(low), clean(high), interval.open_low, interval.open_high)
    behind = _NO_UNIT.get(kind, unit)
    one = shown.is_point and shown.low == 1
    if not behind and counted:
        behind = counted if one or kind in (QuantityKind.ORDINAL, QuantityKind.FRACTION) else plural(counted)
    gap = "" if behind == "%" or not behind else " "
    return _brackets(shown, number) + f"{gap}{behind}" + (f" per {per}" if per else "")


def clean(value: float) -> float:
    """Without the noise of conversion and arithmetic in the last digits."""
    return value if math.isinf(value) else float(f"{value:.10g}")


def figure(value: float, unit: str) -> str:
    """A value in the base of its dimension as the number that stands before its unit."""
    return number(clean(from_base(value, unit)))


def with_unit(quantity: Quantity) -> str:
    """A quantity's value and unit, without its hedge and noun: "4.5 km", "12%"."""
    gap = "" if quantity.unit == "%" else " "
    return f"{figure(quantity.value, quantity.unit)}{gap}{quantity.unit}".rstrip()
