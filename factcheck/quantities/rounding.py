"""How far readers let an unhedged figure be rounded."""

from __future__ import annotations

import re

from factcheck.claim import Hedge, Quantity, QuantityKind

_SCALED = re.compile(r"[0-9]\s?(?:k|m|bn|mn|mln|tn|trn|b)\b|illion|thousand|hundred|dozen|lakh|crore", re.IGNORECASE)
_ROUND_PLACE = 100
"""From this place on, trailing zeros may be rounding although nothing says so."""
_UNTOLD = 0.005
"""Share of such a figure that it may be off and still be called true."""
_ON_THE_HOUR = 7.0
"""Minutes that "at 10pm" may be off before it is wrong rather than loose."""


_ROUNDED = frozenset(
    {
        QuantityKind.COUNT,
        QuantityKind.MONEY,
        QuantityKind.PERCENT,
        QuantityKind.FRACTION,
        QuantityKind.MULTIPLE,
        QuantityKind.MEASURE,
        QuantityKind.DURATION,
    }
)
"""Kinds to which a share that numbers may be off applies; dates, ages, ranks and scores are what they are."""


def rounding(quantity: Quantity) -> float:
    """Half the place to which a figure is understood to be rounded, in its base unit; 0 for exact ones.

    Decimals and scale words say so ("7.2%", "4.6 million"), and so do units that are measured, not counted. Where the
    configuration tells how far numbers may be off, that holds instead.
    """
    if quantity.hedge is not Hedge.EXACT or not quantity.interval.is_point:
        return 0.0
    if quantity.round_to is not None:
        return _asked(quantity, quantity.round_to)
    value, half = abs(quantity.value), quantity.precision / 2
    kind = quantity.kind
    if kind in (QuantityKind.AGE, QuantityKind.TIME):
        return 0.0
    if kind in (QuantityKind.COUNT, QuantityKind.ORDINAL, QuantityKind.MONEY):
        if quantity.precision < 1 or (quantity.precision >= _ROUND_PLACE and says_scale(quantity)):
            return min(half, 0.05 * value)
        return min(half, _UNTOLD * value) if quantity.precision >= _ROUND_PLACE else 0.0
    if kind is QuantityKind.PERCENT:
        return min(half, 0.5, 0.25 * value)  # "20 percent" is no round figure for 24
    if kind is QuantityKind.FRACTION:
        return 0.05 * value
    if kind is QuantityKind.MULTIPLE:
        return 0.08 * value
    if not value:
        return half
    return min(half, (0.1 if "." in quantity.text else 0.025) * value)


def says_scale(quantity: Quantity) -> bool:
    """Whether a figure is written with a scale: "4.6 million", "12k"."""
    return _SCALED.search(quantity.text) is not None


def _asked(quantity: Quantity, share: float) -> float:
    """Room as the configuration gives it, whatever the writing of a figure says."""
    return share * abs(quantity.value) if quantity.kind in _ROUNDED else 0.0


def looseness(quantity: Quantity) -> float:
    """How far an unhedged figure may be off by rounding that it does not tell, without a conflict."""
    if quantity.hedge is not Hedge.EXACT:
        return 0.0
    if quantity.round_to is not None:
        return _asked(quantity, quantity.round_to)
    value, half = abs(quantity.value), quantity.precision / 2
    kind = quantity.kind
    if kind is QuantityKind.TIME:
        return _ON_THE_HOUR if quantity.precision >= 60 else 0.0
    if kind is QuantityKind.DURATION:
        return min(half, 0.15 * value)
    if kind in (QuantityKind.COUNT, QuantityKind.MONEY):
        return min(half, 0.05 * value) if quantity.precision >= _ROUND_PLACE else 0.0
    if kind is QuantityKind.PERCENT:
        return min(half, 0.05 * value)
    if kind is QuantityKind.MEASURE:
        return min(half, 0.1 * value)
    return 0.0
