"""Hard negatives: passages that search ranks high for a claim and that do not decide it.

Candidates are what the product's own blend of BM25 and embedder finds among the passages of the claim's source. Some of
them decide the claim too, though nobody labelled them so. Left out are therefore passages that share most of their
words with the evidence, and those that the embedder finds nearly as close to the claim as the evidence (de Souza
P. Moreira et al. 2024, "NV-Retriever": at most 95 % of the positive's score).
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from factcheck.retrieval.index import LEXICAL_WEIGHT, Retriever
from training.retriever.lexical import Lexical
from training.retriever.pairs import Example, words

ALIKE = 0.6  # share of the shorter passage's words that the other one holds
CLOSEST = 0.95  # of the evidence's score
NEAREST = 30  # candidates of a claim
KEPT = 4  # negatives of a claim
FROM = 10  # drawn from so many of the best
_CHUNK = 256  # claims scored at once
Vectors = NDArray[np.float32]


def alike(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two passages, as sets of words, say much the same."""
    return len(first & second) > ALIKE * max(1, min(len(first), len(second)))


class Passages:
    """The distinct passages of one source, to search in.

    Args:
        found: The source's examples.
        retriever: The embedder that training starts from.
    """

    def __init__(self, found: Sequence[Example], retriever: Retriever) -> None:
        self.retriever = retriever
        self.texts = list(dict.fromkeys(example.evidence for example in found))
        self.places = {text: place for place, text in enumerate(self.texts)}
        self.words = [words(text) for text in self.texts]
        self.groups: list[set[str]] = [set() for _ in self.texts]
        for example in found:
            self.groups[self.places[example.evidence]].add(example.group)
        self._vectors = retriever.encode(self.texts)
        self._lexical = Lexical(self.texts)

    def scores(self, claims: Sequence[str]) -> tuple[Vectors, Vectors]:
        """The embedder's scores and the product's blend, both float32 (len(claims), passages)."""
        semantic: Vectors = self.retriever.encode(claims) @ self._vectors.T
        blend: Vectors = ((1 - LEXICAL_WEIGHT) * semantic + LEXICAL_WEIGHT * self._lexical.shares(claims)).astype(
            np.float32
        )
        return semantic, blend

    def allowed(self, example: Example, deciding: frozenset[str], semantic: Vectors, blend: Vectors) -> list[str]:
        """The nearest passages that may stand as negatives of an example, the nearest first.

        Args:
            example: Of this source.
            deciding: Groups of all premises that decide its claim.
            semantic: The embedder's scores of its claim, float32 (passages,).
            blend: Those of the blend, likewise.
        """
        own = self.places[example.evidence]
        limit = CLOSEST * semantic[own]
        nearest = np.argpartition(-blend, min(NEAREST, len(blend) - 1))[:NEAREST]
        return [
            self.texts[place]
            for place in sorted(nearest.tolist(), key=lambda i: -float(blend[i]))
            if semantic[place] < limit
            and not self.groups[place] & deciding
            and not alike(self.words[own], self.words[place])
        ]


def mined(
    found: Sequence[Example], silent: Mapping[str, Sequence[str]], retriever: Retriever, generator: random.Random
) -> list[Example]:
    """The examples of one source with their negatives: what is labelled silent first, then what search finds.

    Args:
        found: The source's examples.
        silent: Passages labelled neutral, by claim.
        retriever: The embedder that training starts from.
        generator: Draws among the best candidates.
    """
    passages = Passages(found, retriever)
    deciding: dict[str, set[str]] = {}
    for example in found:
        deciding.setdefault(example.claim, set()).add(example.group)
    out: list[Example] = []
    for start in range(0, len(found), _CHUNK):
        part = found[start : start + _CHUNK]
        semantic, blend = passages.scores([example.claim for example in part])
        for example, near, blended in zip(part, semantic, blend, strict=True):
            evidence = words(example.evidence)
            known = [text for text in silent.get(example.claim, ()) if not alike(words(text), evidence)]
            best = passages.allowed(example, frozenset(deciding[example.claim]), near, blended)[:FROM]
            drawn = generator.sample(best, min(KEPT, len(best)))
            out.append(replace(example, negatives=tuple(dict.fromkeys([*known[:1], *drawn]))[:KEPT]))
    return out
