"""N102 number-unverified: no source supports the value.

Level: error. Needs a model: no.

Why: a figure that stands in no source was remembered, guessed or made up. Dates, times and durations that no
source supports are reported here too. Not reported when there are no references at all: that is R601's.

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
from dataclasses import dataclass

from factcheck.evidence import VerdictLabel
from factcheck.report import Finding, Level, Report
from factcheck.rules import wording
from factcheck.rules.decided import number_silenced
from factcheck.summary import number_places


@dataclass(frozen=True, slots=True)
class NumberUnverified:
    """A number that no source supports."""

    id: str = "N102"
    name: str = "number-unverified"
    level: Level = Level.ERROR

    def check(self, report: Report) -> Iterator[Finding]:
        """One finding a place, however many claims share the number."""
        if not report.references:
            return
        for place in number_places(report):
            judged = place.judged
            if judged.label is not VerdictLabel.UNVERIFIED or number_silenced(place):
                continue
            yield Finding(
                rule=self.id,
                name=self.name,
                level=self.level,
                document=place.document,
                span=place.span,
                claim=place.holder.claim.id,
                message=f"{wording.number(place)} {wording.NOT_SUPPORTED}",
                label=f"closest in {wording.source_value(report, judged.evidence)}" if judged.evidence else "",
                help=wording.WHAT_TO_DO,
            )
