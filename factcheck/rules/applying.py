"""The rules applied to a report."""

from __future__ import annotations

from dataclasses import replace

from factcheck.report import Finding, Report
from factcheck.rules.precedence import most_telling
from factcheck.rules.registry import registry
from factcheck.rules.selection import Selection


def apply(
    report: Report,
    *,
    nli: bool,
    min_confidence: float = 0.0,
    tk: bool = True,
    selection: Selection | None = None,
) -> Report:
    """The report with its findings, by document, place and rule.

    Args:
        report: Judged, with decisions attached where they are to count.
        nli: Whether a model has judged the claims.
        min_confidence: Below it a supported number is reported as matched weakly, 0 to 1.
        tk: Whether TK is a placeholder.
        selection: Which rules are applied and how severe they are; all, as severe as they say, if None.
    """
    chosen = selection or Selection()
    found: list[Finding] = []
    for rule in chosen.rules(registry(nli=nli, min_confidence=min_confidence, tk=tk).values()):
        level = chosen.level(rule)
        found += (
            finding if finding.level is level else replace(finding, level=level) for finding in rule.check(report)
        )
    paths = [document.path for document in report.documents]
    findings = most_telling([finding for finding in found if not chosen.ignores(finding, paths[finding.document])])
    findings.sort(key=lambda finding: (finding.document, finding.span, finding.rule, finding.claim or ""))
    return replace(report, findings=tuple(findings))
