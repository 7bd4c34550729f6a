"""Small articles and references, read from files, for pipelines without a big model."""

from __future__ import annotations

from pathlib import Path

from factcheck.document import Document, Reference
from factcheck.readers import read_document, read_references
from factcheck.settings import NO_NLI, SENTENCE, Settings

QUICK = Settings(nli=NO_NLI, splitter=SENTENCE)
"""Numbers alone judge, sentences are claims: only the embedder is loaded."""


def article(folder: Path, name: str, text: str) -> Document:
    """An article that is written to a file and read."""
    (folder / name).write_text(text, encoding="utf-8")
    return read_document(str(folder / name))


def articles(folder: Path, count: int) -> list[Document]:
    """Articles on ferries, some of whose numbers are wrong."""
    return [
        article(
            folder,
            f"article{number}.md",
            f"The Orla ferry carried {1000 + 7 * number} passengers in {2000 + number}. "
            f"Line {number} of the Orla has {number % 4 + 2} boats.\n",
        )
        for number in range(count)
    ]


def references(folder: Path, count: int) -> list[Reference]:
    """What is known of the ferries, a file a year."""
    sources = folder / "references"
    sources.mkdir(exist_ok=True)
    for number in range(count):
        text = f"In {2000 + number} the Orla ferry carried {1000 + 5 * number} passengers on four boats.\n"
        (sources / f"year{number}.md").write_text(text, encoding="utf-8")
    return read_references([str(sources)])[0]
