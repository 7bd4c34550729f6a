"""S901 suppression-unused: a comment silences nothing.

Level: warning. Needs a model: no.

Why: the number that it stood for was corrected, or the rule does not report it any more. Left in place it would hide
the next mistake there. A suppression whose rules did not run is not called unused.

Example:
    article.md:4:1-53: warning S901 suppression-unused: `factcheck-ignore N102 "1.2bn"` silences nothing
      |
    4 | <!-- factcheck-ignore N102 "1.2bn": interview -->
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

What to do: take it out, or let `factcheck check --fix` do it.

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
        'The line opened in 1911. <!-- factcheck-ignore P301 "TK": to be filled in by the desk -->\n',
        flagged='<!-- factcheck-ignore P301 "TK": to be filled in by the desk -->',
    ),
    Example(
        "<!-- factcheck-disable D202: diary -->\n\nThe line opened in 1911.\n\n<!-- factcheck-enable D202 -->\n",
        flagged="<!-- factcheck-disable D202: diary -->",
    ),
    Example('The mayor, TK, opened it. <!-- factcheck-ignore P301 "TK": to be filled in by the desk -->\n'),
    Example("`<!-- factcheck-ignore N102: shown -->` is how it is written.\n"),
)


@dataclass(frozen=True, slots=True)
class SuppressionUnused:
    """A suppression that silences nothing."""

    id: str = "S901"
    name: str = "suppression-unused"
    level: Level = Level.WARNING
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """One finding a comment."""
        for suppression in report.suppressions:
            if suppression.state is SuppressionState.UNUSED:
                advice = "take it out, or run factcheck check --fix"
                yield comments.finding(self, suppression, "silences nothing", advice)
