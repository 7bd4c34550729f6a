"""The numbers of an article's paragraphs, by which people speak of its places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from factcheck.document import BlockKind, Document, Span

_NUMBERED = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})


class Paragraphs:
    """Paragraphs, list items and quotes, counted from 1 in the article's order.

    Attributes:
        spans: Where each stands in the file.
    """

    def __init__(self, document: Document) -> None:
        self.spans = [block.span for block in document.blocks if block.kind in _NUMBERED]
        self._blocks = document.blocks
        self._starts = [span.start for span in self.spans]

    def at(self, offset: int) -> int | None:
        """The number of the paragraph that a place of the file is in; None outside of all."""
        number = bisect_right(self._starts, offset)
        return number if number and offset < self.spans[number - 1].end else None

    def names(self, offsets: Iterable[int]) -> list[str]:
        """What people call some places, each name once: "para 3", the next ones "5"; "heading", "table row"."""
        numbers = [self.at(offset) for offset in offsets]
        paragraphs = [str(number) for number in dict.fromkeys(numbers) if number]
        outside = (offset for offset, number in zip(offsets, numbers, strict=True) if number is None)
        if paragraphs:
            paragraphs[0] = f"para {paragraphs[0]}"
        return [*dict.fromkeys(map(self._kind, outside)), *paragraphs]

    def _kind(self, offset: int) -> str:
        place = Span(offset, offset + 1)
        return next((block.kind.value for block in self._blocks if block.span.overlaps(place)), "elsewhere")
