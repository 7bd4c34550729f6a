"""All rules by id, and their application to a report."""

from __future__ import annotations

from dataclasses import replace

from factcheck.report import Report
from factcheck.rules.base import Rule
from factcheck.rules.claim_contradicted import ClaimContradicted
from factcheck.rules.claim_unverified import ClaimUnverified
from factcheck.rules.date_contradicted import DateContradicted
from factcheck.rules.no_references import NoReferences
from factcheck.rules.number_contradicted import NumberContradicted
from factcheck.rules.number_unverified import NumberUnverified


def registry(*, nli: bool = True) -> dict[str, Rule]:
    """The rules by id.

    Args:
        nli: Whether a model has judged the claims; without one, claims as such are not reported.
    """
    rules: dict[str, Rule] = {
        "N101": NumberContradicted(),
        "N102": NumberUnverified(),
        "D201": DateContradicted(),
        "C501": ClaimContradicted(judged=nli),
        "R601": NoReferences(),
    }
    if nli:
        rules["C502"] = ClaimUnverified()
    return rules


def apply(report: Report, *, nli: bool) -> Report:
    """The report with its findings, by document, place and rule.

    Args:
        report: Judged, with decisions attached where they are to count.
        nli: Whether a model has judged the claims.
    """
    findings = [finding for rule in registry(nli=nli).values() for finding in rule.check(report)]
    findings.sort(key=lambda finding: (finding.document, finding.span, finding.rule, finding.claim or ""))
    return replace(report, findings=tuple(findings))
