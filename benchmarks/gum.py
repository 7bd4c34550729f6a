"""Reads documents with coreference from GUM's CoNLL-U (`Entity=` in the last column).

A mention opens with "(cluster-type-…" and closes with ")"; parts of a mention in several pieces count as one each.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.claims.tokens import Token
from factcheck.document import Span

_PIECE = re.compile(r"\(([^()-]+)-[^()]*|([^()]+)(?=\))|\)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase of a document and the cluster it belongs to; `start` to `end` are words of the document."""

    start: int
    end: int
    cluster: str
    head: int


@dataclass(frozen=True, slots=True)
class GumDocument:
    """A document's words, cut into sentences, with their parts of speech, relations and mentions.

    Attributes:
        name: Its id.
        sentences: Words whose spans count the characters of the document.
        upos: A part of speech for each word of the document.
        heads: The head of each word, a word of the document, or -1.
        rels: The relation to it.
        mentions: All mentions by place.
        parts: For each cluster that stands for several ("they": Ann and Bob) theirs.
    """

    name: str
    sentences: list[list[Token]]
    upos: list[str]
    heads: list[int]
    rels: list[str]
    mentions: list[Mention]
    parts: dict[str, set[str]]


def read(path: Path) -> Iterator[GumDocument]:
    """The documents of a .conllu.gz file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        text = lines.read()
    for part in re.split(r"^# newdoc id = ", text, flags=re.MULTILINE)[1:]:
        name, _, rest = part.partition("\n")
        yield _document(name.strip(), [block for block in rest.split("\n\n") if block.strip()])


def _document(name: str, blocks: Sequence[str]) -> GumDocument:
    sentences: list[list[Token]] = []
    rows: list[list[str]] = []
    heads: list[int] = []
    at = 0
    for block in blocks:
        tokens: list[Token] = []
        first = len(rows)
        inside = 0  # the last word of a run written as one ("don't"), and whether a blank follows it
        blank = True
        for cells in (line.split("\t") for line in block.split("\n") if line and line[0] != "#"):
            if "-" in cells[0]:
                inside, blank = int(cells[0].split("-")[1]), "SpaceAfter=No" not in cells[9]
            if not cells[0].isdigit():
                continue
            tokens.append(Token(cells[1], Span(at, at + len(cells[1]))))
            number = int(cells[0])
            spaced = blank if number == inside else number > inside and "SpaceAfter=No" not in cells[9]
            at += len(cells[1]) + spaced
            rows.append(cells)
            heads.append(first + int(cells[6]) - 1 if cells[6] != "0" else -1)
        sentences.append(tokens)
        at += 1
    upos, rels = [row[3] for row in rows], [row[7] for row in rows]
    return GumDocument(name, sentences, upos, heads, rels, _mentions(rows, heads), _parts(rows))


def _mentions(rows: Sequence[Sequence[str]], heads: Sequence[int]) -> list[Mention]:
    found: list[Mention] = []
    open_: list[tuple[str, int]] = []
    for word, row in enumerate(rows):
        entity = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        closing = ""
        for match in _PIECE.finditer(entity):
            if match.group(1):
                open_.append((match.group(1), word))
                closing = match.group(1)
            elif match.group(2):
                closing = match.group(2)
            elif (start := _opened(open_, closing)) is not None:
                found.append(Mention(start, word + 1, closing.split("[")[0], _head(heads, start, word + 1)))
    return sorted(found, key=lambda mention: (mention.start, -mention.end))


def _parts(rows: Sequence[Sequence[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for pair in (pair for row in rows for pair in re.findall(r"(?:SplitAnte=|,)(\d+<\d+)", row[9])):
        part, whole = pair.split("<")
        found.setdefault(whole, set()).add(part)
    return found


def _opened(open_: list[tuple[str, int]], cluster: str) -> int | None:
    """Takes the latest open mention of a cluster off the list."""
    for i in range(len(open_) - 1, -1, -1):
        if open_[i][0] == cluster:
            return open_.pop(i)[1]
    return None


def _head(heads: Sequence[int], start: int, end: int) -> int:
    return next(word for word in range(start, end) if not start <= heads[word] < end)
