from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.retrieval.index import LEXICAL_WEIGHT
from training.retriever.batches import Composer, companions, ordered
from training.retriever.pairs import Example

BRIDGE = Example("the bridge was closed", "the old bridge was closed in 2011", "b", "s", ("a new bridge", "a lake"))
AGAIN = Example("a bridge was closed in 2011", "the old red bridge was closed in 2011", "c", "s", ("a blue school",))
SCHOOL = Example("the school opened", "the new school opened in 2003", "d", "s")
SAME = Example("the school was built", "twelve people built the school", "d", "s", ("the new school opened in 2003",))


@given(
    st.lists(st.sampled_from("abcdefgh"), min_size=8, max_size=40).filter(lambda groups: len(set(groups)) >= 3),
    st.integers(0, 60),
    st.integers(0, 5),
)
def test_each_premise_once_a_batch_and_all_examples_in_turn(groups: list[str], count: int, seed: int) -> None:
    batches = ordered(groups, count, 3, seed)
    assert batches == ordered(groups, count, 3, seed)
    assert [len(batch) for batch in batches] == [3] * (count // 3)
    assert all(len({groups[i] for i in batch}) == 3 for batch in batches)


def test_no_example_is_seen_twice_before_all_were_seen() -> None:
    seen = [i for batch in ordered([str(i) for i in range(12)], 24, 4, 0) for i in batch]
    assert sorted(seen[:12]) == sorted(seen[12:]) == list(range(12))
    assert seen[:12] != seen[12:]


def test_companions_share_a_batch() -> None:
    examples = [Example(f"c{i}", f"e{i}", str(i), "s", (f"e{(i + 6) % 12}", "another")) for i in range(12)]
    beside = companions(examples)
    assert beside == [[(i + 6) % 12] for i in range(12)]
    batches = ordered([example.group for example in examples], 12, 4, 0, beside)
    assert sorted(i for batch in batches for i in batch) == list(range(12))
    assert all({(i + 6) % 12 for i in batch} == set(batch) for batch in batches)


def test_too_few_premises_are_refused() -> None:
    with pytest.raises(ValueError, match="2 premises do not fill a batch of 3"):
        ordered(["a", "a", "b"], 3, 3, 0)


def texts_against(composer: Composer, members: list[int], row: int) -> int:
    """How many passages stand against the claim of a row, its evidence not counted."""
    return int(composer.step(members).allowed[row].sum()) - 1


def test_evidence_and_hard_negatives_meet_every_claim(start: Path) -> None:
    step = Composer([BRIDGE, SCHOOL], start, 1, 32).step([0, 1])
    assert [len(step.claims), len(step.passages)] == [2, 3]
    assert step.wanted.tolist() == [0, 1]
    assert step.allowed.all()


def test_a_passage_that_says_the_same_is_not_against_a_claim(start: Path) -> None:
    composer = Composer([BRIDGE, AGAIN], start, 0, 32)
    assert composer.step([0, 1]).allowed.tolist() == [[True, False], [False, True]]


def test_nor_one_from_the_same_premise_but_a_claims_own_negatives_are(start: Path) -> None:
    composer = Composer([SCHOOL, SAME], start, 1, 32)
    step = composer.step([0, 1])
    assert step.allowed.tolist() == [[True, False], [True, True]]


def test_without_hard_negatives_and_with_two(start: Path) -> None:
    assert texts_against(Composer([BRIDGE, SCHOOL], start, 0, 32), [0, 1], 0) == 1
    assert texts_against(Composer([BRIDGE, SCHOOL], start, 2, 32), [0, 1], 0) == 3


def test_negatives_take_turns(start: Path) -> None:
    composer = Composer([BRIDGE, SCHOOL], start, 1, 32)
    turns = [composer.step([0, 1], turn).passages[2] for turn in (0, 1, 2)]
    assert turns[0] == turns[2] != turns[1]


def test_blended_steps_carry_what_bm25_adds(start: Path) -> None:
    plain, blended = (Composer([BRIDGE, SCHOOL], start, 1, 32, blended=b).step([0, 1]).lexical for b in (False, True))
    assert not plain.any()
    assert blended.shape == plain.shape
    assert blended.argmax(1).tolist() == [0, 1]
    assert blended.max().item() == pytest.approx(LEXICAL_WEIGHT / (1 - LEXICAL_WEIGHT))
