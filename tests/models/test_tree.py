from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from factcheck.models import best_tree

Scores = NDArray[np.float64]


@st.composite
def matrices(draw: st.DrawFn, most: int) -> Scores:
    count = draw(st.integers(1, most))
    cells = st.lists(st.integers(-9, 9), min_size=count * (count + 1), max_size=count * (count + 1))
    return np.array(draw(cells), np.float64).reshape(count, count + 1)


def is_tree(heads: tuple[int, ...]) -> bool:
    for start in range(1, len(heads) + 1):
        node, steps = start, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return heads.count(0) == 1


def total(scores: Scores, heads: tuple[int, ...]) -> float:
    return float(sum(scores[i, h] for i, h in enumerate(heads)))


@given(matrices(most=12))
def test_one_root_and_no_cycle(scores: Scores) -> None:
    assert is_tree(best_tree(scores))


@given(matrices(most=5))
def test_no_tree_scores_higher(scores: Scores) -> None:
    every = product(range(len(scores) + 1), repeat=len(scores))
    best = max(total(scores, heads) for heads in every if is_tree(heads))
    assert total(scores, best_tree(scores)) == best


def test_large_matrix_of_nested_cycles() -> None:
    scores = np.random.default_rng(0).normal(size=(250, 251))
    assert is_tree(best_tree(scores))


def test_no_words() -> None:
    assert best_tree(np.zeros((0, 1))) == ()


def test_single_word_is_the_root() -> None:
    assert best_tree(np.array([[-5.0, 3.0]])) == (0,)
