"""The report for people: claims with verdict and evidence, then findings, then the coverage line."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from rich.text import Text

from factcheck.output.colour import rendered
from factcheck.output.coverage import coverage
from factcheck.output.findings import finding_lines
from factcheck.output.fresh import fresh_lines
from factcheck.output.layout import hanging
from factcheck.output.verdicts import verdict_lines
from factcheck.report import Report


class Detail(IntEnum):
    """How much the full format tells."""

    QUIET = 0
    """Findings and the coverage line."""
    NORMAL = 1
    """Each claim with its best evidence as well."""
    VERBOSE = 2
    """All evidence with the model's probabilities, all quantities with their meanings, all claims."""


def full(report: Report, *, detail: Detail = Detail.NORMAL, color: bool = False) -> str:
    """The whole report, laid out for 100 columns whatever the terminal has.

    Args:
        report: With its findings.
        detail: How much to tell.
        color: Whether to add ANSI colours; the text is the same.
    """
    return rendered(_lines(report, detail), color=color)


def _lines(report: Report, detail: Detail) -> Iterator[Text]:
    if detail is not Detail.QUIET:
        for index in range(len(report.documents)):
            lines = list(verdict_lines(report, index, verbose=detail is Detail.VERBOSE))
            yield from lines
            if lines:
                yield Text()
    advised: set[str] = set()
    for finding in report.findings:
        yield from finding_lines(report, finding, advise=finding.help not in advised)
        yield Text()
        advised.add(finding.help)
    yield from hanging(coverage(report), "", "")
    yield from fresh_lines(report)
