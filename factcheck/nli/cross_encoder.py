"""Any Hugging Face NLI cross-encoder, through sentence-transformers; on the GPU when there is one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from factcheck.errors import ModelError, UsageError, lacking_extra
from factcheck.nli.base import CONTRADICTION, ENTAILMENT, NEUTRAL

_STEMS = {
    "entail": ENTAILMENT,
    "support": ENTAILMENT,
    "neutral": NEUTRAL,
    "contradict": CONTRADICTION,
    "refute": CONTRADICTION,
}
_BATCH = 32


class CrossEncoderNli:
    """A sequence classifier with three NLI labels, or two (entailment and not)."""

    def __init__(self, name: str) -> None:
        """Load a model.

        Args:
            name: A Hugging Face name or a local folder.

        Raises:
            ModelError: It cannot be loaded, or its labels name no entailment.
            UsageError: The torch extra is not installed.
        """
        try:
            import torch
            from sentence_transformers import CrossEncoder
        except ImportError as error:
            raise UsageError(f"--nli {name}: {lacking_extra('torch')}") from error
        try:
            self._model = CrossEncoder(name, activation_fn=torch.nn.Identity(), model_kwargs={"use_safetensors": True})
        except Exception as error:  # the libraries below raise many kinds; each is the user's model
            raise ModelError(f"--nli {name}: {str(error).splitlines()[0]}") from error
        self.name = name
        self.sha256 = ""
        self._columns = columns(name, self._model.config.id2label)

    def scores(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Probabilities for (premise, hypothesis) pairs.

        Returns:
            Float32 of shape (len(pairs), 3): entailment, neutral, contradiction; rows sum to 1. A model that only
            knows "not entailment" gives that mass to neutral.
        """
        if not pairs:
            return np.zeros((0, 3), dtype=np.float32)
        logits = np.asarray(
            self._model.predict(list(pairs), batch_size=_BATCH, show_progress_bar=False), dtype=np.float64
        )
        raw = np.exp(logits - logits.max(axis=1, keepdims=True))
        raw /= raw.sum(axis=1, keepdims=True)
        out = np.zeros((len(pairs), 3), dtype=np.float32)
        for source, target in enumerate(self._columns):
            out[:, target] += raw[:, source].astype(np.float32)
        return out


def columns(name: str, id2label: Mapping[int, str]) -> list[int]:
    """For each output of a model the column it counts towards, by its label's name.

    Args:
        name: The model, for the message.
        id2label: From the model's config.

    Raises:
        ModelError: No label speaks of entailment (LABEL_0 and the like).
    """
    found = []
    for index in sorted(id2label):
        label = id2label[index].lower()
        negated = label.startswith(("not", "non", "un"))
        stem = next((column for stem, column in _STEMS.items() if stem in label), NEUTRAL)
        found.append(NEUTRAL if negated else stem)
    if ENTAILMENT not in found:
        labels = ", ".join(id2label[index] for index in sorted(id2label))
        raise ModelError(f"--nli {name}: its labels ({labels}) name no entailment; choose an NLI model")
    return found
