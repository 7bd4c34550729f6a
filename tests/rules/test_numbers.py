"""N101, N102 and D201."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.claim import QuantityKind
from factcheck.evidence import QuantityEvidence, QuantityRelation
from factcheck.report import CheckedClaim, Decision, DecisionKind, Finding, Level, Report
from factcheck.rules import registry, settle
from tests.reports import (
    ANNUAL,
    ARTICLE,
    CONTRADICTED,
    DAY,
    EUROS,
    MILLION,
    PERCENT,
    SUPPORTED,
    UNVERIFIED,
    at,
    claim,
    report,
    verdict,
)


def found(rule: str, checked: Report) -> list[Finding]:
    return list(settle(replace(checked, findings=tuple(registry()[rule].check(checked)))).findings)


def rose(decision: Decision | None = None) -> CheckedClaim:
    words = "Ferry trips rose 12 percent"
    return claim(1, f"{words}.", words, verdict(CONTRADICTED, quantities=(PERCENT,)), decision=decision)


def test_a_contradicted_number_is_reported_at_its_smallest_place_with_the_value_of_the_source() -> None:
    (finding,) = found("N101", report())
    assert finding.span.of(ARTICLE) == "12 percent"
    assert finding.message == "`12 percent` differs from the sources"
    assert finding.label == "source annual: 9.5 percent"
    assert finding.summary == "`12 percent` differs from the sources (source annual: 9.5 percent)"
    assert finding.claim == "c1"


def test_a_computed_value_is_given_by_its_meaning() -> None:
    computed = QuantityEvidence(0, at(ANNUAL, "4,610,000"), "9.5 %", "4.61 - 4.21 = 0.40; 0.40 / 4.21 = 9.5 %")
    judged = replace(PERCENT, evidence=computed)
    checked = report(
        claim(1, "Trips rose.", "Ferry trips rose 12 percent", verdict(CONTRADICTED, quantities=(judged,)))
    )
    (finding,) = found("N101", checked)
    assert finding.label == "source annual: 9.5 %"


@pytest.mark.parametrize("kind", [QuantityKind.DATE, QuantityKind.TIME, QuantityKind.DURATION])
def test_contradicted_dates_times_and_durations_are_d201_alone(kind: QuantityKind) -> None:
    judged = replace(DAY, quantity=replace(DAY.quantity, kind=kind))
    checked = report(claim(1, "It was said on 2 May.", "said on 2 May", verdict(CONTRADICTED, quantities=(judged,))))
    assert [f.span.of(ARTICLE) for f in found("D201", checked)] == ["on 2 May"]
    assert found("N101", checked) == []


def test_an_unverified_date_is_n102() -> None:
    judged = replace(DAY, label=UNVERIFIED, relation=QuantityRelation.INCOMPARABLE, evidence=None)
    checked = report(claim(1, "It was said on 2 May.", "said on 2 May", verdict(UNVERIFIED, quantities=(judged,))))
    assert [f.message for f in found("N102", checked)] == ["`on 2 May` is not supported by the references"]
    assert found("D201", checked) == []


def test_an_unverified_number_tells_the_closest_value_when_there_is_one() -> None:
    close = replace(PERCENT, label=UNVERIFIED, relation=QuantityRelation.COMPATIBLE)
    checked = report(claim(1, "Trips rose.", "Ferry trips rose 12 percent", verdict(UNVERIFIED, quantities=(close,))))
    (finding,) = found("N102", checked)
    assert finding.label == "closest in annual: 9.5 percent"


def test_numbers_of_claims_that_need_no_check_are_reported_all_the_same() -> None:
    carrier = claim(1, "300,000 euros", "300,000 euros", verdict(UNVERIFIED, quantities=(EUROS,)), checkworthy=False)
    assert [f.span.of(ARTICLE) for f in found("N102", report(carrier))] == ["300,000 euros"]


def test_a_number_that_several_claims_share_is_reported_once() -> None:
    again = claim(2, "It was 12 percent.", "12 percent", verdict(CONTRADICTED, quantities=(PERCENT,)))
    assert len(found("N101", report(rose(), again))) == 1


def test_one_claim_that_finds_the_shared_number_in_the_sources_is_enough() -> None:
    supported = replace(PERCENT, label=SUPPORTED, relation=QuantityRelation.EQUAL)
    unverified = replace(PERCENT, label=UNVERIFIED)
    claims = (
        claim(
            1,
            "Trips rose 12 percent.",
            "Ferry trips rose 12 percent",
            verdict(UNVERIFIED, quantities=(unverified,)),
        ),
        claim(2, "It was 12 percent.", "12 percent", verdict(SUPPORTED, quantities=(supported,))),
    )
    assert found("N102", report(*claims)) == []


def test_a_conflict_is_not_lost_because_another_claim_finds_support() -> None:
    supported = replace(PERCENT, label=SUPPORTED, relation=QuantityRelation.EQUAL)
    other = claim(2, "It was 12 percent.", "12 percent", verdict(SUPPORTED, quantities=(supported,)))
    assert [f.claim for f in found("N101", report(other, rose()))] == ["c1"]


def test_supported_numbers_are_no_finding() -> None:
    total = claim(1, "Trips rose to 4.6 million.", "to 4.6 million", verdict(SUPPORTED, quantities=(MILLION,)))
    assert [found(rule, report(total)) for rule in ("N101", "N102", "D201")] == [[], [], []]


@pytest.mark.parametrize("kind", [DecisionKind.OK, DecisionKind.OPINION])
def test_a_number_is_silent_when_a_reviewer_let_a_claim_stand_that_holds_it(kind: DecisionKind) -> None:
    decided = replace(rose(), decision=Decision(kind, "mk"))
    other = claim(2, "It was 12 percent.", "12 percent", verdict(CONTRADICTED, quantities=(PERCENT,)))
    assert found("N101", report(decided, other)) == []


@pytest.mark.parametrize(
    "decision",
    [
        Decision(DecisionKind.OK, "mk", stale=True),
        Decision(DecisionKind.NEEDS_SOURCE, "mk"),
        Decision(DecisionKind.PASS, "mk"),
        Decision(DecisionKind.ERROR, "mk"),
    ],
)
def test_other_and_stale_decisions_leave_the_finding(decision: Decision) -> None:
    assert len(found("N101", report(rose(decision=decision)))) == 1


def test_without_references_no_number_is_called_unverified() -> None:
    euros = claim(1, "It cost 300,000 euros.", "It cost 300,000 euros", verdict(UNVERIFIED, quantities=(EUROS,)))
    assert found("N102", report(euros, sources=())) == []


@pytest.mark.parametrize(("confidence", "level"), [(0.39, Level.WARNING), (0.4, Level.ERROR)])
def test_a_number_is_an_error_where_its_verdict_is_sure_enough(confidence: float, level: Level) -> None:
    judged = replace(PERCENT, confidence=confidence)
    words = "Ferry trips rose 12 percent"
    (finding,) = found("N101", report(claim(1, f"{words}.", words, verdict(CONTRADICTED, quantities=(judged,)))))
    assert finding.level is level
