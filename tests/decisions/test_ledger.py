from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.decisions import Anchor, Decide, Ledger
from factcheck.decisions.log import append, read_log
from factcheck.errors import DecisionError
from factcheck.report import DecisionKind

KINDS = (*DecisionKind, None)
Step = tuple[int, int] | str
steps = st.lists(st.one_of(st.tuples(st.integers(0, 3), st.integers(0, 5)), st.sampled_from(["undo", "redo"])))


def anchor(number: int) -> Anchor:
    return Anchor(f"claim {number}", f"Sentence {number}.", f"Sentence {number}")


@dataclass
class Model:
    """What undo and redo mean, with whole states instead of events."""

    past: list[dict[str, DecisionKind | None]] = field(default_factory=lambda: [{}])
    future: list[dict[str, DecisionKind | None]] = field(default_factory=list)

    def take(self, step: Step) -> None:
        if step == "undo":
            if len(self.past) > 1:
                self.future.append(self.past.pop())
        elif step == "redo":
            if self.future:
                self.past.append(self.future.pop())
        elif not isinstance(step, str):
            self.past.append(self.past[-1] | {anchor(step[0]).text: KINDS[step[1]]})
            self.future.clear()


def latest(ledger: Ledger, number: int) -> Decide | None:
    return next((d for d in ledger.in_force() if d.anchor == anchor(number)), None)


def take(ledger: Ledger, step: Step) -> None:
    if step == "undo":
        ledger.undo()
    elif step == "redo":
        ledger.redo()
    elif not isinstance(step, str):
        ledger.decide(anchor(step[0]), KINDS[step[1]], replaces=latest(ledger, step[0]))


def state(ledger: Ledger) -> dict[str, DecisionKind | None]:
    return {decide.anchor.text: decide.kind for decide in ledger.in_force()}


@given(steps)
def test_any_sequence_equals_the_model_also_after_a_restart_at_each_step(sequence: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "mk.jsonl")
        kept, model = Ledger(path), Model()
        for step in sequence:
            take(kept, step)
            model.take(step)
            assert state(kept) == model.past[-1]
            assert state(Ledger(path)) == model.past[-1]


@given(steps, st.data())
def test_a_cut_at_any_byte_leaves_the_state_of_the_whole_lines_and_work_goes_on(
    sequence: list[Step], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "mk.jsonl")
        ledger = Ledger(path)
        states = {0: state(ledger)}
        for step in sequence:
            take(ledger, step)
            size = path.stat().st_size if path.exists() else 0
            states[size] = state(ledger)
        content = path.read_bytes() if path.exists() else b""
        cut = data.draw(st.integers(0, len(content)))
        path.write_bytes(content[:cut])
        # An event is there from its closing brace on, with or without its line break.
        whole = max(size for size in states if size <= cut + 1)

        again = Ledger(path)
        assert state(again) == states[whole]
        assert not again.problems
        again.decide(anchor(9), DecisionKind.OK)
        last = Ledger(path)
        assert state(last) == states[whole] | {anchor(9).text: DecisionKind.OK}
        assert not last.problems


def test_broken_and_foreign_lines_are_reported_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "mk.jsonl"
    Ledger(path).decide(anchor(1), DecisionKind.ERROR)
    foreign = b'<<<<<<< ours\n{"event":"sign-off"}\n\xff\xfe\n{"event":"undo","of":"nothing","at":""}\n'
    path.write_bytes(path.read_bytes() + foreign)
    ledger = Ledger(path)
    ledger.decide(anchor(2), DecisionKind.OK)
    assert [problem.line for problem in ledger.problems] == [2, 3, 4, 5]
    assert state(Ledger(path)) == {"claim 1": DecisionKind.ERROR, "claim 2": DecisionKind.OK}
    assert foreign in path.read_bytes()


def test_the_log_only_grows(tmp_path: Path) -> None:
    path = tmp_path / "mk.jsonl"
    ledger = Ledger(path)
    before = b""
    for step in ((1, 0), (2, 1), "undo", "redo", "undo", (1, 5)):
        take(ledger, step)
        content = path.read_bytes()
        assert content.startswith(before)
        assert content.count(b"\n") == before.count(b"\n") + 1
        before = content


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "mk.jsonl"
    one, two = Ledger(path), Ledger(path)
    one.decide(anchor(1), DecisionKind.OK)
    two.decide(anchor(2), DecisionKind.ERROR)
    one.undo()
    two.decide(anchor(3), DecisionKind.OPINION)
    assert state(Ledger(path)) == {"claim 2": DecisionKind.ERROR, "claim 3": DecisionKind.OPINION}


def test_copies_of_a_log_joined_line_by_line_count_each_decision_once(tmp_path: Path) -> None:
    path = tmp_path / "mk.jsonl"
    ledger = Ledger(path)
    first = ledger.decide(anchor(1), DecisionKind.OK)
    ledger.decide(anchor(1), DecisionKind.ERROR, replaces=first)
    path.write_bytes(path.read_bytes() * 2)
    again = Ledger(path)
    again.undo()
    assert state(again) == {"claim 1": DecisionKind.OK}


def test_a_decision_that_claims_to_replace_itself_still_counts(tmp_path: Path) -> None:
    path = tmp_path / "mk.jsonl"
    append(path, Decide("d1", "", anchor(1), DecisionKind.ERROR, replaces="d1"))
    append(path, Decide("d2", "", anchor(2), DecisionKind.ERROR, replaces="d3"))
    append(path, Decide("d3", "", anchor(3), DecisionKind.ERROR, replaces="gone"))
    assert len(Ledger(path).in_force()) == 3


def test_a_log_that_cannot_be_read_or_written_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "mk.jsonl"
    folder.mkdir()
    with pytest.raises(DecisionError, match=r"mk\.jsonl"):
        Ledger(folder)
    (tmp_path / "file").write_text("")
    ledger = Ledger(tmp_path / "other" / "mk.jsonl")
    (tmp_path / "other").write_text("in the way of the folder")
    with pytest.raises(DecisionError, match="not saved"):
        ledger.decide(anchor(1), DecisionKind.OK)
    assert ledger.in_force() == []


def test_a_link_in_the_place_of_a_log_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "precious"
    target.write_text("kept\n")
    link = tmp_path / "mk.jsonl"
    link.symlink_to(target)
    with pytest.raises(DecisionError):
        read_log(link)
    with pytest.raises(DecisionError):
        append(link, Decide("d1", "", anchor(1), DecisionKind.OK))
    assert target.read_text() == "kept\n"


def test_writers_in_parallel_never_mix_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "mk.jsonl"
    notes = ["x" * size for size in (1, 5_000, 60_000)] * 10

    def write(name: str) -> None:
        for place, note in enumerate(notes):
            append(path, Decide(f"{name}{place}", "", anchor(place), DecisionKind.OK, note=note))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, "abcd"))
    ledger = Ledger(path)
    assert not ledger.problems
    assert sorted(len(decide.note) for decide in ledger.in_force()) == sorted(4 * [len(n) for n in notes])
