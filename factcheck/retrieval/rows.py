"""Table rows as snippets: spelled out for the models, and cell by cell for the quantities."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from factcheck.claim import Quantity, QuantityKind, SkipReason
from factcheck.document import Block, Cell, Document, Span
from factcheck.evidence import Row, RowCell
from factcheck.quantities import ReadCell, find_quantities, label_periods, read_heading, read_row
from factcheck.quantities.headings import PERIODS
from factcheck.sentences import Sentence

MOST_CELLS = 12
"""Of a row in one snippet: a longer premise would be cut off by the model."""
_LONGEST_CELL = 300  # code points of a cell that are read
_LONGEST_NAME = 6  # words of a cell that names what its row is about
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_LONGEST_SHOWN = 40  # code points of a name in the place of a cell
_FILLERS = frozenset({"", "-", "–", "—", "n/a", "…", "..."})


@dataclass(frozen=True, slots=True)
class RowPart:
    """A row, or a part of a wide one with the row's label.

    Attributes:
        span: Its place in the document.
        text: As the models read it: "Region: North; Passengers (million): 3.4."
        quantities: Those of its cells, and the dates in its label and headers, wherever they stand.
        row: The same, cell by cell.
    """

    span: Span
    text: str
    quantities: tuple[Quantity, ...]
    row: Row


def row_parts(document: Document, sentence: Sentence, checked: Collection[SkipReason] = ()) -> Iterator[RowPart]:
    """A table row in parts of a few cells.

    Args:
        document: Where it stands.
        sentence: The row, as a sentence of the document.
        checked: Reasons to leave a numeric expression out that do not count.
    """
    block = document.blocks[sentence.block]
    read = read_row(document, sentence, checked)
    texts = [_content(document, block, cell) for cell in block.cells]
    names = tuple(_names(block, read, texts))
    dated = [q for cell, found in zip(block.cells, read, strict=True) if _tells_when(cell) for q in found.quantities]
    periods = _unique([*label_periods(document, block), *dated])
    filled = [i for i, text in enumerate(texts) if text.lower() not in _FILLERS]
    for first in range(0, len(filled), MOST_CELLS):
        chosen = filled[first : first + MOST_CELLS]
        cells = tuple(_cell(document, block, i, texts[i], read[i]) for i in chosen)
        label = [0] if first and 0 in filled and _is_label(block, 0) else []
        shown = [_shown(block.cells[i], texts[i], read[i]) for i in [*label, *chosen]]
        inner = [q for cell in cells for q in (*cell.periods, *cell.quantities)]
        row = Row(block.table.index if block.table else 0, _title(block), names, periods, cells)
        span = sentence.span
        if len(filled) > MOST_CELLS:
            span = Span(block.cells[chosen[0]].span.start, block.cells[chosen[-1]].span.end)
        yield RowPart(span, f"{_lead(block)}{'; '.join(shown)}.", _unique([*periods, *inner]), row)


def _title(block: Block) -> str:
    return block.table.title if block.table else ""


def _tells_when(cell: Cell) -> bool:
    return cell.header.strip().lower() in PERIODS


def _unique(quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    return tuple({quantity.span: quantity for quantity in quantities}.values())


def _content(document: Document, block: Block, cell: Cell) -> str:
    """A cell's words without markup, on one line."""
    text = block.prose(document.text, cell.span)
    return text if len(text) <= _LONGEST_CELL else text[:_LONGEST_CELL] + "…"


def _is_label(block: Block, index: int) -> bool:
    return any(label.span == block.cells[index].span for label in block.labels)


def _names(block: Block, read: Sequence[ReadCell], texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What a row is about: its labels, and its cells of a few words without a number."""
    spans = {cell.span: cell.header for cell in block.cells}
    for depth, label in enumerate(block.labels):
        if not _is_date(label.text):
            yield spans.get(label.span, f"#{depth}"), label.text
    for index, (cell, found) in enumerate(zip(block.cells, read, strict=True)):
        worded = any(char.isalpha() for char in texts[index]) and not found.quantities
        is_name = worded and 0 < len(texts[index].split()) <= _LONGEST_NAME
        if is_name and not _is_label(block, index) and texts[index].lower() not in _FILLERS:
            yield cell.header, texts[index]


def _is_date(text: str) -> bool:
    found = _dates(text)
    return len(found) == 1 and len(found[0].text) >= len(text.strip()) - 3  # "FY 2023"


def _dates(text: str) -> list[Quantity]:
    return [q for q in find_quantities(text).quantities if q.kind is QuantityKind.DATE]


def _cell(document: Document, block: Block, index: int, text: str, read: ReadCell) -> RowCell:
    cell = block.cells[index]
    parts = ("", "", cell.path) if cell.path else _parts(document, block, index)
    return RowCell(cell.header, parts, text, read.quantities, read.periods)


def _parts(document: Document, block: Block, index: int) -> tuple[str, str, str]:
    """What names a cell: its table, row and column, as far as they have names."""
    title, header = _shortened(_BRACKETS.sub("", _title(block))), _shortened(block.cells[index].header)
    row = f"row {_shortened(block.labels[-1].text)}" if block.labels else ""
    line = document.line_column(block.span.start)[0]
    column = "" if _is_label(block, index) else f"column {header or index + 1}"
    return f"table '{title}'" if title else "", row or f"line {line}", column


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_SHOWN else name[: _LONGEST_SHOWN - 1].rstrip() + "…"


def _lead(block: Block) -> str:
    """What leads to a row of a data file: "results, model a: "."""
    spans = {cell.span for cell in block.cells}
    names = [label.text for label in block.labels if label.span not in spans]
    return f"{', '.join(names)}: " if names else ""


def _shown(cell: Cell, text: str, read: ReadCell) -> str:
    """A cell with its header; shares also as per cents, and values of data files with the units their names tell."""
    header = cell.header.strip()
    reading = read.quantities[0].reading if len(read.quantities) == 1 else ""
    heading = read_heading(header)
    if reading.endswith("%") and not heading.tells:
        text = f"{text} ({reading})"
    elif reading and cell.path and heading.tells and not heading.counts:
        header, text = heading.name, reading
    return f"{header}: {text}" if header else text
