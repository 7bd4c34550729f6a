"""Arithmetic over the quantities of one snippet that supports a claim's quantity.

The search is bounded and each result names its operands. Operands carry one unit and, for counts, one head
noun, and sums run over neighbours only: otherwise almost any number is the sum of some others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.claim import Hedge, Interval, Quantity, QuantityKind
from factcheck.evidence import QuantityRelation
from factcheck.quantities.elapsed import ages, elapsed
from factcheck.quantities.meaning import number
from factcheck.quantities.money import same_currency
from factcheck.quantities.relate import relate
from factcheck.quantities.thing import related_heads
from factcheck.quantities.units import dimension, from_base

_MOST = 24
"""How many quantities of a snippet are looked at."""
_LONGEST_SUM = 6
_RELATED = 0.6
_DIFFERENCE_WORDS = frozenset(
    [
        "more",
        "fewer",
        "less",
        "other",
        "another",
        "additional",
        "extra",
        "further",
        "remaining",
        "higher",
        "lower",
    ]
)
_SMALLEST_DIFFERENCE = 100.0
_SMALLEST_SUM = 5.0
_SUPPORTING = frozenset({QuantityRelation.EQUAL, QuantityRelation.ENTAILED})
_NEAR_BOUND = 0.25
"""Share of a bound ("more than twice") that a computed value may lie off: farther, nobody words it so."""
_SUMMABLE = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.DURATION})
_COMPARED = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.DURATION})


@dataclass(frozen=True, slots=True)
class Computation:
    """A value computed from a snippet's quantities.

    Attributes:
        relation: How the value bears on the claim's quantity: EQUAL or ENTAILED.
        operands: Indices of the source quantities used, in the order of the arithmetic.
        arithmetic: For people: "3,140 + 2,985 = 6,125".
        value: In the claim's base unit.
    """

    relation: QuantityRelation
    operands: tuple[int, ...]
    arithmetic: str
    value: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    operands: tuple[int, ...]
    arithmetic: str
    value: float


def compute(claim: Quantity, sources: Sequence[Quantity]) -> Computation | None:
    """The arithmetic over `sources` that makes the claim's quantity true, if there is one.

    Args:
        claim: The article's quantity.
        sources: The quantities of one snippet, by place.

    Returns:
        The computation with the fewest operands, an equal value before one that only entails the claim;
        None if no admissible arithmetic supports it.
    """
    best: tuple[tuple[bool, int], Computation] | None = None
    for candidate in _candidates(claim, list(sources[:_MOST])):
        relation = relate(claim, _as_quantity(claim, candidate.value))
        if relation not in _SUPPORTING or not _near_bound(claim, candidate.value):
            continue
        rank = (relation is not QuantityRelation.EQUAL, len(candidate.operands))
        if best is None or rank < best[0]:
            best = rank, Computation(relation, candidate.operands, candidate.arithmetic, candidate.value)
    return None if best is None else best[1]


def _near_bound(claim: Quantity, value: float) -> bool:
    """Whether a computed value lies near the bound of a claim open on one side, like "fewer than half".

    Without this nearly any ratio would support such a claim.
    """
    one_sided = claim.hedge in (Hedge.OVER, Hedge.AT_LEAST, Hedge.UNDER, Hedge.AT_MOST)
    return not one_sided or abs(value - claim.value) <= _NEAR_BOUND * abs(claim.value)


def _as_quantity(claim: Quantity, value: float) -> Quantity:
    """The computed value as an exact quantity of the claim's kind."""
    return replace(claim, value=value, interval=Interval(value, value), hedge=Hedge.EXACT, precision=1e-6, text="")


def _candidates(claim: Quantity, sources: list[Quantity]) -> Iterator[_Candidate]:
    if claim.kind in _SUMMABLE and not claim.per:
        yield from _sums(claim, sources)
        yield from _differences(claim, sources)
    if claim.kind is QuantityKind.DURATION:
        yield from (_Candidate(*found) for found in elapsed(sources, claim.unit))
    elif claim.kind is QuantityKind.AGE:
        yield from (_Candidate(*found) for found in ages(sources))
    elif claim.kind is QuantityKind.PERCENT and claim.unit == "pp":
        yield from _point_differences(sources)
    elif claim.kind is QuantityKind.PERCENT or claim.kind is QuantityKind.FRACTION:
        yield from _changes_and_shares(claim, sources)
    elif claim.kind is QuantityKind.MULTIPLE:
        yield from _ratios(sources)


def _exact(quantity: Quantity) -> bool:
    return quantity.hedge is Hedge.EXACT and quantity.interval.is_point


def _same_sort(one: Quantity, other: Quantity, related: float) -> bool:
    """Whether two quantities can be added or compared: one kind and unit, and for counts alike heads."""
    if one.kind is not other.kind or one.per != other.per or not (_exact(one) and _exact(other)):
        return False
    if one.kind is QuantityKind.MONEY:
        return same_currency(one.unit, other.unit)
    if one.kind is not QuantityKind.COUNT:
        return dimension(one.unit) == dimension(other.unit)
    return bool(one.counted and other.counted) and related_heads(one.counted, other.counted) >= related


