"""S902 suppression-unreasoned: a comment silences findings without saying why.

Level: warning. Needs a model: no.

Why: the next editor must be able to tell whether the reason still holds.

Example:
    article.md:4:1-38: warning S902 suppression-unreasoned: `factcheck-ignore N102 "1.2bn"` gives no reason
      |
    4 | <!-- factcheck-ignore N102 "1.2bn" -->
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

What to do: add a colon and the reason.

Since: 0.2.0
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.report import Finding, Level, Report, SuppressionState
from factcheck.rules import comments
from factcheck.rules.base import Example

_TO_BE_REMOVED = (SuppressionState.UNUSED, SuppressionState.EXPIRED)
_EXAMPLES = (
    Example(
        'The mayor, TK, opened the line. <!-- factcheck-ignore P301 "TK" -->\n',
        flagged='<!-- factcheck-ignore P301 "TK" -->',
    ),
    Example('The mayor, TK, opened the line. <!-- factcheck-ignore P301 "TK": the desk fills it in -->\n'),
    Example(
        "<!-- factcheck-disable P301: form -->\n\nThe mayor, TK, opened the line.\n\n<!-- factcheck-enable P301 -->\n"
    ),
)


@dataclass(frozen=True, slots=True)
class SuppressionUnreasoned:
    """A suppression without a reason."""

    id: str = "S902"
    name: str = "suppression-unreasoned"
    level: Level = Level.WARNING
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """One finding a comment."""
        for suppression in report.suppressions:
            if suppression.needs_reason and suppression.state not in _TO_BE_REMOVED:
                advice = "say why behind a colon"
                yield comments.finding(self, suppression, "gives no reason", advice)
