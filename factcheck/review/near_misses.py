"""Near misses: a claim's figure in a source that says nothing of the claim there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.claim import Quantity
from factcheck.document import Document, Reference, Span
from factcheck.evidence import QuantityVerdict
from factcheck.output.windows import window
from factcheck.review.passages import Passage
from factcheck.review.reading import shown_at

_MOST = 6
"""Near misses found at most for a quantity."""
_REACH = 200
"""Code points around a near miss that are looked at."""
_FIGURE = re.compile(r"\d(?:[\d.,]*\d)?")
_GOES_ON = re.compile(r"[\w.,]")


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A figure of the claim in a source, where it says nothing of the claim.

    Attributes:
        reference: Index of the Reference in the report.
        span: Where the figure stands.
    """

    reference: int
    span: Span


def near_misses(
    judged: QuantityVerdict, references: Sequence[Reference], passages: Sequence[Passage]
) -> list[NearMiss]:
    """Where else a claim's figure stands in the sources: first what the check found, then the others in their order.

    Args:
        judged: The quantity.
        references: The report's.
        passages: The claim's evidence; what stands there is no near miss.
    """
    found = [NearMiss(judged.elsewhere.reference, judged.elsewhere.span)] if judged.elsewhere else []
    for index, reference in enumerate(references):
        shown = [passage.span for passage in passages if passage.reference == index]
        for span in _places(judged.quantity, reference.document):
            miss = NearMiss(index, span)
            if miss not in found and not any(place.contains(span) for place in shown):
                found.append(miss)
            if len(found) >= _MOST:
                return found
    return found


def _places(quantity: Quantity, document: Document) -> Iterator[Span]:
    """Where a reader of the document sees the quantity's figure, or the whole of it where it has none."""
    figure = max(_FIGURE.findall(quantity.text), key=len, default="")
    # It begins with what is sought, and cases are left alone in figures: that is found fast in a long text.
    pattern = re.compile(rf"{re.escape(figure or quantity.text)}(?!\w|[.,]\d)", 0 if figure else re.IGNORECASE)
    for match in pattern.finditer(document.text):
        span = Span(*match.span())
        before = document.text[span.start - 1 : span.start]
        if not _GOES_ON.match(before) and _is_seen(document, span):
            yield span


def _is_seen(document: Document, span: Span) -> bool:
    at = bisect_right(document.blocks, span.start, key=lambda block: block.span.start) - 1
    block = document.blocks[at] if at >= 0 else None
    return block is not None and block.span.contains(span) and not any(hole.overlaps(span) for hole in block.masked)


def words_around(document: Document, span: Span, room: int) -> str:
    """What a reader sees around a place, in at most so many terminal cells of one line."""
    blocks = [block.span for block in document.blocks if block.span.overlaps(span)] or [span]
    near = Span(max(blocks[0].start, span.start - _REACH), min(blocks[-1].end, span.end + _REACH))
    shown = shown_at(document, near)
    return window(shown.text, shown.place(span), room).text