def _matches_claim(claim: Quantity, source: Quantity) -> bool:
    if source.kind is not claim.kind or not _exact(source) or source.per != claim.per:
        return False
    if claim.kind is QuantityKind.COUNT:
        return bool(claim.counted and source.counted) and related_heads(claim.counted, source.counted) >= _RELATED
    return _same_sort(replace(claim, hedge=Hedge.EXACT, interval=Interval(0, 0)), source, 0.0)


def _written(quantity: Quantity) -> str:
    """A value with its unit, without its noun."""
    value = number(float(f"{from_base(quantity.value, quantity.unit):.10g}"))
    return f"{value} {quantity.unit}".rstrip()


def _result(claim: Quantity, value: float) -> str:
    return _written(replace(claim, value=value))


def _sums(claim: Quantity, sources: list[Quantity]) -> Iterator[_Candidate]:
    """Sums over runs of neighbours among the quantities that count what the claim counts."""
    if claim.value < _SMALLEST_SUM and claim.kind is QuantityKind.COUNT:
        return
    siblings = [i for i, source in enumerate(sources) if _matches_claim(claim, source) and source.value > 0]
    for first in range(len(siblings)):
        for last in range(first + 1, min(len(siblings), first + _LONGEST_SUM)):
            run = siblings[first : last + 1]
            total = sum(sources[i].value for i in run)
            left = " + ".join(_written(sources[i]) for i in run)
            yield _Candidate(tuple(run), f"{left} = {_result(claim, total)}", total)


def _differences(claim: Quantity, sources: list[Quantity]) -> Iterator[_Candidate]:
    """Differences of two; small counts only where the claim speaks of a difference ("two more")."""
    speaks = bool(_DIFFERENCE_WORDS & set(claim.modifiers))
    if claim.kind is QuantityKind.COUNT and not speaks and claim.value < _SMALLEST_DIFFERENCE:
        return
    if claim.kind is QuantityKind.DURATION and not speaks:
        return
    siblings = [i for i, source in enumerate(sources) if _matches_claim(claim, source)]
    for place, i in enumerate(siblings):
        for j in siblings[place + 1 :]:
            big, small = (i, j) if sources[i].value >= sources[j].value else (j, i)
            value = sources[big].value - sources[small].value
            if value > 0:
                text = f"{_written(sources[big])} − {_written(sources[small])} = {_result(claim, value)}"
                yield _Candidate((big, small), text, value)


def _point_differences(sources: list[Quantity]) -> Iterator[_Candidate]:
    shares = [i for i, source in enumerate(sources) if source.unit == "%" and _exact(source)]
    for place, i in enumerate(shares):
        for j in shares[place + 1 :]:
            big, small = (i, j) if sources[i].value >= sources[j].value else (j, i)
            value = round(sources[big].value - sources[small].value, 9)
            text = f"{number(sources[big].value)}% − {number(sources[small].value)}% = {number(value)} pp"
            yield _Candidate((big, small), text, value)


def _pairs(sources: list[Quantity]) -> Iterator[tuple[int, int]]:
    """Ordered pairs of quantities that can be compared, neither of them zero."""
    for i, one in enumerate(sources):
        if one.kind not in _COMPARED or one.value <= 0:
            continue
        for j, other in enumerate(sources):
            if one.kind is QuantityKind.DURATION and one.unit != other.unit:
                continue
            if i != j and other.value > 0 and _same_sort(one, other, _RELATED):
                yield i, j


def _changes_and_shares(claim: Quantity, sources: list[Quantity]) -> Iterator[_Candidate]:
    """Percent change from one value to another, and one value's share of a greater one."""
    hundred = 100.0 if claim.kind is QuantityKind.PERCENT else 1.0
    for i, j in _pairs(sources):
        old, new = sources[i].value, sources[j].value
        change = (new - old) / old
        sign = "+" if change > 0 else "−"
        if change:
            percent = number(round(abs(change) * 100, 2))
            text = f"{_written(sources[i])} to {_written(sources[j])} = {sign}{percent}%"
            yield _Candidate((i, j), text, abs(change) * hundred)
        if old < new:
            text = f"{_written(sources[i])} / {_written(sources[j])} = {number(round(old / new * 100, 2))}%"
            yield _Candidate((i, j), text, old / new * hundred)


def _ratios(sources: list[Quantity]) -> Iterator[_Candidate]:
    for i, j in _pairs(sources):
        ratio = sources[i].value / sources[j].value
        text = f"{_written(sources[i])} / {_written(sources[j])} = {number(round(ratio, 2))}"
        yield _Candidate((i, j), text, ratio)
