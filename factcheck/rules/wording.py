"""Pieces of messages that several rules share: lower case, matter of fact, no final stop."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.evidence import QuantityEvidence, QuantityVerdict, VerdictLabel
from factcheck.report import CheckedClaim, Decision, Finding, Report
from factcheck.summary import NumberPlace

DIFFERS = "differs from the sources"
NOT_SUPPORTED = "is not supported by the references"
WHAT_TO_DO = "correct it, add a source, or decide it in factcheck review"
"""Of claims; see `with_commands`."""


def quoted(text: str) -> str:
    """Words of the article in a message: on one line, between backquotes."""
    return f"`{folded(text)}`"


def number(place: NumberPlace) -> str:
    """A number as the article writes it."""
    return quoted(place.judged.quantity.text)


def claim(checked: CheckedClaim) -> str:
    """A claim as a message names it."""
    return f"claim {quoted(checked.claim.text.rstrip().rstrip('.'))}"


def suggested(decision: Decision) -> str:
    """The wording that a reviewer would have instead, or ""."""
    return f"suggested: {folded(decision.correction)}" if decision.correction else ""


def source_value(report: Report, evidence: QuantityEvidence) -> str:
    """What a source has in a number's place: its own words, or the computed value."""
    reference = report.references[evidence.reference]
    words = evidence.meaning if evidence.arithmetic else reference.document.prose(evidence.span)
    cell = f" ({folded(evidence.cell)})" if evidence.cell else ""
    return f"{reference.id}: {words}{cell}"


def against(report: Report, judged: QuantityVerdict) -> str:
    """What speaks against a number of which sources disagree: the value that decides, or another source's; or ""."""
    if judged.label is VerdictLabel.CONTRADICTED and judged.evidence is not None:
        return source_value(report, judged.evidence)
    return next((source_value(report, other.evidence) for other in judged.others if not other.agrees), "")


def with_commands(report: Report, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those on claims of an article's file with the command by which a reviewer begins with the claim."""
    counts: Counter[int] = Counter()
    numbers: dict[str, int] = {}
    for checked in sorted(report.claims, key=lambda one: (len(one.claim.id), one.claim.id)):  # by place
        counts[checked.document] += 1
        numbers[checked.claim.id] = counts[checked.document]  # as the review of that article alone counts
    for finding in findings:
        path = report.documents[finding.document].path
        if finding.help != WHAT_TO_DO or finding.claim not in numbers or path == "-" or report.given:
            yield finding
            continue
        command = f"factcheck review {shlex.quote(path)} --claim {numbers[finding.claim]}"
        yield replace(finding, help=f"correct it, add a source, or decide it: {command}")


def folded(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())
