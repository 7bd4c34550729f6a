"""Which references each article has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.document import Document, Reference
from factcheck.output.json_report import document_data, dumped, reference_data
from factcheck.output.plain import one_line

_SHORT = 12
"""Digits of a hash that people are shown."""

Listed = Sequence[tuple[Document, str, Sequence[Reference]]]
"""By article what names its references, and they."""


def references_text(listed: Listed) -> str:
    """The references of each article under its path."""
    return "\n".join("".join(f"{line}\n" for line in _lines(*one)) for one in listed)


def references_json(listed: Listed) -> str:
    """The references of each article as JSON."""
    articles = [
        {
            **document_data(document),
            "named by": origin,
            "references": [reference_data(reference) for reference in references],
        }
        for document, origin, references in listed
    ]
    return dumped({"schema": "factcheck/references/1", "articles": articles})


def _lines(document: Document, origin: str, references: Sequence[Reference]) -> Iterator[str]:
    path = one_line(document.path)
    if not references:
        yield f"{path}: no references"
        return
    noun = "reference" if len(references) == 1 else "references"
    yield f"{path}: {len(references)} {noun}, named by: {origin}"
    for reference in references:
        meta = reference.document.meta
        about = (meta.title, meta.source, meta.date.isoformat() if meta.date else "no date", meta.rank, meta.url)
        known = ", ".join(one_line(word) for word in about if word)
        digest = reference.document.sha256[:_SHORT]
        yield f"  {one_line(reference.id)}  {digest}  {one_line(reference.document.path)}  {known}"
