"""N106 number-inconsistent: the article gives two values for one quantity.

Level: warning. Needs a model: no.

Why: headlines, captions and tables are written apart from the text and corrected apart from it. Reported are numbers of
a headline, heading, caption or table that the text gives otherwise, a thing recalled with another number ("the 430
people" of 340), one person's two ages, totals that their parts do not make, shares of one whole that exceed 100
percent, and changes that the values beside them deny. No reference is needed. What may be two quantities is let pass.

Example:
    article.md:1:15-16: warning N106 number-inconsistent: `14` differs from the text
      |
    1 | # Mill fire kills 14 in Corham
      |                   ^^ the text has 12 people, 2 apart

What to do: make the two agree.

Since: 0.2.0
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.consistency import inconsistencies
from factcheck.report import Finding, Level, Report
from factcheck.rules import in_article
from factcheck.rules.base import Example

_EXAMPLES = (
    Example(
        "# Mill fire kills 14 in Corham\n\nA fire in a mill in Corham killed 12 people on Friday.\n",
        flagged="14",
    ),
    Example("The crash injured 12 people, five men and six women, police said.\n", flagged="12 people"),
    Example("In the poll 64 percent were for the tunnel, 39 percent against it.\n", flagged="39 percent"),
    Example("The number of pupils fell from 310 to 355 within two years.\n", flagged="355"),
    Example(
        "| Ward | Votes |\n|---|---|\n| East | 412 |\n| West | 297 |\n| Harbour | 150 |\n| Total | 895 |\n",
        flagged="895",
    ),
    Example(
        "The firm employs 340 people in Lugo.\n\nFew of the 430 people will keep their jobs.\n",
        flagged="430 people",
    ),
    Example("Twelve people were hurt on Monday. Fourteen people were hurt in a second crash.\n"),
    Example("The crash injured 12 people, including five men and six women of one family.\n"),
    Example("Some 60 percent own a car and 70 percent own a bicycle.\n"),
    Example("Police arrested 12 men. The nine men still held will see a judge on Monday.\n"),
)


@dataclass(frozen=True, slots=True)
class NumberInconsistent:
    """A number that the article itself speaks against."""

    id: str = "N106"
    name: str = "number-inconsistent"
    level: Level = Level.WARNING
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """At most one finding a place."""
        for index, document in enumerate(report.documents):
            for found in inconsistencies(document):
                advice = "make the two agree, or decide it in factcheck review"
                yield in_article.finding(self, report, index, found.span, found.reason, found.proof, advice)
