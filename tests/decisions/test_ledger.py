from __future__ import annotations

import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.decisions import Anchor, AnchorIndex, Decide, Ledger, Snapshot, Sources, standings
from factcheck.decisions.joining import join_logs
from factcheck.decisions.log import append, read_log
from factcheck.errors import DecisionError
from factcheck.report import DecisionKind

KINDS = (*DecisionKind, None)
on_disk = settings(deadline=None, max_examples=50)
"""Each step is seen to the disk, which takes what it takes."""

Said = tuple[int, int]
Step = Said | tuple[Said, ...] | str
said = st.tuples(st.integers(0, 3), st.integers(0, 5))
batches = st.dictionaries(st.integers(0, 3), st.integers(0, 5), min_size=2).map(lambda found: tuple(found.items()))
steps = st.lists(st.one_of(said, batches, st.sampled_from(["undo", "redo"])))


def anchor(number: int) -> Anchor:
    return Anchor(f"claim {number}", f"Sentence {number}.", f"Sentence {number}")


def each_of(step: Step) -> tuple[Said, ...]:
    """The claims that a step decides on, with what."""
    match step:
        case (int(claim), int(kind)):
            return ((claim, kind),)
        case tuple():
            return tuple((claim, kind) for claim, kind in step if isinstance(claim, int))  # type: ignore[misc]
        case _:
            return ()


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
        else:
            self.past.append(self.past[-1] | {anchor(claim).text: KINDS[kind] for claim, kind in each_of(step)})
            self.future.clear()


def latest(ledger: Ledger, number: int) -> Decide | None:
    return next((d for d in ledger.in_force() if d.anchor == anchor(number)), None)


def take(ledger: Ledger, step: Step) -> None:
    if step == "undo":
        ledger.undo()
    elif step == "redo":
        ledger.redo()
    elif len(said := each_of(step)) == 1:
        ledger.decide(anchor(said[0][0]), KINDS[said[0][1]], replaces=latest(ledger, said[0][0]))
    else:
        ledger.decide_all(ledger.draft(anchor(n), KINDS[kind], replaces=latest(ledger, n)) for n, kind in said)


def state(ledger: Ledger) -> dict[str, DecisionKind | None]:
    return {decide.anchor.text: decide.kind for decide in ledger.in_force()}


@on_disk
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


@on_disk
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
    for step in ((1, 0), (2, 1), "undo", ((1, 0), (3, 2)), "undo", "redo", (1, 5)):
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


def say(path: Path, name: str, count: int) -> None:
    """One of two windows of a reviewer: decides, and takes every third decision back."""
    ledger = Ledger(path)
    for number in range(count):
        ledger.decide(Anchor(f"{name}{number}", f"{name}{number}.", ""), DecisionKind.OK)
        if number % 3 == 2:
            ledger.undo()


def test_two_windows_of_one_reviewer_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "mk.jsonl"
    windows = [multiprocessing.get_context("spawn").Process(target=say, args=(path, name, 12)) for name in "ab"]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert not Ledger(path).problems
    assert sorted(state(Ledger(path))) == sorted(f"{n}{i}" for n in "ab" for i in range(12) if i % 3 != 2)


def test_what_was_done_in_another_window_is_taken_in_when_asked_for(tmp_path: Path) -> None:
    one, two = Ledger(tmp_path / "mk.jsonl"), Ledger(tmp_path / "mk.jsonl")
    two.decide(anchor(1), DecisionKind.OK)
    assert state(one) == {}
    one.reload()
    assert state(one) == state(two)


def test_a_line_that_a_crash_cut_off_is_set_aside_wherever_a_merge_puts_it(tmp_path: Path) -> None:
    path = tmp_path / "mk.jsonl"
    Ledger(path).decide(anchor(1), DecisionKind.OK)
    path.write_bytes(path.read_bytes()[:-30])
    Ledger(path).decide(anchor(2), DecisionKind.OK)
    torn, *others = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*others, torn]))
    assert Ledger(path).problems == ()
    assert state(Ledger(path)) == {"claim 2": DecisionKind.OK}


def test_a_sign_off_can_be_taken_back_and_is_no_step_of_undo(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "mk.jsonl")
    ledger.decide(anchor(1), DecisionKind.OK)
    signed = ledger.sign_off(Snapshot("a" * 64), passes=2, counts=[("ok", 1)])
    assert Ledger(ledger.path).sign_offs == (signed,)
    assert ledger.undo() is not None
    assert ledger.sign_offs == (signed,)
    assert ledger.withdraw() == signed
    assert ledger.withdraw() is None
    assert Ledger(ledger.path).sign_offs == ()


def test_the_last_visit_is_remembered(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "mk.jsonl")
    assert ledger.last_visit is None
    seen = Snapshot("a" * 64, (("r1", "b" * 64),), (("0123456789ab", "s"),))
    ledger.visit(seen)
    last = Ledger(ledger.path).last_visit
    assert last is not None
    assert last.seen == seen


def test_undo_of_a_batch_tells_what_was_in_it(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "mk.jsonl")
    assert ledger.decide_all([]) == ()
    made = ledger.decide_all([ledger.draft(anchor(n), DecisionKind.OPINION) for n in range(3)])
    last = ledger.undo()
    assert last is not None
    assert ledger.step_of(last) == made
    assert state(ledger) == {}


def test_of_two_decisions_made_apart_on_one_claim_the_later_counts(tmp_path: Path) -> None:
    path = tmp_path / "mk.jsonl"
    for at, kind in (("2026-05-02T10:00:00Z", DecisionKind.ERROR), ("2026-05-01T10:00:00Z", DecisionKind.OK)):
        append(path, Decide(at, at, anchor(1), kind))
    index = AnchorIndex([anchor(1)])
    found, lost = standings(Ledger(path).in_force(), index, Sources(()))
    assert (found[0].decide.kind, [each.kind for each in found[0].outweighed], lost) == (
        DecisionKind.ERROR,
        [DecisionKind.OK],
        (),
    )


@on_disk
@given(steps, steps, steps, st.booleans())
def test_two_branches_merged_by_git_or_joined_count_as_one(
    common: list[Step], ours: list[Step], theirs: list[Step], joined: bool
) -> None:
    """Whatever is in force in one of the branches and was not changed in the other is in force after the merge."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("base.jsonl", "ours.jsonl", "theirs.jsonl")]
        Ledger(paths[0])
        for step in common:
            take(Ledger(paths[0]), step)
        base = paths[0].read_bytes() if paths[0].exists() else b""
        ends = []
        for path, sequence in zip(paths[1:], (ours, theirs), strict=True):
            path.write_bytes(base)
            for step in sequence:
                take(Ledger(path), step)
            ends.append(Ledger(path))
        # Union merge: both branches' new lines, here with a line that both have twice.
        union = paths[1].read_bytes() + paths[2].read_bytes()[len(base) :] + base[: base.find(b"\n") + 1]
        if joined:
            join_logs(paths[1], [paths[2]])
            assert len(set(paths[1].read_bytes().splitlines())) == paths[1].read_bytes().count(b"\n")
        else:
            paths[1].write_bytes(union)
        merged = Ledger(paths[1])
        assert not merged.problems
        known = set(merged.history.events)
        assert all(event in known for ledger in ends for event in ledger.history.events)
        both = {decide.id for decide in ends[0].in_force()} & {decide.id for decide in ends[1].in_force()}
        assert both <= {decide.id for decide in merged.in_force()}
