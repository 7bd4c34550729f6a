from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.decisions import Ledger, attach
from factcheck.errors import DecisionError
from factcheck.report import Decision, DecisionKind, Report
from factcheck.tui.state import ReviewState
from tests.tui.examples import TEXT, report

OK, ERROR, NEEDS_SOURCE, OPINION, PASS = DecisionKind


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "factcheck.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def review(what: Report | None = None, reviewer: str = "mk") -> ReviewState:
    found = what or report()
    state = ReviewState(found.documents[0], Ledger.of(Path("ferries.md"), reviewer))
    state.load(found)
    return state


def codes(state: ReviewState) -> list[str]:
    return [state.code(index) for index in range(len(state.claims))]


def test_before_the_check_is_done_no_key_does_anything() -> None:
    state = ReviewState(report().documents[0], Ledger.of(Path("ferries.md"), "mk"))
    state.move(1)
    state.next_open()
    state.decide(OK)
    state.cite(1)
    state.set_note("n")
    state.set_filter("ferry")
    assert state.current is None
    assert state.counts().total == 0
    assert not Ledger.of(Path("ferries.md"), "mk").in_force()


def test_a_decision_is_shown_kept_and_followed_by_the_next_open_claim() -> None:
    state = review()
    state.decide(ERROR)
    assert codes(state) == ["ER", "..", "..", "..", ".."]
    assert state.current == 1
    assert codes(review()) == codes(state)
    assert review().current == 1


@pytest.mark.parametrize(
    ("kind", "code"), [(OK, "ok"), (ERROR, "ER"), (NEEDS_SOURCE, "NS"), (OPINION, "op"), (PASS, "??")]
)
def test_the_same_again_opens_and_another_kind_replaces(kind: DecisionKind, code: str) -> None:
    state = review()
    state.decide(kind)
    assert codes(state)[0] == code
    state.select(0)
    state.decide(kind)
    assert (codes(state)[0], state.current) == ("..", 0)
    other = OK if kind is not OK else ERROR
    state.decide(kind)
    state.select(0)
    state.decide(other)
    assert codes(state)[0] == {OK: "ok", ERROR: "ER"}[other]


def test_undo_and_redo_go_to_their_claim_also_after_a_restart() -> None:
    state = review()
    state.decide(ERROR)
    state.decide(OK)
    again = review()
    again.undo()
    assert (codes(again)[:2], again.current) == (["ER", ".."], 1)
    again.undo()
    assert (codes(again)[:2], again.current) == (["..", ".."], 0)
    again.undo()
    assert again.notice == "nothing to be undone"
    last = review()
    last.redo()
    last.redo()
    assert codes(last)[:2] == ["ER", "ok"]
    last.redo()
    assert last.notice == "nothing to be redone"


def test_undo_of_a_reopening_brings_the_decision_back() -> None:
    state = review()
    state.decide(ERROR)
    state.select(0)
    state.decide(ERROR)
    state.undo()
    assert codes(state)[0] == "ER"


def test_moving_stays_inside_the_list() -> None:
    state = review()
    state.move(-1)
    assert state.current == 0
    state.move(100)
    assert state.current == 4


def test_next_open_goes_round_skips_what_is_decided_or_not_judged_then_comes_to_passed_ones() -> None:
    state = review()
    state.select(1)
    state.decide(PASS)
    state.select(0)
    state.next_open()
    assert state.current == 2
    state.next_open()
    state.next_open()
    assert state.current == 0
    state.next_open(-1)
    assert state.current == 3
    for index in (0, 2, 3):
        state.select(index)
        state.decide(OK)
    assert state.current == 1
    state.decide(OK)
    state.next_open()
    assert state.notice == "no open claim left"


@pytest.mark.parametrize(
    ("pattern", "rows"),
    [
        ("ferry", [2]),
        ("TRIPS", [0, 1]),
        (r"\d+ c", [2]),
        ("!trips", [2, 3, 4]),
        ("[", []),
        ("", [0, 1, 2, 3, 4]),
    ],
)
def test_a_filter_is_a_regular_expression_that_may_be_inverted(pattern: str, rows: list[int]) -> None:
    state = review()
    state.set_filter(pattern)
    assert state.rows == rows
    assert state.current == (rows[0] if rows else None)


def test_a_filter_keeps_the_selected_claim_and_undo_comes_out_of_it() -> None:
    state = review()
    state.decide(ERROR)
    state.select(3)
    state.set_filter("strike|good")
    assert state.current == 3
    state.undo()
    assert (state.filter, state.current) == ("", 0)


def test_an_ok_on_a_supported_claim_cites_what_supports_it_and_an_error_cites_nothing() -> None:
    state = review()
    state.decide(ERROR)
    state.decide(OK)
    assert state.cited(0) == ()
    assert [citation.reference for citation in state.cited(1)] == ["r1"]
    assert "cites 1" in state.notice


