"""Values computed from named cells: changes, differences, ratios, shares and sums, with the arithmetic for people.

`quantities.compute` searches a snippet for any arithmetic that fits a number, and so may only support it. Here the
claim has told which cells to take, so that another result also speaks against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.claim import SHARES, Hedge, Interval, Quantity, QuantityKind
from factcheck.evidence import QuantityRelation
from factcheck.quantities import number, relate
from factcheck.quantities.meaning import clean, figure

_SHOWN_OPERANDS = 6
"""Of a longer sum only the ends are shown."""


@dataclass(frozen=True, slots=True)
class Result:
    """A computed value.

    Attributes:
        quantity: The value without its sign, in the claim's kind and unit.
        way: Its sign: 1, -1, or 0 where it has none.
        shown: The arithmetic: "3.1 million to 3.4 million = +9.7%".
    """

    quantity: Quantity
    way: int
    shown: str

    @property
    def meaning(self) -> str:
        """The value for people."""
        return self.shown.rpartition("= ")[2]


def relation(claim: Quantity, result: Result, way: int) -> QuantityRelation:
    """How a computed value bears on a claim's.

    Args:
        claim: The claim's number.
        result: The value.
        way: Which way the claim says that it goes: 1 up or more, -1 down or less, 0 if neither.
    """
    if way and result.way and way != result.way:
        return QuantityRelation.CONFLICTING
    return relate(claim, result.quantity)


def signed_relation(claim: Quantity, source: Quantity, way: int) -> QuantityRelation:
    """How a cell's number bears on a claim's where one may say by a sign what the other says by a word.

    Args:
        claim: The claim's number.
        source: The cell's.
        way: Which way the claim says that it goes: 1 up, -1 down, 0 if it does not say.
    """
    # Row and column have told what the cell counts: a word more in the table's title makes it no part of the claim's.
    claim, source = replace(claim, modifiers=()), replace(source, modifiers=())
    if source.value >= 0 or claim.value < 0:
        plain = relate(claim, source)
        is_comparable = plain is not QuantityRelation.INCOMPARABLE
        return QuantityRelation.CONFLICTING if way < 0 < source.value and is_comparable else plain
    turned = replace(source, value=-source.value, interval=Interval(-source.interval.high, -source.interval.low))
    size = relate(claim, turned)
    if way < 0 or size is QuantityRelation.INCOMPARABLE:
        return size
    return QuantityRelation.CONFLICTING if way > 0 else QuantityRelation.INCOMPARABLE


def change(claim: Quantity, old: Quantity, new: Quantity) -> Result | None:
    """How far one value lies from another, in per cent, points, as a multiple or an amount, as the claim tells it.

    Args:
        claim: The claim's number.
        old: What a value was, or what another is compared with.
        new: What it became, or the other.
    """
    if not _computable(old, new):
        return None
    if claim.kind in SHARES and claim.unit != "pp":
        return _percent(claim, old, new) if old.value else None
    if claim.kind is QuantityKind.MULTIPLE:
        return _ratio(claim, new, old)
    return _difference(claim, new, old)


def share(claim: Quantity, parts: Sequence[Quantity], whole: Sequence[Quantity]) -> Result | None:
    """What share of a whole some values are; the whole is one value or the sum of several."""
    if not _computable(*parts, *whole) or (total := sum(q.value for q in whole)) <= 0:
        return None
    value = clean(100 * sum(part.value for part in parts) / total)
    shown, divisor = (written(some[0]) if len(some) == 1 else f"({_joined(some)})" for some in (parts, whole))
    return Result(_percent_quantity(claim, value), 0, f"{shown} / {divisor} = {number(round(value, 2))}%")


def total(claim: Quantity, parts: Sequence[Quantity]) -> Result | None:
    """The sum of some values."""
    if len(parts) < 2 or not _computable(*parts):
        return None
    value = clean(sum(part.value for part in parts))
    result = _exactly(parts[0], value)
    return Result(result, 0, f"{_joined(parts)} = {_result(claim, value)}")


def written(quantity: Quantity) -> str:
    """An operand as its source has it, with the unit that its header tells."""
    return " ".join((quantity.reading or quantity.text).split())


def _computable(*quantities: Quantity) -> bool:
    """Whether values can be added and compared: exact ones of a kind and unit."""
    first = quantities[0]
    return all(
        relate(first, quantity) is not QuantityRelation.INCOMPARABLE and quantity.interval.is_point
        for quantity in quantities
    )


def _percent(claim: Quantity, old: Quantity, new: Quantity) -> Result:
    value = clean(100 * (new.value - old.value) / abs(old.value))
    shown = f"{written(old)} to {written(new)} = {_signed(round(value, 2))}%"
    return Result(_percent_quantity(claim, abs(value)), _sign(value), shown)


def _ratio(claim: Quantity, one: Quantity, other: Quantity) -> Result | None:
    if other.value <= 0 or one.value <= 0:
        return None
    value = clean(one.value / other.value)
    shown = f"{written(one)} / {written(other)} = {number(round(value, 2))}"
    return Result(_exactly(claim, value), 0, shown)


def _difference(claim: Quantity, one: Quantity, other: Quantity) -> Result:
    value = clean(one.value - other.value)
    base = replace(one, unit=claim.unit) if claim.unit == "pp" else one
    shown = f"{written(one)} − {written(other)} = {_result(replace(claim, unit=base.unit), value)}"
    return Result(_exactly(base, abs(value)), _sign(value), shown)


def _percent_quantity(claim: Quantity, value: float) -> Quantity:
    return replace(_exactly(claim, value), kind=QuantityKind.PERCENT, unit="%", counted="", modifiers=())


def _exactly(like: Quantity, value: float) -> Quantity:
    """A value without rounding, of the kind and unit of another."""
    return replace(like, value=value, interval=Interval(value, value), hedge=Hedge.EXACT, precision=0.0, text="")


def _result(claim: Quantity, value: float) -> str:
    unit = claim.unit
    return f"{figure(value, unit)}{'' if unit == '%' else ' '}{unit}".strip()


def _joined(parts: Sequence[Quantity]) -> str:
    texts = [written(part) for part in parts]
    if len(texts) > _SHOWN_OPERANDS:
        texts = [*texts[:2], f"… ({len(texts)} in all)", texts[-1]]
    return " + ".join(texts)


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{number(abs(value))}"


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)
