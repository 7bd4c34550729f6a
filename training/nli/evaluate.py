"""Scores of a cross-encoder on the development sets, source by source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.nli.batches import padded, tokenised
from training.nli.data import LABELS, Pair
from training.nli.model import CrossEncoder

_TOKENS = 16384  # padded tokens computed at once
_LIMIT = 512


@torch.no_grad()
def probabilities(model: CrossEncoder, pairs: Sequence[Pair], folder: Path) -> NDArray[np.float32]:
    """Probabilities (entailment, neutral, contradiction) of pairs, float32 (N, 3).

    Args:
        model: On any device.
        pairs: Of at most 512 tokens.
        folder: With tokenizer.json.
    """
    model.eval()
    device = next(model.parameters()).device
    examples = tokenised(pairs, folder, 10**9)
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].ids))
    out = np.zeros((len(pairs), 3), dtype=np.float32)
    for part in _parts(order, [min(len(example.ids), _LIMIT) for example in examples]):
        ids = padded([examples[i] for i in part]).ids[:, :_LIMIT].to(device)
        with torch.autocast(device.type, torch.bfloat16):
            logits = model(ids).float()
        out[part] = torch.softmax(logits, 1).cpu().numpy()
    return out


def _parts(order: Sequence[int], lengths: Sequence[int]) -> Iterator[list[int]]:
    part: list[int] = []
    for index in order:
        if part and (len(part) + 1) * (lengths[index] + 8) > _TOKENS:
            yield part
            part = []
        part.append(index)
    if part:
        yield part


def accuracy(found: NDArray[np.float32], pairs: Sequence[Pair]) -> float:
    """Share of pairs labelled right: of the three classes, or entailed or not for sources that know only that."""
    labels = np.array([LABELS.index(pair.label) for pair in pairs])
    guesses = found.argmax(1)
    if LABELS.index("neutral") not in labels:
        return float(((found[:, 0] > 0.5) == (labels == 0)).mean())
    return float((guesses == labels).mean())


def scores(model: CrossEncoder, sets: Mapping[str, Sequence[Pair]], folder: Path) -> dict[str, float]:
    """The accuracy on each set by its name."""
    return {name: round(accuracy(probabilities(model, pairs, folder), pairs), 4) for name, pairs in sets.items()}


def balanced(found: Mapping[str, float]) -> float:
    """The mean over the sources, whatever their sizes."""
    return sum(found.values()) / len(found)
