"""How far probabilities mean what they say."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BINS = 10


def calibration_error(confidence: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """The expected calibration error over ten bins of equal width (Naeini et al. 2015).

    Args:
        confidence: Probability of each guess, (N), 0 to 1.
        right: Whether it was right, (N).
    """
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    gaps = [
        (bins == i).mean() * abs(right[bins == i].mean() - confidence[bins == i].mean())
        for i in range(BINS)
        if (bins == i).any()
    ]
    return float(sum(gaps))


def diagram(path: Path, sets: Mapping[str, tuple[NDArray[np.float64], NDArray[np.intp]]]) -> None:
    """Draw how often guesses are right against how sure they are, and accuracy against coverage, as a PNG.

    Args:
        path: Where to.
        sets: By name the probabilities (N, 3) and the labels (N).
    """
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, (left, right) = pyplot.subplots(1, 2, figsize=(10, 4.5))
    left.plot([0.3, 1], [0.3, 1], color="grey", linewidth=1, linestyle="--")
    for name, (found, labels) in sets.items():
        confidence, good = found.max(1), found.argmax(1) == labels
        bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
        kept = [i for i in range(BINS) if (bins == i).sum() >= 10]
        points = [(confidence[bins == i].mean(), good[bins == i].mean()) for i in kept]
        left.plot(*zip(*points, strict=True), marker="o", label=name)
        order = np.argsort(-confidence)
        share = np.arange(1, len(order) + 1) / len(order)
        right.plot(share[20:], (np.cumsum(good[order]) / np.arange(1, len(order) + 1))[20:], label=name)
    left.set(xlabel="confidence", ylabel="share right", title="Reliability, cases left out")
    right.set(xlabel="share of claims decided", ylabel="share right", title="Accuracy against coverage")
    left.legend()
    right.legend()
    figure.tight_layout()
    figure.savefig(path, dpi=110)
