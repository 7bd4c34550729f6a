"""Quantities: numeric and temporal expressions, what they mean, and how two of them relate."""

from factcheck.quantities.compute import Computation, compute
from factcheck.quantities.numerals import is_numeral
from factcheck.quantities.places import quantities_in
from factcheck.quantities.recognise import Found, find_quantities
from factcheck.quantities.relate import relate
from factcheck.quantities.thing import same_thing

__all__ = [
    "Computation",
    "Found",
    "compute",
    "find_quantities",
    "is_numeral",
    "quantities_in",
    "relate",
    "same_thing",
]
