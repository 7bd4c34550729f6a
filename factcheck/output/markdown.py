"""Markdown for a pull request's summary page (`$GITHUB_STEP_SUMMARY`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.output.coverage import coverage
from factcheck.output.plain import one_line
from factcheck.report import Finding, Level, Report

_SIGNS = {Level.ERROR: "❌ error", Level.WARNING: "⚠️ warning", Level.NOTE: "💬 note"}
_SPECIAL = re.compile(r"([\\`*_\[\]#|<>&~@:$])")
_MOST_ROWS = 500
"""Rows shown; GitHub refuses a summary of more than 1 MiB."""


def markdown(report: Report) -> str:
    """The findings as a table, files that were not read, and the coverage line; nothing of an article is markup."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield "## factcheck"
    yield ""
    yield _plain(coverage(report))
    if report.findings:
        yield ""
        yield "| | place | rule | finding |"
        yield "|---|---|---|---|"
        for finding in report.findings[:_MOST_ROWS]:
            yield _row(report, finding)
        if len(report.findings) > _MOST_ROWS:
            yield ""
            yield f"{len(report.findings) - _MOST_ROWS} more findings are not shown."
    if report.errors:
        yield ""
        yield "**Not read**"
        yield ""
        for error in report.errors:
            yield f"- {_plain(error.path)}: {_plain(error.message)}"


def _row(report: Report, finding: Finding) -> str:
    document = report.documents[finding.document]
    line, column = document.line_column(finding.span.start)
    cells = (
        _SIGNS[finding.level],
        _plain(f"{document.path}:{line}:{column}"),
        f"{finding.rule} {_plain(finding.name)}",
        _plain(finding.message) + (f"<br>{_plain(finding.label)}" if finding.label else ""),
    )
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """A text in which no character is markup, so that a quotation can hold no link, image, mention or table cell."""
    return _SPECIAL.sub(r"\\\1", one_line(text))
