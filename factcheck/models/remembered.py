"""The bundled models behind a cache: what was computed before is read, and a model is loaded when something is new.

A text's scores are the same bytes in any company (see `batches`), so that asking for the new ones alone changes none.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from factcheck.cache import Stage, Store, runtime, sources
from factcheck.models.embedder import DIMENSIONS, Embedder
from factcheck.models.folder import ModelFolder, locate
from factcheck.models.nli import NliModel
from factcheck.models.parser import Parse, ParserModel

Model = TypeVar("Model")
_RELATIONS = 3  # columns of the NLI model's scores


class _Remembered(Generic[Model]):
    """A bundled model that is loaded when first needed, and its results of earlier runs.

    Attributes:
        name: The model's name, for the report.
        sha256: The digest of its files as its manifest has it; they are verified when the model is loaded.
    """

    def __init__(self, folder: str, load: Callable[[int | None], Model], threads: int | None, store: Store) -> None:
        manifest = ModelFolder.read(locate(folder))
        self.name = manifest.name
        self.sha256 = manifest.sha256
        self._load = load
        self._threads = threads
        self._stage = Stage(store, folder, manifest.sha256, sources("models"), runtime())

    @cached_property
    def _model(self) -> Model:
        return self._load(self._threads)

    def _rows(
        self, keys: Sequence[bytes], width: int, compute: Callable[[Sequence[int]], NDArray[np.float32]]
    ) -> NDArray[np.float32]:
        """Rows of numbers by key; those that are new are computed and kept."""
        result = np.zeros((len(keys), width), np.float32)
        new: dict[bytes, int] = {}
        for index, (key, row) in enumerate(zip(keys, self._stage.recall(keys), strict=True)):
            if row is not None and len(row) == width * result.itemsize:
                result[index] = np.frombuffer(row, "<f4")
            else:
                new.setdefault(key, index)
        if new:
            fresh = dict(zip(new, compute(list(new.values())), strict=True))
            self._stage.keep(list(fresh), [row.astype("<f4").tobytes() for row in fresh.values()])
            for index, key in enumerate(keys):
                if key in fresh:
                    result[index] = fresh[key]
        return result


class RememberedNli(_Remembered[NliModel]):
    """`NliModel` behind a cache."""

    def __init__(self, threads: int | None, store: Store) -> None:
        """See `NliModel.load`.

        Args:
            threads: How many threads to compute with; None takes every processor the process may use.
            store: The cache.

        Raises:
            ModelError: The manifest is missing or broken.
        """
        super().__init__("nli", NliModel.load, threads, store)

    def scores(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """See `NliModel.scores`.

        Raises:
            ModelError: The model cannot be loaded or run.
        """
        keys = [self._stage.key(premise, hypothesis) for premise, hypothesis in pairs]
        return self._rows(keys, _RELATIONS, lambda new: self._model.scores([pairs[i] for i in new]))


class RememberedEmbedder(_Remembered[Embedder]):
    """`Embedder` behind a cache."""

    def __init__(self, threads: int | None, store: Store) -> None:
        """See `Embedder.load`.

        Args:
            threads: How many threads to compute with; None takes every processor the process may use.
            store: The cache.

        Raises:
            ModelError: The manifest is missing or broken.
        """
        super().__init__("embedder", Embedder.load, threads, store)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See `Embedder.encode`.

        Raises:
            ModelError: The model cannot be loaded or run.
        """
        keys = [self._stage.key(text) for text in texts]
        return self._rows(keys, DIMENSIONS, lambda new: self._model.encode([texts[i] for i in new]))


class RememberedParser(_Remembered[ParserModel]):
    """`ParserModel` behind a cache."""

    def __init__(self, threads: int | None, store: Store) -> None:
        """See `ParserModel.load`.

        Args:
            threads: How many threads to compute with; None takes every processor the process may use.
            store: The cache.

        Raises:
            ModelError: The manifest is missing or broken.
        """
        super().__init__("parser", ParserModel.load, threads, store)

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Parse]:
        """See `ParserModel.parse`.

        Raises:
            ModelError: The model cannot be loaded or run.
        """
        keys = [self._stage.key(*words) for words in sentences]
        recalled = self._stage.recall(keys)
        found = [_parse(row, len(words)) for row, words in zip(recalled, sentences, strict=True)]
        new = {key: index for index, (key, parse) in enumerate(zip(keys, found, strict=True)) if parse is None}
        if not new:
            return [parse for parse in found if parse is not None]
        fresh = dict(zip(new, self._model.parse([sentences[index] for index in new.values()]), strict=True))
        self._stage.keep(list(fresh), [_packed(parse) for parse in fresh.values()])
        return [parse if parse is not None else fresh[key] for key, parse in zip(keys, found, strict=True)]


def _packed(parse: Parse) -> bytes:
    return json.dumps([parse.heads, parse.deprels, parse.upos], separators=(",", ":")).encode()


def _parse(row: bytes | None, words: int) -> Parse | None:
    """A parse that was kept, or None where it is no parse of so many words."""
    if row is None:
        return None
    try:
        heads, deprels, upos = (tuple(part) for part in json.loads(row))
    except (ValueError, TypeError):
        return None
    if not len(heads) == len(deprels) == len(upos) == words:
        return None
    return Parse(heads, deprels, upos)
