"""Which figures stand in any reference at all, whatever of: one that stands in none was not taken from there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from factcheck.claim import Hedge, Quantity, QuantityKind
from factcheck.document import Reference
from factcheck.evidence import MATCHING, Snippet
from factcheck.quantities import relate
from factcheck.quantities.tokens import canonical

_NUMERAL = re.compile(r"\d(?:[\d,.]{0,30}\d)?")
_WORKED_OUT = frozenset({QuantityKind.DATE, QuantityKind.TIME, QuantityKind.ORDINAL, QuantityKind.FRACTION})
"""Kinds that writers work out for themselves: "half of them", "the third since", the day after."""
_FEW = 2
"""Counts in words up to it need no number in a source: "both", "one of them"."""
_POINTS = "pp"
"""The unit of a difference, which writers work out as well."""


class Values:
    """The figures of all references."""

    def __init__(self, references: Sequence[Reference], snippets: Sequence[Snippet]) -> None:
        """Keep the references; they are read when first asked for.

        Args:
            references: Of one run.
            snippets: Theirs, with their quantities.
        """
        self._references = references
        self._snippets = snippets

    def lack(self, quantity: Quantity) -> bool:
        """Whether an expression gives a figure, and one of its ends stands in no reference, in whatever notation.

        That none of its size is there says nothing of dates, shares and differences, which follow from others.

        Args:
            quantity: Of a claim.
        """
        if quantity.kind in _WORKED_OUT or quantity.unit == _POINTS or quantity.hedge is Hedge.VAGUE:
            return False
        written = [canonical(numeral) for numeral in _NUMERAL.findall(quantity.text)]
        if not written and (quantity.kind is not QuantityKind.COUNT or quantity.value <= _FEW):
            return False
        if not quantity.unit or any(len(numeral) > 1 for numeral in written):  # a 3 somewhere is not "3%"
            if written and all(numeral in self._numerals for numeral in written):
                return False
            if all(_key(end) in self._ends for end in _ends(quantity)):
                return False
        return not any(_gives(one, quantity) for snippet in self._snippets for one in snippet.quantities)

    @cached_property
    def _numerals(self) -> frozenset[str]:
        texts = (reference.text for reference in self._references)
        return frozenset(canonical(numeral) for text in texts for numeral in _NUMERAL.findall(text))

    @cached_property
    def _ends(self) -> frozenset[str]:
        return frozenset(_key(end) for snippet in self._snippets for one in snippet.quantities for end in _ends(one))


def _gives(source: Quantity, quantity: Quantity) -> bool:
    """Whether a source's quantity bears a claim's out, or has its figure with another hedge."""
    same = source.kind is quantity.kind and source.unit == quantity.unit and _key(source.value) == _key(quantity.value)
    return same or relate(quantity, source) in MATCHING


def _ends(quantity: Quantity) -> tuple[float, ...]:
    """The numbers that an expression gives, in the base of its unit: of a range both."""
    interval = quantity.interval
    return (interval.low, interval.high) if quantity.is_range else (quantity.value,)


def _key(value: float) -> str:
    """A number as it compares: what conversion adds in the last digits is nothing."""
    return f"{value:.9g}"
