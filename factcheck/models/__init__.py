"""The bundled models: verified weights, and the three networks that run on them.

This package alone imports onnxruntime and tokenizers. Every file of a model is compared with the SHA-256 in its
`model.json` before anything reads it, and every failure is a `factcheck.errors.ModelError` of one line.

Names are loaded when they are first used: a run that finds everything in the cache needs no runtime.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.models.embedder import Embedder
    from factcheck.models.folder import ModelFile, ModelFolder, locate
    from factcheck.models.nli import NliModel
    from factcheck.models.parser import Parse, ParserModel
    from factcheck.models.remembered import RememberedEmbedder, RememberedNli, RememberedParser
    from factcheck.models.tree import best_tree

__all__ = [
    "Embedder",
    "ModelFile",
    "ModelFolder",
    "NliModel",
    "Parse",
    "ParserModel",
    "RememberedEmbedder",
    "RememberedNli",
    "RememberedParser",
    "best_tree",
    "locate",
]

_HOMES = {
    "embedder": ("Embedder",),
    "folder": ("ModelFile", "ModelFolder", "locate"),
    "nli": ("NliModel",),
    "parser": ("Parse", "ParserModel"),
    "remembered": ("RememberedEmbedder", "RememberedNli", "RememberedParser"),
    "tree": ("best_tree",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOME_OF[name]}"), name)
