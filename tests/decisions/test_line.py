from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.decisions.anchor import Anchor
from factcheck.decisions.event import Batch, Citation, Decide, Event, Redo, Repair, SignOff, Undo, Visit
from factcheck.decisions.line import from_line, to_line
from factcheck.decisions.snapshot import Snapshot
from factcheck.report import DecisionKind

anything = st.text(st.characters(exclude_categories=()), max_size=20)
decides = st.builds(
    Decide,
    id=anything,
    at=anything,
    anchor=st.builds(Anchor, anything, anything, anything, anything, anything, st.just(1), st.integers(2, 9)),
    kind=st.none() | st.sampled_from(DecisionKind),
    citations=st.lists(st.builds(Citation, anything, anything), max_size=3).map(tuple),
    note=anything,
    replaces=st.none() | anything,
    correction=anything,
    pass_number=st.integers(1, 3),
)
digests = st.text("0123456789abcdef", min_size=12, max_size=12)
snapshots = st.builds(
    Snapshot,
    anything,
    st.dictionaries(anything, anything, max_size=3).map(lambda found: tuple(found.items())),
    st.lists(st.tuples(digests, st.sampled_from("scu")), max_size=3).map(tuple),
)
counts = st.dictionaries(anything, st.integers(0, 9), max_size=3).map(lambda found: tuple(found.items()))
events = st.one_of(
    decides,
    st.builds(Batch, anything, anything, st.lists(decides, min_size=1, max_size=3).map(tuple)),
    st.builds(Undo, anything, anything, anything),
    st.builds(Redo, anything, anything, anything),
    st.builds(Visit, anything, anything, snapshots),
    st.builds(SignOff, anything, anything, st.integers(1, 2), st.integers(1, 2), snapshots, counts),
    st.builds(Repair, anything, anything),
)


@given(events)
def test_an_event_is_one_line_and_comes_back_equal(event: Event) -> None:
    line = to_line(event)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert from_line(line) == event


DECIDE = to_line(Decide("d1", "t", Anchor("a", "b", "c"), DecisionKind.OK))


@pytest.mark.parametrize(
    "change",
    [
        {"event": "sign-off"},
        {"event": "visit", "seen": {"article": "a", "references": [], "claims": ""}},
        {"event": "visit", "seen": {"article": "a", "references": {}, "claims": 4}},
        {"event": "batch", "decisions": []},
        {"event": "batch", "decisions": ["ok"]},
        {"event": "burn"},
        {"event": None},
        {"pass": 0},
        {"pass": "1"},
        {"correction": None},
        {"kind": "maybe"},
        {"kind": ["ok"]},
        {"id": 7},
        {"note": None},
        {"evidence": [{"reference": "r1"}]},
        {"evidence": 3},
        {"claim": "c1"},
        {"claim": {"text": "a"}},
        {"replaces": 4},
    ],
)
def test_a_line_that_is_no_event_is_refused(change: dict[str, object]) -> None:
    assert from_line(DECIDE)
    with pytest.raises(ValueError, match=r"event|kind"):
        from_line(json.dumps(json.loads(DECIDE) | change).encode())


@pytest.mark.parametrize("key", ["event", "id", "at", "claim", "kind", "evidence", "note", "replaces"])
def test_a_line_that_lacks_a_field_is_refused(key: str) -> None:
    record = json.loads(DECIDE)
    del record[key]
    with pytest.raises(ValueError, match="event"):
        from_line(json.dumps(record).encode())


@pytest.mark.parametrize("occurrence", [(-1, 1), (1, 1), (0, 0), (True, 2), ("0", 1)])
def test_an_impossible_occurrence_is_refused(occurrence: tuple[object, object]) -> None:
    record = json.loads(DECIDE)
    record["claim"] |= dict(zip(("occurrence", "occurrences"), occurrence, strict=True))
    with pytest.raises(ValueError, match="event"):
        from_line(json.dumps(record).encode())


@pytest.mark.parametrize("line", [b"", b"\xff", b"[1]", b"3", b"nul", b"[" * 100_000, b'{"a"'])
def test_a_line_of_something_else_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match="not a"):
        from_line(line)


def test_undo_redo_and_repair_of_version_0_1_are_read() -> None:
    assert from_line(b'{"event":"undo","of":"d1","at":"t"}') == Undo("d1", "t")
    assert from_line(b'{"event":"redo","of":"d1","at":"t"}') == Redo("d1", "t")
    assert from_line(b'{"event":"repair","at":"t"}') == Repair("t")
