"""N101 number-contradicted: a source gives another value for the same thing.

Level: error. Needs a model: no.

Why: a wrong figure is an error that any reader can prove. The article's expression is read as a range ("at
least 144 people" is 144 or more) and compared with the source's; both must count the same thing. Dates, times
and durations are D201's.

Example:
    article.md:14:18-27: error N101 number-contradicted: `12 percent` differs from the sources
       |
    14 | ferry trips rose 12 percent to 4.6 million in the year to March
       |                  ^^^^^^^^^^ source r2: 9.5 percent

What to do: correct the figure, add the source it comes from, or decide it in `factcheck review`.

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.report import Finding, Level, Report
from factcheck.rules.contradicted_numbers import contradicted_numbers


@dataclass(frozen=True, slots=True)
class NumberContradicted:
    """A number that a source contradicts."""

    id: str = "N101"
    name: str = "number-contradicted"
    level: Level = Level.ERROR

    def check(self, report: Report) -> Iterator[Finding]:
        """One finding a place, however many claims share the number."""
        return contradicted_numbers(self, report, temporal=False)
