"""Reads CoNLL-U: the words of each sentence with their heads, relations and parts of speech."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sentence:
    """One annotated sentence, an entry for each word; heads count from 1, 0 is the root."""

    words: tuple[str, ...]
    upos: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]


def read_sentences(path: Path) -> list[Sentence]:
    """The sentences of a .conllu or .conllu.gz file; multiword tokens and empty nodes are left out."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    blocks = text.strip().split("\n\n")
    sentences = []
    for block in blocks:
        cells = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
        rows = [row for row in cells if row[0].isdigit()]
        sentences.append(
            Sentence(
                tuple(row[1] for row in rows),
                tuple(row[3] for row in rows),
                tuple(int(row[6]) for row in rows),
                tuple(row[7] for row in rows),
            )
        )
    return sentences


def write_sentences(sentences: Iterable[Sentence], path: Path) -> None:
    """Write a .conllu.gz file that `read_sentences` reads."""
    with gzip.GzipFile(path, "wb", mtime=0) as stream:
        for sentence in sentences:
            rows = zip(sentence.words, sentence.upos, sentence.heads, sentence.deprels, strict=True)
            lines = [f"{i}\t{w}\t_\t{u}\t_\t_\t{h}\t{d}\t_\t_\n" for i, (w, u, h, d) in enumerate(rows, 1)]
            stream.write(("".join(lines) + "\n").encode("utf-8"))
