"""What comes to so much in a unit of something: 5,000 tickets in ten nights are 500 a night, 300 km in 2 h 150 km/h."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claim import QuantityKind
from factcheck.quantities.operands import SUMMABLE, Candidate, Operands
from factcheck.quantities.units import UNITS, dimension

_TIES = 2
_LENGTH, _TIME = "length", "time"


def paces(every: Operands) -> Iterator[Candidate]:
    """Each amount by each number of what the claim's rate is told for.

    Args:
        every: The operands of one passage.
    """
    claim = every.claim
    for i, amount in enumerate(every.sources):
        if not every.usable(amount) or amount.per or not _is_dividend(every, i):
            continue
        for j, divisor in enumerate(every.sources):
            parts = _parts(claim.per, claim.unit, divisor.kind, divisor.counted, divisor.value)
            least = _TIES if claim.per else 1  # a length and a time make but one speed
            if i != j and parts and every.usable(divisor) and every.tied((i, j), least):
                value = amount.value / parts
                yield every.result((i, j), f"{every.at(i)} / {every.at(j)}", value)


def _is_dividend(every: Operands, i: int) -> bool:
    """Whether a value is of what the claim's rate counts or measures."""
    claim, amount = every.claim, every.sources[i]
    if claim.per:
        return claim.kind is amount.kind and amount.kind in SUMMABLE and _is_alike(every, i)
    return amount.kind is QuantityKind.MEASURE and dimension(amount.unit) == _LENGTH and "/" in claim.unit


def _is_alike(every: Operands, i: int) -> bool:
    claim, amount = every.claim, every.sources[i]
    if claim.kind is QuantityKind.COUNT:
        return bool(claim.counted) and every.related(claim, amount)
    return dimension(claim.unit) == dimension(amount.unit)


def _parts(per: str, unit: str, kind: QuantityKind, counted: str, value: float) -> float:
    """How many of what a rate is told for a number gives, or 0 if it is of something else."""
    if kind is QuantityKind.COUNT and counted and counted == per:
        return value
    if kind is not QuantityKind.DURATION:
        return 0.0
    told = UNITS.get(per)
    if told is not None and told.dimension == _TIME:
        return value / told.factor
    return value if not per and "/" in unit else 0.0
