"""JUnit XML, as CI servers show test results: an article is a suite, a check-worthy claim a test.

A finding at or above the fail level fails the test of its claim; the others are told in the test's output. A finding
that no claim owns (a placeholder, a weekday that does not fit) is a test of its own. Elements and attributes as the
schema of Jenkins' xUnit plugin has them (junit-10.xsd); no time is told, since a report is the same on every run.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from factcheck.output.plain import one_line, visible
from factcheck.report import CheckedClaim, Finding, Level, ReadError, Report
from factcheck.summary import number_places

_NO_CHARACTERS = re.compile("[\ufffe\uffff]")
"""What XML cannot hold, of what is harmless for a terminal."""


def junit(report: Report, *, fail_level: Level | None = Level.ERROR) -> str:
    """The report as XML.

    Args:
        report: With its findings.
        fail_level: From which level on a finding is a failure; None: never.
    """
    root = Element("testsuites", name="factcheck")
    for index, document in enumerate(report.documents):
        suite = SubElement(root, "testsuite", name=one_line(document.path) or "-")
        _fill(suite, report, index, fail_level)
        _count(suite)
    if report.errors:
        suite = SubElement(root, "testsuite", name="files not read")
        for error in report.errors:
            _unread(suite, error)
        _count(suite)
    _count(root)
    indent(root)
    text = _NO_CHARACTERS.sub("\ufffd", tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _fill(suite: Element, report: Report, index: int, fail_level: Level | None) -> None:
    path = suite.get("name", "")
    left = [finding for finding in report.findings if finding.document == index]
    sharing = {(place.document, place.span): [c.claim.id for c in place.claims] for place in number_places(report)}
    for checked in report.claims:
        if checked.document == index and checked.claim.checkworthy:
            own = [f for f in left if checked.claim.id in (f.claim, *sharing.get((index, f.span), ()))]
            test = SubElement(suite, "testcase", name=_name(checked), classname=path)
            _tell(test, report, own, fail_level)
            left = [finding for finding in left if finding not in own]
    for finding in left:
        test = SubElement(suite, "testcase", name=f"{finding.rule} {_place(report, finding)}", classname=path)
        _tell(test, report, [finding], fail_level)


def _name(checked: CheckedClaim) -> str:
    return f"{checked.claim.id} {one_line(checked.claim.text)}"


def _tell(test: Element, report: Report, findings: list[Finding], fail_level: Level | None) -> None:
    """A failure holds the findings that fail the run; the schema wants at most one, before the output."""
    failing = [f for f in findings if fail_level is not None and f.level.rank >= fail_level.rank]
    told = [f for f in findings if f not in failing]
    if failing:
        first = failing[0]
        failure = SubElement(test, "failure", message=one_line(first.summary), type=f"{first.rule} {first.name}")
        failure.text = _lines(report, failing)
    if told:
        SubElement(test, "system-out").text = _lines(report, told)


def _lines(report: Report, findings: list[Finding]) -> str:
    return "\n".join(f"{_place(report, f)}: {f.level} {f.rule} {f.name}: {one_line(f.summary)}" for f in findings)


def _place(report: Report, finding: Finding) -> str:
    document = report.documents[finding.document]
    line, column = document.line_column(finding.span.start)
    return f"{one_line(document.path)}:{line}:{column}"


def _unread(suite: Element, error: ReadError) -> None:
    test = SubElement(suite, "testcase", name=one_line(error.path), classname="files not read")
    SubElement(test, "error", message=one_line(error.message), type="not read").text = visible(error.message)


def _count(element: Element) -> None:
    element.set("tests", str(len(list(element.iter("testcase")))))
    element.set("failures", str(len(list(element.iter("failure")))))
    element.set("errors", str(len(list(element.iter("error")))))
