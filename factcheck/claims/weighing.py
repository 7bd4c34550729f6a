"""The bundled weights of pronoun resolution: a log-linear model trained on GUM (`training/coreference`)."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Self

from factcheck.claims.entities import Entity
from factcheck.claims.salience import Place, features


class Weights:
    """Weighs the candidates of a pronoun by the weights of their features."""

    def __init__(self, weights: Mapping[str, float], least: Mapping[str, float]) -> None:
        """A model.

        Args:
            weights: The weight of each feature; the others have none.
            least: How likely an antecedent must be to be told, for each `Place.sort`.
        """
        self._weights = weights
        self._least = least

    @classmethod
    def bundled(cls) -> Self:
        """The weights that come with the package."""
        data = _data()
        return cls(data["weights"], data["least"])

    def weigh(self, place: Place, found: Sequence[Entity]) -> list[float]:
        """How likely each candidate is, and at the end none of them; the sum is 1."""
        scores = [sum(self._weights.get(name, 0.0) for name in names) for names in features(place, found)]
        highest = max(scores)
        shares = [math.exp(score - highest) for score in scores]
        return [share / sum(shares) for share in shares]

    def least(self, place: Place) -> float:
        """How likely an antecedent must be to be told."""
        return self._least[place.sort]


@cache
def _data() -> dict[str, dict[str, float]]:
    text = resources.files("factcheck.claims").joinpath("antecedents.json").read_text(encoding="utf-8")
    data: dict[str, dict[str, float]] = json.loads(text)
    return data
