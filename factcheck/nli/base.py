"""What every NLI backend gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

ENTAILMENT, NEUTRAL, CONTRADICTION = 0, 1, 2
"""Columns of the scores."""


class Nli(Protocol):
    """A three-way cross-encoder."""

    name: str
    sha256: str

    def scores(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Probabilities for (premise, hypothesis) pairs.

        Returns:
            Float32 of shape (len(pairs), 3): entailment, neutral, contradiction; rows sum to 1.
        """
        ...
