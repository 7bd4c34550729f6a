"""Annotations of a GitHub workflow: commands that the runner reads from standard output.

A step may show ten annotations of each level; what is beyond that is printed as plain lines, so that the log has all
findings. Workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections import Counter

from factcheck.output.coverage import coverage
from factcheck.output.plain import one_line
from factcheck.report import Finding, Level, Report

ANNOTATIONS = 10
"""Annotations of one level that GitHub shows of a step."""
_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def github(report: Report) -> str:
    """Workflow commands for the findings that GitHub shows, then the others as text, then the coverage line."""
    used: Counter[Level] = Counter()
    lines, further = [], []
    for finding in report.findings:
        used[finding.level] += 1
        if used[finding.level] <= ANNOTATIONS:
            lines.append(_command(report, finding))
        else:
            further.append(_plain(f"- {_where(report, finding)}: {finding.level} {finding.rule} {finding.summary}"))
    if further:
        lines.append(f"{len(further)} more, beyond the {ANNOTATIONS} of a level that GitHub shows:")
    return "".join(f"{line}\n" for line in (*lines, *further, _plain(coverage(report))))


def _command(report: Report, finding: Finding) -> str:
    document = report.documents[finding.document]
    line, column = document.line_column(finding.span.start)
    last_line, last_column = document.line_column(max(finding.span.start, finding.span.end - 1))
    properties = {
        "file": document.path,
        "line": str(line),
        "endLine": str(last_line),
        "col": str(column),
        "endColumn": str(last_column + 1),
        "title": f"{finding.rule} {finding.name}",
    }
    if last_line != line:  # GitHub takes columns only where both are on one line
        del properties["col"], properties["endColumn"]
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    body = finding.summary + (f"\nhelp: {finding.help}" if finding.help else "")
    return f"::{_COMMANDS[finding.level]} {told}::{_data(body)}"


def _where(report: Report, finding: Finding) -> str:
    document = report.documents[finding.document]
    line, column = document.line_column(finding.span.start)
    return f"{document.path}:{line}:{column}"


def _data(text: str) -> str:
    """A command's message, as the runner decodes it; it can hold no command of its own."""
    folded = "\n".join(one_line(line) for line in text.split("\n"))
    return folded.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property's value, as the runner decodes it."""
    return _data(one_line(text)).replace(":", "%3A").replace(",", "%2C")


def _plain(text: str) -> str:
    """A line that the runner takes for no command: it looks for "##[" anywhere, for "::" at the start of a line."""
    return one_line(text).replace("##[", "# #[").replace("::", ": :")
