"""When two numbers of an article cannot both hold, and when others of it explain one."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from factcheck.claim import Hedge, Quantity, QuantityKind
from factcheck.evidence import QuantityRelation
from factcheck.quantities import compute, distance, relate
from factcheck.quantities.heads import related_heads
from factcheck.quantities.units import dimension, from_base, to_base

COMPARED = frozenset(
    {QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE, QuantityKind.DURATION}
)
"""Kinds that are held against each other; dates, ranks and scores differ for too many good reasons."""
_WRITTEN = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_ALIKE = 0.6
_POOL = 14
"""How many numbers are tried in pairs to explain another one."""


def conflicting(one: Quantity, other: Quantity) -> bool:
    """Whether two values cannot both hold of one thing, whichever is taken to be the claim."""
    return all(
        relation is QuantityRelation.CONFLICTING for relation in (relate(one, other), relate(other, one))
    ) and not (one.hedge is Hedge.VAGUE or other.hedge is Hedge.VAGUE)


def agreeing(one: Quantity, other: Quantity) -> bool:
    """Whether two values may be the same."""
    return relate(one, other) not in (QuantityRelation.CONFLICTING, QuantityRelation.INCOMPARABLE)


def alike(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities may be of one thing by kind, unit and noun; a missing noun fits any."""
    if one.kind is not other.kind or one.per != other.per or dimension(one.unit) != dimension(other.unit):
        return False
    if not one.counted or not other.counted:
        return True
    return related_heads(one.counted, other.counted) >= _ALIKE


def explained(quantity: Quantity, others: Iterable[Quantity]) -> bool:
    """Whether a value is the sum or difference of two, the sum of a run, or computed from others."""
    pool = [
        other
        for other in others
        if other.kind is quantity.kind and other.unit == quantity.unit and other.interval.is_point
    ][:_POOL]
    if any(_fits(quantity, a.value + b.value) or _fits(quantity, abs(a.value - b.value)) for a, b in pairs(pool)):
        return True
    runs = (pool[i:j] for i in range(len(pool)) for j in range(i + 3, len(pool) + 1))
    if any(_fits(quantity, sum(q.value for q in run)) for run in runs):
        return True
    return compute(quantity, tuple(others)) is not None


def pairs(pool: Sequence[Quantity]) -> Iterable[tuple[Quantity, Quantity]]:
    """Every two of them."""
    return combinations(pool, 2)


def _fits(quantity: Quantity, value: float) -> bool:
    give = room(quantity)
    return quantity.interval.low - give <= value <= quantity.interval.high + give and value > 0


def room(quantity: Quantity) -> float:
    """Half the place of the last written digit, for figures with decimals or a scale word; 0 for plain digits."""
    match = _WRITTEN.search(quantity.text)
    if match is None:
        return 0.0
    digits = match.group().replace(",", "")
    written, value = float(digits), abs(from_base(quantity.value, quantity.unit))
    scale = value / written if written else 1.0
    place = scale * 10.0 ** -len(digits.partition(".")[2])
    if math.isclose(place, 1.0, rel_tol=1e-9) and quantity.kind is not QuantityKind.MEASURE:
        return 0.0
    return abs(to_base(place, quantity.unit) - to_base(0.0, quantity.unit)) / 2


def slip(one: float, other: float) -> bool:
    """Whether two numbers differ as by a slip of the hand: their digits in another order, or one of them another."""
    mine, theirs = (f"{value:.10g}" for value in (one, other))
    if sorted(mine) == sorted(theirs):
        return True
    return len(mine) == len(theirs) and sum(a != b for a, b in zip(mine, theirs, strict=True)) == 1


def ratio(one: Quantity, other: Quantity) -> float:
    """The greater value over the smaller one; infinite where one is zero."""
    small, great = sorted((abs(one.value), abs(other.value)))
    return great / small if small else float("inf")


def apart(one: Quantity, other: Quantity) -> str:
    """How far two values lie apart, for people."""
    return distance(one, other)
