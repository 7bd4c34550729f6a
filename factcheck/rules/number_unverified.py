"""N102 number-unverified: no source supports the value.

Level: error. Needs a model: no.

Why: a figure that stands in no source was remembered, guessed or made up. Dates, times and durations that no source
supports are reported here too. Not reported when there are no references at all: that is R601's. A warning only,
where the confidence in the verdict is below 0.6: a figure that stands in no reference, whatever of, is surer than that.

Example:
    article.md:6:31-43: error N102 number-unverified: `EUR 3.1bn` is not supported by the references
      |
    6 | The service runs on a budget of EUR 3.1bn.
      |                                 ^^^^^^^^^

What to do: add the source the figure comes from, take it out, or decide it in `factcheck review`.

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
        "The ferry service runs on a budget of EUR 3.1bn.\n",
        ("The ferry service runs eleven lines from two terminals.\n",),
        flagged="EUR 3.1bn",
    ),
    Example(
        "The ferry service runs eleven lines.\n",
        ("The ferry service runs 11 lines from two terminals.\n",),
    ),
)


@dataclass(frozen=True, slots=True)
class NumberUnverified:
    """A number that no source supports."""

    id: str = "N102"
    name: str = "number-unverified"
    level: Level = Level.ERROR
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """One finding a place, however many claims share the number."""
        for place in numbers.places_of(self, report):
            evidence = place.judged.evidence
            label = f"closest in {wording.source_value(report, evidence)}" if evidence else ""
            yield numbers.unsure(self, place, wording.NOT_SUPPORTED, label)
