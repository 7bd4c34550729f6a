"""The bundled models: verified weights, and the three networks that run on them.

This package alone imports onnxruntime and tokenizers. Every file of a model is compared with the SHA-256 in its
`model.json` before anything reads it, and every failure is a `factcheck.errors.ModelError` of one line.
"""

from factcheck.models.embedder import Embedder
from factcheck.models.folder import ModelFile, ModelFolder, locate
from factcheck.models.nli import NliModel
from factcheck.models.parser import Parse, ParserModel
from factcheck.models.tree import best_tree

__all__ = ["Embedder", "ModelFile", "ModelFolder", "NliModel", "Parse", "ParserModel", "best_tree", "locate"]
