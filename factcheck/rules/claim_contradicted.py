"""C501 claim-contradicted: a source says otherwise.

Level: error. Needs a model: yes; with `--nli none` only what a reviewer marked as an error is reported.

Why: names, places, roles and negations go wrong as numbers do, and no pattern finds them: the claim is read
against the passages of the references that speak of the same thing. Not reported beside a finding on a number
or date of the same claim, which says more exactly what is wrong. A claim that a reviewer marked as an error
is always reported. A name or a version that no reference has is put to a test: where a passage says the same with
another in its place, the finding names both, also in a phrase that is no sentence ("Python 3.8 or later" in a list). A
warning only, where the confidence in the verdict is below 0.8, or the claim does not name what it is about.

Example:
    article.md:8:1-46: error C501 claim-contradicted: claim `The strike went ahead in May` differs from the
    sources
      |
    8 | The strike set for May went ahead.
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source r5 says otherwise

What to do: correct the claim, add a better source, or decide it in `factcheck review`.

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from factcheck.evidence import EvidenceRelation, VerdictLabel
from factcheck.report import CheckedClaim, Finding, Level, Report
from factcheck.rules import sureness, wording
from factcheck.rules.base import Example
from factcheck.rules.claims import extent, is_of_unnamed, judged_claims
from factcheck.rules.decided import marked_as_error

_EXAMPLES = (
    Example(
        "The strike of the dockers in Velmar went ahead.\n",
        ("The strike of the dockers in Velmar did not take place; it was called off.\n",),
        flagged="The strike of the dockers in Velmar went ahead.",
        model=True,
    ),
    Example(
        "The library was started by Odile Marchetti.\n",
        ("In the spring of that year Jan Brekke began the library.\n",),
        flagged="The library was started by Odile Marchetti.",
        model=True,
    ),
    Example(
        "The dockers in Velmar called off their strike.\n",
        ("The dockers in Velmar called off their strike, a spokeswoman said.\n",),
        model=True,
    ),
)


@dataclass(frozen=True, slots=True)
class ClaimContradicted:
    """A claim that a source contradicts or a reviewer marked as an error.

    Attributes:
        judged: Whether a model has judged the claims; if not, only reviewers have.
    """

    judged: bool = True
    id: str = "C501"
    name: str = "claim-contradicted"
    level: Level = Level.ERROR
    examples: tuple[Example, ...] = field(default=_EXAMPLES, repr=False)

    def check(self, report: Report) -> Iterator[Finding]:
        """At most one finding a claim."""
        for claim in report.claims:
            if claim.decision is not None and marked_as_error(claim):
                message = f"{wording.claim(claim)} is marked as an error by {claim.decision.reviewer}"
                label = wording.suggested(claim.decision)
                yield self._finding(claim, message, label, "correct it, or decide it again in factcheck review")
        if self.judged:
            for claim in judged_claims(report, VerdictLabel.CONTRADICTED):
                message = f"{wording.claim(claim)} {wording.DIFFERS}"
                found = self._finding(claim, message, _source(report, claim), wording.WHAT_TO_DO)
                usual = Level.WARNING if is_of_unnamed(claim) else self.level
                yield replace(found, level=sureness.level(usual, claim.verdict))

    def _finding(self, claim: CheckedClaim, message: str, label: str, advice: str) -> Finding:
        return Finding(
            rule=self.id,
            name=self.name,
            level=self.level,
            document=claim.document,
            span=extent(claim),
            claim=claim.claim.id,
            message=message,
            label=label,
            help=advice,
        )


def _source(report: Report, claim: CheckedClaim) -> str:
    """What the source has instead, if that is known, or that it says otherwise."""
    verdict = claim.verdict
    against = [
        report.references[e.reference].id for e in verdict.evidence if e.relation is EvidenceRelation.CONTRADICTS
    ]
    if any(verdict.rationale.startswith(f"{name} ") for name in against):
        return f"source {verdict.rationale}"
    return f"source {against[0]} says otherwise" if against else ""
