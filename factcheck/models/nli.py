"""The bundled NLI cross-encoder: does a snippet entail a claim, contradict it, or neither?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray

from factcheck.models.batches import batches, padded
from factcheck.models.folder import ModelFolder, locate
from factcheck.models.session import Session, encodable

_START, _PAD, _END = 0, 1, 2  # <s>, <pad>, </s> of MPNet's vocabulary
_SPECIAL = 4  # <s> premise </s></s> hypothesis </s>


class NliModel:
    """Scores (premise, hypothesis) pairs; make one with `load`.

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
        return cls(Session(ModelFolder.verified(locate("nli")), threads))

    def scores(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Score pairs of a premise (the snippet) and a hypothesis (the claim).

        A pair's scores are the same bytes whatever other pairs are scored with it. A premise too long for the model
        loses its end; a hypothesis is cut only where it alone fills more than half of what the model reads.

        Args:
            pairs: Premise and hypothesis.

        Returns:
            Probabilities, shape (len(pairs), 3): entailment, neutral, contradiction.

        Raises:
            ModelError: The model cannot be run.
        """
        result = np.zeros((len(pairs), 3), np.float32)
        premises = self._pieces([premise for premise, _ in pairs])
        hypotheses = self._pieces([hypothesis for _, hypothesis in pairs])
        rows = [self._row(p, h) for p, h in zip(premises, hypotheses, strict=True)]
        for members in batches([len(row) for row in rows]):
            ids, mask = padded([rows[i] for i in members], _PAD)
            result[members] = self._session.run({"ids": ids, "mask": mask})[0]
        return result

    def _pieces(self, texts: Sequence[str]) -> list[list[int]]:
        """Tokenize each distinct text once: a claim is usually scored against many snippets and the reverse."""
        distinct = list(dict.fromkeys(texts))
        encodings = self._session.encode([encodable(text) for text in distinct], special=False)
        ids = {text: list(encoding.ids) for text, encoding in zip(distinct, encodings, strict=True)}
        return [ids[text] for text in texts]

    def _row(self, premise: list[int], hypothesis: list[int]) -> list[int]:
        room = self._session.folder.max_tokens - _SPECIAL
        hypothesis = hypothesis[: max(room - len(premise), room // 2)]
        premise = premise[: room - len(hypothesis)]
        return [_START, *premise, _END, _END, *hypothesis, _END]
