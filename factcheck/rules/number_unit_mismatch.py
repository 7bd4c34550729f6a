"""N104 number-unit-mismatch: the digits of a source with another unit or scale.

Level: error. Needs a model: no.

Why: millions become billions, kilometres miles, percentage points per cent, and dollars euros while the digits stay
right, so that nobody looks twice.

Example:
    article.md:4:24-29: error N104 number-unit-mismatch: `€1.2bn` has the digits of the sources, but another unit
      |
    4 | The harbour will cost €1.2bn.
      |                       ^^^^^^ source r1: €1.2m
      |
      = note: off by a factor of 1,000

What to do: write the unit of the source, or convert the figure.

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
        "The new harbour in Velmar will cost €1.2bn.\n",
        ("The new harbour in Velmar will cost €1.2m, the council said.\n",),
        flagged="€1.2bn",
    ),
    Example(
        "The new harbour in Velmar will cost €1.2m.\n",
        ("The new harbour in Velmar will cost $1.2m, the council said.\n",),
        flagged="€1.2m",
    ),
    Example(
        "Turnout in the vote on the tunnel rose by 4 percent.\n",
        ("Turnout in the vote on the tunnel rose by 4 percentage points.\n",),
        flagged="4 percent",
    ),
    Example(
        "The pipeline from the lake to the town is 12 miles long.\n",
        ("The pipeline from the lake to the town is 12 km long.\n",),
        flagged="12 miles",
    ),
    Example(
        "The pipeline from the lake to the town is 12 miles long.\n",
        ("The pipeline from the lake to the town is 19.3 km long.\n",),
    ),
    Example(
        "The new harbour in Velmar will cost €1,200m.\n",
        ("The new harbour in Velmar will cost €1.2bn, the council said.\n",),
    ),
)


@dataclass(frozen=True, slots=True)
class NumberUnitMismatch:
    """A number whose digits a source has with another unit."""

    id: str = "N104"
    name: str = "number-unit-mismatch"
    level: Level = Level.ERROR
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """One finding a place, however many claims share the number."""
        for place in numbers.places_of(self, report):
            message = "has the digits of the sources, but another unit or scale"
            yield numbers.finding(self, place, message, numbers.decisive(report, place))
