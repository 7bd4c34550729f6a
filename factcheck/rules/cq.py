"""CQ behind a number or a claim: the desk's word that it is correct as it is."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.report import Finding, Report, Silenced, Silencer

_CQ = re.compile(r"[\s,.;:'\"’”*_)%]{0,4}[\[(]?\s?CQ\s?[\])]?(?!\w)")
"""The mark, as "CQ", "(CQ)" or "[CQ]", and what may stand between it and what it is about."""


def let_stand(report: Report) -> Report:
    """The report with the findings silenced that CQ follows in the article; placeholders stay."""
    kept: list[Finding] = []
    silenced = list(report.silenced)
    for finding in report.findings:
        text = report.documents[finding.document].text
        if len(finding.span) and finding.rule[0] in "NDC" and _CQ.match(text, finding.span.end):
            silenced.append(Silenced(finding, Silencer.SUPPRESSION, "CQ"))
        else:
            kept.append(finding)
    silenced.sort(key=lambda one: (one.finding.document, one.finding.span, one.finding.rule, one.finding.claim or ""))
    return replace(report, findings=tuple(kept), silenced=tuple(silenced))
