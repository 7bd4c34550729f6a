"""All rules by id."""

from __future__ import annotations

from factcheck.rules.base import Rule
from factcheck.rules.claim_contradicted import ClaimContradicted
from factcheck.rules.claim_unverified import ClaimUnverified
from factcheck.rules.date_contradicted import DateContradicted
from factcheck.rules.no_references import NoReferences
from factcheck.rules.number_arithmetic import NumberArithmetic
from factcheck.rules.number_contradicted import NumberContradicted
from factcheck.rules.number_hedge import NumberHedge
from factcheck.rules.number_inconsistent import NumberInconsistent
from factcheck.rules.number_superseded import NumberSuperseded
from factcheck.rules.number_unit_mismatch import NumberUnitMismatch
from factcheck.rules.number_unverified import NumberUnverified
from factcheck.rules.number_weak_match import NumberWeakMatch
from factcheck.rules.number_wrong_referent import NumberWrongReferent
from factcheck.rules.placeholder import Placeholder
from factcheck.rules.reference_changed import ReferenceChanged
from factcheck.rules.relative_date import RelativeDate
from factcheck.rules.sources_disagree import SourcesDisagree
from factcheck.rules.stale_decision import StaleDecision
from factcheck.rules.suppression_expired import SuppressionExpired
from factcheck.rules.suppression_malformed import SuppressionMalformed
from factcheck.rules.suppression_unreasoned import SuppressionUnreasoned
from factcheck.rules.suppression_unused import SuppressionUnused
from factcheck.rules.weekday_mismatch import WeekdayMismatch


def registry(*, nli: bool = True, min_confidence: float = 0.0, tk: bool = True) -> dict[str, Rule]:
    """The rules by id.

    Args:
        nli: Whether a model has judged the claims; without one, claims as such are not reported.
        min_confidence: Below it a supported number is reported as matched weakly, 0 to 1.
        tk: Whether TK is a placeholder.
    """
    rules: list[Rule] = [
        NumberContradicted(),
        NumberUnverified(),
        NumberWrongReferent(),
        NumberUnitMismatch(),
        NumberArithmetic(),
        NumberInconsistent(),
        NumberHedge(),
        NumberSuperseded(),
        SourcesDisagree(),
        NumberWeakMatch(min_confidence=min_confidence),
        DateContradicted(),
        WeekdayMismatch(),
        RelativeDate(),
        Placeholder(tk=tk),
        ClaimContradicted(judged=nli),
        *([ClaimUnverified()] if nli else []),
        NoReferences(),
        ReferenceChanged(),
        StaleDecision(),
        SuppressionUnused(),
        SuppressionUnreasoned(),
        SuppressionExpired(),
        SuppressionMalformed(),
    ]
    return {rule.id: rule for rule in rules}
