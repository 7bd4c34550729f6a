"""The parser as a torch module: MiniLM with mixed layers, biaffine arcs and labels, and a tagger."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

from training.parser.conllu import Sentence

IGNORE = -100  # the target that cross_entropy skips
MAX_PIECES = 256
Batch = tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]


class Biaffine(nn.Module):
    """Scores for every pair of a dependent and a head, `outputs` scores a pair."""

    def __init__(self, size: int, outputs: int) -> None:
        super().__init__()
        self.W = nn.Parameter(torch.randn(outputs, size + 1, size + 1) * 0.01)


def extended(value: Tensor) -> Tensor:
    """Append the constant 1 that turns a bilinear form into a biaffine one."""
    return functional.pad(value, (0, 1), value=1.0)


class Parser(nn.Module):
    """Words to scores; the names of its parameters are those of the stored weights.

    Args:
        encoder: Hugging Face folder of the encoder, for its configuration, tokenizer and first weights.
        upos: Names of the parts of speech.
        deprels: Names of the relations.
        sizes: Widths of the arc and label projections.
        layers: How many of the encoder's layers to use, from the first; None for all.
    """

    def __init__(
        self,
        encoder: Path,
        upos: Sequence[str],
        deprels: Sequence[str],
        sizes: tuple[int, int] = (256, 128),
        layers: int | None = None,
    ) -> None:
        super().__init__()
        self.tokenizer = AutoTokenizer.from_pretrained(encoder)
        self.upos, self.deprels = list(upos), list(deprels)
        # Attention without dropout has a fast kernel; the words' own vectors hardly move and are half the weights.
        depth = {} if layers is None else {"num_hidden_layers": layers}
        self.enc = AutoModel.from_pretrained(encoder, dtype=torch.float32, attention_probs_dropout_prob=0.0, **depth)
        self.enc.pooler.requires_grad_(False)
        self.enc.get_input_embeddings().weight.requires_grad_(False)
        width = int(self.enc.config.hidden_size)
        self.root = nn.Parameter(torch.randn(width) * 0.02)
        self.ah, self.ad = self._projection(width, sizes[0]), self._projection(width, sizes[0])
        self.rh, self.rd = self._projection(width, sizes[1]), self._projection(width, sizes[1])
        self.arc, self.rel = Biaffine(sizes[0], 1), Biaffine(sizes[1], len(self.deprels))
        self.pos = nn.Linear(width, len(self.upos))
        self.mix = nn.Parameter(torch.zeros(int(self.enc.config.num_hidden_layers) + 1))
        self.drop = nn.Dropout(0.2)

    @staticmethod
    def _projection(width: int, size: int) -> nn.Sequential:
        return nn.Sequential(nn.Linear(width, size), nn.GELU(), nn.Dropout(0.2))

    def forward(self, ids: Tensor, mask: Tensor, first: Tensor, words: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Score a batch.

        Args:
            ids: Word pieces, int64 (B, T).
            mask: 1 where there is a piece, int64 (B, T).
            first: Position of each word's first piece, int64 (B, N).
            words: Where there is a word, bool (B, N).

        Returns:
            Part-of-speech scores (B, N, P); arc scores (B, N, N + 1), 0 the root; label projections of the dependents
            (B, N, 128) and of the heads (B, N + 1, 128).
        """
        states = self.enc(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states
        weights = self.mix.softmax(0)
        mixed = torch.stack([w * s for w, s in zip(weights, states, strict=True)]).sum(0)
        x = self.drop(mixed.gather(1, first[..., None].expand(-1, -1, mixed.shape[-1])))
        candidates = torch.cat([self.root.expand(len(x), 1, -1).to(x.dtype), x], 1)
        left, right = extended(self.ad(x)), extended(self.ah(candidates))
        arcs = torch.einsum("bid,dk,bjk->bij", left, self.arc.W[0], right)
        allowed = torch.cat([torch.ones_like(words[:, :1]), words], 1)
        arcs = arcs.masked_fill(~allowed[:, None], -1e4)
        return self.pos(x), arcs, self.rd(x), self.rh(candidates)

    def label_scores(self, dependents: Tensor, heads: Tensor, chosen: Tensor) -> Tensor:
        """Label scores (B, N, R) for the chosen heads, int64 (B, N)."""
        partners = heads.gather(1, chosen[..., None].expand(-1, -1, heads.shape[-1]))
        return torch.einsum("bid,odk,bik->bio", extended(dependents), self.rel.W, extended(partners))

    def batch(self, sentences: Sequence[Sentence]) -> Batch:
        """Tensors for sentences: ids, mask, first, words, then targets for upos, heads and labels.

        Words past MAX_PIECES pieces are left out; a head among them, or a relation the parser does not know, is no
        target.
        """
        encoded = self.tokenizer(
            [list(s.words) for s in sentences],
            is_split_into_words=True,
            truncation=True,
            max_length=MAX_PIECES,
            padding=True,
            return_tensors="pt",
        )
        starts = [_starts(encoded.word_ids(i)) for i in range(len(sentences))]
        shape = (len(sentences), max(len(s) for s in starts))
        first = torch.zeros(shape, dtype=torch.long)
        words = torch.zeros(shape, dtype=torch.bool)
        upos, heads, labels = (torch.full(shape, IGNORE) for _ in range(3))
        for i, (sentence, start) in enumerate(zip(sentences, starts, strict=True)):
            n = len(start)
            first[i, :n] = torch.tensor(start)
            words[i, :n] = True
            upos[i, :n] = torch.tensor([self._index(self.upos, u) for u in sentence.upos[:n]])
            heads[i, :n] = torch.tensor([h if h <= n else IGNORE for h in sentence.heads[:n]])
            labels[i, :n] = torch.tensor([self._index(self.deprels, d) for d in sentence.deprels[:n]])
        labels[heads == IGNORE] = IGNORE
        return encoded["input_ids"], encoded["attention_mask"], first, words, upos, heads, labels

    def configuration(self) -> dict[str, object]:
        """What config.json holds: the names of the labels and the widths."""
        width = int(self.enc.config.hidden_size)
        sizes = {"arc": self.arc.W.shape[-1] - 1, "rel": self.rel.W.shape[-1] - 1}
        shape = {"encoder": self.enc.config.model_type, "hidden": width, "layers": len(self.mix) - 1, **sizes}
        return {"upos": self.upos, "deprel": self.deprels, **shape}

    @staticmethod
    def _index(names: list[str], name: str) -> int:
        return names.index(name) if name in names else IGNORE


def _starts(word_ids: Sequence[int | None]) -> list[int]:
    """Positions of the first piece of each word."""
    starts, last = [], -1
    for position, word in enumerate(word_ids):
        if word is not None and word != last:
            starts.append(position)
            last = word
    return starts


def new_parser(encoder: Path, sentences: Sequence[Sentence], layers: int | None = None) -> Parser:
    """An untrained parser over an encoder, with the parts of speech and relations of these sentences."""
    upos, deprels = ({name for s in sentences for name in getattr(s, part)} for part in ("upos", "deprels"))
    return Parser(encoder, sorted(upos), sorted(deprels), layers=layers)


def load_parser(folder: Path, encoder: Path, layers: int | None = None) -> Parser:
    """A stored parser (config.json, model.safetensors), in evaluation mode and full precision.

    Args:
        folder: The parser's folder.
        encoder: Hugging Face folder of its encoder.
        layers: Take only the first ones, for a smaller parser to be trained from it; None for all.
    """
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    layers = layers or config.get("layers")
    parser = Parser(encoder, config["upos"], config["deprel"], (config["arc"], config["rel"]), layers)
    stored = {k: v.float() for k, v in load_file(folder / "model.safetensors").items()}
    stored["mix"] = stored["mix"][: len(parser.mix)]
    parser.load_state_dict(stored, strict=False)
    return parser.eval()
