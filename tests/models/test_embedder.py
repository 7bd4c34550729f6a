from __future__ import annotations

import numpy as np

from factcheck.models import Embedder

TEXTS = [
    "A cat sat on the windowsill.",
    "A feline was sitting by the window.",
    "Shares of the bank fell by 4% on Monday.",
    "The bank's stock lost ground.",
]


def test_unit_vectors_near_for_like_texts(embedder: Embedder) -> None:
    vectors = embedder.encode(TEXTS)
    assert vectors.shape == (4, 384)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    likeness = vectors @ vectors.T
    assert likeness[0, 1] > 0.5 > likeness[0, 2]
    assert likeness[2, 3] > likeness[2, 0]


def test_canonical_values(embedder: Embedder) -> None:
    vector = embedder.encode(["The quick brown fox jumps over the lazy dog."])[0]
    # The published full-precision model gives these; eight bits stay within the tolerance.
    np.testing.assert_allclose(vector[:4], [0.0439, 0.0589, 0.0482, 0.0775], atol=0.006)


def test_same_bytes_in_any_company(embedder: Embedder) -> None:
    together = embedder.encode([*TEXTS, *(text + " " + text for text in TEXTS)])
    for i, text in enumerate(TEXTS):
        assert (embedder.encode([text])[0] == together[i]).all()


def test_nothing_and_hostile_text(embedder: Embedder) -> None:
    assert embedder.encode([]).shape == (0, 384)
    vectors = embedder.encode(["", "\x00\x1b", "\udfff", "🦊" * 400, "word " * 5000])
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
