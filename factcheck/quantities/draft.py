"""A quantity in the making: places are token indices, numbers are in the unit as written."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.claim import Hedge, QuantityKind
from factcheck.quantities.numerals import Numeral


@dataclass(slots=True)
class Draft:
    """What the grammar has read so far.

    Attributes:
        start: Index of its first token.
        end: Index behind its last token.
        kind: What sort of expression.
        value: The number, in `unit` as written (dates: ordinal days; times: minutes).
        precision: Size of the last written digit's place, in `unit`.
        low: Lower end of a range or of a vague word, or None.
        high: Upper end, or None.
        unit: Canonical unit.
        per: Canonical denominator.
        counted: Head noun, singular.
        modifiers: Words that narrow it.
        vague: Whether `low` and `high` come from a vague word ("dozens").
        hedge: What the number itself says about its bound ("50+", "100-plus"), or None.
        shown: A date's or score's meaning, ready to print.
    """

    start: int
    end: int
    kind: QuantityKind
    value: float
    precision: float = 1.0
    low: float | None = None
    high: float | None = None
    unit: str = ""
    per: str = ""
    counted: str = ""
    modifiers: tuple[str, ...] = ()
    vague: bool = False
    hedge: Hedge | None = None
    shown: str = ""


def new_draft(start: int, end: int, kind: QuantityKind, numeral: Numeral, times: float = 1.0) -> Draft:
    """A draft with a numeral's value, precision and vague bounds, all multiplied by `times`."""
    low = None if numeral.low is None else numeral.low * times
    high = None if numeral.high is None else numeral.high * times
    value, precision = numeral.value * times, numeral.precision * times
    hedge = Hedge.AT_LEAST if numeral.more else None
    return Draft(start, end, kind, value, precision, low, high, vague=low is not None, hedge=hedge)
