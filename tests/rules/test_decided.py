"""What reviewers' decisions do to findings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.report import Decision, DecisionKind, Level, Report, Silencer
from factcheck.rules import apply, newly_kept_back, settle
from tests.reports import (
    CONTRADICTED,
    EUROS,
    MILLION,
    PERCENT,
    SUPPORTED,
    UNVERIFIED,
    claim,
    report,
    verdict,
)

OK, ERROR, NEEDS_SOURCE, OPINION, PASS = DecisionKind
ROSE = "Ferry trips rose 12 percent"


def settled(decision: Decision | None = None) -> Report:
    rose = claim(1, f"{ROSE}.", ROSE, verdict(CONTRADICTED, quantities=(PERCENT,)), decision=decision)
    return settle(apply(report(rose), nli=True))


def told(found: Report) -> list[tuple[str, Level, str]]:
    return [(f.rule, f.level, f.message) for f in found.findings]


@pytest.mark.parametrize("kind", [OK, OPINION])
def test_what_was_let_stand_is_silenced_and_told_by_whom(kind: DecisionKind) -> None:
    found = settled(Decision(kind, "mk", note="tape\n14:20", seconded=("jr",)))
    assert found.findings == ()
    (silenced,) = found.silenced
    assert (silenced.finding.rule, silenced.by, silenced.reason) == (
        "N101",
        Silencer.DECISION,
        f"mk, jr: {kind} (tape 14:20)",
    )


def test_while_another_pass_is_due_the_finding_is_a_note() -> None:
    found = settled(Decision(OK, "mk", pending=True))
    message = "`12 percent` differs from the sources; mk: ok, another pass is due"
    assert told(found) == [("N101", Level.NOTE, message)]
    assert found.silenced == ()


def test_a_source_that_was_asked_for_is_told() -> None:
    found = settled(Decision(NEEDS_SOURCE, "mk"))
    assert told(found) == [("N101", Level.ERROR, "`12 percent` differs from the sources; mk asked for a source")]


@pytest.mark.parametrize("kind", list(DecisionKind))
def test_stale_decisions_change_nothing_but_are_told(kind: DecisionKind) -> None:
    found = settled(Decision(kind, "mk", stale=True, changed="the sentence has changed"))
    expected = [] if kind is PASS else ["S904"]
    assert [f.rule for f in found.findings if f.rule != "N101"] == expected
    assert told(settled())[0] in told(found)


def test_an_error_is_reported_beside_the_machines_finding_with_the_wording_suggested() -> None:
    found = settled(Decision(ERROR, "mk", correction="rose 9.5\npercent"))
    assert [f.rule for f in found.findings] == ["C501", "N101"]
    assert found.findings[0].label == "suggested: rose 9.5 percent"


def test_a_number_that_one_of_its_claims_lets_stand_stands() -> None:
    def shared(*decisions: Decision | None) -> list[tuple[str, Level]]:
        both = (
            claim(n, f"{ROSE}.", ROSE, verdict(CONTRADICTED, quantities=(PERCENT,)), decision=decision)
            for n, decision in enumerate(decisions)
        )
        return [(f.rule, f.level) for f in settle(apply(report(*both), nli=True)).findings]

    assert shared(None, None) == [("N101", Level.ERROR)]
    assert shared(None, Decision(OK, "mk")) == []
    assert shared(Decision(NEEDS_SOURCE, "jr"), Decision(OK, "mk")) == []
    assert shared(Decision(OK, "jr", pending=True), Decision(OK, "mk")) == []
    assert shared(Decision(NEEDS_SOURCE, "jr"), Decision(OK, "mk", pending=True)) == [("N101", Level.NOTE)]


def test_a_claim_let_stand_leaves_the_finding_on_a_claim_that_shares_its_number() -> None:
    """The words of one claim may lie within those of another."""
    rose = claim(1, f"{ROSE}.", ROSE, verdict(CONTRADICTED, quantities=(MILLION,)), decision=Decision(OK, "mk"))
    wide = claim(2, "Ferry trips rose.", "Ferry trips rose 12 percent to 4.6 million", verdict(CONTRADICTED))
    assert [f.claim for f in settle(apply(report(rose, wide), nli=True)).findings] == ["c2"]


def test_claims_of_another_article_have_no_part_in_it() -> None:
    other = replace(claim(1, f"{ROSE}.", ROSE, verdict(SUPPORTED), decision=Decision(OK, "mk")), document=1)
    rose = claim(1, f"{ROSE}.", ROSE, verdict(CONTRADICTED, quantities=(PERCENT,)))
    both = replace(report(rose, other), documents=report().documents * 2, checked_against=((0, 1), (0, 1)))
    assert [f.rule for f in settle(apply(both, nli=True)).findings] == ["N101"]


def test_decisions_of_the_change_are_named_where_they_keep_something_back() -> None:
    cost = claim(6, "It cost 300,000 euros.", "It cost 300,000 euros", verdict(UNVERIFIED, quantities=(EUROS,)))

    def day(rose: Decision | None, spent: Decision | None) -> Report:
        first = claim(1, f"{ROSE}.", ROSE, verdict(SUPPORTED), decision=rose)
        return settle(apply(report(first, replace(cost, decision=spent)), nli=True))

    def fresh(before: Report, now: Report) -> list[tuple[str, str]]:
        return [(each.finding.rule, each.reason) for each in newly_kept_back(before, now)]

    open_day, ok = day(None, None), Decision(OK, "mk", note="bill")
    assert fresh(open_day, day(None, ok)) == [("N102", "mk: ok (bill)")]
    assert fresh(day(None, ok), day(None, ok)) == []
    pending = "`300,000 euros` is not supported by the references; mk: ok (bill), another pass is due"
    assert fresh(open_day, day(None, replace(ok, pending=True))) == [("N102", pending)]
    assert fresh(open_day, day(None, Decision(NEEDS_SOURCE, "mk"))) == []
    assert fresh(day(Decision(ERROR, "jr"), None), open_day) == [("C501", "decided otherwise now")]
