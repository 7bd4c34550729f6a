"""GitLab's code quality report.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from factcheck.fingerprint import fingerprints
from factcheck.output.json_report import dumped
from factcheck.output.plain import one_line
from factcheck.report import Level, Report

_SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor", Level.NOTE: "info"}


def gitlab(report: Report) -> str:
    """A JSON list with an entry for each finding, known by its content and not by its line."""
    entries = []
    marks = fingerprints(report)
    for finding in report.findings:
        document = report.documents[finding.document]
        first = document.line_column(finding.span.start)[0]
        last = document.line_column(max(finding.span.start, finding.span.end - 1))[0]
        entries.append({
            "description": one_line(finding.summary),
            "check_name": f"{finding.rule} {finding.name}",
            "fingerprint": marks[finding],
            "severity": _SEVERITIES[finding.level],
            "location": {"path": document.path.removeprefix("./"), "lines": {"begin": first, "end": last}},
        })  # fmt: skip
    return dumped(entries)
