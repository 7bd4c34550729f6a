"""MPNet and BERT encoders as ONNX graphs with 8-bit weights and row-wise 8-bit activations."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.calibration import Inputs
from training.graph import Graph

Weights = Mapping[str, NDArray[np.float32]]
MAX_LENGTH = 512
# Weights have seven bits: on processors without VNNI two products of an activation (at most 255) and a weight are added
# in 16 bits, which an eighth bit would overflow. So the sums are exact, and the same on every machine.
WEIGHT_LIMIT = 64
GELU_MINIMUM = 0.17  # GELU never falls below -0.16998


@dataclass(frozen=True, slots=True)
class Names:
    """What one architecture calls its parts; `{i}` is the number of the layer."""

    layer: str
    query: str
    key: str
    value: str
    attention_output: str
    attention_norm: str
    epsilon: float
    first_position: int
    relative: bool


MPNET = Names(
    layer="encoder.layer.{i}.",
    query="attention.attn.q",
    key="attention.attn.k",
    value="attention.attn.v",
    attention_output="attention.attn.o",
    attention_norm="attention.LayerNorm",
    epsilon=1e-5,
    first_position=2,
    relative=True,
)
BERT = Names(
    layer="encoder.layer.{i}.",
    query="attention.self.query",
    key="attention.self.key",
    value="attention.self.value",
    attention_output="attention.output.dense",
    attention_norm="attention.output.LayerNorm",
    epsilon=1e-12,
    first_position=0,
    relative=False,
)


def quantise_columns(weight: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Round a (K, N) matrix to integers within WEIGHT_LIMIT, with a scale a column.

    Returns:
        The (K, N) int8 matrix and the (N,) float32 scales.
    """
    scale = np.maximum(np.abs(weight).max(0), 1e-12) / WEIGHT_LIMIT
    return np.rint(weight / scale).astype(np.int8), scale.astype(np.float32)


