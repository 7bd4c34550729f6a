"""Pairs to tokens to batches of similar length."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from training.nli.data import LABELS, Pair
from training.nli.model import PAD

_WINDOW = 100  # batches among which pairs are sorted by length
_STEP = 8  # widths are multiples of it, which the attention kernels want


@dataclass(frozen=True, slots=True)
class Example:
    """A tokenised pair; `label` indexes LABELS."""

    ids: NDArray[np.uint16]
    label: int


class Batch(NamedTuple):
    """Ids int64 (B, T) with PAD behind the shorter ones, and labels int64 (B)."""

    ids: Tensor
    labels: Tensor


def tokenised(pairs: Sequence[Pair], folder: Path, limit: int) -> list[Example]:
    """Tokenise the pairs; those longer than `limit` are left out, for a cut premise no longer earns its label.

    Args:
        pairs: To tokenise, ids in the order `<s> premise </s></s> hypothesis </s>`.
        folder: With tokenizer.json.
        limit: Most tokens of a pair.
    """
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    encoded = tokenizer.encode_batch_fast([(p.premise, p.hypothesis) for p in pairs])
    return [
        Example(np.array(found.ids, dtype=np.uint16), LABELS.index(pair.label))
        for found, pair in zip(encoded, pairs, strict=True)
        if len(found.ids) <= limit
    ]


def padded(examples: Sequence[Example]) -> Batch:
    """Examples as one batch."""
    width = -(-max(len(example.ids) for example in examples) // _STEP) * _STEP
    ids = np.full((len(examples), width), PAD, dtype=np.int64)
    for row, example in enumerate(examples):
        ids[row, : len(example.ids)] = example.ids
    return Batch(torch.from_numpy(ids), torch.tensor([example.label for example in examples]))


def batched(examples: Sequence[Example], pairs: int, size: int, seed: int) -> list[Batch]:
    """Batches of `size` examples of similar length in random order, about `pairs` examples in all.

    Where more are wanted than there are, all are gone through again in another order.
    """
    generator = random.Random(seed)
    order: list[int] = []
    while len(order) < pairs:
        order += generator.sample(range(len(examples)), len(examples))
    batches = []
    for start in range(0, pairs, size * _WINDOW):
        window = sorted(order[start : min(pairs, start + size * _WINDOW)], key=lambda i: len(examples[i].ids))
        parts = [window[i : i + size] for i in range(0, len(window), size)]
        batches += [padded([examples[i] for i in part]) for part in parts]
    generator.shuffle(batches)
    return batches
