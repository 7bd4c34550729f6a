"""The one place that creates ONNX Runtime sessions and tokenizers, and that turns their failures into ModelError."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factcheck.errors import ModelError
from factcheck.models.folder import REMEDY, ModelFolder

_ERRORS_ONLY = 3
# Newer builds of the runtime report their use over the network, and keep a store for that in the user's folders, unless
# this is set before they are loaded: nobody is to learn that, or what, is checked here.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"


def available_threads() -> int:
    """The number of processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def mapped(name: str, what: str) -> Iterator[None]:
    """Turn whatever the native libraries raise inside the block into a ModelError about the model `name`."""
    try:
        yield
    except ModelError:
        raise
    except Exception as error:  # onnxruntime and tokenizers raise bare Exception and RuntimeError subclasses
        reason = " ".join(str(error).split())
        raise ModelError(f"models/{name}: {what}: {reason[:200]}; {REMEDY}") from error


class Network:
    """One graph of a verified model, ready to run.

    Args:
        folder: A folder whose files have been verified.
        file: The graph's file in it.
        threads: How many threads to compute with; None takes every processor the process may use.

    Raises:
        ModelError: A file cannot be loaded.
    """

    def __init__(self, folder: ModelFolder, file: str, threads: int | None = None) -> None:
        import onnxruntime  # a run that finds all in the cache does without

        self.folder = folder
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or available_threads()
        options.inter_op_num_threads = 1
        options.log_severity_level = _ERRORS_ONLY
        # The graphs are written with the fused operators already in place: nothing is left to optimise at start-up.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        path = str(folder.file(file))
        with mapped(folder.name, "cannot be loaded"):
            self._session = onnxruntime.InferenceSession(path, sess_options=options, providers=["CPUExecutionProvider"])

    def run(self, inputs: Mapping[str, NDArray[Any]]) -> list[NDArray[np.float32]]:
        """Run the graph and return its outputs in the order in which it declares them.

        Raises:
            ModelError: ONNX Runtime refuses, for want of memory for instance.
        """
        with mapped(self.folder.name, "cannot be run"):
            outputs: list[NDArray[np.float32]] = self._session.run(None, dict(inputs))
        return outputs


class Session(Network):
    """A verified model in memory: its main graph, its tokenizer and its manifest."""

    def __init__(self, folder: ModelFolder, threads: int | None = None) -> None:
        import tokenizers

        super().__init__(folder, "model.onnx", threads)
        vocabulary = str(folder.file("tokenizer.json"))
        with mapped(folder.name, "cannot be loaded"):
            self.tokenizer = tokenizers.Tokenizer.from_file(vocabulary)

    def encode(self, texts: Sequence[str] | Sequence[tuple[str, str]], *, special: bool = True) -> list[Any]:
        """Tokenize texts or pairs of texts; nothing is truncated."""
        with mapped(self.folder.name, "cannot read the text"):
            encodings: list[Any] = self.tokenizer.encode_batch(list(texts), add_special_tokens=special)
        return encodings


def encodable(text: str) -> str:
    """Replace lone surrogates, which no tokenizer accepts."""
    return text.encode("utf-8", "replace").decode("utf-8")
