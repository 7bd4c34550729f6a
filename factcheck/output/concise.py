"""One line a finding, for logs and editors that jump to places."""

from __future__ import annotations

from rich.text import Text

from factcheck.output.colour import LEVEL_STYLE, PLACE_STYLE, rendered
from factcheck.output.coverage import coverage
from factcheck.output.fresh import fresh_lines
from factcheck.output.plain import one_line
from factcheck.report import Finding, Report


def concise(report: Report, *, color: bool = False) -> str:
    """Each finding as `path:line:column: RULE message`, then the coverage line and what the change decides."""
    lines = [finding_line(report, finding) for finding in report.findings]
    return rendered([*lines, Text(coverage(report)), *fresh_lines(report)], color=color)


def finding_line(report: Report, finding: Finding) -> Text:
    """A finding in a line."""
    document = report.documents[finding.document]
    line, column = document.line_column(finding.span.start)
    return Text.assemble(
        (f"{one_line(document.path)}:{line}:{column}:", PLACE_STYLE),
        " ",
        (finding.rule, LEVEL_STYLE[finding.level]),
        f" {one_line(finding.summary)}",
    )
