"""The fusion's fitted weights: two small multinomial logistic regressions, one for claims and one for quantities.

`training.verdicts.fit` fits them on annotated cases, with L2 regularisation and cross-validation by case, so that
their probabilities are calibrated confidences. They are data, in `calibration.json`, beside this module.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from factcheck.errors import ModelError
from factcheck.evidence import VerdictLabel

LABELS = (VerdictLabel.SUPPORTED, VerdictLabel.CONTRADICTED, VerdictLabel.UNVERIFIED)


@dataclass(frozen=True, slots=True)
class Regression:
    """A multinomial logistic regression over named features.

    Attributes:
        weights: Float64 of shape (labels, features), for raw features.
        bias: Float64 of shape (labels,).
        supported_from: Probability from which something counts as supported; below it a reader should look. 0 where
            the likeliest label decides.
    """

    weights: NDArray[np.float64]
    bias: NDArray[np.float64]
    supported_from: float = 0.0

    @classmethod
    def parse(cls, data: Mapping[str, Any], features: Sequence[str]) -> Self:
        """From JSON.

        Args:
            data: `{"features": [...], "weights": {label: [...]}, "bias": {label: number}}`, perhaps `supported_from`.
            features: The names that the program computes, in order.

        Raises:
            ModelError: The file was fitted for other features.
        """
        if list(data["features"]) != list(features):
            raise ModelError("calibration.json was fitted for other features; run python -m training.verdicts.fit")
        weights = np.array([data["weights"][label.value] for label in LABELS], dtype=np.float64)
        bias = np.array([data["bias"][label.value] for label in LABELS], dtype=np.float64)
        return cls(weights, bias, float(data.get("supported_from", 0.0)))

    def probabilities(self, row: NDArray[np.float64]) -> NDArray[np.float64]:
        """Probabilities of LABELS, float64 of shape (labels,), for features of shape (features,)."""
        logits = self.weights @ row + self.bias
        raised = np.exp(logits - logits.max())
        total: NDArray[np.float64] = raised / raised.sum()
        return total


@cache
def fitted(name: str, features: tuple[str, ...]) -> Regression:
    """The shipped regression of that name ("claim" or "quantity").

    Args:
        name: Which of the two.
        features: The names that the program computes, in order.

    Raises:
        ModelError: It was fitted for other features.
    """
    text = resources.files("factcheck.verdicts").joinpath("calibration.json").read_text(encoding="utf-8")
    return Regression.parse(json.loads(text)[name], features)
