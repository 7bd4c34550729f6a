"""Passes, the second person, evidence; how decisions are joined under them."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.decisions import (
    Citation,
    Ledger,
    Snapshot,
    anchors_of,
    attach,
    current_pass,
    objection,
    pass_of,
    sign_off_objection,
)
from factcheck.decisions.event import SignOff
from factcheck.decisions.policy import finished, last_sign_off
from factcheck.report import Decision, DecisionKind
from factcheck.settings import Review
from tests.decisions.examples import article, claims_of, reference, report_of

OK, ERROR, NEEDS_SOURCE, OPINION, PASS = DecisionKind
TEXT = "The ferry carried 400 cars.\nIt sank in 1994."
TWO = Review(passes=2)
SAME = Review(passes=2, pass2_other_person=False)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "factcheck.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def decide(reviewer: str, kind: DecisionKind, *, in_pass: int = 1, text: str = TEXT, note: str = "") -> None:
    """Decide on the first claim."""
    document = article(text)
    ledger = Ledger.of(Path("article.md"), reviewer)
    ledger.pass_number = in_pass
    earlier = ledger.in_force()
    anchor = anchors_of(document, claims_of(document))[0]
    ledger.decide(anchor, kind, note=note, replaces=earlier[-1] if earlier else None)


def decision(review: Review, text: str = TEXT) -> Decision | None:
    return attach(report_of(article(text), reference("A source.")), review).claims[0].decision


def test_a_single_ok_is_pending_until_another_person_seconds_it() -> None:
    decide("ann", OK, note="seen")
    assert decision(Review()) == Decision(OK, "ann", note="seen")
    assert decision(TWO) == Decision(OK, "ann", note="seen", pending=True)
    decide("bob", OK)
    assert decision(TWO) == Decision(OK, "ann", note="seen", seconded=("bob",))


def test_an_opinion_seconds_an_ok_and_a_pass_does_not() -> None:
    decide("ann", OK)
    decide("bob", PASS)
    assert decision(TWO) == Decision(OK, "ann", pending=True)
    decide("cy", OPINION)
    assert decision(TWO) == Decision(OK, "ann", seconded=("cy",))


def test_one_reviewers_error_outweighs_two_oks() -> None:
    for reviewer, kind in (("ann", OK), ("bob", OK), ("cy", ERROR)):
        decide(reviewer, kind)
    assert decision(TWO) == Decision(ERROR, "cy")


def test_the_same_person_may_second_only_in_a_second_pass_and_only_where_that_is_allowed() -> None:
    decide("ann", OK)
    decide("ann", OK)
    assert decision(SAME) == Decision(OK, "ann", pending=True)
    decide("ann", OK, in_pass=2)
    assert decision(SAME) == Decision(OK, "ann")
    assert decision(TWO) == Decision(OK, "ann", pending=True)


def test_a_first_pass_on_another_wording_is_none() -> None:
    decide("ann", OK)
    later = TEXT.replace("400", "410")
    decide("ann", OK, in_pass=2, text=later)
    assert decision(SAME, later) == Decision(OK, "ann", pending=True)


def test_where_evidence_is_required_an_ok_without_it_does_not_hold() -> None:
    strict = Review(require_evidence=True)
    decide("ann", OK)
    found = decision(strict)
    assert found is not None
    assert found.stale
    assert found.changed == objection(strict, OK, (), "")
    decide("ann", OK, note="saw the deed")
    assert decision(strict) == Decision(OK, "ann", note="saw the deed")
    assert objection(strict, OK, [Citation("r1", "q")], "") == ""
    assert objection(strict, ERROR, (), "") == ""
    assert objection(Review(), OK, (), "") == ""


def signed(*passes: int, at: str = "2026-05-01") -> list[SignOff]:
    return [SignOff(f"{at}{number}", at, number, 2, Snapshot("a" * 64)) for number in passes]


@pytest.mark.parametrize(
    ("sign_offs", "done", "done_by_one"),
    [
        ({}, 0, 0),
        ({"ann": signed(1)}, 1, 1),
        ({"ann": signed(2)}, 0, 0),
        ({"ann": signed(1, 2)}, 1, 2),
        ({"ann": signed(1), "bob": signed(2)}, 2, 2),
        ({"ann": signed(1, 2), "bob": signed(1)}, 2, 2),
    ],
)
def test_passes_are_done_in_order_and_by_whom_they_are_to_be(
    sign_offs: dict[str, list[SignOff]], done: int, done_by_one: int
) -> None:
    assert finished(TWO, sign_offs) == done
    assert finished(SAME, sign_offs) == done_by_one
    assert current_pass(TWO, sign_offs) == min(2, done + 1)
    assert current_pass(Review(), sign_offs) == 1


def test_who_finished_the_first_pass_cannot_finish_the_second() -> None:
    first = {"ann": signed(1), "bob": []}
    assert "another person" in sign_off_objection(TWO, "ann", first)
    assert sign_off_objection(TWO, "bob", first) == ""
    assert sign_off_objection(SAME, "ann", first) == ""
    assert sign_off_objection(TWO, "ann", {}) == ""


@pytest.mark.parametrize(
    ("sign_offs", "ann", "bob"),
    [
        ({}, 1, 1),
        ({"ann": signed(1)}, 1, 2),
        ({"ann": signed(1), "bob": signed(2)}, 1, 2),
        ({"ann": signed(1), "bob": signed(1)}, 2, 2),
    ],
)
def test_who_is_not_to_do_the_next_pass_stays_in_his_own(
    sign_offs: dict[str, list[SignOff]], ann: int, bob: int
) -> None:
    assert [pass_of(TWO, name, sign_offs) for name in ("ann", "bob")] == [ann, bob]
    assert pass_of(SAME, "ann", {"ann": signed(1)}) == 2
    assert pass_of(Review(), "ann", {"ann": signed(1)}) == 1


def test_the_last_sign_off_counts_once_all_passes_are_done() -> None:
    assert last_sign_off(TWO, {"ann": signed(1)}) is None
    (later,) = signed(2, at="2026-05-09")
    assert last_sign_off(TWO, {"ann": signed(1), "bob": [*signed(2), later]}) == ("bob", later)
    assert last_sign_off(Review(), {"ann": signed(1)}) == ("ann", signed(1)[0])
