"""Markdown for a pull request's summary page (`$GITHUB_STEP_SUMMARY`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.output.coverage import coverage
from factcheck.output.markdown_text import escaped
from factcheck.report import Finding, Level, Report

_SIGNS = {Level.ERROR: "❌ error", Level.WARNING: "⚠️ warning", Level.NOTE: "💬 note"}
_MOST_ROWS = 500
_MOST_BYTES = 400_000
"""Of a table or list: GitHub refuses a summary of more than 1 MiB."""


def markdown(report: Report) -> str:
    """The findings as a table, files that were not read, and the coverage line; nothing of an article is markup."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield "## factcheck"
    yield ""
    yield escaped(coverage(report))
    if report.findings:
        yield ""
        yield "| | place | rule | finding |"
        yield "|---|---|---|---|"
        yield from _limited([_row(report, finding) for finding in _worst(report)], "findings")
    if report.errors:
        yield ""
        yield "**Not read**"
        yield ""
        yield from _limited([f"- {escaped(error.path)}: {escaped(error.message)}" for error in report.errors], "files")


def _worst(report: Report) -> Sequence[Finding]:
    """The findings by place; where not all can be shown, the most severe ones first."""
    if len(report.findings) <= _MOST_ROWS:
        return report.findings
    return sorted(report.findings, key=lambda finding: -finding.level.rank)


def _limited(rows: Sequence[str], noun: str) -> Iterator[str]:
    """As many rows as GitHub shows, and how many are left out."""
    used = 0
    for number, row in enumerate(rows):
        used += len(row.encode())
        if number == _MOST_ROWS or used > _MOST_BYTES:
            yield ""
            yield f"{len(rows) - number} more {noun} are not shown."
            return
        yield row


def _row(report: Report, finding: Finding) -> str:
    document = report.documents[finding.document]
    line, column = document.line_column(finding.span.start)
    cells = (
        _SIGNS[finding.level],
        escaped(f"{document.path}:{line}:{column}"),
        f"{finding.rule} {escaped(finding.name)}",
        escaped(finding.message) + (f"<br>{escaped(finding.label)}" if finding.label else ""),
    )
    return f"| {' | '.join(cells)} |"
