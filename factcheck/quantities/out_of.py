"""Shares told for so many with the part far behind: "of every ten euros it takes, seven come from abroad" is 7/10."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.claim import Interval, Quantity, QuantityKind
from factcheck.quantities.meaning import describe
from factcheck.quantities.wording import SENTENCE_END

_OF_EVERY = re.compile(r"\b(?:out )?of every (?:single )?$", re.IGNORECASE)
_FINENESS = 5
"""A share is as precise as a fifth of one of so many."""


def as_share(text: str, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The quantities of a text, a part "of every ten" as the share that it is; the ten is none of its own.

    Args:
        text: A sentence.
        quantities: Its quantities, with offsets in it.
    """
    found: list[Quantity] = []
    whole: Quantity | None = None
    for quantity in quantities:
        if _OF_EVERY.search(text[: quantity.span.start]) and quantity.value > 1:
            whole = quantity
            continue
        if whole is not None and _is_part(text, quantity, whole):
            found.append(_share(quantity, whole))
            whole = None
        else:
            found.append(quantity)
    return tuple(found) if whole is None else tuple(quantities)


def _is_part(text: str, quantity: Quantity, whole: Quantity) -> bool:
    plain = quantity.kind is QuantityKind.COUNT and quantity.interval.is_point and 0 < quantity.value < whole.value
    return plain and SENTENCE_END.search(text, whole.span.end, quantity.span.start) is None


def _share(quantity: Quantity, whole: Quantity) -> Quantity:
    value = quantity.value / whole.value
    interval = Interval(value, value)
    noun = whole.counted if whole.kind is QuantityKind.COUNT else ""
    return replace(
        quantity,
        kind=QuantityKind.FRACTION,
        value=value,
        interval=interval,
        precision=1 / whole.value / _FINENESS,
        counted=noun,
        modifiers=(),
        meaning=describe(QuantityKind.FRACTION, interval, "", noun, ""),
        reading=f"{quantity.text} in {whole.text}",
    )
