"""What a reader knows before a sentence: the title, the section, the sentence before."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.document import BlockKind, Document
from factcheck.sentences import Sentence

_LONGEST = 300  # characters of the sentence before


def contexts(document: Document, sentences: Sequence[Sentence]) -> list[str]:
    """For each sentence the title, the section and the sentence before it; "" if there are none."""
    headings: dict[int, str] = {}
    for sentence in sentences:
        if sentence.kind is BlockKind.HEADING:
            headings[sentence.block] = (headings.get(sentence.block, "") + " " + sentence.text).strip()
    title = document.meta.title or next(iter(headings.values()), "")
    found: list[str] = []
    before = ""
    for sentence in sentences:
        section = document.blocks[sentence.block].section
        above = headings.get(section, "") if section is not None else ""
        parts = [part for part in dict.fromkeys((title, above)) if part and sentence.kind is not BlockKind.HEADING]
        if before:
            parts.append(before if len(before) <= _LONGEST else before[:_LONGEST].rsplit(" ", 1)[0] + " …")
        found.append("\n".join(parts))
        if sentence.kind not in (BlockKind.HEADING, BlockKind.TABLE_ROW):
            before = sentence.text
    return found
