"""What the machine has found so far: claims first, then their verdicts as they come, then the whole report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.claim import Claim
from factcheck.document import Document, Reference
from factcheck.evidence import Verdict, VerdictLabel
from factcheck.report import CheckedClaim, Finding, Report

WAITING = Verdict(VerdictLabel.UNVERIFIED, 0.0, "being judged")
"""Stands for a verdict that is not there yet."""


@dataclass(frozen=True, slots=True)
class Split:
    """An article's claims before they are judged, with an earlier check's verdicts where they still say something.

    Attributes:
        report: The claims so far.
        waiting: Indices of claims without a verdict.
    """

    report: Report
    waiting: frozenset[int]


def split(article: Document, references: Sequence[Reference], claims: Sequence[Claim], earlier: Report) -> Split:
    """Take over what an earlier check said of claims that read as they did.

    An earlier verdict is only kept until the new one comes: it spares the reviewer an empty screen. References may
    have joined those of the earlier check; where one of those has changed, nothing of it is kept.
    """
    known: dict[tuple[str, str], CheckedClaim] = {}
    before = [(reference.id, reference.document.sha256) for reference in earlier.references]
    if before == [(reference.id, reference.document.sha256) for reference in references[: len(before)]]:
        text = earlier.documents[0].text
        known = {(c.claim.text, c.claim.sentence.of(text)): c for c in earlier.claims}
    taken: list[CheckedClaim] = []
    waiting: set[int] = set()
    for index, claim in enumerate(claims):
        verdict = _carried(known.get((claim.text, claim.sentence.of(article.text))), claim)
        if verdict is None and (claim.checkworthy or claim.quantities):
            waiting.add(index)
        taken.append(CheckedClaim(0, claim, verdict or WAITING))
    return Split(Report((article,), tuple(references), claims=tuple(taken)), frozenset(waiting))


def _carried(earlier: CheckedClaim | None, claim: Claim) -> Verdict | None:
    """The earlier verdict with its numbers in their places of today."""
    if earlier is None or [q.text for q in earlier.claim.quantities] != [q.text for q in claim.quantities]:
        return None
    now = {old.span: new for old, new in zip(earlier.claim.quantities, claim.quantities, strict=True)}
    numbers = tuple(
        replace(number, quantity=now[number.quantity.span])
        for number in earlier.verdict.quantities
        if number.quantity.span in now
    )
    return replace(earlier.verdict, quantities=numbers)


def judged(report: Report, verdicts: Mapping[str, Verdict]) -> Report:
    """The report with some verdicts, by the claims' ids, in their places."""
    claims = (replace(c, verdict=verdicts[c.claim.id]) if c.claim.id in verdicts else c for c in report.claims)
    return replace(report, claims=tuple(claims))


def differing(earlier: Report, now: Report) -> tuple[int, ...]:
    """Indices of claims of today that an earlier check had too and judged otherwise."""
    text = earlier.documents[0].text
    labels = {(c.claim.text, c.claim.sentence.of(text)): c.verdict.label for c in earlier.claims}
    text = now.documents[0].text
    return tuple(
        index
        for index, c in enumerate(now.claims)
        if labels.get((c.claim.text, c.claim.sentence.of(text)), c.verdict.label) is not c.verdict.label
    )


def by_claim(report: Report) -> dict[str, list[Finding]]:
    """What the rules report, kept back or not, by the id of its claim."""
    findings: dict[str, list[Finding]] = {}
    for finding in (*report.findings, *(silenced.finding for silenced in report.silenced)):
        if finding.claim is not None:
            findings.setdefault(finding.claim, []).append(finding)
    return findings
