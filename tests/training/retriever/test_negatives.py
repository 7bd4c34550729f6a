from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from training.retriever.negatives import alike, mined
from training.retriever.pairs import Example, words

CLAIM = "The old harbour bridge was closed in 2011."
EVIDENCE = "Since spring 2011 nobody may drive over the old harbour bridge."
TWIN = "Since spring 2012 nobody may drive over the old harbour bridge."
TOPIC = "Engineers painted a harbour bridge green for the jubilee."
FAR = "Pupils of the village school won a chess tournament."


class Fixed:
    """Vectors in two dimensions whose angle from the claim is written down."""

    name, sha256 = "fixed", ""

    def __init__(self, others: dict[str, float] | None = None) -> None:
        self.angles = {CLAIM: 0.0, EVIDENCE: 0.5, TWIN: 0.6, TOPIC: 0.8, FAR: 1.5} | (others or {})

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        angles = np.array([self.angles.get(text, 1.5) for text in texts])
        return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)


def example(evidence: str, claim: str = "Another claim.") -> Example:
    return Example(claim, evidence, evidence, "newsroom")


POOL = [example(EVIDENCE, CLAIM), *map(example, (TWIN, TOPIC, FAR))]


def negatives(
    pool: Sequence[Example], retriever: Fixed, silent: dict[str, list[str]] | None = None, seed: int = 0
) -> tuple[str, ...]:
    return mined(pool, silent or {}, retriever, random.Random(seed))[0].negatives


def test_near_passages_are_negatives_but_not_the_evidence_nor_its_twin() -> None:
    assert set(negatives(POOL, Fixed())) == {TOPIC, FAR}


def test_what_is_as_close_as_the_evidence_may_decide_too() -> None:
    assert set(negatives(POOL, Fixed({TOPIC: 0.51}))) == {FAR}


def test_another_passage_that_decides_the_claim_is_no_negative() -> None:
    assert set(negatives([*POOL, example(TOPIC, CLAIM)], Fixed())) == {FAR}


def test_passages_known_to_be_silent_come_first_however_close() -> None:
    known = "A photograph shows this crossing before the war."
    near = Fixed({known: 0.1})
    assert negatives(POOL, near, {CLAIM: [known, FAR]})[0] == known
    assert TWIN not in negatives(POOL, near, {CLAIM: [TWIN]})


def test_the_seed_decides() -> None:
    pool = [*POOL, *(example(f"The harbour has {n} cranes and a lighthouse called {n * 7}.") for n in range(20))]
    draws = [negatives(pool, Fixed(), seed=seed) for seed in (3, 3, 4)]
    assert draws[0] == draws[1] != draws[2]


def test_passages_are_alike_by_the_words_of_the_shorter() -> None:
    assert alike(words(EVIDENCE), words(TWIN))
    assert alike(words(EVIDENCE), words(f"{EVIDENCE} {FAR} {TOPIC}"))
    assert not alike(words(EVIDENCE), words(TOPIC))
    assert not alike(frozenset(), words(TOPIC))
