"""The same digits with another unit: "€1.2bn" for "€1.2m", "12 km" for "12 miles", per cent for percentage points."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import combinations

from factcheck.claim import Quantity, QuantityKind
from factcheck.evidence import MATCHING
from factcheck.quantities import relate
from factcheck.quantities.heads import related_heads
from factcheck.quantities.meaning import number
from factcheck.quantities.money import same_currency
from factcheck.quantities.units import dimension, from_base
from factcheck.verdicts.arithmetic import compares

_SCALES = (1e3, 1e6, 1e9)
_SCALED = re.compile(r"[0-9]\s?(?:k|m|bn|mn|mln|tn|trn|b)\b|illion|thousand", re.IGNORECASE)
_MEASURED = frozenset({QuantityKind.MEASURE, QuantityKind.DURATION})
_CONFUSED = frozenset({frozenset({"power", "energy"}), frozenset({"data", "bit rate"}), frozenset({"length", "area"})})
"""Dimensions whose units are taken for each other: MW for MWh, Mbit for Mbit/s, km for km²."""
_RELATED = 0.5
_FEW = 10
"""Below it a source that speaks of "three days" has the "three" of "three months" by chance."""
_MOST = 6
"""Shares of a passage that are looked at: among many some two always lie so far apart."""


def other_unit(quantity: Quantity, source: Quantity) -> str | None:
    """How a source's quantity differs from the article's in unit alone, or None.

    Args:
        quantity: The article's.
        source: One of a passage that speaks of the same.

    Returns:
        For people: "off by a factor of 1,000", "GBP for EUR", "% for percentage points".
    """
    if quantity.kind is not source.kind or relate(quantity, source) in MATCHING or not quantity.value:
        return None
    if quantity.counted and source.counted and related_heads(quantity.counted, source.counted) < _RELATED:
        return None
    if quantity.unit == source.unit and quantity.per == source.per:
        return _scale(quantity, source)
    if not math.isclose(_written(quantity), _written(source), rel_tol=1e-6):
        return None
    if quantity.kind is QuantityKind.DURATION and abs(_written(quantity)) < _FEW:
        return None
    if quantity.unit == source.unit:
        return f"per {quantity.per} for per {source.per}" if quantity.per and source.per else None
    return _unit(quantity, source)


def points_as_percent(claim_text: str, quantity: Quantity, sources: Sequence[Quantity]) -> str | None:
    """The same where the article calls per cent by which shares moved in points: "3 percent" for 21 to 24 percent.

    Args:
        claim_text: The claim, which must speak of a change.
        quantity: Its quantity.
        sources: Those of a passage that speaks of the same.
    """
    if quantity.unit != "%" or not compares(claim_text):
        return None
    shares = [source.value for source in sources if source.unit == "%" and source.interval.is_point]
    if any(math.isclose(share, quantity.value) for share in shares):
        return None
    moved = any(
        math.isclose(abs(one - other), quantity.value, rel_tol=1e-6) for one, other in combinations(shares[:_MOST], 2)
    )
    return "% for percentage points" if moved else None


def _unit(quantity: Quantity, source: Quantity) -> str | None:
    """Another currency, points for per cent, another unit of one dimension."""
    kind = quantity.kind
    if kind is QuantityKind.MONEY and same_currency(quantity.unit, source.unit):
        return None
    dimensions = frozenset({dimension(quantity.unit), dimension(source.unit)})
    if kind in _MEASURED and len(dimensions) > 1 and dimensions not in _CONFUSED:
        return None
    if kind not in _MEASURED and kind not in (QuantityKind.MONEY, QuantityKind.PERCENT):
        return None
    return f"{_named(quantity)} for {_named(source)}"


def _named(quantity: Quantity) -> str:
    return "percentage points" if quantity.unit == "pp" else quantity.unit


def _scale(quantity: Quantity, source: Quantity) -> str | None:
    """Thousands, millions and billions taken for each other; without a scale word it is a slip of the digits."""
    if not source.value or not (_SCALED.search(quantity.text) or _SCALED.search(source.text)):
        return None
    ratio = max(quantity.value / source.value, source.value / quantity.value)
    for scale in _SCALES:
        if math.isclose(ratio, scale, rel_tol=1e-6):
            return f"off by a factor of {number(scale)}"
    return None


def _written(quantity: Quantity) -> float:
    """The number in the unit as written."""
    return from_base(quantity.value, quantity.unit)
