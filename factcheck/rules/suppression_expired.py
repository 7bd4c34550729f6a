"""S903 suppression-expired: the last day of a suppression is over.

Level: warning. Needs a model: no.

Why: `factcheck-ignore-until` puts something off to a day: a figure due in December. After that day it silences nothing,
and what it hid is reported again.

Example:
    article.md:4:1-71: warning S903 suppression-expired: `factcheck-ignore-until 2026-12-31 N102 "1.2bn"` is over
      |
    4 | <!-- factcheck-ignore-until 2026-12-31 N102 "1.2bn": figure due in December -->
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

What to do: settle the matter and take the comment out (`factcheck check --fix` does), or give it another day.

Since: 0.2.0
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.report import Finding, Level, Report, SuppressionState
from factcheck.rules import comments
from factcheck.rules.base import Example

_EXAMPLES = (
    Example(
        'The mayor, TK, opened it. <!-- factcheck-ignore-until 2025-01-31 P301 "TK": elections in January -->\n',
        flagged='<!-- factcheck-ignore-until 2025-01-31 P301 "TK": elections in January -->',
    ),
    Example('The mayor, TK, opened it. <!-- factcheck-ignore-until 9999-12-31 P301 "TK": elections -->\n'),
)


@dataclass(frozen=True, slots=True)
class SuppressionExpired:
    """A suppression whose last day is over."""

    id: str = "S903"
    name: str = "suppression-expired"
    level: Level = Level.WARNING
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """One finding a comment."""
        for suppression in report.suppressions:
            if suppression.state is SuppressionState.EXPIRED:
                advice = "settle it and take the comment out, or give it another day"
                yield comments.finding(self, suppression, "is over", advice)
