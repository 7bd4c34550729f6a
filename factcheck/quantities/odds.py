"""How many times as many one is as another, told as odds: "women outnumber men by three to one"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.claim import Quantity, QuantityKind
from factcheck.document import Span
from factcheck.quantities.meaning import describe

_OUTNUMBER = re.compile(r"\boutnumber\w*\b[^.;]*\bby\s$", re.IGNORECASE)
_FINENESS = 0.05
"""To what share of itself a multiple in a whole number is told."""


def as_multiple(text: str, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The quantities of a text, "three to one" behind "outnumber" as the multiple that it is.

    Args:
        text: A sentence.
        quantities: Its quantities, with offsets in it.
    """
    odds = {
        one.span: other
        for one, other in pairwise(quantities)
        if text[one.span.end : other.span.start] == " to "
        and other.value == 1
        and one.kind is other.kind is QuantityKind.COUNT
        and _OUTNUMBER.search(text[: one.span.start])
    }
    ones = {other.span for other in odds.values()}
    told = (_multiple(text, q, odds[q.span]) if q.span in odds else q for q in quantities if q.span not in ones)
    return tuple(told)


def _multiple(text: str, quantity: Quantity, one: Quantity) -> Quantity:
    place = Span(quantity.span.start, one.span.end)
    return replace(
        quantity,
        span=place,
        text=place.of(text),
        kind=QuantityKind.MULTIPLE,
        counted="",
        modifiers=(),
        precision=quantity.value * _FINENESS,
        meaning=describe(QuantityKind.MULTIPLE, quantity.interval, "", "", ""),
    )
