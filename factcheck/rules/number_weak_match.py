"""N110 number-weak-match: supported, but with less confidence than was asked for.

Level: note. Needs a model: optional: without one every match has the same confidence.

Why: the match of words may be loose although the value agrees. With `--min-confidence` numbers whose support is weaker
are listed, so that somebody looks at the passage.

Example:
    article.md:3:18-27: note N110 number-weak-match: `9.5 percent` is supported with little confidence
      |
    3 | Ferry trips rose 9.5 percent last year.
      |                  ^^^^^^^^^^^ 0.71, asked for 0.80; source r1: 9.5 percent

What to do: look at the passage, or decide it in `factcheck review`.

Since: 0.2.0
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.report import Finding, Level, Report
from factcheck.rules import numbers
from factcheck.rules.base import Example

_EXAMPLES = (
    Example(
        "The ferry service runs eleven lines.\n",
        ("The ferry service runs 11 lines from two terminals.\n",),
        flagged="eleven lines",
        min_confidence=0.95,
    ),
    Example(
        "The ferry service runs eleven lines.\n",
        ("The ferry service runs 11 lines from two terminals.\n",),
        min_confidence=0.3,
    ),
)


@dataclass(frozen=True, slots=True)
class NumberWeakMatch:
    """A number supported with less confidence than was asked for.

    Attributes:
        min_confidence: What was asked for, 0 to 1.
    """

    min_confidence: float = 0.0
    id: str = "N110"
    name: str = "number-weak-match"
    level: Level = Level.NOTE
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """One finding a place, however many claims share the number."""
        for place in numbers.places_of(self, report, min_confidence=self.min_confidence):
            label = f"{place.judged.confidence:.2f}, asked for {self.min_confidence:.2f}"
            source = numbers.decisive(report, place)
            label = f"{label}; {source}" if source else label
            advice = "look at the passage, or decide it in factcheck review"
            yield numbers.finding(self, place, "is supported with little confidence", label, advice)
