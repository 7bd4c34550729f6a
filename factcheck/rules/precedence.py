"""Which rule speaks of a number: a place gets one finding, of the rule that says most exactly what is wrong."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence

from factcheck.claim import QuantityKind
from factcheck.document import Span
from factcheck.evidence import NumberReason, QuantityVerdict, VerdictLabel
from factcheck.report import Finding

TEMPORAL = frozenset({QuantityKind.DATE, QuantityKind.TIME, QuantityKind.DURATION})

_BY_REASON = {
    NumberReason.UNIT_MISMATCH: "N104",
    NumberReason.WRONG_REFERENT: "N103",
    NumberReason.ARITHMETIC: "N105",
    NumberReason.HEDGE: "N107",
    NumberReason.SUPERSEDED: "N108",
    NumberReason.SOURCES_DISAGREE: "N109",
}
ORDER = ("P301", "D202", "N104", "N103", "N105", "N108", "N101", "D201", "N107", "N106", "N102", "N109", "N110", "D203")
"""Of two findings at one place that of the rule which stands first here stays: what is told exactly before what is told
in general, errors before what may be none."""


def rule_of(judged: QuantityVerdict, *, min_confidence: float) -> str | None:
    """The rule that a number's verdict belongs to, or None where nothing is to be said.

    Args:
        judged: The verdict, with its reason.
        min_confidence: Below it a supported number is matched weakly.
    """
    if judged.reason is not None:
        return _BY_REASON[judged.reason]
    if judged.label is VerdictLabel.SUPPORTED:
        return "N110" if judged.confidence < min_confidence else None
    if judged.label is VerdictLabel.UNVERIFIED:
        return "N102"
    return "D201" if judged.quantity.kind in TEMPORAL else "N101"


def most_telling(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without those at a place of which another rule says more; rules not in ORDER stay as they are."""
    kept: list[Finding] = []
    taken: dict[int, list[Span]] = {}
    for finding in sorted(findings, key=_rank):
        if finding.rule in ORDER:
            places = taken.setdefault(finding.document, [])
            # They are disjoint and in order, so that neighbours alone can overlap.
            at = bisect(places, finding.span)
            if any(finding.span.overlaps(place) for place in places[max(0, at - 1) : at + 1]):
                continue
            places.insert(at, finding.span)
        kept.append(finding)
    return kept


def _rank(finding: Finding) -> int:
    return ORDER.index(finding.rule) if finding.rule in ORDER else len(ORDER)