def quantise_rows(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Quantise an embedding table of shape (V, D), one scale a row of shape (V, 1)."""
    scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-12) / 127
    return np.rint(table / scale).astype(np.int8), scale.astype(np.float32)


@dataclass(frozen=True, slots=True)
class Rows:
    """Activations quantised row by row: names of the uint8 values and of their scales (…, 1), and the zero point."""

    values: str
    scale: str
    zero: np.uint8


def quantised(graph: Graph, value: str, *, signed: bool = True) -> Rows:
    """Quantise (…, K) activations to uint8, one scale a row.

    Args:
        graph: The graph to add to.
        value: The float32 activations.
        signed: Whether they lie on both sides of zero; if not, they use all 8 bits on one side.
    """
    size = graph.op("Abs", value) if signed else value
    peak = graph.op("ReduceMax", size, graph.tensor(np.array([-1])))
    peak = graph.op("Max", peak, graph.tensor(np.float32(1e-6)))
    top, zero = (np.float32(127), np.uint8(128)) if signed else (np.float32(255), np.uint8(0))
    scaled = graph.op("Mul", value, graph.op("Div", graph.tensor(top), peak))
    values = graph.op("QuantizeLinear", scaled, graph.tensor(np.float32(1)), graph.tensor(zero))
    return Rows(values, graph.op("Mul", peak, graph.tensor(np.float32(1 / top))), zero)


def multiply(graph: Graph, rows: Rows, matrix: NDArray[np.int8], scale: NDArray[np.float32]) -> str:
    """Multiply quantised rows (…, K) by a quantised (K, N) matrix; float32 (…, N)."""
    one, zeros = graph.tensor(np.float32(1)), (graph.tensor(rows.zero), graph.tensor(np.int8(0)))
    inputs = (rows.values, graph.tensor(matrix), one, graph.tensor(scale), *zeros)
    return graph.op("Mul", graph.fused("MatMulIntegerToFloat", *inputs), rows.scale)


@dataclass(frozen=True, slots=True)
class Encoder:
    """Adds the parts of one encoder to a graph.

    Attributes:
        graph: The graph to add to.
        weights: Named as in the Hugging Face folder, with the model's prefix removed.
        inputs: What calibration saw, by the name of the layer.
        names: The architecture.
        heads: Attention heads.
        layers: Transformer layers.
    """

    graph: Graph
    weights: Weights
    inputs: Mapping[str, Inputs]
    names: Names
    heads: int
    layers: int

    def embed(self, ids: str) -> str:
        """Word, position and (BERT) segment embeddings with their normalisation, from ids (B, T) to (B, T, D)."""
        g, names = self.graph, self.names
        table, scale = quantise_rows(self.weights["embeddings.word_embeddings.weight"])
        rows = g.op("Cast", g.op("Gather", g.tensor(table, "embeddings.bin"), ids), to=1)
        words = g.op("Mul", rows, g.op("Gather", g.tensor(scale, "embeddings.bin"), ids))
        positions = self.weights["embeddings.position_embeddings.weight"]
        positions = positions[names.first_position : names.first_position + MAX_LENGTH]
        segment = self.weights.get("embeddings.token_type_embeddings.weight")
        if segment is not None:
            positions = positions + segment[0]
        zero, one = g.tensor(np.array([0])), g.tensor(np.array([1]))
        length = g.op("Slice", g.op("Shape", ids), one, g.tensor(np.array([2])))
        ahead = g.op("Slice", g.tensor(positions.astype(np.float32)), zero, length)
        return self.norm(g.op("Add", words, ahead), "embeddings.LayerNorm")

    def norm(self, value: str, name: str) -> str:
        """Layer normalisation with the weights called `name`."""
        gamma, beta = (self.graph.tensor(self.weights[f"{name}.{part}"]) for part in ("weight", "bias"))
        return self.graph.op("LayerNormalization", value, gamma, beta, axis=-1, epsilon=self.names.epsilon)

    def position_bias(self, ids: str) -> str:
        """MPNet's relative position bias (1, H, T, T); an empty name where the architecture has none."""
        if not self.names.relative:
            return ""
        g = self.graph
        offsets = np.arange(-MAX_LENGTH + 1, MAX_LENGTH)
        table = self.weights["encoder.relative_attention_bias.weight"][bucket(offsets)]
        length = g.op("Gather", g.op("Shape", ids), g.tensor(np.array(1)))
        steps = g.op("Range", g.tensor(np.array(0)), length, g.tensor(np.array(1)))
        column = g.op("Unsqueeze", g.op("Sub", steps, g.tensor(np.array(MAX_LENGTH - 1))), g.tensor(np.array([1])))
        distance = g.op("Sub", g.op("Unsqueeze", steps, g.tensor(np.array([0]))), column)
        by_head = g.op("Gather", g.tensor(np.ascontiguousarray(table.T)), distance, axis=1)
        return g.op("Unsqueeze", by_head, g.tensor(np.array([0])))

    def dense(self, value: str, names: Sequence[str], *, signed: bool = True) -> tuple[str, NDArray[np.float32]]:
        """Apply linear layers that share an input, their outputs side by side, without their biases.

        The channels are centred and balanced by what calibration saw in them; what centring takes away is a constant
        and moves into the bias.

        Returns:
            The product, and the bias that the caller has to add.
        """
        g, inputs = self.graph, self.inputs[names[0]]
        weight = np.concatenate([self.weights[f"{name}.weight"].T for name in names], axis=1)
        bias = np.concatenate([self.weights[f"{name}.bias"] for name in names])
        divisor = inputs.balance(weight)
        shift = -inputs.mean if signed else np.full_like(inputs.mean, GELU_MINIMUM)
        value = g.op("Mul", g.op("Add", value, g.tensor(shift)), g.tensor(np.float32(1) / divisor))
        matrix, scale = quantise_columns(weight * divisor[:, None])
        product = multiply(g, quantised(g, value, signed=signed), matrix, scale)
        # The rounded matrix sees the shifted input, the exact one its mean: on average nothing is lost.
        seen = (inputs.mean + shift) / divisor
        constant = inputs.mean @ weight - seen @ (matrix * scale)
        return product, (bias + constant).astype(np.float32)

    def layer(self, value: str, index: int, mask: str, bias: str) -> str:
        """One transformer layer, (B, T, D) to (B, T, D)."""
        g, n = self.graph, self.names
        at = n.layer.format(i=index)
        mixed, offset = self.dense(value, [f"{at}{name}" for name in (n.query, n.key, n.value)])
        parts = g.node("Split", [mixed], outputs=3, axis=-1, num_outputs=3)
        attended = g.fused("MultiHeadAttention", *parts, g.tensor(offset), mask, bias, num_heads=self.heads)
        product, offset = self.dense(attended, [f"{at}{n.attention_output}"])
        value = self.add_and_norm(product, offset, value, f"{at}{n.attention_norm}")
        product, offset = self.dense(value, [f"{at}intermediate.dense"])
        inner = g.fused("BiasGelu", product, g.tensor(offset))
        product, offset = self.dense(inner, [f"{at}output.dense"], signed=False)
        return self.add_and_norm(product, offset, value, f"{at}output.LayerNorm")

    def add_and_norm(self, value: str, offset: NDArray[np.float32], skip: str, norm: str) -> str:
        """Add a bias and the residual `skip`, then normalise with the weights called `norm`."""
        g = self.graph
        gamma, beta = (g.tensor(self.weights[f"{norm}.{part}"]) for part in ("weight", "bias"))
        inputs = (value, skip, gamma, beta, g.tensor(offset))
        return g.fused("SkipLayerNormalization", *inputs, epsilon=self.names.epsilon)

    def all_layers(self, ids: str, mask: str) -> list[str]:
        """The embeddings and the output of every layer, each (B, T, D); `mask` is int32 (B, T)."""
        bias = self.position_bias(ids)
        states = [self.embed(ids)]
        for index in range(self.layers):
            states.append(self.layer(states[-1], index, mask, bias))
        return states


def bucket(offset: NDArray[np.int64], buckets: int = 32, furthest: int = 128) -> NDArray[np.int64]:
    """MPNet's bucket of a relative position (key minus query): exact when near, logarithmic when far."""
    half = buckets // 2
    distance = np.abs(offset)
    exact = half // 2
    ratio = np.log(np.maximum(distance, 1) / exact) / math.log(furthest / exact)
    far = np.minimum(exact + (ratio * (half - exact)).astype(np.int64), half - 1)
    return np.where(offset > 0, half, 0) + np.where(distance < exact, distance, far)
