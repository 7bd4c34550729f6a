"""Reviewdog's diagnostic format.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf

Its columns count bytes of UTF-8 from 1, and a range ends before its last column.
"""

from __future__ import annotations

from typing import Any

from factcheck.document import Document, Span
from factcheck.evidence import QuantityRelation, QuantityVerdict, VerdictLabel
from factcheck.output.json_report import dumped
from factcheck.output.plain import one_line
from factcheck.report import Finding, Level, Report

_SEVERITIES = {Level.ERROR: "ERROR", Level.WARNING: "WARNING", Level.NOTE: "INFO"}
_MARKUP = frozenset("<&[`\\")


def rdjson(report: Report) -> str:
    """The findings as diagnostics; where a source has another value, it is suggested in the place of the article's."""
    diagnostics = [_diagnostic(report, finding) for finding in report.findings]
    return dumped({"source": {"name": "factcheck"}, "diagnostics": diagnostics})


def _diagnostic(report: Report, finding: Finding) -> dict[str, Any]:
    document = report.documents[finding.document]
    place = _range(document, finding.span)
    better = _better(report, finding)
    return {
        "message": one_line(finding.summary),
        "location": {"path": document.path, "range": place},
        "severity": _SEVERITIES[finding.level],
        "code": {"value": finding.rule},
        **({"suggestions": [{"range": place, "text": better}]} if better else {}),
    }


def _range(document: Document, span: Span) -> dict[str, dict[str, int]]:
    return {"start": _position(document, span.start), "end": _position(document, span.end)}


def _position(document: Document, offset: int) -> dict[str, int]:
    line, column = document.line_column(offset)
    before = document.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}


def _better(report: Report, finding: Finding) -> str:
    """The source's own words for a number that they contradict, or "" where there are none to put in its place.

    What has markup within is not replaced, since half of it would be left, nor is markup put into the article.
    """
    document = report.documents[finding.document]
    if document.prose(finding.span) != finding.span.of(document.text):
        return ""
    for checked in report.claims:
        if checked.claim.id == finding.claim:
            judged = next((q for q in checked.verdict.quantities if q.quantity.span == finding.span), None)
            return _words(report, judged) if judged else ""
    return ""


def _words(report: Report, judged: QuantityVerdict) -> str:
    conflicting = judged.label is VerdictLabel.CONTRADICTED and judged.relation is QuantityRelation.CONFLICTING
    source = judged.evidence
    if not conflicting or source is None or source.arithmetic or source.cell:
        return ""
    words = one_line(report.references[source.reference].document.prose(source.span))
    return "" if _MARKUP & set(words) else words
