"""What a reader sees of a document, with the way back to its file: a page is shown without its markup."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from factcheck.document import Block, BlockKind, Document, Span
from factcheck.output.windows import flat
from factcheck.readers.html import HTML_SUFFIXES

_ROWS = (BlockKind.TABLE_ROW, BlockKind.TABLE_HEADER)
_BETWEEN_CELLS = " | "
_AS_WRITTEN = frozenset({BlockKind.FRONT_MATTER, BlockKind.CODE})
_SIGNS = {BlockKind.LIST_ITEM: "- ", BlockKind.QUOTE: "  "}
"""What stands before a block, as a browser sets it apart."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as a reader sees it.

    Attributes:
        text: The text.
        places: For each code point of it the place in the file; never falling.
    """

    text: str
    places: Sequence[int]

    def place(self, span: Span) -> Span:
        """Where a range of the file stands in the text; empty where nothing of it is shown."""
        return Span(bisect_left(self.places, span.start), bisect_left(self.places, span.end))

    def origin(self, span: Span) -> Span:
        """Where a range of the text, not empty, stands in the file."""
        return Span(self.places[span.start], self.places[span.end - 1] + 1)


def shown_at(document: Document, span: Span) -> Shown:
    """What a reader sees at a place, harmless and on one line: as `Document.prose`, with the way back."""
    first = bisect_right(document.blocks, span.start, key=lambda block: block.span.start) - 1
    parts: list[Shown] = []
    for block in document.blocks[max(first, 0) :]:
        if block.span.start >= span.end:
            break
        if block.span.overlaps(span):
            within = Span(max(span.start, block.span.start), min(span.end, block.span.end))
            parts.append(_folded(*block.shown(document.text, within)))
    return _joined(parts, " ") if parts else _folded(span.of(document.text), range(span.start, span.end))


def _folded(text: str, places: Sequence[int]) -> Shown:
    """Runs of blanks as one space, none at the ends."""
    kept = [at for at, char in enumerate(text) if not char.isspace() or (at and not text[at - 1].isspace())]
    if kept and text[kept[-1]].isspace():
        kept.pop()
    if kept and text[kept[0]].isspace():
        kept = kept[1:]
    return Shown(flat("".join(" " if text[at].isspace() else text[at] for at in kept)), [places[at] for at in kept])


def _joined(parts: Sequence[Shown], between: str) -> Shown:
    text, places = "", list[int]()
    for part in filter(lambda part: part.text, parts):
        if places:
            text += between
            places += [places[-1]] * len(between)
        text += part.text
        places += part.places
    return Shown(text, places)


class Reading:
    """A document as it is laid out for reading: as in its file, but for a page, which is shown as a browser would.

    Attributes:
        document: What is shown: its text and blocks, whose offsets are those of the shown text.
    """

    def __init__(self, document: Document) -> None:
        self._shown: Shown | None = None
        self.document = document
        if PurePath(document.path).suffix.lower() in HTML_SUFFIXES:
            self._shown, blocks = _laid_out(document)
            self.document = replace(document, text=self._shown.text, blocks=blocks)

    def place(self, span: Span) -> Span:
        """Where a range of the file is shown; empty where nothing of it is."""
        return self._shown.place(span) if self._shown else span

    def origin(self, span: Span) -> Span:
        """Where a shown range, not empty, stands in the file."""
        return self._shown.origin(span) if self._shown else span


def _laid_out(document: Document) -> tuple[Shown, tuple[Block, ...]]:
    """A page's blocks below each other, rows of a table and items of a list without a blank line between."""
    text, places, blocks = "", list[int](), list[Block]()
    last: Block | None = None
    for block in document.blocks:
        part = _block(document, block)
        if not part.text:
            continue
        before = ("\n" if last and _close(last, block) else "\n\n" if last else "") + _SIGNS.get(block.kind, "")
        text += before
        places += [places[-1] if places else block.span.start] * len(before)
        blocks.append(Block(block.kind, Span(len(text), len(text) + len(part.text))))
        text, last = text + part.text, block
        places += part.places
    return Shown(text, places), tuple(blocks)


def _close(one: Block, other: Block) -> bool:
    return (one.kind in _ROWS and other.kind in _ROWS) or (one.kind is other.kind is BlockKind.LIST_ITEM)


def _block(document: Document, block: Block) -> Shown:
    if block.kind is BlockKind.MARKUP:
        return Shown("", ())
    if block.kind in _AS_WRITTEN:
        return Shown(*block.shown(document.text))
    return _joined(list(_cells(document, block)), _BETWEEN_CELLS)


def _cells(document: Document, block: Block) -> Iterator[Shown]:
    for span in [cell.span for cell in block.cells] or [block.span]:
        yield _folded(*block.shown(document.text, span))
