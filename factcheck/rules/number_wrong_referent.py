"""N103 number-wrong-referent: the figure stands in a source, but of something else.

Level: error. Needs a model: no.

Why: a figure taken from a source and put to another thing looks checked: the digits are there. It never counts as
support. Where the same passage has the right figure too, it is shown. A warning only, where the confidence in the
verdict is below 0.4, or 0.6 where no other figure is shown.

Example:
    article.md:5:21-30: error N103 number-wrong-referent: `312 houses` stands in the sources, but of something
    else
      |
    5 | The flood destroyed 312 houses in the valley.
      |                     ^^^^^^^^^^ source r1: 312 bridges

What to do: take the figure that the source gives for the thing, or say of what it is.

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
        "The flood destroyed 312 houses in the valley.\n",
        ("The flood destroyed 312 vineyards in the valley, the governor said.\n",),
        flagged="312 houses",
    ),
    Example(
        "The flood destroyed 312 vineyards in the valley.\n",
        ("The flood destroyed 312 vineyards in the valley, the governor said.\n",),
    ),
)


@dataclass(frozen=True, slots=True)
class NumberWrongReferent:
    """A number that a source has of something else."""

    id: str = "N103"
    name: str = "number-wrong-referent"
    level: Level = Level.ERROR
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """One finding a place, however many claims share the number."""
        for place in numbers.places_of(self, report):
            elsewhere = place.judged.elsewhere
            label = f"source {wording.source_value(report, elsewhere)}" if elsewhere else ""
            yield numbers.unsure(self, place, "stands in the sources, but of something else", label)
