"""The report for people: claims with verdict and evidence, then findings, then the coverage line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import IntEnum

from rich.text import Text

from factcheck.output.colour import rendered
from factcheck.output.coverage import coverage
from factcheck.output.explain import explanation
from factcheck.output.findings import finding_lines
from factcheck.output.fresh import fresh_lines
from factcheck.output.layout import hanging
from factcheck.output.verdicts import verdict_lines
from factcheck.report import Report
from factcheck.rule_page import RulePage


class Detail(IntEnum):
    """How much the full format tells."""

    QUIET = 0
    """Findings and the coverage line."""
    NORMAL = 1
    """Each claim with its best evidence as well."""
    VERBOSE = 2
    """All evidence with the model's probabilities, all quantities with their meanings, all claims."""


def full(
    report: Report,
    *,
    detail: Detail = Detail.NORMAL,
    color: bool = False,
    pages: Mapping[str, RulePage] | None = None,
) -> str:
    """The whole report, laid out for 100 columns whatever the terminal has.

    Args:
        report: With its findings.
        detail: How much to tell.
        color: Whether to add ANSI colours; the text is the same.
        pages: Pages of rules by id; those that found something are explained behind the findings.
    """
    return rendered(_lines(report, detail, pages or {}), color=color)


def _lines(report: Report, detail: Detail, pages: Mapping[str, RulePage]) -> Iterator[Text]:
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
    for rule in sorted({finding.rule for finding in report.findings} & pages.keys()):
        yield from explanation(pages[rule])
        yield Text()
    yield from hanging(coverage(report), "", "")
    yield from fresh_lines(report)
