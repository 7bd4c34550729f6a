"""What is kept up step by step is what replaying the whole log gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.decisions import AnchorIndex, Citation, Decide, Sources, Standings, anchors_of
from factcheck.decisions.event import Batch, Redo, Undo
from factcheck.decisions.history import History
from factcheck.report import DecisionKind
from factcheck.settings import Review
from tests.decisions.examples import article, claims_of, reference

BEFORE = article("The dam is 40 m high.\nIt rained.\nIt rained.\nSix boats sank near the old mole.\nNobody was hurt.\n")
NOW = article("The dam is 40 m high.\nIt rained.\nIt rained.\nSeven boats sank near the old mole.\nIt was cold.\n")
ANCHORS = (*anchors_of(BEFORE, claims_of(BEFORE)), *anchors_of(NOW, claims_of(NOW)))
SOURCES = Sources([reference("Six boats sank.")])
CITED = (Citation("r1", "Six boats sank."), Citation("r1", "Nobody sank."))

Said = tuple[int, DecisionKind | None, tuple[Citation, ...], int]
said = st.tuples(
    st.integers(0, len(ANCHORS) - 1),
    st.sampled_from([*DecisionKind, None]),
    st.sampled_from([(), CITED[:1], CITED[1:]]),
    st.integers(0, 8),
)
steps = st.lists(st.one_of(said, st.lists(said, min_size=2, max_size=3), st.sampled_from(["undo", "redo"])))


@given(steps, st.sampled_from([Review(), Review(require_evidence=True)]))
def test_following_each_step_is_replaying_all(steps: list[Said | list[Said] | str], review: Review) -> None:
    index = AnchorIndex(anchors_of(NOW, claims_of(NOW)))
    history, made = History(), list[Decide]()
    followed = Standings(index, SOURCES, review)
    for number, step in enumerate(steps):
        if isinstance(step, str):
            last = history.last_done if step == "undo" else history.last_undone
            if last is None:
                continue
            event = Undo if step == "undo" else Redo
            history.apply(event(last[0], "2026-01-01T00:00:00Z", f"u{number}"))
            decides = last[1]
        else:
            each = step if isinstance(step, list) else [step]
            decides = tuple(_decide(f"d{number}.{n}", words, made) for n, words in enumerate(each))
            history.apply(decides[0] if len(decides) == 1 else Batch(f"b{number}", decides[0].at, decides))
            made += decides
        if not followed.follow(history.touched_by(decides[-1]), history.is_in_force):
            followed.replay(history.in_force())
        replayed = Standings(index, SOURCES, review)
        replayed.replay(history.in_force())
        assert (followed.found, followed.lost) == (replayed.found, replayed.lost)


def _decide(id: str, words: Said, made: list[Decide]) -> Decide:
    """A decision that replaces one of the last few, or none: also one that was made elsewhere meanwhile."""
    anchor, kind, citations, back = words
    replaces = made[-back].id if 0 < back <= len(made) else None
    return Decide(id, f"2026-01-01T00:00:{len(made) % 60:02}Z", ANCHORS[anchor], kind, citations, replaces=replaces)


def test_a_step_on_one_claim_of_thousands_needs_no_replay() -> None:
    index = AnchorIndex(anchors_of(NOW, claims_of(NOW)))
    decide = Decide("d", "2026-01-01T00:00:00Z", anchors_of(NOW, claims_of(NOW))[0], DecisionKind.OK)
    history = History()
    history.apply(decide)
    followed = Standings(index, SOURCES)
    assert followed.follow(history.touched_by(decide), history.is_in_force)
    assert followed.found[0].decide == decide
