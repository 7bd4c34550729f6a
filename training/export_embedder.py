"""Export all-MiniLM-L6-v2 (a Hugging Face folder with safetensors) as the bundled int8 sentence embedder.

python -m training.export_embedder WEIGHTS_FOLDER NLI_DATA models/embedder
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import load_file
from transformers import AutoModel, AutoTokenizer

from training.calibration import Inputs, observe
from training.encoder import BERT, Encoder
from training.graph import Graph
from training.manifest import fresh, write_manifest, write_tokenizer
from training.nli.data import sample

CALIBRATION = 200  # pairs
FACTS = {
    "name": "embedder",
    "task": "sentence embedding",
    "licences": ["Apache-2.0"],
    "max_tokens": 256,
    "labels": [],
}


def calibrate(folder: Path, data: Path) -> dict[str, Inputs]:
    """Statistics of the layers' inputs over premises and claims of the NLI training mix."""
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModel.from_pretrained(folder, dtype=torch.float32).eval()
    pairs = sample(data, CALIBRATION, seed=1)
    texts = [text for pair in pairs for text in (pair.premise, pair.hypothesis)]
    tokens = (dict(tokenizer(t, truncation=True, max_length=256, return_tensors="pt")) for t in texts)
    return observe(model, tokens, "")


def build(weights: dict[str, NDArray[np.float32]], inputs: Mapping[str, Inputs]) -> Graph:
    """The graph: `ids` int64 and `mask` int32, both (B, T), to `embeddings` float32 (B, 384) of length one."""
    graph = Graph("embedder")
    ids, mask = graph.input("ids", "i", ["batch", "tokens"]), graph.input("mask", "m", ["batch", "tokens"])
    final = Encoder(graph, weights, inputs, BERT, heads=12, layers=6).all_layers(ids, mask)[-1]
    # The sum is as good as the mean, since the length is normalised next; as a product of each text's own mask and
    # states it is computed alike in a batch of one and of many, which ReduceSum is not.
    kept = graph.op("Unsqueeze", graph.op("Cast", mask, to=1), graph.tensor(np.array([1])))
    total = graph.op("Squeeze", graph.op("MatMul", kept, final), graph.tensor(np.array([1])))
    length = graph.op("ReduceL2", total, graph.tensor(np.array([-1])))
    graph.output(graph.op("Div", total, length), "embeddings", ["batch", 384])
    return graph


def main() -> None:
    """Read the arguments and write the model's folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("data", type=Path, help="folder of the NLI data; training pairs of it calibrate the rounding")
    parser.add_argument("out", type=Path, help="the model's folder, e.g. models/embedder")
    arguments = parser.parse_args()
    folder = fresh(arguments.out)
    weights = load_file(arguments.weights / "model.safetensors")
    files = build(weights, calibrate(arguments.weights, arguments.data)).save(folder)
    files.append(write_tokenizer(arguments.weights / "tokenizer.json", folder))
    write_manifest(folder, files, FACTS)


if __name__ == "__main__":
    main()
