"""What earlier runs found for a document: kept by all that it depends on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING

from factcheck.cache import Stage, Store, digest, runtime, sources
from factcheck.checker.judged import Judged
from factcheck.document import Document, Reference
from factcheck.models.folder import ModelFolder, locate
from factcheck.report import ModelId
from factcheck.settings import BUNDLED, NO_NLI, Settings

if TYPE_CHECKING:
    from factcheck.checker.reading import Given

_STAGE = "article"
_NO_PART = frozenset(
    {"cli", "config", "decisions", "export", "inputs", "output", "review", "rules", "templates", "tui"}
)
"""Packages that stand above the pipeline and cannot change what it finds."""


def models(settings: Settings, *, split: bool = True, judged: bool) -> tuple[ModelId, ...]:
    """The models that take part in a run, without loading them.

    Args:
        settings: Which they are.
        split: Whether there are documents to split.
        judged: Whether there are references to judge against.

    Raises:
        ModelError: The manifest of a bundled model is missing or broken.
    """
    names = {"parser": settings.splitter} if split else {}
    if judged:
        names |= {"embedder": settings.retriever, "nli": settings.nli}
    return tuple(found for folder, name in names.items() if (found := _model(folder, name)) is not None)


def _model(folder: str, name: str) -> ModelId | None:
    if name == BUNDLED:
        manifest = ModelFolder.read(locate(folder))
        return ModelId(manifest.name, manifest.sha256)
    is_rules = folder == "parser" or name == NO_NLI
    return None if is_rules else ModelId(name, "")


class Recall:
    """Judged documents in a cache.

    A key holds the document's text, structure and metadata, all of its references in order, the models, whatever in the
    settings bears on the verdicts, the program's code and what it runs on. Results of models whose files are not known
    by a digest are not kept.
    """

    def __init__(self, settings: Settings, store: Store) -> None:
        """Prepare to recall.

        Args:
            settings: How the documents are judged.
            store: The cache.

        Raises:
            ModelError: The manifest of a bundled model is missing or broken.
        """
        found = models(settings, judged=True)
        self._usable = all(model.sha256 for model in found)
        identity = [f"{model.name} {model.sha256}" for model in found]
        asked = replace(settings, threads=None, min_confidence=0.0)  # neither bears on what is kept
        self._stage = Stage(store, _STAGE, *identity, _told(asked), sources(without=_NO_PART), runtime())

    def key(self, document: Document, sources: Sequence[bytes], given: Given | None = None) -> bytes | None:
        """The key of a document's results; None if they cannot be kept.

        Args:
            document: The article.
            sources: Digests of its references, as `digest_of` gives them.
            given: Claims that stand for those which it would be split into.
        """
        return self._stage.key(*_parts(document), repr(given), *sources) if self._usable else None

    def get(self, key: bytes | None) -> Judged | None:
        """What is known by a key."""
        packed = None if key is None else self._stage.recall([key])[0]
        try:
            return None if packed is None else Judged.unpacked(packed)
        except ValueError:
            return None


def keep(store: Store, key: bytes | None, packed: bytes) -> None:
    """Remember what was found for a document.

    Args:
        store: The cache.
        key: As `Recall.key` gives it.
        packed: As `Judged.packed` gives it.
    """
    if key is not None:
        store.put(_STAGE, {key: packed})


def digest_of(reference: Reference) -> bytes:
    """A digest of all that verdicts may depend on in a reference."""
    return digest(reference.id, *_parts(reference.document))


def _parts(document: Document) -> tuple[str, str, str]:
    """What a document's claims and verdicts depend on: all but its name."""
    return document.text, repr(document.blocks), repr(document.meta)


def _told(value: object) -> str:
    """A setting as text, the same in every process: sets have no order that lasts."""
    if is_dataclass(value) and not isinstance(value, type):
        return ", ".join(f"{field.name}: {_told(getattr(value, field.name))}" for field in fields(value))
    return repr(sorted(map(repr, value))) if isinstance(value, frozenset) else repr(value)
