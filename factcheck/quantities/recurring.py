"""How often something recurs, told by the time between: "every ten seconds" is six a minute."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.claim import Hedge, Interval, Quantity, QuantityKind
from factcheck.quantities.units import UNITS

_EVERY = re.compile(r"\b(?:once )?(?:every|each)\s+(?:about |around |roughly |some )?$", re.IGNORECASE)
_OWN = re.compile(r"(?:once )?(?:every|each)\b", re.IGNORECASE)
_COUNTED = frozenset({"", "time"})


def as_frequency(quantity: Quantity, before: str, other: Quantity) -> Quantity:
    """A time between two events as how many there are in the time that another quantity is told for.

    Args:
        quantity: A quantity; others than such a time come back as they are.
        before: The text before it.
        other: What it is held against: only a number of events in a time makes a frequency of it.
    """
    unit = UNITS.get(other.per)
    told = quantity.kind is QuantityKind.DURATION and quantity.hedge is Hedge.EXACT and quantity.value > 0
    if not told or unit is None or unit.dimension != UNITS["s"].dimension or other.kind is not QuantityKind.COUNT:
        return quantity
    if not (_EVERY.search(before) or _OWN.match(quantity.text)):
        return quantity
    value = unit.factor / quantity.value
    noun = other.counted if other.counted not in _COUNTED else ""
    return replace(
        quantity, kind=QuantityKind.COUNT, value=value, interval=Interval(value, value), precision=0.0, unit="",
        per=other.per, counted=noun,
    )  # fmt: skip
