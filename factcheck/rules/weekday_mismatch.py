"""D202 weekday-mismatch: the date falls on another day of the week.

Level: error. Needs a model: no.

Why: a weekday beside a date is a check digit: if they do not fit, one of them is wrong. No reference is needed. Without
a year in the text the nearest to the article's own date is taken.

Example:
    article.md:3:16-36: error D202 weekday-mismatch: `Tuesday, 5 March 2025` is no Tuesday
      |
    3 | The hearing opened on Tuesday, 5 March 2025.
      |                       ^^^^^^^^^^^^^^^^^^^^^ that day is a Wednesday

What to do: correct the weekday or the date.

Since: 0.2.0
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.consistency import wrong_weekdays
from factcheck.report import Finding, Level, Report
from factcheck.rules import in_article
from factcheck.rules.base import Example

_EXAMPLES = (
    Example("The hearing opened on Tuesday, 5 March 2025, in Lund.\n", flagged="Tuesday, 5 March 2025"),
    Example("Doors open on Friday, June 13, 2026.\n", flagged="Friday, June 13, 2026"),
    Example("---\ndate: 2026-05-21\n---\n\nThe bank met on Thursday, 20 May.\n", flagged="Thursday, 20 May"),
    Example("The hearing opened on Tuesday, 4 March 2025, in Lund.\n"),
    Example("---\ndate: 2026-05-21\n---\n\nThe bank met on Wednesday, 20 May.\n"),
    Example("The show is open from Tuesday to Sunday, 4 March to 8 June 2025.\n"),
)


@dataclass(frozen=True, slots=True)
class WeekdayMismatch:
    """A date with a weekday that it does not have."""

    id: str = "D202"
    name: str = "weekday-mismatch"
    level: Level = Level.ERROR
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """One finding a date."""
        for index, document in enumerate(report.documents):
            for wrong in wrong_weekdays(document):
                label = f"{wrong.day.isoformat()} is a {wrong.falls}"
                advice = "correct the weekday or the date"
                yield in_article.finding(self, report, index, wrong.span, f"is no {wrong.said}", label, advice)
