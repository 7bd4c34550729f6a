"""N105 number-arithmetic: a sum, difference, change or share does not follow from the sources' values.

Level: error. Needs a model: no.

Why: a percentage is often worked out in a hurry from two figures that are right. If the sources give the figures and
not the result, it is worked out again and shown.

Example:
    article.md:3:18-27: error N105 number-arithmetic: `12 percent` does not follow from the sources
      |
    3 | Ferry trips rose 12 percent last year.
      |                  ^^^^^^^^^^ source r1: 9.5%
      |
      = note: 4,210,000 to 4,610,000 = +9.5%; 2.5 percentage points apart

What to do: correct the result, or add the source that states it.

Since: 0.2.0
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.report import Finding, Level, Report
from factcheck.rules import numbers
from factcheck.rules.base import Example

_EXAMPLES = (
    Example(
        "Ferry trips on the Alster rose 12 percent last year.\n",
        ("Ferry trips on the Alster rose from 4.21 million to 4.61 million last year.\n",),
        flagged="12 percent",
    ),
    Example(
        "In total 6,300 people moved out of the two valleys.\n",
        ("In the two valleys 3,140 people moved out of Upper Arle and 2,985 people out of Lower Arle.\n",),
        flagged="6,300 people",
    ),
    Example(
        "Ferry trips on the Alster rose 9.5 percent last year.\n",
        ("Ferry trips on the Alster rose from 4.21 million to 4.61 million last year.\n",),
    ),
    Example(
        "In total 6,125 people moved out of the two valleys.\n",
        ("In the two valleys 3,140 people moved out of Upper Arle and 2,985 people out of Lower Arle.\n",),
    ),
)


@dataclass(frozen=True, slots=True)
class NumberArithmetic:
    """A result that the sources' values do not give."""

    id: str = "N105"
    name: str = "number-arithmetic"
    level: Level = Level.ERROR
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """One finding a place, however many claims share the number."""
        for place in numbers.places_of(self, report):
            message = "does not follow from the sources"
            yield numbers.finding(self, place, message, numbers.decisive(report, place))
