"""Lines that are records: plain tables, CSV, "name: value" lines and timelines inside one paragraph.

Registry entries, key figures and incident logs come as plain lines. Read as one wrapped paragraph their lines
would run into each other; here each line is told apart, and so are the cells of a table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from factcheck.document import BlockKind, Span
from factcheck.readers.text import Line, split_lines

_FIELD = re.compile(r":?(?:[^\s:.!?]|[.](?=\S))(?:[^:.!?]|[.](?=\S)){0,48}:\s+\S")
_STAMP = re.compile(r"\d{1,2}:\d{2}\b|\d{4}-\d{2}-\d{2}\b")
_CSV = frozenset({",", ";"})
_THOUSANDS = re.compile(r"(?<![\d,])\d{1,3},\d{3}(?![\d,])")
_PIPES = " | "
_SEPARATORS = ("\t", _PIPES, ",", ";")
_RULE = re.compile(r"[|:+=\s-]*-[|:+=\s-]*")
_BORDER = re.compile(r"[ \t]*=+(?:[ \t]+=+)+[ \t]*")


@dataclass(frozen=True, slots=True)
class Unit:
    """Some lines of a paragraph that belong together.

    Attributes:
        kind: TABLE_HEADER, TABLE_ROW, or None for what stays of the paragraph's own kind.
        span: Its place in the paragraph.
        cells: Where a table line's cells stand, untrimmed.
    """

    kind: BlockKind | None
    span: Span
    cells: tuple[Span, ...] = ()


def split_records(text: str) -> list[Unit]:
    """The units of a paragraph's text: one if it is prose."""
    lines = split_lines(text)
    tables = _tables(text, lines)
    in_table = {line.start for table in tables for line in table.lines}
    rest = [line for line in lines if line.start not in in_table]
    by_line = _are_records(text, rest)
    units = [unit for table in tables for unit in table.units()]
    start: Line | None = None
    last: Line | None = None
    for line in rest:
        goes_on = last is not None and last.next == line.start and not (by_line and _opens_record(text, line))
        if start is not None and last is not None and not goes_on:
            units.append(Unit(None, Span(start.start, last.end)))
        if not goes_on:
            start = line
        last = line
    if start is not None and last is not None:
        units.append(Unit(None, Span(start.start, last.end)))
    return sorted(units, key=lambda unit: unit.span)


def _are_records(text: str, lines: list[Line]) -> bool:
    """Whether most lines are records; where there are only two, a small letter tells of wrapped prose."""
    records = [line for line in lines if _is_record(text, line)]
    if len(records) < 2 or 3 * len(records) < 2 * len(lines):
        return False
    return len(lines) > 2 or not any(text[line.start].islower() for line in records)


def _is_record(text: str, line: Line) -> bool:
    return bool(_FIELD.match(text, line.start, line.end) or _STAMP.match(text, line.start, line.end))


def _opens_record(text: str, line: Line) -> bool:
    return _is_record(text, line) or not text[line.start].islower()


@dataclass(frozen=True, slots=True)
class _Table:
    """Its lines, the cells of those that are rows (a rule is none), and whether the first one has names."""

    lines: list[Line]
    rows: list[list[Span]]
    has_header: bool = True

    def units(self) -> list[Unit]:
        if not self.has_header:
            return [Unit(None, Span(row[0].start, row[-1].end)) for row in self.rows]
        kinds = [BlockKind.TABLE_HEADER] + [BlockKind.TABLE_ROW] * (len(self.rows) - 1)
        return [
            Unit(kind, Span(row[0].start, row[-1].end), tuple(row)) for kind, row in zip(kinds, self.rows, strict=True)
        ]


def _tables(text: str, lines: list[Line]) -> list[_Table]:
    found: list[_Table] = []
    at = 0
    while at < len(lines):
        tables = (_table(text, lines[at:], separator) for separator in _SEPARATORS)
        table = _bordered(text, lines[at:]) or next((table for table in tables if table), None)
        if table:
            found.append(table)
        at += len(table.lines) if table else 1
    return found


def _table(text: str, lines: list[Line], separator: str) -> _Table | None:
    """The table that starts at the first line: lines of as many cells each, the first one its header.

    Commas and semicolons stand in prose and figures too: they part cells only where no blank follows any, in a header
    without "name: value" and thousands, and at least two rows that each hold a figure.
    """
    rows: list[list[Span]] = []
    taken = 0
    for line in lines:
        is_rule = len(rows) == 1 and _RULE.fullmatch(text, line.start, line.end)
        if not is_rule:
            row = _cells(text, line, separator)
            if not _goes_on(text, rows, row, separator):
                break
            rows.append(row)
        taken += 1
    if len(rows) < (3 if separator in _CSV else 2):
        return None
    return _Table(lines[:taken], rows)


def _bordered(text: str, lines: list[Line]) -> _Table | None:
    """The table that starts at the first line: "===  ===" above, below and under a header, as in reStructuredText."""
    if not _BORDER.fullmatch(text, lines[0].start, lines[0].end):
        return None
    border = lines[0].span.of(text).rstrip()
    borders = [i for i, line in enumerate(lines) if line.span.of(text).rstrip() == border][:3]
    if len(borders) == 3 and borders[1] != 2:  # another table: no header has two lines
        borders = borders[:2]
    inner = [line for i, line in enumerate(lines[: borders[-1]]) if i not in borders]
    if not inner:
        return None
    columns = [match.start() for match in re.finditer("=+", border)]
    rows = [_slices(line, columns) for line in inner]
    return _Table(lines[: borders[-1] + 1], rows, has_header=len(borders) == 3)


def _slices(line: Line, columns: list[int]) -> list[Span]:
    """The cells of a line, each from where its column begins to where the next one does."""
    starts = [line.start, *(min(line.start + column, line.end) for column in columns[1:]), line.end]
    return [Span(start, end) for start, end in pairwise(starts)]


def _goes_on(text: str, rows: list[list[Span]], row: list[Span], separator: str) -> bool:
    """Whether a line's cells make the next row of a table."""
    if len(row) < 2 or (rows and len(row) != len(rows[0])):
        return False
    values = [cell.of(text) for cell in row]
    if separator not in _CSV:
        return any(value.strip() for value in values)
    if not rows and (any(": " in value for value in values) or _THOUSANDS.search(separator.join(values))):
        return False  # lines of figures: "collections: 38,700"
    is_tight = not any(value[:1].isspace() for value in values[1:])
    has_figure = any(value.strip().replace(".", "", 1).isdecimal() for value in values)
    return is_tight and (has_figure or not rows) and any(value.strip() for value in values)


def _cells(text: str, line: Line, separator: str) -> list[Span]:
    """The cells of a line; outer pipes belong to none."""
    cells: list[Span] = []
    at, last = line.start, line.end
    if separator == _PIPES:
        at += 2 * text.startswith("| ", at, last)
        last -= 2 * text.endswith(" |", at, last)
    while (end := text.find(separator, at, last)) >= 0:
        cells.append(Span(at, end))
        at = end + len(separator)
    return [*cells, Span(at, last)]
