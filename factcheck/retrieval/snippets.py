"""Snippets: the passages of the references that are retrieved and read by the NLI model."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from factcheck.claim import SkipReason
from factcheck.document import BlockKind, Document, Reference, Span
from factcheck.evidence import Snippet
from factcheck.quantities import quantities_in
from factcheck.retrieval.rows import row_parts
from factcheck.sentences import Sentence, sentences


def cut(references: Sequence[Reference], checked: Collection[SkipReason] = ()) -> list[Snippet]:
    """Every sentence and table row of the references as a snippet, in order of reference and place.

    Headings are no snippets: they travel as the context of what stands under them.

    Args:
        references: The sources.
        checked: Reasons to leave a numeric expression out that do not count, in references as in articles.
    """
    found: list[Snippet] = []
    for index, reference in enumerate(references):
        for sentence in sentences(reference.document):
            if sentence.kind is not BlockKind.HEADING:
                found += _snippets(index, reference.document, sentence, checked)
    return found


def window(snippets: Sequence[Snippet], index: int, *, before: int, after: int) -> Snippet:
    """A snippet joined with its neighbours in the same reference; a table row is not joined with anything.

    Args:
        snippets: As `cut` gives them.
        index: The one in the middle.
        before: How many neighbours to take before it, where there are as many.
        after: How many to take after it.
    """
    middle = snippets[index]
    members = neighbours(snippets, index, before=before, after=after)
    if len(members) == 1:
        return middle
    return Snippet(
        middle.reference,
        Span(members[0].span.start, members[-1].span.end),
        " ".join(snippet.text for snippet in members),
        middle.context,
        tuple(quantity for snippet in members for quantity in snippet.quantities),
    )


def neighbours(snippets: Sequence[Snippet], index: int, *, before: int, after: int) -> Sequence[Snippet]:
    """A snippet with those that `window` joins with it, by place; arguments as there."""
    reach = _reach(snippets, index, before=before, after=after)
    return snippets[reach.start : reach.stop]


def _reach(snippets: Sequence[Snippet], index: int, *, before: int, after: int) -> range:
    middle = snippets[index]
    first, last = index, index
    if middle.tabular:
        return range(index, index + 1)
    while index - first < before and first > 0 and _goes_with(snippets[first - 1], middle):
        first -= 1
    while last - index < after and last + 1 < len(snippets) and _goes_with(snippets[last + 1], middle):
        last += 1
    return range(first, last + 1)


def read_for(snippets: Sequence[Snippet], index: int) -> Sequence[Snippet]:
    """The sentences that `premise` is made of.

    Args:
        snippets: As `cut` gives them.
        index: Which one.
    """
    return neighbours(snippets, index, before=1, after=1)


def _goes_with(snippet: Snippet, middle: Snippet) -> bool:
    return snippet.reference == middle.reference and not snippet.tabular


def premise(snippets: Sequence[Snippet], index: int) -> str:
    """What the NLI model reads for a snippet: where it comes from, its text, and the sentences around it.

    A sentence alone leaves open who "they" are and when "on Tuesday" was. Title and date tell, and the neighbours; for
    evidence that is spread over sentences they are a part of it. A table row stands alone.

    Args:
        snippets: As `cut` gives them.
        index: Which one.
    """
    middle = snippets[index]
    text = window(snippets, index, before=1, after=1).text
    return f"{middle.context}. {text}" if middle.context else text


def together(snippets: Sequence[Snippet], indices: Iterable[int], *, around: int = 1) -> str:
    """What the NLI model reads for several snippets at once, for a claim that none of them tells whole.

    Their sentences and those around them, each once, in the order of the references and of their places.

    Args:
        snippets: As `cut` gives them.
        indices: Which ones.
        around: How many neighbours of each to read before it, and after it.
    """
    members = sorted({i for index in indices for i in _reach(snippets, index, before=around, after=around)})
    parts = []
    for (_, context), run in groupby((snippets[i] for i in members), key=lambda one: (one.reference, one.context)):
        text = " ".join(snippet.text for snippet in run)
        parts.append(f"{context}. {text}" if context else text)
    return " ".join(parts)


def _snippets(index: int, document: Document, sentence: Sentence, checked: Collection[SkipReason]) -> list[Snippet]:
    """A sentence as a snippet; a table row as one, or as some where it is wide."""
    context = _context(document, sentence)
    if sentence.kind is BlockKind.TABLE_ROW:
        return [
            Snippet(index, part.span, part.text, context, part.quantities, True, part.row)
            for part in row_parts(document, sentence, checked)
        ]
    found = quantities_in(document, sentence, checked)
    return [Snippet(index, sentence.span, sentence.text, context, found.quantities)]


def _context(document: Document, sentence: Sentence) -> str:
    """Title, publisher and date of the reference, and the heading or table title that the sentence stands under."""
    meta = document.meta
    block = document.blocks[sentence.block]
    heading = "" if block.section is None else document.blocks[block.section].prose(document.text)
    dated = meta.date.isoformat() if meta.date else ""
    named = [part for part in dict.fromkeys([meta.title, heading]) if part]
    title = block.table.title if block.table else ""
    if title and not any(title in part for part in named):
        named.append(title)
    return ", ".join([*named, *(part for part in (meta.source, dated) if part)])
