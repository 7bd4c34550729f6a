"""What reviewers' decisions mean for findings.

A stale decision, one whose sentence or evidence has changed since, means nothing: the machine's verdict holds
again.
"""

from __future__ import annotations

from factcheck.report import CheckedClaim, DecisionKind
from factcheck.summary import NumberPlace

_SILENT = frozenset({DecisionKind.OK, DecisionKind.OPINION})


def silenced(claim: CheckedClaim) -> bool:
    """Whether a reviewer let the claim stand, or called it no matter of fact."""
    decision = claim.decision
    return decision is not None and not decision.stale and decision.kind in _SILENT


def marked_as_error(claim: CheckedClaim) -> bool:
    """Whether a reviewer called the claim wrong."""
    decision = claim.decision
    return decision is not None and not decision.stale and decision.kind is DecisionKind.ERROR


def number_silenced(place: NumberPlace) -> bool:
    """Whether a reviewer let a claim stand that holds the number: then the number stands too."""
    return any(silenced(claim) for claim in place.claims)
