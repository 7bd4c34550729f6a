from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from factcheck.errors import ModelError
from factcheck.retrieval import load_retriever
from factcheck.settings import Settings
from tests.nli.tiny import save_encoder


def test_the_bundled_retriever_is_the_default() -> None:
    retriever = load_retriever(Settings())
    vectors = retriever.encode(["a ferry", "a boat", "an invoice"])
    assert vectors.shape == (3, 384)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


def test_any_sentence_transformers_model_by_path(tmp_path: Path) -> None:
    retriever = load_retriever(Settings(retriever=str(save_encoder(tmp_path))))
    vectors = retriever.encode(["the ferry", "six passengers"])
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, rtol=1e-5)


def test_a_folder_that_is_no_model_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        load_retriever(Settings(retriever=str(tmp_path)))
    assert "\n" not in str(caught.value)
