"""C501 and C502."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.document import Span
from factcheck.evidence import EvidenceRelation, QuantityVerdict, VerdictLabel
from factcheck.report import CheckedClaim, Decision, DecisionKind, Finding, Level, Report
from factcheck.rules import registry, settle
from tests.reports import (
    ARTICLE,
    CONTRADICTED,
    EUROS,
    MILLION,
    PERCENT,
    SUPPORTED,
    UNVERIFIED,
    WIRE,
    at,
    claim,
    evidence,
    report,
    verdict,
)


def found(rule: str, checked: Report) -> list[Finding]:
    return list(settle(replace(checked, findings=tuple(registry()[rule].check(checked)))).findings)


def strike(label: VerdictLabel, decision: Decision | None = None) -> CheckedClaim:
    words = "The strike planned for May went ahead"
    return claim(5, f"{words}.", words, verdict(label), decision=decision)


def test_a_contradicted_claim_names_the_source() -> None:
    (finding,) = found("C501", report())
    assert finding.message == "claim `The strike planned for May went ahead` differs from the sources"
    assert finding.label == "source wire says otherwise"
    assert finding.level is Level.ERROR


@pytest.mark.parametrize(("confidence", "level"), [(0.79, Level.WARNING), (0.8, Level.ERROR)])
def test_a_contradicted_claim_is_an_error_where_its_verdict_is_sure_enough(confidence: float, level: Level) -> None:
    words = "The strike planned for May went ahead"
    checked = claim(5, f"{words}.", words, verdict(CONTRADICTED, confidence=confidence))
    (finding,) = found("C501", report(checked))
    assert finding.level is level


def test_a_claim_on_something_unnamed_is_no_error() -> None:
    words = "The strike planned for May went ahead"
    (finding,) = found("C501", report(claim(5, "This was so in May.", words, verdict(CONTRADICTED))))
    assert finding.level is Level.WARNING


def test_an_unverified_claim_is_a_warning() -> None:
    (finding,) = found("C502", report())
    assert finding.span.of(ARTICLE) == "Captain Mira Toll steered the first electric boat"
    assert finding.message.endswith("is not supported by the references")
    assert finding.level is Level.WARNING


def test_a_claim_in_pieces_is_reported_from_its_first_to_its_last_word() -> None:
    pieces = (at(ARTICLE, "The strike"), at(ARTICLE, "went ahead"))
    checked = strike(UNVERIFIED)
    (finding,) = found("C502", report(replace(checked, claim=replace(checked.claim, spans=pieces))))
    assert finding.span == Span(pieces[0].start, pieces[1].end)


@pytest.mark.parametrize("judged", [PERCENT, EUROS])
@pytest.mark.parametrize(("rule", "label"), [("C501", CONTRADICTED), ("C502", UNVERIFIED)])
def test_beside_a_number_at_fault_the_claim_is_not_reported(
    judged: QuantityVerdict, rule: str, label: VerdictLabel
) -> None:
    words = judged.quantity.text
    checked = report(claim(1, words, words, verdict(label, quantities=(judged,))))
    assert found(rule, checked) == []


def test_a_claim_that_is_surely_wrong_is_reported_beside_a_number_of_which_little_is_known() -> None:
    words = EUROS.quantity.text
    for confidence, reported in ((0.59, 1), (0.61, 0)):
        unsure = replace(EUROS, confidence=confidence)
        checked = report(claim(1, words, words, verdict(CONTRADICTED, quantities=(unsure,), confidence=0.9)))
        assert len(found("C501", checked)) == reported
    unsure = replace(EUROS, confidence=0.5)
    doubtful = claim(1, words, words, verdict(CONTRADICTED, quantities=(unsure,), confidence=0.7))
    assert found("C501", report(doubtful)) == []


def test_what_the_source_has_instead_is_told() -> None:
    told = "wire has `June` in place of `May`"
    off = evidence(1, WIRE, WIRE.strip(), EvidenceRelation.CONTRADICTS, 0.98)
    words = "The strike planned for May went ahead"
    checked = claim(5, f"{words}.", words, verdict(CONTRADICTED, off, rationale=told))
    (finding,) = found("C501", report(checked))
    assert finding.label == f"source {told}"


def test_beside_a_number_that_is_right_the_claim_is_reported() -> None:
    checked = report(
        claim(1, "Trips fell to 4.6 million.", "to 4.6 million", verdict(CONTRADICTED, quantities=(MILLION,)))
    )
    assert len(found("C501", checked)) == 1


def test_claims_that_need_no_check_are_not_reported() -> None:
    opinion = claim(7, "It was a good year.", "What a good year it was", verdict(UNVERIFIED), checkworthy=False)
    assert found("C502", report(opinion)) == []


@pytest.mark.parametrize("kind", [DecisionKind.OK, DecisionKind.OPINION])
@pytest.mark.parametrize(("rule", "label"), [("C501", CONTRADICTED), ("C502", UNVERIFIED)])
def test_what_a_reviewer_let_stand_is_silent_until_it_is_stale(
    kind: DecisionKind, rule: str, label: VerdictLabel
) -> None:
    assert found(rule, report(strike(label, Decision(kind, "mk")))) == []
    assert len(found(rule, report(strike(label, Decision(kind, "mk", stale=True))))) == 1


@pytest.mark.parametrize("label", list(VerdictLabel))
@pytest.mark.parametrize("nli", [True, False])
def test_what_a_reviewer_marked_as_an_error_is_one_whatever_the_machine_says(label: VerdictLabel, nli: bool) -> None:
    checked = report(strike(label, Decision(DecisionKind.ERROR, "mk")))
    findings = [f for rule in registry(nli=nli).values() for f in rule.check(checked)]
    assert [(f.rule, f.level) for f in findings] == [("C501", Level.ERROR)]
    assert findings[0].message == "claim `The strike planned for May went ahead` is marked as an error by mk"


def test_an_error_mark_that_is_stale_leaves_the_verdict_to_the_machine() -> None:
    decision = Decision(DecisionKind.ERROR, "mk", stale=True)
    assert found("C501", report(strike(SUPPORTED, decision))) == []
    assert [f.label for f in found("C501", report(strike(CONTRADICTED, decision)))] == [""]


def test_without_references_no_claim_is_called_unverified() -> None:
    assert found("C502", report(strike(UNVERIFIED), sources=())) == []
