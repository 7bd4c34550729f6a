"""Quantities: numeric and temporal expressions, what they mean, and how two of them relate.

Numbers are kept in the base of their dimension: metres, kilograms, bytes, joules, degrees Celsius,
seconds for durations, years for ages, minutes after midnight, ordinal days; `unit` tells the unit
as written ("12 km" has the value 12,000 and the unit "km"). Money stays in its currency. A rate's
denominator is in `per`, not divided by.
"""

from factcheck.quantities.asked import as_asked
from factcheck.quantities.compute import Computation, compute
from factcheck.quantities.distance import distance
from factcheck.quantities.headings import Heading, read_heading
from factcheck.quantities.in_text import relate_in_text
from factcheck.quantities.meaning import number
from factcheck.quantities.numerals import is_numeral
from factcheck.quantities.places import quantities_in
from factcheck.quantities.recognise import Found, find_quantities
from factcheck.quantities.relate import relate
from factcheck.quantities.rows import ReadCell, label_periods, read_row
from factcheck.quantities.thing import same_thing
from factcheck.quantities.wording import places_in, stems

__all__ = [
    "Computation",
    "Found",
    "Heading",
    "ReadCell",
    "as_asked",
    "compute",
    "distance",
    "find_quantities",
    "is_numeral",
    "label_periods",
    "number",
    "places_in",
    "quantities_in",
    "read_heading",
    "read_row",
    "relate",
    "relate_in_text",
    "same_thing",
    "stems",
]
