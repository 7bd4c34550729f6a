"""What a report has that the one before it had not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.text import Text

from factcheck.output.colour import rendered
from factcheck.output.concise import finding_line
from factcheck.output.coverage import coverage
from factcheck.output.findings import finding_lines
from factcheck.output.layout import hanging
from factcheck.output.plain import one_line
from factcheck.report import Finding, Report

_Name = tuple[str, str, str, str]
"""A finding wherever it stands: its document, rule, words and message."""


def news(before: Report, after: Report, *, brief: bool = False, color: bool = False) -> str:
    """The findings that are new, a line for each that is gone, and the coverage line.

    A finding that has only moved is neither.

    Args:
        before: The report before.
        after: The report.
        brief: Whether each is told in a line.
        color: Whether to add ANSI colours; the text is the same.
    """
    return rendered(_lines(before, after, brief), color=color)


def _lines(before: Report, after: Report, brief: bool) -> Iterator[Text]:
    old = Counter(_name(before, finding) for finding in before.findings)
    advised: set[str] = set()
    for finding in after.findings:
        name = _name(after, finding)
        if old[name]:
            old[name] -= 1
            continue
        if brief:
            yield finding_line(after, finding)
            continue
        yield from finding_lines(after, finding, advise=finding.help not in advised)
        yield Text()
        advised.add(finding.help)
    for path, rule, _, summary in old.elements():
        yield Text(f"{one_line(path)}: gone: {rule} {one_line(summary)}")
    yield from [Text(coverage(after))] if brief else hanging(coverage(after), "", "")


def _name(report: Report, finding: Finding) -> _Name:
    document = report.documents[finding.document]
    return document.path, finding.rule, finding.span.of(document.text), finding.summary
