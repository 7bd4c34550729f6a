"""From a page of HTML to its blocks.

Read is what a visitor reads: no scripts, styles, comments, buttons, navigation or hidden elements; where the page says
what its main part is, that alone. Every character of it keeps its place in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.document import Block, BlockKind, Entity, Metadata, Span
from factcheck.readers.html.elements import Element
from factcheck.readers.html.metadata import page_metadata
from factcheck.readers.html.pieces import Piece, parsed
from factcheck.readers.html.rows import TableRow, table_blocks
from factcheck.readers.identifiers import bare_urls
from factcheck.readers.inline import merged

_MEANT = "factcheck"
_RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_RAISABLE = frozenset("0123456789+-−n")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds: its blocks in order of place, and what it says of itself."""

    blocks: tuple[Block, ...]
    meta: Metadata


def read_html(path: str, text: str, start: int = 0) -> Page:
    """Reads a page of HTML, however broken.

    Args:
        path: The file as shown in errors.
        text: The whole file as decoded; line endings as found.
        start: Where the page starts, behind front matter.

    Raises:
        InputError: If it is too long, or a tag has too many attributes.
    """
    # Front matter is covered and not cut off, so that places stay what they are.
    covered = "".join("\n" if char == "\n" else " " for char in text[:start]) + text[start:]
    tree, pieces = parsed(path, covered)
    if any(piece.text.strip() and piece.element.in_main for piece in pieces):
        pieces = [p if p.element.in_main else Piece(p.span, p.element, is_comment=p.is_comment) for p in pieces]
    reader = _Reader(text)
    blocks = reader.blocks(pieces)
    return Page(tuple(blocks), page_metadata(tree, reader.headline))


class _Reader:
    """Puts pieces together into blocks."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._blocks: list[Block] = []
        self._rows: list[TableRow] = []
        self._sections: list[tuple[int, int]] = []
        self.headline = ""
        """The first heading of the first level."""

    def blocks(self, pieces: list[Piece]) -> list[Block]:
        """The blocks of a page."""
        for run in _runs(pieces):
            self._read(run)
        self._end_table()
        return self._blocks

    def _read(self, run: list[Piece]) -> None:
        """Adds the block of some pieces in a row, and the comments around it."""
        filled = [index for index, piece in enumerate(run) if piece.text.strip()]
        if not filled:
            self._add_comments(run)
            return
        inside = run[filled[0] : filled[-1] + 1]
        self._add_comments(run[: filled[0]])
        element = inside[0].element
        row = element.data_row
        if row is None or (self._rows and self._rows[-1].element.table is not row.table):
            self._end_table()
        level = element.level
        while level and self._sections and self._sections[-1][0] >= level:
            self._sections.pop()
        block = self._block(element, inside)
        if row is not None:
            self._rows.append(TableRow(row, block, _cells(self._text, inside)))
        else:
            self._blocks.append(block)
        if level and row is None:
            self._sections.append((level, len(self._blocks) - 1))
            self.headline = self.headline or (block.prose(self._text) if level == 1 else "")
        self._add_comments(run[filled[-1] + 1 :])

    def _add_comments(self, pieces: list[Piece]) -> None:
        """Comments between blocks that may be meant for this program; others are many, and would part tables."""
        comments = [piece for piece in pieces if piece.is_comment and _MEANT in piece.span.of(self._text)]
        if comments:
            self._end_table()
        self._blocks += [Block(BlockKind.MARKUP, piece.span, section=self._section()) for piece in comments]

    def _end_table(self) -> None:
        if self._rows:
            self._blocks += table_blocks(self._text, self._rows)
            self._rows = []

    def _block(self, element: Element, pieces: list[Piece]) -> Block:
        first, last = _trimmed(self._text, pieces[0]), _trimmed(self._text, pieces[-1])
        span = Span(first.start, last.end)
        masked = [piece.span for piece in pieces if not piece.text]
        entities = [entity for piece in pieces if piece.text for entity in _entities(self._text, piece)]
        names = [_trimmed(self._text, piece) for piece in pieces if piece.text.strip() and piece.element.is_name]
        urls = [url.shifted(span.start) for url in bare_urls(span.of(self._text))]
        shown = [url for url in urls if not any(hole.contains(Span(url.start, url.start + 1)) for hole in masked)]
        return Block(
            element.kind,
            span,
            tuple(masked),
            merged([*names, *shown]),
            self._section(),
            entities=tuple(entities),
        )

    def _section(self) -> int | None:
        return self._sections[-1][1] if self._sections else None


def _runs(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each block, or of each row of a table, with what stands between them."""
    run: list[Piece] = []
    owner: Element | None = None
    for piece in pieces:
        if piece.text.strip():
            row = piece.element.data_row
            new = row or piece.element.block
            if new is not owner or (piece.begins and row is None):
                yield run
                run = []
            owner = new
        run.append(piece)
    yield run


def _cells(text: str, pieces: list[Piece]) -> dict[Element, Span]:
    """Where the text of each cell of a row is."""
    places: dict[Element, Span] = {}
    for piece in pieces:
        cell = piece.element.cell
        if cell is None or not piece.text.strip():
            continue
        place = _trimmed(text, piece)
        places[cell] = Span(places[cell].start, place.end) if cell in places else place
    return places


def _entities(text: str, piece: Piece) -> Iterator[Entity]:
    """What of a piece reads as other characters than it has."""
    raised = piece.text.strip()
    if piece.element.is_raised and raised and _RAISABLE.issuperset(raised):  # 10<sup>6</sup> is no 106
        yield Entity(piece.span, piece.text.translate(_RAISED))
    elif piece.text != piece.span.of(text):
        yield Entity(piece.span, piece.text)


def _trimmed(text: str, piece: Piece) -> Span:
    """A piece without blanks around it."""
    content = piece.span.of(text)
    start = piece.span.start + len(content) - len(content.lstrip())
    return Span(start, piece.span.start + len(content.rstrip()))
