"""Plain text: paragraphs parted by blank lines, and lists by their bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.document import Block, BlockKind, Cell, Span
from factcheck.readers.identifiers import bare_urls
from factcheck.readers.records import split_records
from factcheck.readers.source import Source
from factcheck.readers.table import header_words, record_row
from factcheck.readers.text import Line, split_lines

_BULLET = re.compile(r"\s*[-*•]\s+(?=\S)")
_NUMBER = re.compile(r"\s*\d{1,2}[.)]\s+(?=\S)")


def plain_blocks(text: str, start: int = 0) -> list[Block]:
    """The blocks of a plain text from an offset on, in order of place.

    A line that opens with a bullet starts a list item. A number and a stop do so only at the start of a
    paragraph or after another item, since a wrapped line of prose can open with a number.
    """
    blocks: list[Block] = []
    pending: list[Line] = []
    items: list[tuple[BlockKind, list[Line]]] = []
    for line in split_lines(text):
        if line.start < start:
            continue
        content = line.span.of(text)
        if not content.strip():
            pending = []
            continue
        in_list = not pending or items[-1][0] is BlockKind.LIST_ITEM
        if _BULLET.match(content) or (in_list and _NUMBER.match(content)):
            pending = [line]
            items.append((BlockKind.LIST_ITEM, pending))
        elif pending:
            pending.append(line)
        else:
            pending = [line]
            items.append((BlockKind.PARAGRAPH, pending))
    for kind, lines in items:
        blocks += _blocks(text, kind, Span(lines[0].start, lines[-1].end))
    return blocks


def _blocks(text: str, kind: BlockKind, place: Span) -> Iterator[Block]:
    content = place.of(text)
    marker = (_BULLET.match(content) or _NUMBER.match(content)) if kind is BlockKind.LIST_ITEM else None
    source = Source.of_pieces(text, [Span(place.start + (marker.end() if marker else 0), place.end)])
    headers: list[str] = []
    for unit in split_records(source.text):
        if not unit.cells:
            part = source.part(unit.span)
            yield Block(kind, part.span, identifiers=tuple(part.all_in_file(bare_urls(part.text))))
            continue
        row = record_row(source, unit.cells)
        if unit.kind is BlockKind.TABLE_HEADER:
            headers = [header_words(cell.text) for cell in row.cells]
        cells = tuple(Cell(span, header) for span, header in zip(row.places, headers, strict=True))
        names = [name for cell in row.cells for name in cell.all_in_file(bare_urls(cell.text))]
        yield Block(unit.kind or kind, row.span, identifiers=tuple(names), cells=cells)
