"""Pieces of messages that several rules share: lower case, matter of fact, no final stop."""

from __future__ import annotations

from factcheck.evidence import QuantityEvidence, QuantityVerdict, VerdictLabel
from factcheck.report import CheckedClaim, Decision, Report
from factcheck.summary import NumberPlace

DIFFERS = "differs from the sources"
NOT_SUPPORTED = "is not supported by the references"
WHAT_TO_DO = "correct it, add a source, or decide it in factcheck review"


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


def folded(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())
