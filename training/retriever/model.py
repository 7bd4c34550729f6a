"""The embedder in torch: texts to unit vectors, as the product computes them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

from factcheck.models.batches import batches, padded

PAD, START, END = 0, 101, 102  # [PAD], [CLS], [SEP] of BERT's vocabulary
Ids = list[int]


class BiEncoder(nn.Module):
    """A BERT encoder whose states are averaged over the word pieces.

    Args:
        encoder: A BertModel; its embeddings stay as they are. Without dropout a run needs no random numbers, and a few
            thousand steps do not overfit.
    """

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder
        for name, parameter in encoder.named_parameters():
            parameter.requires_grad_(name.startswith("encoder."))
        for module in encoder.modules():
            if isinstance(module, nn.Dropout):
                module.p = 0.0

    def forward(self, rows: Sequence[Ids]) -> Tensor:
        """Embed texts, those of like length together.

        Args:
            rows: Word pieces of each text, with START and END.

        Returns:
            Unit vectors, float32 (len(rows), D).
        """
        places: list[int] = []
        vectors: list[Tensor] = []
        for members in batches([len(row) for row in rows]):
            ids, mask = (torch.from_numpy(array) for array in padded([rows[i] for i in members], PAD))
            states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
            vectors.append(nn.functional.normalize((states * mask[:, :, None]).sum(1)))
            places += members
        order = torch.tensor(places).argsort()
        return torch.cat(vectors)[order]


def load(folder: Path) -> BiEncoder:
    """A bi-encoder with the weights of a Hugging Face folder."""
    encoder = AutoModel.from_pretrained(folder, dtype=torch.float32, add_pooling_layer=False)
    return BiEncoder(encoder)


def tokenised(texts: Sequence[str], folder: Path, limit: int) -> list[Ids]:
    """Texts as word pieces with START and END.

    Args:
        texts: To tokenise.
        folder: With tokenizer.json.
        limit: Most word pieces of a text; the rest is cut off.
    """
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    encoded = tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
    return [[START, *found.ids[: limit - 2], END] for found in encoded]
