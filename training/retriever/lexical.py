"""BM25 over passages, as the product adds it to the embedder's scores."""

from __future__ import annotations

from collections.abc import Sequence

import bm25s
import numpy as np
from numpy.typing import NDArray


class Lexical:
    """Passages to search by their words.

    Args:
        passages: Their texts.
    """

    def __init__(self, passages: Sequence[str]) -> None:
        self._count = len(passages)
        self._bm25 = bm25s.BM25()
        self._bm25.index(bm25s.tokenize(list(passages), stopwords="en", show_progress=False), show_progress=False)

    def shares(self, claims: Sequence[str]) -> NDArray[np.float32]:
        """Scores of the passages, those of a claim divided by its best: float32 (len(claims), passages), 0 to 1."""
        scores = np.zeros((len(claims), self._count), np.float32)
        tokens = bm25s.tokenize(list(claims), stopwords="en", show_progress=False, return_ids=False)
        for row, found in enumerate(tokens):
            if found:
                scores[row] = self._bm25.get_scores(found)
        scores /= np.maximum(scores.max(axis=1, keepdims=True, initial=0.0), 1e-9)
        return scores
