"""Decisions that came with the change under check, so that nobody silences himself unseen."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from factcheck.output.layout import hanging
from factcheck.output.plain import one_line
from factcheck.report import Report


def fresh_lines(report: Report) -> Iterator[Text]:
    """What they keep from being reported, and by whose word; nothing if nothing came with a change."""
    fresh = report.fresh_decisions
    if not fresh:
        return
    noun = "finding" if len(fresh) == 1 else "findings"
    yield Text(f"decided in this change, {len(fresh)} {noun} less:")
    for each in fresh:
        finding = each.finding
        document = report.documents[finding.document]
        line, column = document.line_column(finding.span.start)
        place = f"{one_line(document.path)}:{line}:{column}:"
        said = f"{place} {finding.rule} {one_line(finding.message)}: {one_line(each.reason)}"
        yield from hanging(said, "  ", "    ")
