"""SARIF 2.1.0 (OASIS), within what GitHub's code scanning reads of it.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html and
https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from factcheck.document import Document, Reference, Span
from factcheck.evidence import EvidenceRelation
from factcheck.fingerprint import fingerprints
from factcheck.output.json_report import dumped
from factcheck.output.plain import one_line
from factcheck.report import CheckedClaim, Finding, Report
from factcheck.rule_page import RulePage
from factcheck.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
RESULTS = 25_000
"""Results of a run that GitHub takes."""
_PASSAGES = 3
"""Passages of references shown beside a finding."""
_PRECISIONS = {"N": "medium", "D": "high", "P": "very-high", "C": "medium", "R": "very-high", "S": "very-high"}
"""By the letter of a rule, after `benchmarks/README.md`: below 0.7 medium, below 0.9 high."""


def sarif(report: Report, pages: Mapping[str, RulePage]) -> str:
    """The findings as one run; a finding that is silenced is not in it.

    Args:
        report: With its findings, the most severe of which come first where there are more than GitHub takes.
        pages: The rules' pages by id.
    """
    marks = fingerprints(report)
    marked = [(finding, marks[finding]) for finding in report.findings]
    if len(marked) > RESULTS:
        marked = sorted(marked, key=lambda pair: -pair[0].level.rank)[:RESULTS]
    rules = sorted({finding.rule for finding, _ in marked})
    run = {
        "tool": {
            "driver": {
                "name": "factcheck",
                "semanticVersion": __version__,
                "version": __version__,
                "rules": [_rule(pages[rule]) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [_result(report, finding, mark, rules.index(finding.rule)) for finding, mark in marked],
    }
    return dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _invocation(report: Report) -> dict[str, Any]:
    unread = [
        {"level": "error", "message": {"text": _unlinked(f"{one_line(error.path)}: {one_line(error.message)}")}}
        for error in report.errors
    ]
    return {"executionSuccessful": not unread, **({"toolExecutionNotifications": unread} if unread else {})}


def _rule(page: RulePage) -> dict[str, Any]:
    what_to_do = page.what_to_do or page.title
    help_text = f"{page.why}\n\nWhat to do: {what_to_do}".strip()
    example = f"\n\n```text\n{page.example}\n```" if page.example else ""
    return {
        "id": page.id,
        "name": page.name,
        "shortDescription": {"text": f"{page.title[:1].upper()}{page.title[1:]}."},
        "fullDescription": {"text": page.why or page.title},
        "help": {"text": help_text, "markdown": f"{page.why}{example}\n\n**What to do**: {what_to_do}"},
        "defaultConfiguration": {"level": page.level.value},
        "properties": {"precision": _PRECISIONS[page.id[0]], "tags": ["factcheck"]},
    }


def _result(report: Report, finding: Finding, fingerprint: str, rule: int) -> dict[str, Any]:
    document = report.documents[finding.document]
    related = _passages(report, finding)
    help_text = f" What to do: {one_line(finding.help)}." if finding.help else ""
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": finding.level.value,
        "message": {"text": _unlinked(f"{_sentence(finding.summary)}{help_text}")},
        "locations": [_location(document, finding.span)],
        **({"relatedLocations": related} if related else {}),
        # The only key that GitHub compares; its own default hashes lines, which in prose are whole paragraphs.
        "partialFingerprints": {"primaryLocationLineHash": f"{fingerprint}:1"},
    }


def _sentence(text: str) -> str:
    """A message as a sentence: GitHub shows the first one alone."""
    line = one_line(text)
    return f"{line[:1].upper()}{line[1:]}."


def _unlinked(text: str) -> str:
    """A text that a reader shows as it stands: SARIF takes "[words](target)" in a message for a link (3.11.6)."""
    return re.sub(r"(\\*)\](?=\()", r"\1\1\\]", text)


def _location(document: Document, span: Span) -> dict[str, Any]:
    line, column = document.line_column(span.start)
    # An alert shows on a pull request only if all its lines are in the diff: one line, then.
    end = min(span.end, max(span.start, document.line_span(line).end))
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(document.path), **_base(document.path)},
            "region": {"startLine": line, "startColumn": column, "endColumn": column + end - span.start},
        }
    }


def _uri(path: str) -> str:
    """A path as the relative URI that it is, or as a file URI."""
    plain = os.path.normpath(path).replace(os.sep, "/")
    return ("file://" if PurePosixPath(plain).is_absolute() else "") + quote(os.fsencode(plain))


def _base(path: str) -> dict[str, str]:
    return {} if os.path.isabs(path) else {"uriBaseId": "%SRCROOT%"}  # noqa: PTH117 (of any system)


def _passages(report: Report, finding: Finding) -> list[dict[str, Any]]:
    """The passages that decide, where they stand in files below the working directory."""
    claim = next((checked for checked in report.claims if checked.claim.id == finding.claim), None)
    found = [] if claim is None else _decisive(claim, finding)
    told: list[dict[str, Any]] = []
    for index, span in dict.fromkeys(found):
        reference = report.references[index]
        if _inside(reference):
            words = _unlinked(f"{one_line(reference.id)}: “{one_line(reference.document.prose(span))}”")
            where = _location(reference.document, span)
            told.append({"id": len(told) + 1, **where, "message": {"text": words}})
    return told[:_PASSAGES]


def _decisive(claim: CheckedClaim, finding: Finding) -> list[tuple[int, Span]]:
    """The value that decides on the finding's number first, then the passages that bear on the claim."""
    judged = next((q for q in claim.verdict.quantities if q.quantity.span == finding.span), None)
    values = [judged.elsewhere, judged.evidence] if judged else []
    passages = [e for e in claim.verdict.evidence if e.relation is not EvidenceRelation.NEUTRAL]
    return [(v.reference, v.span) for v in values if v] + [(e.reference, e.span) for e in passages]


def _inside(reference: Reference) -> bool:
    """Whether a reference is a whole file that a code host can show."""
    path = PurePosixPath(reference.document.path)
    return reference.file_text is None and not path.is_absolute() and ".." not in path.parts
