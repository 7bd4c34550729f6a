"""N101 number-contradicted: a source gives another value for the same thing.

Level: error. Needs a model: no.

Why: a wrong figure is an error that any reader can prove. The article's expression is read as a range ("at least 144
people" is 144 or more) and compared with the source's; both must count the same thing. Dates, times and durations are
D201's. Where it can be told how the figure went wrong, N103, N104, N105, N107 or N108 reports it instead. A warning
only, where the confidence in the verdict is below 0.4.

Example:
    article.md:14:18-27: error N101 number-contradicted: `12 percent` differs from the sources
       |
    14 | ferry trips rose 12 percent to 4.6 million in the year to March
       |                  ^^^^^^^^^^ source r2: 9.5 percent
       |
       = note: 2.5 percentage points apart

What to do: correct the figure, add the source it comes from, or decide it in `factcheck review`.

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
        "The dam holds 41 million cubic metres of water when it is full.\n",
        ("When it is full, the dam holds 37 million cubic metres of water.\n",),
        flagged="41 million cubic metres",
    ),
    Example(
        "The dam holds about 37 million cubic metres of water when it is full.\n",
        ("When it is full, the dam holds 36.8 million cubic metres of water.\n",),
    ),
)


@dataclass(frozen=True, slots=True)
class NumberContradicted:
    """A number that a source contradicts."""

    id: str = "N101"
    name: str = "number-contradicted"
    level: Level = Level.ERROR
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """One finding a place, however many claims share the number."""
        for place in numbers.places_of(self, report):
            yield numbers.unsure(self, place, wording.DIFFERS, numbers.decisive(report, place))
