from __future__ import annotations

import random

import numpy as np
import pytest

from factcheck.errors import ModelError
from factcheck.models import NliModel

PAIRS = [
    ("The ferry sank off Rovik on Tuesday and 31 people drowned.", "At least 30 people drowned."),
    ("The ferry sank off Rovik on Tuesday and 31 people drowned.", "The ferry sank on Friday."),
    ("The council approved the budget after a long debate.", "The mayor owns three dogs."),
    ("Ana Kovac chairs the board of the dairy.", "Ana Kovac chairs the board."),
]
HOSTILE = [
    "",
    " ",
    "\x00",
    "\x1b[31mred\x1b[0m",
    "\ud800",
    "😀" * 50,
    "e\u0301" * 20,
    "\u202eabc",
    "<s></s><pad>",
    "文" * 30,
]


def test_leading_relation_and_distribution(nli: NliModel) -> None:
    scores = nli.scores(PAIRS)
    assert scores.shape == (4, 3)
    assert scores.dtype == np.float32
    np.testing.assert_allclose(scores.sum(1), 1, atol=1e-5)
    assert scores.argmax(1).tolist() == [0, 2, 1, 0]
    assert scores[1, 2] > 0.8


def test_a_pair_scores_the_same_bytes_in_any_company(nli: NliModel) -> None:
    pairs = [*PAIRS, *((p * 3, h) for p, h in PAIRS), *((p, h + " Or so it was said at the time.") for p, h in PAIRS)]
    together = nli.scores(pairs)
    order = random.Random(3).sample(range(len(pairs)), len(pairs))
    shuffled = nli.scores([pairs[i] for i in order])
    assert (shuffled == together[order]).all()
    for i in (0, 5, 11):
        assert (nli.scores([pairs[i]])[0] == together[i]).all()


def test_threads_change_nothing(nli: NliModel) -> None:
    assert (NliModel.load(threads=2).scores(PAIRS) == nli.scores(PAIRS)).all()


def test_no_pairs(nli: NliModel) -> None:
    assert nli.scores([]).shape == (0, 3)


def test_long_premise_loses_its_end_only(nli: NliModel) -> None:
    premise, claim = PAIRS[3]
    long = premise + " The weather was mild." * 2000
    longer = long + " Nothing else happened." * 500
    scores = nli.scores([(long, claim), (longer, claim)])
    assert (scores[0] == scores[1]).all()


def test_long_claim_is_scored(nli: NliModel) -> None:
    claim = "The weather was mild. " * 2000
    scores = nli.scores([(PAIRS[0][0], claim), (claim, claim)])
    np.testing.assert_allclose(scores.sum(1), 1, atol=1e-5)


def test_hostile_text(nli: NliModel) -> None:
    scores = nli.scores([(a, b) for a in HOSTILE for b in (HOSTILE[1], a)])
    assert np.isfinite(scores).all()


def test_identity_for_the_report(nli: NliModel) -> None:
    assert nli.name == "nli"
    assert len(nli.sha256) == 64


def test_text_of_the_wrong_type_is_a_model_error(nli: NliModel) -> None:
    with pytest.raises((ModelError, AttributeError)):
        nli.scores([(PAIRS[0][0], 5)])  # type: ignore[list-item]
