from __future__ import annotations

from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import BertConfig, BertModel

WORDS = (
    "the", "a", "in", "of", "on", "was", "were", "opened", "closed", "built", "sold", "bridge", "ferry", "harbour",
    "school", "museum", "mayor", "council", "voted", "against", "for", "new", "old", "red", "blue", "1998", "2003",
    "2011", "seven", "nine", "twelve", "people", "boats", "river", "lake", "town", "village",
)  # fmt: skip
SPECIAL = {"[UNK]": 1, "[CLS]": 101, "[SEP]": 102}


@pytest.fixture(scope="session")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Hugging Face folder with a tiny random BERT."""
    folder = tmp_path_factory.mktemp("start")
    vocabulary = {"[PAD]": 0, **SPECIAL, **{word: place for place, word in enumerate(WORDS, 2)}}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=103,
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
    )
    BertModel(config).save_pretrained(folder)
    for name in ("tokenizer_config.json", "special_tokens_map.json", "vocab.txt"):
        (folder / name).write_text("{}\n", encoding="utf-8")
    return folder
