"""What the inputs of a network's linear layers look like, and weights rounded with that in mind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

BLOCK = 128  # rows rounded between two updates of all that follow
DAMPING = 0.01  # of the mean diagonal, added to it before inversion


@dataclass(frozen=True, slots=True)
class Inputs:
    """Statistics of the inputs of one linear layer, over the tokens of the calibration texts.

    Attributes:
        mean: Mean of each channel, (K,).
        reach: Greatest distance from the mean in each channel, (K,).
        covariance: Covariance of the channels, (K, K).
    """

    mean: NDArray[np.float32]
    reach: NDArray[np.float32]
    covariance: NDArray[np.float32]


class _Collector:
    def __init__(self, width: int) -> None:
        self.count = 0
        self.origin = torch.zeros(width)
        self.total = torch.zeros(width)
        self.square = torch.zeros(width, width)
        self.low, self.high = torch.full((width,), torch.inf), torch.full((width,), -torch.inf)

    def add(self, value: torch.Tensor) -> None:
        rows = value.flatten(0, -2)
        if self.count == 0:
            # Near the mean, squares stay small, and subtracting that of the mean loses no digits.
            self.origin = rows.mean(0)
        rows = rows - self.origin
        self.count += len(rows)
        self.total += rows.sum(0)
        self.square += rows.T @ rows
        self.low = torch.minimum(self.low, rows.amin(0))
        self.high = torch.maximum(self.high, rows.amax(0))

    def result(self) -> Inputs:
        mean = self.total / self.count
        reach = torch.maximum(self.high - mean, mean - self.low)
        covariance = self.square / self.count - mean[:, None] * mean[None]
        return Inputs((self.origin + mean).numpy(), reach.numpy(), covariance.numpy())


@torch.no_grad()
def observe(model: nn.Module, run: Callable[[], None]) -> dict[str, Inputs]:
    """Watch the linear layers inside `model.….layer.N` while `run` puts unpadded texts through it.

    Returns:
        The statistics by the layer's name in `model`. Layers that read the same tensor as the one before them (query,
        key and value) share one entry, under the first one's name.
    """
    collectors: dict[str, _Collector] = {}
    latest: list[torch.Tensor] = []

    def hook(name: str) -> Callable[[nn.Module, tuple[torch.Tensor, ...]], None]:
        def watch(module: nn.Module, inputs: tuple[torch.Tensor, ...]) -> None:
            if latest and latest[0] is inputs[0]:
                return
            latest[:] = [inputs[0]]
            collectors.setdefault(name, _Collector(inputs[0].shape[-1])).add(inputs[0])

        return watch

    linear = [(n, m) for n, m in model.named_modules() if isinstance(m, nn.Linear) and ".layer." in f".{n}"]
    handles = [module.register_forward_pre_hook(hook(name)) for name, module in linear]
    run()
    for handle in handles:
        handle.remove()
    return {name: collector.result() for name, collector in collectors.items()}


def balance(inputs: Inputs, weight: NDArray[np.float32]) -> NDArray[np.float32]:
    """How much to divide each channel by so that activations and weights share its spread (SmoothQuant, one half).

    Args:
        inputs: Statistics of the K channels.
        weight: The (K, N) matrix.

    Returns:
        Positive factors, (K,), their geometric mean one.
    """
    spread = np.sqrt(np.maximum(inputs.reach, 1e-4) / np.maximum(np.abs(weight).max(1), 1e-4))
    return (spread / np.exp(np.log(spread).mean())).astype(np.float32)


def round_columns(
    weight: NDArray[np.float32], covariance: NDArray[np.float32], limit: int
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Round a (K, N) matrix to integers in [-limit, limit] times a scale a column, so that its products change little.

    Each row's rounding error is made up for by the rows after it, as far as the channels vary together (GPTQ).

    Returns:
        The (K, N) int8 matrix and the (N,) float32 scales.
    """
    scale = (np.maximum(np.abs(weight).max(0), 1e-12) / limit).astype(np.float32)
    rest = weight.astype(np.float32).copy()
    damped = covariance.astype(np.float64) + DAMPING * np.diag(covariance).mean() * np.eye(len(covariance))
    upper = np.linalg.cholesky(np.linalg.inv(damped)).T.astype(np.float32)
    result = np.zeros(weight.shape, np.int8)
    for start in range(0, len(rest), BLOCK):
        stop = min(start + BLOCK, len(rest))
        errors = np.zeros((stop - start, rest.shape[1]), np.float32)
        for k in range(start, stop):
            rounded = np.clip(np.rint(rest[k] / scale), -limit, limit)
            result[k] = rounded
            errors[k - start] = (rest[k] - rounded * scale) / upper[k, k]
            rest[k + 1 : stop] -= upper[k, k + 1 : stop, None] * errors[k - start]
        rest[stop:] -= upper[start:stop, stop:].T @ errors
    return result, scale


def renamed(statistics: Mapping[str, Inputs], prefix: str) -> dict[str, Inputs]:
    """The statistics of the layers under `prefix`, with the prefix taken off."""
    return {k.removeprefix(prefix): v for k, v in statistics.items() if k.startswith(prefix)}


def each(texts: Iterable[Mapping[str, torch.Tensor]], model: nn.Module) -> Callable[[], None]:
    """A `run` for `observe`: the model called with each item's tensors."""

    def run() -> None:
        for inputs in texts:
            model(**inputs)

    return run
