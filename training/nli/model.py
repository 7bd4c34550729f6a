"""An MPNet cross-encoder in plain torch: fused attention with its relative positions, fast on a GPU.

Parameter names are those of Hugging Face's MPNetForSequenceClassification, so the weights load in both.
Architecture: Song et al. 2020, "MPNet: Masked and Permuted Pre-training for Language Understanding".
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

_BUCKETS = 32
_FARTHEST = 128
_HEADS = 12
_EPSILON = 1e-5
PAD = 1


def buckets(width: int, device: torch.device) -> Tensor:
    """The bucket of each relative position, int64 (width, width): half for each direction, wider with distance."""
    places = torch.arange(width, device=device)
    away = places[:, None] - places[None, :]
    half = _BUCKETS // 2
    exact = half // 2
    distance = away.abs()
    scale = math.log(_FARTHEST / exact)
    far = exact + (torch.log(distance.float().clamp(min=1) / exact) / scale * (half - exact)).long()
    return (away < 0) * half + torch.where(distance < exact, distance, far.clamp(max=half - 1))


class _Attention(nn.Module):
    def __init__(self, size: int) -> None:
        super().__init__()
        self.attn = nn.ModuleDict({name: nn.Linear(size, size) for name in "qkvo"})
        self.LayerNorm = nn.LayerNorm(size, eps=_EPSILON)

    def forward(self, hidden: Tensor, bias: Tensor, drop: float) -> Tensor:
        shape = (*hidden.shape[:2], _HEADS, -1)
        query, key, value = (self.attn[name](hidden).view(shape).transpose(1, 2) for name in "qkv")
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        out = self.attn["o"](mixed.transpose(1, 2).reshape(hidden.shape))
        normed: Tensor = self.LayerNorm(hidden + functional.dropout(out, drop, self.training))
        return normed


class _Dense(nn.Module):
    def __init__(self, inputs: int, outputs: int, *, norm: bool = False) -> None:
        super().__init__()
        self.dense = nn.Linear(inputs, outputs)
        if norm:
            self.LayerNorm = nn.LayerNorm(outputs, eps=_EPSILON)


class _Layer(nn.Module):
    def __init__(self, size: int, inner: int) -> None:
        super().__init__()
        self.attention = _Attention(size)
        self.intermediate = _Dense(size, inner)
        self.output = _Dense(inner, size, norm=True)

    def forward(self, hidden: Tensor, bias: Tensor, drop: float) -> Tensor:
        hidden = self.attention(hidden, bias, drop)
        out = self.output.dense(functional.gelu(self.intermediate.dense(hidden)))
        normed: Tensor = self.output.LayerNorm(hidden + functional.dropout(out, drop, self.training))
        return normed


class _Encoder(nn.Module):
    def __init__(self, size: int, inner: int, layers: int) -> None:
        super().__init__()
        self.layer = nn.ModuleList(_Layer(size, inner) for _ in range(layers))
        self.relative_attention_bias = nn.Embedding(_BUCKETS, _HEADS)


class _Embeddings(nn.Module):
    def __init__(self, words: int, places: int, size: int) -> None:
        super().__init__()
        self.word_embeddings = nn.Embedding(words, size)
        self.position_embeddings = nn.Embedding(places, size)
        self.LayerNorm = nn.LayerNorm(size, eps=_EPSILON)


class _Mpnet(nn.Module):
    def __init__(self, words: int, places: int, size: int, inner: int, layers: int) -> None:
        super().__init__()
        self.embeddings = _Embeddings(words, places, size)
        self.encoder = _Encoder(size, inner, layers)


class _Head(nn.Module):
    def __init__(self, size: int, labels: int) -> None:
        super().__init__()
        self.dense = nn.Linear(size, size)
        self.out_proj = nn.Linear(size, labels)


class CrossEncoder(nn.Module):
    """Pairs to logits (entailment, neutral, contradiction).

    Args:
        config: The Hugging Face configuration.
        layers: How many layers; None for as many as the configuration says.
        drop: Dropout of hidden states in training; attention has none.
    """

    def __init__(self, config: dict[str, int], layers: int | None = None, drop: float = 0.1) -> None:
        super().__init__()
        size = config["hidden_size"]
        depth = config["num_hidden_layers"] if layers is None else layers
        words, places = config["vocab_size"], config["max_position_embeddings"]
        self.mpnet = _Mpnet(words, places, size, config["intermediate_size"], depth)
        self.classifier = _Head(size, 3)
        self.drop = drop

    def forward(self, ids: Tensor) -> Tensor:
        """Score a batch.

        Args:
            ids: Word pieces, int64 (B, T), PAD behind the shorter ones.

        Returns:
            Float logits (B, 3).
        """
        known = ids != PAD
        embeddings = self.mpnet.embeddings
        places = torch.where(known, torch.arange(ids.shape[1], device=ids.device) + PAD + 1, PAD)
        hidden = embeddings.LayerNorm(embeddings.word_embeddings(ids) + embeddings.position_embeddings(places))
        hidden = functional.dropout(hidden, self.drop, self.training)
        bias = self.mpnet.encoder.relative_attention_bias(buckets(ids.shape[1], ids.device)).permute(2, 0, 1)
        masked = bias[None] + torch.where(known, 0.0, -1e4)[:, None, None, :]
        if torch.is_autocast_enabled(ids.device.type):
            masked = masked.to(torch.get_autocast_dtype(ids.device.type))
        for layer in self.mpnet.encoder.layer:
            hidden = layer(hidden, masked, self.drop)
        first = functional.dropout(hidden[:, 0], self.drop, self.training)
        pooled = functional.dropout(torch.tanh(self.classifier.dense(first)), self.drop, self.training)
        logits: Tensor = self.classifier.out_proj(pooled)
        return logits


def load(folder: Path, layers: Sequence[int] | None = None) -> CrossEncoder:
    """A cross-encoder with the weights of a Hugging Face folder.

    Args:
        folder: With config.json and model.safetensors.
        layers: Which of its layers to keep, in this order; None for all. The student of a distillation starts
            from some of its teacher's.
    """
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    kept = range(config["num_hidden_layers"]) if layers is None else layers
    weights = load_file(folder / "model.safetensors")
    moved = {}
    for name, value in weights.items():
        if ".layer." not in name:
            moved[name] = value
            continue
        before, _, rest = name.partition(".layer.")
        number, _, behind = rest.partition(".")
        if int(number) in kept:
            moved[f"{before}.layer.{list(kept).index(int(number))}.{behind}"] = value
    model = CrossEncoder(config, len(kept))
    model.load_state_dict({name: moved[name].float() for name in model.state_dict()})
    return model