def test_citing_is_switched_by_number_kept_through_decisions_and_undone() -> None:
    state = review()
    state.cite(2)
    assert [c.reference for c in state.cited(0)] == ["r2"]
    assert codes(state)[0] == ".."
    state.decide(OK)
    assert [c.reference for c in state.cited(0)] == ["r2"]
    state.select(0)
    state.cite(1)
    assert [c.reference for c in review().cited(0)] == ["r2", "r1"]
    state.cite(2)
    assert [c.reference for c in state.cited(0)] == ["r1"]
    state.undo()
    assert [c.reference for c in state.cited(0)] == ["r2", "r1"]
    state.cite(7)
    assert state.notice == "no evidence 7"
    assert codes(state)[0] == "ok"


def test_a_note_is_kept_beside_the_decision() -> None:
    state = review()
    state.set_note(" ask the author ")
    state.decide(NEEDS_SOURCE)
    again = review()
    assert (again.note(0), codes(again)[0]) == ("ask the author", "NS")
    again.select(0)
    again.set_note("")
    assert (again.note(0), codes(again)[0]) == ("", "NS")


def test_counts_follow_the_decisions() -> None:
    state = review()
    counts = state.counts()
    assert (counts.decided, counts.total, counts.open_by_sign) == (0, 4, {"!": 1, "?": 1, "+": 2})
    state.decide(ERROR)
    state.select(4)
    state.decide(OPINION)
    counts = state.counts()
    assert (counts.decided, counts.total, counts.open) == (2, 5, 3)


def test_a_changed_source_makes_a_decision_stale_and_one_key_confirms_it() -> None:
    state = review()
    state.select(2)
    state.decide(OK)
    whole = report()
    yearbook = whole.references[0]
    longer = replace(yearbook.document, text=yearbook.text.replace("90 cars", "95 cars"))
    state = review(replace(whole, references=(replace(yearbook, document=longer), whole.references[1])))
    assert codes(state)[2] == "~~"
    assert "r1" in state.standing[2].stale
    state.select(2)
    state.decide(OK)
    assert codes(state)[2] == "ok"
    state.undo()
    assert codes(state)[2] == "~~"


def test_a_decision_whose_sentence_is_gone_is_lost_not_dropped_and_an_undo_still_reaches_it() -> None:
    state = review()
    state.select(3)
    state.decide(ERROR)
    left = replace(report(), claims=report().claims[:3])
    state = review(left)
    assert [decide.kind for decide in state.lost] == [ERROR]
    assert state.counts().lost == 1
    state.undo()
    assert state.lost == ()
    assert "not there any more" in state.notice


def test_inserting_a_paragraph_at_the_top_leaves_all_decisions_in_place() -> None:
    state = review()
    for _ in range(4):
        state.decide(ERROR)
    assert codes(review(report(text="A new beginning.\n\n" + TEXT))) == codes(state)


def test_other_reviewers_are_shown_and_not_mixed_in() -> None:
    review(reviewer="jr").decide(ERROR)
    state = review()
    assert codes(state)[0] == ".."
    assert state.others(0)["jr"].decide.kind is ERROR


def test_problems_of_logs_and_references_are_told_once(project: Path) -> None:
    log = project / ".factcheck/decisions/ferries.md"
    log.mkdir(parents=True)
    (log / "mk.jsonl").write_text("garbage\n")
    (log / "jr.jsonl").write_text("rubbish\n")
    problems = review().problems
    assert len(problems) == 2
    assert any("mk.jsonl" in problem for problem in problems)
    assert any("jr.jsonl" in problem for problem in problems)


def test_what_is_decided_here_reaches_the_report() -> None:
    state = review()
    state.decide(ERROR)
    state.decide(OK)
    decisions = [checked.decision for checked in attach(report()).claims]
    assert decisions == [Decision(ERROR, "mk"), Decision(OK, "mk"), None, None, None]


def test_a_log_that_cannot_be_written_changes_nothing(project: Path) -> None:
    state = review()
    (project / ".factcheck").write_text("in the way")
    with pytest.raises(DecisionError):
        state.decide(OK)
    assert codes(state)[0] == ".."


def test_what_is_decided_elsewhere_is_taken_over_and_what_is_decided_here_need_not_be_read_again() -> None:
    here = review()
    here.decide(OK)
    assert here.record.is_current(here.article)
    for name in ("jr", "mk"):
        elsewhere = review(reviewer=name)
        elsewhere.select(3)
        elsewhere.decide(ERROR)
        assert not here.record.is_current(here.article)
        here.take_decisions()
        assert here.record.is_current(here.article)
    assert codes(here) == ["ok", "..", "..", "ER", ".."]
    assert list(here.others(3)) == ["jr"]
    # A decision here hides none that came in between.
    review().decide(OK)
    here.select(2)
    here.decide(ERROR)
    assert not here.record.is_current(here.article)
