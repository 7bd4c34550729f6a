"""Findings that are not reported, with what silences them: `--show-suppressed`."""

from __future__ import annotations

from factcheck.output.plain import one_line
from factcheck.report import Report, Silenced


def silenced(report: Report) -> str:
    """A line for each finding that is kept back."""
    return "".join(f"{_line(report, one)}\n" for one in report.silenced)


def _line(report: Report, one: Silenced) -> str:
    document = report.documents[one.finding.document]
    line, column = document.line_column(one.finding.span.start)
    reason = f": {one_line(one.reason)}" if one.reason else ""
    return (
        f"{one_line(document.path)}:{line}:{column}: {one.finding.rule} {one_line(one.finding.summary)}"
        f" [{one.by}{reason}]"
    )
