"""The rows of a page's table: cells in columns, each with its header, as a reader sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.document import Block, BlockKind, Cell, Label, Span
from factcheck.readers.assemble import is_label
from factcheck.readers.html.elements import Element
from factcheck.readers.table import header_words


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row as it was read.

    Attributes:
        element: The row.
        block: Its place and what is in it, without cells.
        places: Where the text of each cell is, by the cell.
    """

    element: Element
    block: Block
    places: dict[Element, Span]


@dataclass(frozen=True, slots=True)
class _Placed:
    """What stands in a column of a row.

    Attributes:
        words: What a reader sees there.
        span: Where that is written; None if the cell is empty or begins in another column or row.
        label: What a cell that began in a row above says.
    """

    words: str = ""
    span: Span | None = None
    label: Label | None = None


def table_blocks(text: str, rows: Sequence[TableRow]) -> list[Block]:
    """The blocks of a table: its header, if it has one, and its rows, with cells in the columns of the header.

    Args:
        text: The file.
        rows: The table's rows that have text, in order.
    """
    columns = _Columns(text)
    placed = [columns.place(row) for row in rows]
    heads = _header_rows(rows, placed)
    headers: list[str] = []
    for line in placed[:heads]:  # two lines of headers read as one: "2023 Passengers"
        for at, cell in enumerate(line):
            headers += [""] * (at + 1 - len(headers))
            if header_words(cell.words) != headers[at]:  # it is not carried over from the line above
                headers[at] = f"{headers[at]} {header_words(cell.words)}".strip()
    blocks: list[Block] = []
    if heads:
        blocks.append(_block(BlockKind.TABLE_HEADER, rows[heads - 1].block, placed[heads - 1], headers))
    for row, line in zip(rows[heads:], placed[heads:], strict=True):
        blocks.append(_block(BlockKind.TABLE_ROW, row.block, line, headers))
    return blocks


class _Columns:
    """Puts the cells of row after row into columns."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._carried: dict[int, tuple[int, str, Span | None]] = {}

    def place(self, row: TableRow) -> list[_Placed]:
        """What stands in each column."""
        line: list[_Placed] = []
        most = row.element.table.columns if row.element.table else 0
        for cell in row.element.cells:
            self._carry(line)
            span = row.places.get(cell)
            words = row.block.prose(self._text, span) if span else ""
            across, down = cell.spans
            across = max(1, min(across, most - len(line)))
            for column in range(len(line), len(line) + across):
                if down > 1:
                    self._carried[column] = (down - 1, words, span)
            line.append(_Placed(words, span))
            # A header stands over all columns that it spans; a value in the first alone.
            line += [_Placed(words if cell.tag == "th" else "")] * (across - 1)
        self._carry(line)
        return line

    def _carry(self, line: list[_Placed]) -> None:
        while len(line) in self._carried:
            left, words, span = self._carried.pop(len(line))
            if left > 1:
                self._carried[len(line)] = (left - 1, words, span)
            line.append(_Placed(words, None, Label(words, span) if span else None))


def _header_rows(rows: Sequence[TableRow], placed: Sequence[list[_Placed]]) -> int:
    """How many of the first rows are headers: marked as such, or one of words over one with numbers."""
    count = 0
    for row in rows:
        cells = row.element.cells
        in_head = row.element.parent is not None and row.element.parent.tag == "thead"
        if not in_head and not all(cell.tag == "th" for cell in cells):
            break
        count += 1
    if count or len(placed) < 2:
        return count if count < len(rows) else 0
    first, *rest = placed
    is_header = all(is_label(cell.words) for cell in first[1:]) and (not first[0].words or is_label(first[0].words))
    return int(is_header and any(cell.words and not is_label(cell.words) for line in rest for cell in line))


def _block(kind: BlockKind, block: Block, line: Sequence[_Placed], headers: Sequence[str]) -> Block:
    cells: list[Cell] = []
    at = block.span.start
    for column, placed in enumerate(line):
        span = placed.span or Span(at, at)
        at = span.end
        cells.append(Cell(span, headers[column] if column < len(headers) else ""))
    labels = tuple(cell.label for cell in line[:1] if cell.label and is_label(cell.label.text))
    return replace(block, kind=kind, cells=tuple(cells), labels=labels)
