"""The bundled models behind a cache say what they say without it, and are loaded for what is new alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from factcheck.cache import Stage, Store, digest
from factcheck.errors import ModelError
from factcheck.models import (
    Embedder,
    NliModel,
    ParserModel,
    RememberedEmbedder,
    RememberedNli,
    RememberedParser,
)

PAIRS = [("The line has nine boats.", "The line has boats."), ("It rained.", "The line has boats.")]
TEXTS = ["The line has nine boats.", "It rained.", "\ud800", ""]
SENTENCES = [["The", "line", "has", "nine", "boats", "."], [], ["It", "rained", "."], ["It", "rained", "."]]


@pytest.fixture
def store() -> Store:
    return Store()


def test_scores(nli: NliModel, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(NliModel, "load", lambda threads: nli)
    assert (RememberedNli(1, store).scores([PAIRS[0], PAIRS[0]]) == nli.scores([PAIRS[0], PAIRS[0]])).all()
    asked: list[tuple[str, str]] = []
    scores = nli.scores

    def noted(pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        asked.extend(pairs)
        return scores(pairs)

    monkeypatch.setattr(nli, "scores", noted)
    again = RememberedNli(1, store).scores(PAIRS)
    assert asked == [PAIRS[1]]
    assert (again == scores(PAIRS)).all()
    assert again.dtype == scores(PAIRS).dtype


def test_vectors(embedder: Embedder, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Embedder, "load", lambda threads: embedder)
    first = RememberedEmbedder(1, store).encode(TEXTS)
    assert (first == embedder.encode(TEXTS)).all()
    assert (RememberedEmbedder(1, store).encode(TEXTS[::-1]) == first[::-1]).all()


def test_parses(parser: ParserModel, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ParserModel, "load", lambda threads: parser)
    first = RememberedParser(1, store).parse(SENTENCES)
    assert first == parser.parse(SENTENCES)
    assert RememberedParser(1, store).parse(SENTENCES[::-1]) == first[::-1]


def test_a_model_is_loaded_for_what_is_new_alone(nli: NliModel, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(threads: int | None) -> NliModel:
        raise ModelError("asked for a model")

    monkeypatch.setattr(NliModel, "load", lambda threads: nli)
    known = RememberedNli(1, store).scores(PAIRS)
    monkeypatch.setattr(NliModel, "load", refuse)
    assert (RememberedNli(1, store).scores(PAIRS) == known).all()
    assert RememberedNli(1, store).scores([]).shape == (0, 3)
    with pytest.raises(ModelError, match="asked for"):
        RememberedNli(1, store).scores([("It rained.", "It snowed.")])


def test_it_is_named_as_the_model_is(nli: NliModel, embedder: Embedder, parser: ParserModel, store: Store) -> None:
    made = [(one.name, one.sha256) for one in (nli, embedder, parser)]
    remembered = (RememberedNli(1, store), RememberedEmbedder(1, store), RememberedParser(1, store))
    assert [(one.name, one.sha256) for one in remembered] == made


def test_results_of_another_model_or_of_another_text_are_others(store: Store) -> None:
    one, other = Stage(store, "nli", "model a"), Stage(store, "nli", "model b")
    assert one.key("ab", "c") != one.key("a", "bc")
    assert one.key("a") != other.key("a")
    one.keep([one.key("a")], [b"1"])
    assert other.recall([other.key("a"), one.key("a")]) == [None, b"1"]
    assert digest("a", b"b") == digest(b"a", "b")
