"""Which claims the C rules speak of, and where: what C501 and C502 share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.document import Span
from factcheck.evidence import VerdictLabel
from factcheck.report import CheckedClaim, Report
from factcheck.rules import sureness
from factcheck.rules.decided import marked_as_error
from factcheck.summary import number_places

_UNNAMED = re.compile(
    r"(?:this|that|these|those|it|they)\s+(?:is|are|was|were|has|have|had|can|may|will)\b", re.IGNORECASE
)


def judged_claims(report: Report, label: VerdictLabel) -> Iterator[CheckedClaim]:
    """Check-worthy claims with that verdict that no one marked as an error and of which no number or date is at fault.

    Also phrases and asides that no proposition holds, where a passage has another name or code in place of theirs. A
    number that is contradicted or unverified has its own finding, which says more exactly what is wrong; a reviewer who
    lets that number stand lets pass what follows from it. But a number of which little is known explains no claim that
    is surely contradicted.
    """
    faulty: dict[tuple[int, str], bool] = {}
    for place in number_places(report):
        if place.judged.label is not VerdictLabel.SUPPORTED:
            for claim in place.claims:
                key = place.document, claim.claim.id
                faulty[key] = faulty.get(key, False) or sureness.is_sure(place.judged)
    for claim in report.claims:
        told = claim.claim.checkworthy or claim.verdict.instead
        if claim.verdict.label is not label or not told or marked_as_error(claim):
            continue
        fault = faulty.get((claim.document, claim.claim.id))
        is_surer = label is VerdictLabel.CONTRADICTED and sureness.is_sure(claim.verdict)
        if fault is None or (is_surer and not fault):
            yield claim


def is_of_unnamed(claim: CheckedClaim) -> bool:
    """Whether a claim leaves open what it is about: "This is the default"."""
    return _UNNAMED.match(claim.claim.text) is not None


def extent(claim: CheckedClaim) -> Span:
    """From where the claim's words begin to where they end; its sentence if it has no words of its own."""
    spans = claim.claim.places
    return Span(min(span.start for span in spans), max(span.end for span in spans))
