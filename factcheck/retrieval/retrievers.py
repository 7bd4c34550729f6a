"""The bundled embedder, or any sentence-transformers model by name or path."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from factcheck.cache import Store
from factcheck.errors import ModelError, UsageError, lacking_extra
from factcheck.models import Embedder, RememberedEmbedder
from factcheck.retrieval.index import Retriever
from factcheck.settings import BUNDLED, Settings


def load_retriever(settings: Settings, store: Store | None = None) -> Retriever:
    """The retriever that the settings name.

    Args:
        settings: Which one.
        store: A cache for the bundled embedder's vectors; it is then loaded only when a text is new.

    Raises:
        ModelError: The weights cannot be loaded.
        UsageError: The name needs an extra that is not installed.
    """
    if settings.retriever == BUNDLED:
        return Embedder.load(settings.threads) if store is None else RememberedEmbedder(settings.threads, store)
    return SentenceTransformerRetriever(settings.retriever)


class SentenceTransformerRetriever:
    """Any sentence-transformers model; on the GPU when there is one."""

    def __init__(self, name: str) -> None:
        """Load a model.

        Args:
            name: A Hugging Face name or a local folder.
        """
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise UsageError(f"retriever {name}: {lacking_extra('torch')}") from error
        try:
            self._model = SentenceTransformer(name, model_kwargs={"use_safetensors": True})
        except Exception as error:  # the libraries below raise many kinds; each is the user's model
            raise ModelError(f"retriever {name}: {str(error).splitlines()[0]}") from error
        self.name = name
        self.sha256 = ""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, float32, shape (len(texts), dimensions)."""
        vectors = self._model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return cast(NDArray[np.float32], np.asarray(vectors, dtype=np.float32))
