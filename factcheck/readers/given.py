"""Claims given by a caller, one a line of a JSONL file or in memory, with the place of each."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from factcheck.claim import GivenClaim
from factcheck.document import Block, BlockKind, Document, Metadata, Span
from factcheck.errors import InputError
from factcheck.readers.jsonl import records_of
from factcheck.readers.text import decode, read_bytes, read_stream, shown_path
from factcheck.sentences import Sentence


@dataclass(frozen=True, slots=True)
class ReadClaims:
    """Claims where they are written.

    Attributes:
        document: The file, or the text that the claims make one a line.
        claims: The claims.
        places: Each of them as a sentence of the document.
    """

    document: Document
    claims: tuple[GivenClaim, ...]
    places: tuple[Sentence, ...]


def read_claims(path: str, *, stdin: BinaryIO | None = None) -> ReadClaims:
    """Reads a JSONL file of claims: {"text": …, "id": …, "context": …, "date": …}, all but the text optional.

    Args:
        path: The file, or "-" for standard input.
        stdin: What "-" means; the process's own standard input if None.

    Raises:
        InputError: It cannot be read, holds no claim, or a line is none or has an id that another has; nothing is
            left out silently.
    """
    name = shown_path(path)
    data = read_stream(name, stdin or sys.stdin.buffer) if path == "-" else read_bytes(path)
    text = decode(name, data)
    read = records_of(name, data, text)
    if read.problem:
        raise InputError(name, read.problem)
    claims = tuple(GivenClaim(r.document.text, r.id, r.context, r.document.meta.date) for r in read.records)
    _refuse_shared_ids(name, claims)
    places = tuple(_place(number, record.document.text, record.origin) for number, record in enumerate(read.records))
    return ReadClaims(_document(name, text, data, places), claims, places)


def written(claims: Sequence[GivenClaim | str], *, name: str) -> ReadClaims:
    """Claims in memory as a document with one a line.

    Args:
        claims: The claims, or their texts.
        name: Stands for the path in reports.

    Raises:
        InputError: There are none, one is empty, or two have one id.
    """
    given = tuple(GivenClaim(claim) if isinstance(claim, str) else claim for claim in claims)
    if not given:
        raise InputError(name, "holds no claim")
    places: list[Sentence] = []
    at = 0
    for number, claim in enumerate(given):
        if not claim.text.strip():
            raise InputError(name, f"claim {number + 1} is empty")
        places.append(_place(number, claim.text, range(at, at + len(claim.text) + 1)))
        at += len(claim.text) + 1
    _refuse_shared_ids(name, given)
    text = "\n".join(claim.text for claim in given)
    return ReadClaims(_document(name, text, text.encode(errors="replace"), places), given, tuple(places))


def _place(number: int, text: str, origin: Sequence[int]) -> Sentence:
    """A claim as a sentence, its blanks at the ends left out and line breaks folded into blanks."""
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    shown = "".join(" " if char.isspace() else char for char in text[start:end])
    span = Span(origin[start], origin[end])
    return Sentence(span, shown, tuple(origin[start:end]), number, BlockKind.PARAGRAPH)


def _document(name: str, text: str, data: bytes, places: Sequence[Sentence]) -> Document:
    # Claims are no prose that could be compared with itself: each is judged alone.
    blocks = tuple(Block(BlockKind.MARKUP, place.span) for place in places)
    return Document(name, text, blocks, Metadata(), hashlib.sha256(data).hexdigest())


def _refuse_shared_ids(name: str, claims: Sequence[GivenClaim]) -> None:
    seen: set[str] = set()
    for number, claim in enumerate(claims, start=1):
        id = claim.id or f"c{number}"
        if id in seen:
            raise InputError(name, f"two claims have the id {id!r}")
        seen.add(id)
