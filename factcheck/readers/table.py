"""The cells of a Markdown table's row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.document import Span
from factcheck.readers.source import Source


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes:
        span: The row's line without blanks around.
        cells: One for each column, its text unescaped and trimmed, possibly empty.
        places: Where each cell stands; an empty cell has an empty place.
        markup: What is shown in no cell: outer pipes, cells without a column, backslashes of escaped pipes.
    """

    span: Span
    cells: tuple[Source, ...]
    places: tuple[Span, ...]
    markup: tuple[Span, ...]


def split_row(text: str, line: Span, columns: int | None = None) -> Row:
    r"""The cells of a row, parted at pipes; `\\|` is a pipe within a cell (as in GitHub's tables).

    Args:
        text: The file.
        line: The row's line without what encloses the table (list markers, quote marks).
        columns: How many cells to give: missing ones are empty, further ones are left out. None for all.
    """
    content = line.of(text)
    start = line.start + len(content) - len(content.lstrip())
    span = Span(start, max(start, line.start + len(content.rstrip())))
    cells = _cells(text, span)
    if len(cells) > 1 and not len(cells[0][0]) and len(cells[0]) == 1:
        cells = cells[1:]
    if cells and len(cells[-1]) == 1 and not len(cells[-1][0]):
        cells = cells[:-1]
    cells = cells[:columns]
    end = cells[-1][-1].end if cells else span.start
    first = cells[0][0].start if cells else span.start
    sources = [Source.of_pieces(text, pieces) for pieces in cells]
    places = [
        source.span if source.text else Span(pieces[0].start, pieces[0].start)
        for source, pieces in zip(sources, cells, strict=True)
    ]
    for _ in range(len(cells), columns or 0):
        sources.append(Source("", ()))
        places.append(Span(end, end))
    escapes = (Span(a.end, b.start) for pieces in cells for a, b in pairwise(pieces))
    markup = (Span(span.start, first), *escapes, Span(end, span.end))
    return Row(span, tuple(sources), tuple(places), markup)


def header_words(header: str) -> str:
    """A column's header as words: names from data files ("handed_in") read as prose."""
    return " ".join(header.replace("_", " ").split())


def record_row(source: Source, cells: Sequence[Span]) -> Row:
    """A row of a table without rules: its cells are ranges of a paragraph, one separator between each two."""
    row = source.part(Span(cells[0].start, cells[-1].end)).span
    places: list[Span] = []
    parts = tuple(source.part(cell) for cell in cells)
    at = row.start
    for part in parts:
        places.append(part.span if part.text else Span(at, at))
        at = min(places[-1].end + 1, row.end)  # an empty cell stands behind the separator
    return Row(row, parts, tuple(places), ())


def _cells(text: str, row: Span) -> list[list[Span]]:
    """The ranges that make up each cell: one, or more where the backslash of an escaped pipe is left out."""
    cells: list[list[Span]] = []
    pieces: list[Span] = []
    start = row.start
    for at in range(row.start, row.end):
        if text[at] != "|":
            continue
        if at > row.start and text[at - 1] == "\\":
            pieces.append(Span(start, at - 1))
            start = at
        else:
            cells.append([*pieces, Span(start, at)])
            pieces = []
            start = at + 1
    cells.append([*pieces, Span(start, row.end)])
    return cells
