"""What is shown after each key is what a restart would show."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.decisions import Ledger
from factcheck.report import DecisionKind
from factcheck.settings import Review
from factcheck.tui.state import ReviewState
from tests.tui.examples import report, twins

_ACTIONS: list[Callable[[ReviewState], None]] = [
    *(lambda state, kind=kind: state.decide(kind) for kind in DecisionKind),
    *(lambda state, kind=kind: state.decide_all(kind) for kind in DecisionKind),
    lambda state: state.move(1),
    lambda state: state.move(-1),
    lambda state: state.toggle_mark(),
    lambda state: state.cite(1),
    lambda state: state.cite(2),
    lambda state: state.set_note("ask"),
    lambda state: state.set_note(""),
    lambda state: state.set_correction("9.5 percent"),
    lambda state: state.undo(),
    lambda state: state.redo(),
    lambda state: state.undo_to(1),
    lambda state: state.sign_off(),
    lambda state: state.withdraw(),
]


def opened(reviewer: str, review: Review, *, same_facts: bool) -> ReviewState:
    found = twins() if same_facts else report()
    state = ReviewState(found.documents[0], Ledger.of(Path("ferries.md"), reviewer), review=review)
    state.load(found)
    return state


def shown(state: ReviewState) -> list[object]:
    said = [(state.code(i), state.note(i), state.correction(i), state.cited(i)) for i in range(len(state.claims))]
    return [*said, state.counts(), len(state.record.signed), state.record.pass_number]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(_ACTIONS), max_size=25),
    st.booleans(),
    st.sampled_from([Review(), Review(passes=2, pass2_other_person=False), Review(require_evidence=True)]),
)
def test_after_any_keys_a_restart_shows_the_same(
    actions: list[Callable[[ReviewState], None]], same_facts: bool, review: Review
) -> None:
    reviewer = secrets.token_hex(6)
    state = opened(reviewer, review, same_facts=same_facts)
    for action in actions:
        action(state)
    again = opened(reviewer, review, same_facts=same_facts)
    assert shown(again)[: len(state.claims)] == shown(state)[: len(state.claims)]
    assert shown(again)[-2:] == shown(state)[-2:]
    state.undo_to(0)
    assert all(state.kind(index) is None and not state.note(index) for index in range(len(state.claims)))
