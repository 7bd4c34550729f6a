"""Export an MPNet NLI cross-encoder (a Hugging Face folder with safetensors) as the bundled int8 model.

python -m training.export_nli WEIGHTS_FOLDER NLI_DATA models/nli
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import load_file
from transformers import AutoModelForSequenceClassification, AutoTokenizer

from training.calibration import Inputs, observe
from training.encoder import MPNET, Encoder
from training.graph import Graph
from training.manifest import fresh, write_manifest, write_tokenizer
from training.nli.data import sample

CALIBRATION = 96  # pairs
LABELS = ["entailment", "neutral", "contradiction"]
FACTS = {
    "name": "nli",
    "task": "natural language inference",
    "licences": ["Apache-2.0", "CC-BY-SA-3.0", "CC-BY-SA-4.0"],
    "max_tokens": 512,
    "labels": LABELS,
}


def by_row(graph: Graph, weights: dict[str, NDArray[np.float32]], name: str, value: str) -> str:
    """A full-precision linear layer on (B, K), each row summed by itself.

    A matrix product would sum in another order for a batch of one than for a larger one.
    """
    spread = graph.op("Unsqueeze", value, graph.tensor(np.array([1])))
    terms = graph.op("Mul", spread, graph.tensor(weights[f"{name}.weight"]))
    total = graph.op("ReduceSum", terms, graph.tensor(np.array([-1])), keepdims=0)
    return graph.op("Add", total, graph.tensor(weights[f"{name}.bias"]))


def calibrate(folder: Path, data: Path) -> dict[str, Inputs]:
    """Statistics of the layers' inputs over pairs of the training mix."""
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModelForSequenceClassification.from_pretrained(folder, dtype=torch.float32).eval()
    pairs = sample(data, CALIBRATION, seed=1)
    texts = (
        dict(tokenizer(p.premise, p.hypothesis, truncation="only_first", max_length=320, return_tensors="pt"))
        for p in pairs
    )
    return observe(model, texts, "mpnet.")


def build(weights: dict[str, NDArray[np.float32]], inputs: Mapping[str, Inputs]) -> Graph:
    """The graph: `ids` int64 and `mask` int32, both (B, T), to `probabilities` float32 (B, 3)."""
    graph = Graph("nli")
    ids, mask = graph.input("ids", "i", ["batch", "tokens"]), graph.input("mask", "m", ["batch", "tokens"])
    encoder_weights = {k.removeprefix("mpnet."): v for k, v in weights.items() if k.startswith("mpnet.")}
    encoder = Encoder(graph, encoder_weights, inputs, MPNET, heads=12, layers=12)
    final = encoder.all_layers(ids, mask)[-1]
    first = graph.op("Gather", final, graph.tensor(np.array(0)), axis=1)
    pooled = graph.op("Tanh", by_row(graph, weights, "classifier.dense", first))
    logits = by_row(graph, weights, "classifier.out_proj", pooled)
    graph.output(graph.op("Softmax", logits, axis=-1), "probabilities", ["batch", 3])
    return graph


def main() -> None:
    """Read the arguments and write the model's folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("data", type=Path, help="folder of the NLI data; training pairs of it calibrate the rounding")
    parser.add_argument("out", type=Path, help="the model's folder, e.g. models/nli")
    arguments = parser.parse_args()
    folder = fresh(arguments.out)
    weights = load_file(arguments.weights / "model.safetensors")
    files = build(weights, calibrate(arguments.weights, arguments.data)).save(folder)
    files.append(write_tokenizer(arguments.weights / "tokenizer.json", folder))
    write_manifest(folder, files, FACTS)


if __name__ == "__main__":
    main()
