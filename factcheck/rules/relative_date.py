"""D203 relative-date: "last year" or "on Sunday" without a date of the article.

Level: note. Needs a model: no.

Why: an article outlives the day on which "last year" was clear, and without a date it cannot be checked either. Give it
one in its front matter or a dateline. Reported once an article, at the first such expression.

Example:
    article.md:3:25-33: note D203 relative-date: `last year` says when only if the article has a date
      |
    3 | The plant was closed last year.
      |                      ^^^^^^^^^

What to do: add `date:` to the front matter, begin with a dateline, or write the date out.

Since: 0.2.0
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.consistency import relative_dates
from factcheck.report import Finding, Level, Report
from factcheck.rules import in_article
from factcheck.rules.base import Example

_EXAMPLES = (
    Example("The plant in Lugo was closed last year.\n", flagged="last year"),
    Example("The river burst its banks on Sunday.\n", flagged="on Sunday"),
    Example("---\ndate: 2026-05-21\n---\n\nThe plant in Lugo was closed last year.\n"),
    Example("LUGO, 21 May 2026. The plant was closed last year.\n"),
    Example("The plant in Lugo was closed in 2025.\n"),
)


@dataclass(frozen=True, slots=True)
class RelativeDate:
    """A relative date in an article without a date."""

    id: str = "D203"
    name: str = "relative-date"
    level: Level = Level.NOTE
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """At most one finding an article."""
        for index, document in enumerate(report.documents):
            spans = list(relative_dates(document))
            if spans:
                more = len(spans) - 1
                label = f"and {more} more such expression{'' if more == 1 else 's'}" if more else ""
                advice = "add `date:` to the front matter, or write the date out"
                message = "says when only if the article has a date"
                yield in_article.finding(self, report, index, spans[0], message, label, advice)
