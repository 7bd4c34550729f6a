from __future__ import annotations

from pathlib import Path

import torch
from transformers import AutoModel

from training.retriever.model import END, START, load, tokenised

TEXTS = ["the old bridge", "seven boats on the lake", "the council of the town voted against the new school in 2003"]


def test_vectors_are_means_of_length_one_in_the_order_of_the_texts(start: Path) -> None:
    rows = tokenised(TEXTS, start, 64)
    reference = AutoModel.from_pretrained(start).eval()
    with torch.no_grad():
        found = load(start).train()(rows)
        for vector, row in zip(found, rows, strict=True):
            mean = reference(input_ids=torch.tensor([row])).last_hidden_state[0].mean(0)
            torch.testing.assert_close(vector, torch.nn.functional.normalize(mean, dim=0), atol=1e-5, rtol=1e-4)


def test_texts_are_cut_to_the_limit_between_the_marks(start: Path) -> None:
    rows = tokenised(TEXTS, start, 6)
    assert [row[0] for row in rows] == [START] * 3
    assert [row[-1] for row in rows] == [END] * 3
    assert [len(row) for row in rows] == [5, 6, 6]


def test_embeddings_are_not_trained(start: Path) -> None:
    trained = {name for name, p in load(start).named_parameters() if p.requires_grad}
    assert trained
    assert all(name.startswith("encoder.encoder.layer.") for name in trained)
