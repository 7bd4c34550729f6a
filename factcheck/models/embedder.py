"""The bundled sentence embedder, for retrieval."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray

from factcheck.models.batches import batches, padded
from factcheck.models.folder import ModelFolder, locate
from factcheck.models.session import Session, encodable

_PAD, _START, _END = 0, 101, 102  # [PAD], [CLS], [SEP] of BERT's vocabulary
DIMENSIONS = 384


class Embedder:
    """Turns texts into vectors whose dot product tells how alike they are; make one with `load`.

    Attributes:
        name: The model's name, for the report.
        sha256: The digest of its files, for the report.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.name = session.folder.name
        self.sha256 = session.folder.sha256

    @classmethod
    def load(cls, threads: int | None = None) -> Self:
        """Verify and load the bundled model.

        Args:
            threads: How many threads to compute with; None takes every processor the process may use.

        Raises:
            ModelError: A file is missing, changed or cannot be loaded.
        """
        return cls(Session(ModelFolder.verified(locate("embedder")), threads))

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed texts; what exceeds the model's 256 word pieces is cut off.

        Returns:
            Unit vectors, shape (len(texts), 384); the same bytes for a text in any company.

        Raises:
            ModelError: The model cannot be run.
        """
        result = np.zeros((len(texts), DIMENSIONS), np.float32)
        room = self._session.folder.max_tokens - 2
        encodings = self._session.encode([encodable(text) for text in texts], special=False)
        rows = [[_START, *encoding.ids[:room], _END] for encoding in encodings]
        for members in batches([len(row) for row in rows]):
            ids, mask = padded([rows[i] for i in members], _PAD)
            result[members] = self._session.run({"ids": ids, "mask": mask})[0]
        return result
