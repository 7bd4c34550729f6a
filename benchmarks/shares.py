"""Shares of a set with their bootstrap intervals."""

from __future__ import annotations

import random
from collections.abc import Sequence

SAMPLES = 1000


def share(hits: Sequence[bool]) -> float:
    """The part that holds, from 0 to 1."""
    return sum(hits) / len(hits) if hits else 0.0


def interval(hits: Sequence[bool], level: float = 0.9) -> tuple[float, float]:
    """The middle of the share over 1,000 bootstrap samples, as much of it as `level` says."""
    if not hits:
        return 0.0, 0.0
    generator = random.Random(0)
    values = sorted(share(generator.choices(hits, k=len(hits))) for _ in range(SAMPLES))
    edge = round(SAMPLES * (1 - level) / 2)
    return values[edge], values[-edge - 1]


def told(hits: Sequence[bool]) -> str:
    """Share, interval and counts: "0.912 (0.880-0.940) 312 of 342"."""
    if not hits:
        return "none"
    low, high = interval(hits)
    return f"{share(hits):.3f} ({low:.3f}-{high:.3f}) {sum(hits)} of {len(hits)}"
