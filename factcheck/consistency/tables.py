"""Tables as numbers, and their totals row against the rows above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.consistency.comparing import slip
from factcheck.consistency.finding import Inconsistency
from factcheck.document import Block, BlockKind, Document, Span
from factcheck.quantities.meaning import clean, number

_TOTAL = re.compile(r"^\W*(?:grand )?(?:totals?|sum|in all|altogether|overall|all)\b\W*$", re.IGNORECASE)
_ANY_TOTAL = re.compile(r"\b(?:sub-?totals?|totals?|sum|of which|average|mean|median)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"^[^\w%.+−-]{0,3}(?P<sign>[-−+]?)(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(?P<unit>[%€£$]?)[^\w%]{0,2}$"
)
_NEAR = 0.25
"""A totals row that is farther off than this share is of something else than the rows above."""
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Number:
    """A cell that holds one number and nothing else; `precision` is the place of its last digit, `signed` a change."""

    span: Span
    value: float
    precision: float
    percent: bool
    signed: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its label, which is its first cell, and for each cell its number, if it holds one."""

    label: str
    cells: tuple[Number | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its section, the headers of its columns, its rows."""

    section: int | None
    headers: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def numbers(self) -> list[Number]:
        """All numbers in it but those of the label column."""
        return [cell for row in self.rows for cell in row.cells[1:] if cell is not None]


def tables_of(document: Document) -> list[Table]:
    """The tables of a document in order of place."""
    tables: list[Table] = []
    block: Block | None = None
    rows: list[Row] = []
    for following in (*document.blocks, None):
        if following is not None and following.kind is BlockKind.TABLE_ROW:
            block = following
            rows.append(_row(document.text, following))
            continue
        if block is not None:
            tables.append(Table(block.section, tuple(cell.header for cell in block.cells), tuple(rows)))
        block, rows = None, []
    return tables


def table_totals(document: Document) -> Iterator[Inconsistency]:
    """Totals that differ from the sum of their column."""
    for table in tables_of(document):
        *rows, last = table.rows
        if len(rows) < _FEWEST or not _TOTAL.match(last.label) or any(_ANY_TOTAL.search(row.label) for row in rows):
            continue
        columns = [_column(rows, last, i) for i in range(1, len(last.cells))]
        known = [column for column in columns if column is not None]
        right = sum(_adds_up(*column) for column in known)
        for total, parts in known:
            if not _adds_up(total, parts) and (right > 1 or _near(total, parts)) and not _average(total, parts):
                yield _finding(total, parts)


def _row(text: str, block: Block) -> Row:
    label = block.cells[0].span.of(text) if block.cells else ""
    return Row(label, tuple(_number(text, cell.span) for cell in block.cells))


def _number(text: str, span: Span) -> Number | None:
    match = _NUMBER.match(span.of(text).strip("*_ "))
    if match is None:
        return None
    digits = match["digits"].replace(",", "")
    places = len(digits.partition(".")[2])
    value = float(digits) * (-1 if match["sign"] in ("-", "−") else 1)
    return Number(span, value, 10.0**-places, match["unit"] == "%", bool(match["sign"]))


def _column(rows: Sequence[Row], last: Row, i: int) -> tuple[Number, list[Number]] | None:
    """A column's total and the numbers above; None where one is missing, and for changes and rates."""
    total = last.cells[i]
    parts = [row.cells[i] if i < len(row.cells) else None for row in rows]
    known = [part for part in parts if part is not None]
    if total is None or len(known) < len(parts) or any(number.signed or number.percent for number in (total, *known)):
        return None
    return total, known


def _adds_up(total: Number, parts: Sequence[Number]) -> bool:
    fractional = total.precision < 1 or any(part.precision < 1 for part in parts)
    room = (total.precision + sum(part.precision for part in parts)) / 2 if fractional else 0.0
    return abs(sum(part.value for part in parts) - total.value) <= room + 1e-9


def _near(total: Number, parts: Sequence[Number]) -> bool:
    """Whether a total is off as a slip is off."""
    gap = abs(sum(part.value for part in parts) - total.value)
    return gap <= _NEAR * abs(total.value) or slip(sum(part.value for part in parts), total.value)


def _average(total: Number, parts: Sequence[Number]) -> bool:
    """Whether a value lies within the column: a rate or mean of the whole rather than a sum."""
    values = [part.value for part in parts]
    return min(values) <= total.value <= max(values)


def _finding(total: Number, parts: Sequence[Number]) -> Inconsistency:
    sum_ = number(clean(sum(part.value for part in parts)))
    shown = " + ".join(number(part.value) for part in parts) if len(parts) < 6 else f"the {len(parts)} rows above"
    return Inconsistency(
        total.span, "is not the sum of its column", f"{shown} = {sum_}", tuple(part.span for part in parts)
    )
