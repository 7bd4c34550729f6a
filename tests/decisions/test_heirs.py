"""How decisions find their claims again after edits, on the benchmark's articles."""

from __future__ import annotations

import pytest

from benchmarks.reanchoring import EDITS, OPEN, SEALED, Article, Outcome, outcomes


@pytest.fixture(scope="module", params=[OPEN, SEALED], ids=["open", "sealed"])
def found(request: pytest.FixtureRequest) -> dict[str, Outcome]:
    article: Article = request.param
    return outcomes(article, rounds=6)


@pytest.mark.parametrize("edit", EDITS)
def test_edited_sentences_are_found_again_and_hardly_ever_the_wrong_ones(found: dict[str, Outcome], edit: str) -> None:
    outcome = found[edit]
    assert outcome.right / outcome.total >= (0.8 if edit == "several at once" else 0.95)
    assert outcome.wrong / outcome.total <= 0.02


def test_what_is_told_anew_is_mostly_found(found: dict[str, Outcome]) -> None:
    assert found["told anew"].right / found["told anew"].total >= 0.8


def test_a_deleted_sentence_is_mostly_lost(found: dict[str, Outcome]) -> None:
    assert found["deleted"].right / found["deleted"].total >= 0.8
