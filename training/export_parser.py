"""Export a dependency parser (config.json, model.safetensors) as the bundled int8 model.

python -m training.export_parser WEIGHTS_FOLDER ENCODER_FOLDER TRAIN.conllu.gz models/parser
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

from training.calibration import Inputs, observe
from training.encoder import BERT, MPNET, Encoder, multiply, quantise_columns, quantised
from training.graph import Graph
from training.manifest import fresh, write_manifest, write_tokenizer
from training.parser.conllu import read_sentences
from training.parser.model import load_parser

CALIBRATION = 300  # sentences
ARCHITECTURES = {"bert": BERT, "mpnet": MPNET}
HEADS = 12  # of attention, in both of them
Weights = dict[str, NDArray[np.float32]]
FACTS = {
    "name": "parser",
    "task": "dependency parsing",
    "licences": [
        *("Apache-2.0", "MIT", "CC-BY-SA-4.0", "CC-BY-SA-3.0"),
        *("CC-BY-4.0", "CC-BY-2.5", "CDLA-Sharing-1.0", "ODC-By-1.0"),
    ],
    "max_tokens": 512,
}


def dense(graph: Graph, weights: Weights, name: str, value: str) -> str:
    """A full-precision linear layer; these are small and decide the tree."""
    product = graph.op("MatMul", value, graph.tensor(np.ascontiguousarray(weights[f"{name}.weight"].T)))
    return graph.op("Add", product, graph.tensor(weights[f"{name}.bias"]))


def projection(graph: Graph, weights: Weights, name: str, value: str) -> str:
    """One of the parser's four projections (arc or label, head or dependent), with the 1 the biaffine form needs."""
    raised = graph.fused("Gelu", dense(graph, weights, f"{name}.0", value))
    return graph.op("Pad", raised, graph.tensor(np.array([0, 0, 0, 0, 0, 1])), graph.tensor(np.float32(1)))


def calibrate(folder: Path, encoder: Path, file: Path) -> dict[str, Inputs]:
    """Statistics of the layers' inputs over sentences of a treebank."""
    parser = load_parser(folder, encoder)
    sentences = random.Random(0).sample(read_sentences(file), CALIBRATION)
    keys = ("ids", "mask", "first", "words")
    return observe(parser, (dict(zip(keys, parser.batch([s])[:4], strict=True)) for s in sentences), "enc.")


def words(graph: Graph, weights: Weights, inputs: Mapping[str, Inputs], encoder: str, first: str) -> str:
    """The states of the words, (B, N, D): the layers mixed by their learnt weights, at each word's first piece."""
    ids, mask = graph.input("ids", "i", ["batch", "tokens"]), graph.input("mask", "m", ["batch", "tokens"])
    encoder_weights = {k.removeprefix("enc."): v for k, v in weights.items() if k.startswith("enc.")}
    layers = len(weights["mix"]) - 1
    states = Encoder(graph, encoder_weights, inputs, ARCHITECTURES[encoder], HEADS, layers).all_layers(ids, mask)
    mix = np.exp(weights["mix"] - weights["mix"].max())
    mix /= mix.sum()
    index = graph.op("Unsqueeze", first, graph.tensor(np.array([2])))
    picked = [graph.op("GatherND", state, index, batch_dims=1) for state in states]
    scaled = [graph.op("Mul", s, graph.tensor(np.float32(w))) for s, w in zip(picked, mix, strict=True)]
    return graph.op("Sum", *scaled)


def build(weights: Weights, inputs: Mapping[str, Inputs], encoder: str) -> Graph:
    """The graph from pieces to scores.

    Inputs: `ids` int64 and `mask` int32, both (B, T); `first` int64 (B, N), the position of each word's first piece.
    Outputs: `arcs` (B, N, N + 1), the score of every head for every word, 0 the root; `upos` (B, N, P);
    `dependents` (B, N, 129) and `heads` (B, N + 1, 129), whose product with the label tensor scores the labels.
    """
    graph = Graph("parser")
    first = graph.input("first", "i", ["batch", "words"])
    x = words(graph, weights, inputs, encoder, first)
    count = graph.op("Slice", graph.op("Shape", first), graph.tensor(np.array([0])), graph.tensor(np.array([1])))
    shape = graph.op("Concat", count, graph.tensor(np.array([1, len(weights["root"])])), axis=0)
    root = graph.op("Expand", graph.tensor(weights["root"][None, None]), shape)
    candidates = graph.op("Concat", root, x, axis=1)
    left = graph.op("MatMul", projection(graph, weights, "ad", x), graph.tensor(weights["arc.W"][0]))
    right = graph.op("Transpose", projection(graph, weights, "ah", candidates), perm=[0, 2, 1])
    graph.output(graph.op("MatMul", left, right), "arcs", ["batch", "words", "candidates"])
    graph.output(dense(graph, weights, "pos", x), "upos", ["batch", "words", "tags"])
    graph.output(projection(graph, weights, "rd", x), "dependents", ["batch", "words", 129])
    graph.output(projection(graph, weights, "rh", candidates), "heads", ["batch", "candidates", 129])
    return graph


def build_labels(tensor: NDArray[np.float32]) -> Graph:
    """The second graph, run once the heads are chosen.

    Inputs: `dependents` and `heads`, both (N, 129), the projections of the words and of their heads.
    Output: `labels` (N, R), the score of every label.

    Args:
        tensor: The biaffine form, (R, 129, 129).
    """
    graph = Graph("labels", "labels.bin")
    count, width, _ = tensor.shape
    dependents, heads = (graph.input(name, "f", ["words", width]) for name in ("dependents", "heads"))
    # The dependent's side first, so that one matrix product serves all the words.
    matrix, scale = quantise_columns(tensor.transpose(1, 0, 2).reshape(width, count * width))
    product = multiply(graph, quantised(graph, dependents), matrix, scale)
    by_label = graph.op("Reshape", product, graph.tensor(np.array([-1, count, width])))
    scores = graph.op("MatMul", by_label, graph.op("Unsqueeze", heads, graph.tensor(np.array([2]))))
    graph.output(graph.op("Squeeze", scores, graph.tensor(np.array([2]))), "labels", ["words", count])
    return graph


def main() -> None:
    """Read the arguments and write the model's folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, help="folder with model.safetensors and config.json")
    parser.add_argument("encoder", type=Path, help="Hugging Face folder of the encoder, for its tokenizer")
    parser.add_argument("treebank", type=Path, help="CoNLL-U file; sentences of it calibrate the rounding")
    parser.add_argument("out", type=Path, help="the model's folder, e.g. models/parser")
    arguments = parser.parse_args()
    folder = fresh(arguments.out)
    stored = load_file(arguments.weights / "model.safetensors")
    config: dict[str, Any] = json.loads((arguments.weights / "config.json").read_text(encoding="utf-8"))
    inputs = calibrate(arguments.weights, arguments.encoder, arguments.treebank)
    weights = {k: v.astype(np.float32) for k, v in stored.items()}
    files = build(weights, inputs, config["encoder"]).save(folder)
    files.append(write_tokenizer(arguments.encoder / "tokenizer.json", folder))
    files += build_labels(stored["rel.W"].astype(np.float32)).save(folder, "labels.onnx")
    write_manifest(folder, files, {**FACTS, "labels": config["deprel"], "tags": config["upos"]})


if __name__ == "__main__":
    main()
