"""What the inputs of a network's linear layers look like: needed to quantise them well."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn


@dataclass(frozen=True, slots=True)
class Inputs:
    """Statistics of the inputs of one linear layer, over the tokens of the calibration texts.

    Attributes:
        mean: Mean of each channel, (K,).
        reach: Greatest distance from the mean in each channel, (K,).
    """

    mean: NDArray[np.float32]
    reach: NDArray[np.float32]

    def balance(self, weight: NDArray[np.float32]) -> NDArray[np.float32]:
        """How much to divide each channel by so that activations and weights share its spread (SmoothQuant, one half).

        Args:
            weight: The (K, N) matrix that the channels are multiplied by.

        Returns:
            Positive factors, (K,), their geometric mean one.
        """
        spread: NDArray[np.float32] = np.sqrt(np.maximum(self.reach, 1e-4) / np.maximum(np.abs(weight).max(1), 1e-4))
        balanced: NDArray[np.float32] = spread / np.exp(np.log(spread).mean())
        return balanced


class _Collector:
    def __init__(self, width: int) -> None:
        self.count = 0
        self.total = torch.zeros(width, dtype=torch.float64)
        self.low, self.high = torch.full((width,), torch.inf), torch.full((width,), -torch.inf)

    def add(self, value: torch.Tensor) -> None:
        rows = value.flatten(0, -2)
        self.count += len(rows)
        self.total += rows.sum(0)
        self.low = torch.minimum(self.low, rows.amin(0))
        self.high = torch.maximum(self.high, rows.amax(0))

    def result(self) -> Inputs:
        mean = (self.total / self.count).float()
        return Inputs(mean.numpy(), torch.maximum(self.high - mean, mean - self.low).numpy())


@torch.no_grad()
def observe(model: nn.Module, texts: Iterable[Mapping[str, torch.Tensor]], prefix: str) -> dict[str, Inputs]:
    """Watch the linear layers of the encoder while it reads texts.

    Args:
        model: The network, in evaluation mode.
        texts: Arguments of one call each, without padding.
        prefix: What the names of the encoder's own modules begin with.

    Returns:
        The statistics by the layer's name without the prefix.
    """
    collectors: dict[str, _Collector] = {}

    def hook(name: str) -> Callable[[nn.Module, tuple[torch.Tensor, ...]], None]:
        def watch(_: nn.Module, inputs: tuple[torch.Tensor, ...]) -> None:
            collectors.setdefault(name, _Collector(inputs[0].shape[-1])).add(inputs[0])

        return watch

    named = [(n.removeprefix(prefix), m) for n, m in model.named_modules() if n.startswith(f"{prefix}encoder.layer.")]
    handles = [m.register_forward_pre_hook(hook(n)) for n, m in named if isinstance(m, nn.Linear)]
    for inputs in texts:
        model(**inputs)
    for handle in handles:
        handle.remove()
    return {name: collector.result() for name, collector in collectors.items()}
