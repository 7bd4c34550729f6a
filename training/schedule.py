"""The learning rate over a run."""

from __future__ import annotations


def rate(step: int, steps: int, warmup: float) -> float:
    """The factor on the peak rate: up over the first `warmup` of the steps (a share), then linear to zero."""
    return min((step + 1) / (warmup * steps), (steps - step) / ((1 - warmup) * steps))
