"""S905 suppression-malformed: a comment that is meant to silence something cannot be understood.

Level: warning. Needs a model: no.

Why: it silences nothing, or, where it never ends, hides the text below it from readers and from this program.

Example:
    article.md:4:1-50: warning S905 suppression-malformed: `factcheck-ignore N1O2 "1.2bn": interview` is no suppression
      |
    4 | <!-- factcheck-ignore N1O2 "1.2bn": interview -->
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ there is no rule N1O2; is N102 number-unverified meant

What to do: write it as the finding says.

Since: 0.2.0
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.report import Finding, Level, Report, SuppressionState
from factcheck.rules import comments
from factcheck.rules.base import Example

_EXAMPLES = (
    Example(
        'The mayor, TK, opened it. <!-- factcheck-ignore P3O1 "TK": the desk fills it in -->\n',
        flagged='<!-- factcheck-ignore P3O1 "TK": the desk fills it in -->',
    ),
    Example("The line opened in 1911. {/* factcheck-enable N102 */}\n", flagged="{/* factcheck-enable N102 */}"),
    Example("The line opened in 1911. <!-- factcheck this before Friday -->\n"),
    Example('The mayor, TK, opened it. {/* factcheck-ignore placeholder "TK": the desk fills it in */}\n'),
)


@dataclass(frozen=True, slots=True)
class SuppressionMalformed:
    """A comment that looks like a suppression and is none."""

    id: str = "S905"
    name: str = "suppression-malformed"
    level: Level = Level.WARNING
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """One finding a comment."""
        for suppression in report.suppressions:
            if suppression.state is SuppressionState.MALFORMED:
                yield comments.finding(self, suppression, "is no suppression", label=suppression.problem)
