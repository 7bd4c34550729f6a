"""Tables from blocks in a row: what a table's rows learn from its header, its caption and the text beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.document import NAMING_HEADERS, Block, BlockKind, Cell, Label, Table

_TABULAR = frozenset({BlockKind.TABLE_HEADER, BlockKind.TABLE_ROW})
_NUMBERED = re.compile(r"(?i:Table|Tab\.|Figure|Exhibit) (?:[A-Z]?\d+(?:\.\d+)*|[A-Z])\b[.:\s]*")
_LONGEST_TITLE = 160  # code points; a longer paragraph is no title
_LONGEST_NOTE = 400  # code points; a longer one is no note to a table
_NUMBER = re.compile(r"[-+−–(]?\s*(?:[€£$¥]\s*)?\d[\d.,\s]*(?:%|\))?")
_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d(?:\s*[/–-]\s*\d{2,4})?")


def assembled(text: str, blocks: Sequence[Block], title: str = "") -> list[Block]:
    """The blocks, with each table row's table, label and headings known.

    A table's title is its caption, else a paragraph before it that reads as a title ("Table 2: ..." or a line
    that ends in a colon), else the heading above it.

    Args:
        text: The file.
        blocks: All of it, in order.
        title: What names a table that nothing in the file names.
    """
    found = list(blocks)
    count = at = 0
    while at < len(found):
        if found[at].kind not in _TABULAR:
            at += 1
            continue
        end = at + 1
        while end < len(found) and found[end].kind is BlockKind.TABLE_ROW:
            end += 1
        table = Table(count, *_named(text, found, at, end, title))
        rows = found[at:end]
        headings = rows[0].cells if rows[0].kind is BlockKind.TABLE_HEADER else ()
        found[at:end] = [_row(text, row, table, headings) for row in rows]
        count += 1
        at = end
    return found


def is_label(words: str) -> bool:
    """Whether a first cell names its row: words, or a year."""
    return bool(words) and (not _NUMBER.fullmatch(words) or bool(_YEAR.fullmatch(words)))


def _named(text: str, blocks: Sequence[Block], first: int, end: int, fallback: str) -> tuple[str, tuple[str, ...]]:
    """A table's title, and the texts around it that may tell its unit."""
    beside = [first - 1] if first else []
    if end < len(blocks) and not (end + 1 < len(blocks) and blocks[end + 1].kind in _TABULAR):  # it is the next one's
        beside.append(end)
    captions = [blocks[i].prose(text) for i in beside if blocks[i].kind is BlockKind.CAPTION]
    prose = [blocks[i].prose(text) for i in beside if blocks[i].kind is BlockKind.PARAGRAPH]
    short = [words for words in prose if len(words) <= _LONGEST_NOTE]
    section = blocks[first].section
    heading = [blocks[section].prose(text)] if section is not None else []
    titles = [words for words in short if len(words) <= _LONGEST_TITLE]
    titles = [words for words in titles if _NUMBERED.match(words) or words.endswith(":")]
    named = next(iter([*captions, *titles, *heading, fallback]), "")
    named = (_NUMBERED.sub("", named, count=1) if _NUMBERED.match(named) else named) or named
    return named.strip(" .:"), tuple(note for note in dict.fromkeys([*captions, *short, *heading, fallback]) if note)


def _row(text: str, block: Block, table: Table, headings: Sequence[Cell]) -> Block:
    cells = tuple(
        replace(cell, heading=headings[i].span if i < len(headings) and headings[i].span else None)
        for i, cell in enumerate(block.cells)
    )
    if block.kind is BlockKind.TABLE_HEADER:
        return replace(block, table=table)
    first = cells[0].span if cells else block.span
    words = block.prose(text, first)
    is_named = is_label(words) or bool(words and cells and cells[0].header.strip().lower() in NAMING_HEADERS)
    labels = (Label(words, first),) if len(cells) > 1 and is_named else block.labels
    return replace(block, cells=cells, table=table, labels=labels)
