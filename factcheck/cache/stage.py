"""One sort of result in a cache."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.cache.keys import digest
from factcheck.cache.store import Store


class Stage:
    """Results of one computation, by its inputs."""

    def __init__(self, store: Store, name: str, *identity: str) -> None:
        """Name a computation.

        Args:
            store: The cache.
            name: What it makes, in a word.
            identity: All else that its results depend on beside its inputs: the model, the code.
        """
        self._store = store
        self._name = name
        self._identity = digest(name, *identity)

    def key(self, *inputs: bytes | str) -> bytes:
        """The key of a result."""
        return digest(self._identity, *inputs)

    def recall(self, keys: Sequence[bytes]) -> list[bytes | None]:
        """The results of those keys that are known, in order."""
        found = self._store.get(keys)
        return [found.get(key) for key in keys]

    def keep(self, keys: Sequence[bytes], results: Sequence[bytes]) -> None:
        """Remember results, all or none of them."""
        self._store.put(self._name, dict(zip(keys, results, strict=True)))
