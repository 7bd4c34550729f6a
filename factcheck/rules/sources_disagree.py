"""N109 sources-disagree: sources conflict, and the better one supports the article.

Level: note. Needs a model: no.

Why: a reader who finds the other source will ask. It is shown, so that the article can say why it follows this one.

Example:
    article.md:3:19-27: note N109 sources-disagree: `52 people` is supported, but sources disagree
      |
    3 | The quake killed 52 people in Garmrud.
      |                  ^^^^^^^^^ source r1: 40 people

What to do: nothing, if the better source is right; else decide it in `factcheck review`.

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
        "The quake in Garmrud killed 52 people.\n",
        (
            "---\ndate: 2026-03-01\n---\n\nThe quake in Garmrud killed 40 people, officials said.\n",
            "---\ndate: 2026-03-09\n---\n\nThe quake in Garmrud killed 52 people, officials said.\n",
        ),
        flagged="52 people",
    ),
    Example(
        "The quake in Garmrud killed 52 people.\n",
        (
            "---\ndate: 2026-03-09\n---\n\nThe quake in Garmrud killed 52 people, officials said.\n",
            "The quake in Garmrud destroyed 2,310 houses.\n",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class SourcesDisagree:
    """A supported number of which another source says otherwise."""

    id: str = "N109"
    name: str = "sources-disagree"
    level: Level = Level.NOTE
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """One finding a place, however many claims share the number."""
        for place in numbers.places_of(self, report):
            other = wording.against(report, place.judged)
            advice = "see whether the better source is right, or decide it in factcheck review"
            yield numbers.finding(self, place, "is supported, but sources disagree", f"source {other}", advice)
