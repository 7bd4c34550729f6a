"""N107 number-hedge: "more than", "nearly" or "at least" points the wrong way.

Level: warning. Needs a model: no.

Why: the figure is about right, but the word before it is not: "more than 150" where it is 147, "nearly 150" where it is
153, "over 800,000" where it is 900,000.

Example:
    article.md:3:9-21: warning N107 number-hedge: `more than 150 boats` is on the wrong side of the sources' figure
      |
    3 | Storms sank more than 150 boats.
      |             ^^^^^^^^^^^^^^^^^^^ source r1: 147 boats

What to do: change the word ("nearly", "about"), or give the figure itself.

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
        "Storms sank more than 150 boats off Skerry in January.\n",
        ("Storms sank 147 boats off Skerry in January, the coast guard said.\n",),
        flagged="more than 150 boats",
    ),
    Example(
        "Storms sank nearly 150 boats off Skerry in January.\n",
        ("Storms sank 157 boats off Skerry in January, the coast guard said.\n",),
        flagged="nearly 150 boats",
    ),
    Example(
        "Over 800,000 people marched through Skerry.\n",
        ("Some 900,000 people marched through Skerry, the police said.\n",),
        flagged="Over 800,000 people",
    ),
    Example(
        "Over 800,000 people marched through Skerry.\n",
        ("Some 850,000 people marched through Skerry, the police said.\n",),
    ),
    Example(
        "Storms sank nearly 150 boats off Skerry in January.\n",
        ("Storms sank 147 boats off Skerry in January, the coast guard said.\n",),
    ),
)


@dataclass(frozen=True, slots=True)
class NumberHedge:
    """A number whose hedge points the wrong way."""

    id: str = "N107"
    name: str = "number-hedge"
    level: Level = Level.WARNING
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """One finding a place, however many claims share the number."""
        for place in numbers.places_of(self, report):
            message = "is on the wrong side of the sources' figure"
            yield numbers.finding(self, place, message, numbers.decisive(report, place))
