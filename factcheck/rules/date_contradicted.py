"""D201 date-contradicted: a source gives another date, time or duration for the same event.

Level: error. Needs a model: no.

Why: dates slip when an article is written days after its sources ("on Monday"), and durations when they are counted
in the head. They are compared at the precision in which they are written: "March 2024" agrees with any day of it. A
warning only, where the confidence in the verdict is below 0.4.

Example:
    article.md:9:41-54: error D201 date-contradicted: `within 60 days` differs from the sources
      |
    9 | The inquiry is due to report within 60 days.
      |                              ^^^^^^^^^^^^^^ source r1: within 45 days

What to do: correct it, add the source it comes from, or decide it in `factcheck review`.

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.report import Finding, Level, Report
from factcheck.rules import numbers, wording
from factcheck.rules.base import Example

_EXAMPLES = (
    Example(
        "The inquiry into the collapse of the bridge is due to report within 60 days.\n",
        ("The inquiry into the collapse of the bridge is due to report within 45 days.\n",),
        flagged="within 60 days",
    ),
    Example(
        "The inquiry into the collapse of the bridge began in March 2024.\n",
        ("The inquiry into the collapse of the bridge began on 11 March 2024.\n",),
    ),
)


@dataclass(frozen=True, slots=True)
class DateContradicted:
    """A date, time or duration that a source contradicts."""

    id: str = "D201"
    name: str = "date-contradicted"
    level: Level = Level.ERROR
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """One finding a place, however many claims share the date."""
        for place in numbers.places_of(self, report):
            yield numbers.unsure(self, place, wording.DIFFERS, numbers.decisive(report, place))
