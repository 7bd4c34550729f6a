"""The shipped weights give what they gave when they were made; between processors the last digits differ.

Whoever changes weights on purpose writes down the new values here.
"""

from __future__ import annotations

import numpy as np

from factcheck.models import Embedder, NliModel, ParserModel

PAIRS = [
    ("The ferry sank off Rovik on Tuesday and 31 people drowned.", "At least 30 people drowned."),
    ("The ferry sank off Rovik on Tuesday and 31 people drowned.", "The ferry sank on Friday."),
    ("The council approved the budget after a long debate.", "The mayor owns three dogs."),
    ("Ana Kovac chairs the board of the dairy.", "Ana Kovac chairs the board."),
    (
        "Annual report, Harbour authority, 2026-02-03. Ferry trips rose 9.5 percent to 4.61 million in 2025.",
        "Ferry trips rose 12 percent in 2025.",
    ),
]
LOGITS = [  # less the logarithm of their sum, so that their exponentials sum to one
    [-0.308, -1.491, -3.214],
    [-3.954, -3.321, -0.057],
    [-4.588, -0.047, -3.342],
    [-0.123, -2.451, -3.507],
    [-3.519, -0.919, -0.560],
]
TEXTS = ["The quick brown fox jumps over the lazy dog.", "Ferry trips rose 9.5 percent to 4.61 million in 2025."]
VECTORS = [
    [0.0435, 0.0602, 0.0524, 0.0815, 0.0263, -0.0357],
    [0.0709, -0.0562, 0.0539, 0.0212, -0.0513, -0.0233],
]
SENTENCE = "The board , which had met on Monday , rejected the plan and asked Mira Toll for another one ."
HEADS = (2, 10, 6, 6, 6, 2, 8, 6, 2, 0, 12, 10, 14, 10, 14, 15, 19, 19, 14, 10)
DEPRELS = (
    "det nsubj punct nsubj aux acl:relcl case obl punct root det obj cc conj iobj flat case det obl punct"
)  # fmt: skip


def test_nli(nli: NliModel) -> None:
    np.testing.assert_allclose(np.log(nli.scores(PAIRS)), LOGITS, atol=0.2)


def test_embedder(embedder: Embedder) -> None:
    vectors = embedder.encode(TEXTS)
    np.testing.assert_allclose(vectors[:, :6], VECTORS, atol=0.006)
    assert abs(float(vectors[0] @ vectors[1]) + 0.039) < 0.01


def test_parser(parser: ParserModel) -> None:
    (parse,) = parser.parse([SENTENCE.split()])
    assert parse.heads == HEADS
    assert parse.deprels == tuple(DEPRELS.split())
