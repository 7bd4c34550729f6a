"""What the tests of the readers share."""

from __future__ import annotations

from pathlib import Path

from factcheck.document import Block, BlockKind, Document
from factcheck.readers import read_document


def document(tmp_path: Path, text: str, name: str = "article.md") -> Document:
    path = tmp_path / name
    path.write_bytes(text.encode())
    return read_document(str(path))


def quoted(doc: Document, kind: BlockKind) -> list[str]:
    return [block.span.of(doc.text) for block in doc.blocks if block.kind is kind]


def prose(text: str, block: Block) -> str:
    """A block's characters without what is masked, blanks folded."""
    hidden = {at for span in block.masked for at in range(span.start, span.end)}
    shown = (text[at] for at in range(block.span.start, block.span.end) if at not in hidden)
    return " ".join("".join(shown).split())
