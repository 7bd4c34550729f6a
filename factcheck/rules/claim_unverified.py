"""C502 claim-unverified: no source establishes it.

Level: warning. Needs a model: yes; off with `--nli none`.

Why: a claim that the references neither support nor contradict may be right, but nothing at hand shows it.
Not reported beside a finding on a number or date of the same claim, nor when there are no references at all
(R601).

Example:
    article.md:5:17-52: warning C502 claim-unverified: claim `The mayor opened the line` is not supported by
    the references
      |
    5 | On the same day the mayor opened the line in heavy rain.
      |                 ^^^^^^^^^^^^^^^^^^^^^^^^^

What to do: add the source it comes from, or decide it in `factcheck review`.

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.evidence import VerdictLabel
from factcheck.report import Finding, Level, Report
from factcheck.rules import wording
from factcheck.rules.base import Example
from factcheck.rules.claims import extent, judged_claims

_EXAMPLES = (
    Example(
        "The mayor opened the new line in heavy rain.\n",
        ("The ferry service runs from two terminals.\n",),
        flagged="The mayor opened the new line in heavy rain.",
        model=True,
    ),
    Example(
        "The mayor opened the new line in heavy rain.\n",
        ("In heavy rain, the mayor opened the new line on Saturday.\n",),
        model=True,
    ),
)


@dataclass(frozen=True, slots=True)
class ClaimUnverified:
    """A claim that no source establishes."""

    id: str = "C502"
    name: str = "claim-unverified"
    level: Level = Level.WARNING
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """At most one finding a claim."""
        for claim in judged_claims(report, VerdictLabel.UNVERIFIED):
            if not report.checked_against[claim.document]:
                continue
            yield Finding(
                rule=self.id,
                name=self.name,
                level=self.level,
                document=claim.document,
                span=extent(claim),
                claim=claim.claim.id,
                message=f"{wording.claim(claim)} {wording.NOT_SUPPORTED}",
                help=wording.WHAT_TO_DO,
            )
