"""Writes `model.json`, the list of a model's files that the product verifies before it reads any of them."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

GITHUB_LIMIT = 95 * 2**20  # bytes; git hosts refuse files of 100 MiB


def write_tokenizer(source: Path, folder: Path) -> Path:
    """Copy `source` (a tokenizer.json) without its truncation and padding, which the product decides itself."""
    tokenizer = Tokenizer.from_file(str(source))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    target = folder / "tokenizer.json"
    tokenizer.save(str(target), pretty=False)
    return target


def write_manifest(folder: Path, files: Sequence[Path], facts: Mapping[str, Any]) -> None:
    """Write `folder/model.json`: the facts as given, then each file's size and SHA-256.

    Raises:
        ValueError: A file is too large for a git host.
    """
    listed = {}
    for file in sorted(files):
        data = file.read_bytes()
        if len(data) > GITHUB_LIMIT:
            raise ValueError(f"{file.name} has {len(data)} bytes, more than {GITHUB_LIMIT}")
        listed[file.name] = {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    text = json.dumps({**facts, "files": listed}, indent=1, ensure_ascii=False)
    (folder / "model.json").write_text(text + "\n", encoding="utf-8")


def fresh(folder: Path) -> Path:
    """Empty a model's folder of everything but its card, so that no file of an earlier export stays behind."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.iterdir():
        if file.is_dir():
            shutil.rmtree(file)
        elif file.name != "README.md":
            file.unlink()
    return folder
