"""Snippets: the passages of the references that are retrieved and read by the NLI model."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.document import Block, BlockKind, Document, Reference, Span
from factcheck.evidence import Snippet
from factcheck.quantities import quantities_in
from factcheck.sentences import Sentence, sentences


def cut(references: Sequence[Reference]) -> list[Snippet]:
    """Every sentence and table row of the references as a snippet, in order of reference and place.

    Headings are no snippets: they travel as the context of what stands under them.
    """
    found: list[Snippet] = []
    for index, reference in enumerate(references):
        for sentence in sentences(reference.document):
            if sentence.kind is not BlockKind.HEADING:
                found.append(_snippet(index, reference.document, sentence))
    return found


def window(snippets: Sequence[Snippet], index: int, *, before: int, after: int) -> Snippet:
    """A snippet joined with its neighbours in the same reference.

    Args:
        snippets: As `cut` gives them.
        index: The one in the middle.
        before: How many neighbours to take before it, where there are as many.
        after: How many to take after it.
    """
    middle = snippets[index]
    first, last = index, index
    while index - first < before and first > 0 and snippets[first - 1].reference == middle.reference:
        first -= 1
    while last - index < after and last + 1 < len(snippets) and snippets[last + 1].reference == middle.reference:
        last += 1
    members = snippets[first : last + 1]
    return Snippet(
        middle.reference,
        Span(members[0].span.start, members[-1].span.end),
        " ".join(snippet.text for snippet in members),
        middle.context,
        tuple(quantity for snippet in members for quantity in snippet.quantities),
        middle.tabular,
    )


def premise(snippets: Sequence[Snippet], index: int) -> str:
    """What the NLI model reads for a snippet: where it comes from, its text, and the sentences around it.

    A sentence alone leaves open who "they" are and when "on Tuesday" was. Title and date tell, and the neighbours; for
    evidence that is spread over sentences they are a part of it. A table row stands alone.

    Args:
        snippets: As `cut` gives them.
        index: Which one.
    """
    middle = snippets[index]
    text = middle.text if middle.tabular else window(snippets, index, before=1, after=1).text
    return f"{middle.context}. {text}" if middle.context else text


def _snippet(index: int, document: Document, sentence: Sentence) -> Snippet:
    tabular = sentence.kind is BlockKind.TABLE_ROW
    text = _row(document, document.blocks[sentence.block]) if tabular else sentence.text
    found = quantities_in(document, sentence)
    return Snippet(index, sentence.span, text, _context(document, sentence), found.quantities, tabular)


def _row(document: Document, block: Block) -> str:
    """A table row in words: "codec: sorrel; level: 9; ratio: 3.47"."""
    cells = [(cell.header.strip(), cell.span.of(document.text).strip()) for cell in block.cells]
    return "; ".join(f"{header}: {text}" if header else text for header, text in cells if text) + "."


def _context(document: Document, sentence: Sentence) -> str:
    """Title, publisher and date of the reference, and the heading that the sentence stands under."""
    meta = document.meta
    section = document.blocks[sentence.block].section
    heading = "" if section is None else document.blocks[section].span.of(document.text)
    dated = meta.date.isoformat() if meta.date else ""
    parts = [meta.title, heading if heading != meta.title else "", meta.source, dated]
    return ", ".join(part for part in parts if part)
