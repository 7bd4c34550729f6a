"""Which of the snippets that were found for a claim are read: those that fit, and those that hold its numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from factcheck.claim import Quantity, QuantityKind

RELEVANT = 0.6
"""Snippets that fit less than this share of the best one's fit are not read: they cost time and decide nothing."""
HELD = 0.35
"""The same share for the only snippets that have a claim's number."""


def tells_time(quantity: Quantity) -> bool:
    """Whether a number is a stretch of time or an age, which sources tell by dates: others fit some by chance."""
    is_bare = quantity.kind is QuantityKind.COUNT and not (quantity.counted or quantity.unit)
    return is_bare or quantity.kind in (QuantityKind.DURATION, QuantityKind.AGE)


def holders(
    scores: NDArray[np.float32],
    order: NDArray[np.intp],
    best: Sequence[tuple[int, float]],
    held: Sequence[Sequence[bool]],
) -> list[tuple[int, float]]:
    """For each number that none of the best snippets has, the best of those that have it, unless it fits far worse.

    Args:
        scores: How well each snippet fits.
        order: The snippets, best first.
        best: Those that are read anyway, with their fit.
        held: For each number, which snippets have it.
    """
    floor = HELD * best[0][1]
    found: dict[int, float] = {}
    for having in held:
        if not any(having[i] for i, _ in best):
            found |= {int(i): float(scores[i]) for i in [i for i in order if having[i] and scores[i] >= floor][:1]}
    return list(found.items())


def relevant(scores: NDArray[np.float32], best: NDArray[np.intp]) -> list[tuple[int, float]]:
    """The best snippets with their fit, without those that fit far worse than the first.

    Args:
        scores: How well each snippet fits.
        best: The best ones, in order.
    """
    floor = RELEVANT * scores[best[0]]
    return [(int(i), float(scores[i])) for i in best if i == best[0] or scores[i] >= floor]
