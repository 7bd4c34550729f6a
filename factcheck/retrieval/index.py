"""Lexical and semantic search over snippets, fused.

BM25 (Robertson and Zaragoza 2009, through bm25s) finds shared names and figures, embeddings find paraphrase. Their
scores are blended rather than their ranks (convex combination; Bruch et al. 2023, "An Analysis of Fusion Functions
for Hybrid Retrieval"), since rank fusion throws away how much better the best hit is.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Sequence
from typing import Protocol

# Read by bm25s: tqdm, where it is installed, would hold a semaphore that a process which is ended leaves behind.
os.environ.setdefault("DISABLE_TQDM", "1")
import bm25s
import numpy as np
from numpy.typing import NDArray

from factcheck.evidence import Snippet

LEXICAL_WEIGHT = 0.4
NEIGHBOUR_WEIGHT = 0.15
"""How much of its neighbours' score a snippet inherits: evidence often lies beside the sentence with the names."""


class Retriever(Protocol):
    """Texts to unit vectors."""

    name: str
    sha256: str

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, float32, shape (len(texts), dimensions)."""
        ...


class Index:
    """A searchable set of snippets."""

    def __init__(self, snippets: Sequence[Snippet], retriever: Retriever) -> None:
        """Index the snippets.

        Args:
            snippets: As `cut` gives them.
            retriever: Encodes snippets and, later, claims.
        """
        self.snippets = snippets
        self._retriever = retriever
        texts = [f"{snippet.text} {snippet.context}" for snippet in snippets]
        self._vectors = retriever.encode([snippet.text for snippet in snippets])
        self._bm25 = bm25s.BM25()
        self._lexical = any(_tokens(texts))
        if self._lexical:
            self._bm25.index(bm25s.tokenize(texts, stopwords="en", show_progress=False), show_progress=False)
        same = [a.reference == b.reference for a, b in itertools.pairwise(snippets)]
        self._linked = np.array(same, dtype=bool)

    def scores(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """How well each snippet fits each text.

        Returns:
            Float32 of shape (len(texts), len(snippets)), about 0 to 1.
        """
        semantic = self._retriever.encode(texts) @ self._vectors.T
        lexical = np.zeros_like(semantic)
        if self._lexical:
            for row, tokens in enumerate(_tokens(texts)):
                if tokens:
                    lexical[row] = self._bm25.get_scores(tokens)
        top = lexical.max(axis=1, keepdims=True, initial=0.0)
        lexical = np.divide(lexical, top, out=lexical, where=top > 0)
        blended = (1 - LEXICAL_WEIGHT) * semantic + LEXICAL_WEIGHT * lexical
        return self._with_neighbours(blended).astype(np.float32)

    def _with_neighbours(self, scores: NDArray[np.float32]) -> NDArray[np.float32]:
        spread = scores.copy()
        spread[:, 1:] += NEIGHBOUR_WEIGHT * scores[:, :-1] * self._linked
        spread[:, :-1] += NEIGHBOUR_WEIGHT * scores[:, 1:] * self._linked
        return spread


def _tokens(texts: Sequence[str]) -> list[list[str]]:
    tokens: list[list[str]] = bm25s.tokenize(list(texts), stopwords="en", show_progress=False, return_ids=False)
    return tokens
