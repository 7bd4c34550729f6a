from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.decisions import Anchor, Ledger
from factcheck.decisions.joining import Joined, join_logs
from factcheck.errors import DecisionError
from factcheck.report import DecisionKind

OK, ERROR, *_ = DecisionKind


def decide(path: Path, claim: str, kind: DecisionKind = OK) -> None:
    Ledger(path).decide(Anchor(claim, f"{claim}.", claim), kind)


def state(path: Path) -> dict[str, DecisionKind | None]:
    return {decide.anchor.text: decide.kind for decide in Ledger(path).in_force()}


@pytest.fixture
def branches(tmp_path: Path) -> tuple[Path, Path]:
    """A log with "a" that went on with "b" here and with "c" there."""
    here, there = tmp_path / "here" / "mk.jsonl", tmp_path / "there" / "mk.jsonl"
    decide(here, "a")
    there.parent.mkdir()
    there.write_bytes(here.read_bytes())
    decide(here, "b")
    decide(there, "c", ERROR)
    return here, there


def test_two_branches_become_one_and_the_copy_stays(branches: tuple[Path, Path]) -> None:
    here, there = branches
    before = there.read_bytes()
    assert join_logs(here, [there]) == Joined(added=1, dropped=0, unreadable=0)
    assert state(here) == {"a": OK, "b": OK, "c": ERROR}
    assert there.read_bytes() == before
    content = here.read_bytes()
    assert join_logs(here, [there, here]) == Joined(added=0, dropped=0, unreadable=0)
    assert here.read_bytes() == content


def test_double_lines_and_the_marks_of_a_conflict_go_and_foreign_lines_stay(branches: tuple[Path, Path]) -> None:
    here, there = branches
    a, b = here.read_bytes().splitlines(keepends=True)
    c = there.read_bytes().splitlines(keepends=True)[1]
    foreign = b'{"event":"dance"}\n'
    here.write_bytes(a + b"<<<<<<< HEAD\n" + b + b"=======\n" + a + c + b">>>>>>> branch\n" + foreign)
    assert join_logs(here, []) == Joined(added=0, dropped=4, unreadable=1)
    assert state(here) == {"a": OK, "b": OK, "c": ERROR}
    assert foreign in here.read_bytes()


def test_what_a_crash_cut_off_does_not_become_a_broken_line(branches: tuple[Path, Path]) -> None:
    here, there = branches
    there.write_bytes(there.read_bytes()[:-9])
    join_logs(here, [there])
    assert Ledger(here).problems == ()
    assert state(here) == {"a": OK, "b": OK}


def test_a_log_that_is_not_there_yet_is_made(branches: tuple[Path, Path], tmp_path: Path) -> None:
    new = tmp_path / "new" / "mk.jsonl"
    assert join_logs(new, branches) == Joined(added=3, dropped=0, unreadable=0)
    assert state(new) == {"a": OK, "b": OK, "c": ERROR}


def test_a_copy_that_is_not_there_changes_nothing(branches: tuple[Path, Path], tmp_path: Path) -> None:
    here, _ = branches
    before = here.read_bytes()
    with pytest.raises(DecisionError, match="no such file"):
        join_logs(here, [tmp_path / "missing.jsonl"])
    assert here.read_bytes() == before
    assert [file.name for file in here.parent.iterdir()] == ["mk.jsonl"]


def test_a_window_that_was_open_during_the_merge_goes_on_in_the_new_file(branches: tuple[Path, Path]) -> None:
    here, there = branches
    window = Ledger(here)
    join_logs(here, [there])
    window.decide(Anchor("d", "d.", "d"), OK)
    assert state(here) == {"a": OK, "b": OK, "c": ERROR, "d": OK}
