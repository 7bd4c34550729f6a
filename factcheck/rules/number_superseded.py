"""N108 number-superseded: only an older or lower-ranked source says so.

Level: warning. Needs a model: no.

Why: first counts are corrected, and forecasts are overtaken. Where sources differ, the higher-ranked counts, then the
later; an article that follows the other one is out of date. Both are shown.

Example:
    article.md:3:19-27: warning N108 number-superseded: `40 people` is given only by an older or lower-ranked source
      |
    3 | The quake killed 40 people in Garmrud.
      |                  ^^^^^^^^^ source r2: 52 people
      |
      = note: other source r1, 2026-03-01: 40 people

What to do: take the newer figure, or say of when the older one is.

Since: 0.2.0
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.report import Finding, Level, Report
from factcheck.rules import numbers, wording
from factcheck.rules.base import Example

_EXAMPLES = (
    Example(
        "The quake in Garmrud killed 40 people.\n",
        (
            "---\ndate: 2026-03-01\n---\n\nThe quake in Garmrud killed 40 people, officials said.\n",
            "---\ndate: 2026-03-09\n---\n\nThe quake in Garmrud killed 52 people, officials said.\n",
        ),
        flagged="40 people",
    ),
    Example(
        "The quake in Garmrud killed 52 people.\n",
        (
            "---\ndate: 2026-03-01\n---\n\nThe quake in Garmrud killed 40 people, officials said.\n",
            "---\ndate: 2026-03-09\n---\n\nThe quake in Garmrud killed 52 people, officials said.\n",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class NumberSuperseded:
    """A number that only a source says which a better one overrules."""

    id: str = "N108"
    name: str = "number-superseded"
    level: Level = Level.WARNING
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """One finding a place, however many claims share the number."""
        for place in numbers.places_of(self, report):
            better = wording.against(report, place.judged)
            message = "is given only by an older or lower-ranked source"
            yield numbers.finding(self, place, message, f"source {better}" if better else "")
