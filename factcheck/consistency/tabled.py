"""The text around a table against its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claim import Hedge, Quantity, QuantityKind
from factcheck.consistency.comparing import slip
from factcheck.consistency.finding import Inconsistency
from factcheck.consistency.reading import Line, Mention, Role, mentions
from factcheck.consistency.tables import Number, Row, Table, tables_of
from factcheck.consistency.words import apart, content, stem
from factcheck.document import Document
from factcheck.quantities.meaning import number
from factcheck.quantities.units import from_base

_KINDS = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE})
_THOUSANDS = (1.0, 1e3, 1e6, 1e9)
"""Scales that a header may give ("in EUR million")."""
_UNIT = re.compile(r"\([^()]*\)")
"""A header's unit, which the text need not name in the same words."""
_ROUNDED = 0.02
_MOST_CELLS = 400


def table_rows(document: Document, lines: Sequence[Line]) -> Iterator[Inconsistency]:
    """Cells that differ from what the text says of their row and column."""
    text = mentions(list(lines), Role.TEXT)
    for table in tables_of(document):
        if len(table.numbers) > _MOST_CELLS:
            continue
        for mention in text:
            if mention.line.section == table.section and _is_plain(mention.quantity):
                cell = _cell(mention, table)
                if cell is not None and _conflicts(mention.quantity, cell) and not _known(mention.quantity, table):
                    yield _finding(mention, cell)


def _is_plain(quantity: Quantity) -> bool:
    plain = quantity.kind in _KINDS and quantity.unit != "pp" and quantity.hedge is Hedge.EXACT
    return plain and quantity.interval.is_point and quantity.value > 0


def _cell(mention: Mention, table: Table) -> Number | None:
    """The only cell whose row and column the sentence names; None if it names none or several."""
    words = set(content(mention.line.text))
    rows = [row for row in table.rows if _named(row.label, words)]
    if len(rows) != 1 or apart(mention.line.text) - apart(rows[0].label + " ".join(table.headers)):
        return None
    columns = _columns(mention, table, rows[0], words)
    return rows[0].cells[columns[0]] if len(columns) == 1 else None


def _named(label: str, words: set[str]) -> bool:
    stems = set(content(label))
    return bool(stems) and stems <= words


def _columns(mention: Mention, table: Table, row: Row, words: set[str]) -> list[int]:
    """The numeric columns that a sentence may speak of: named wholly, else by what is counted, else the only one."""
    numeric = [i for i, cell in enumerate(row.cells) if i and cell is not None]
    named = [i for i in numeric if _named(_UNIT.sub("", table.headers[i]), words)]
    if named:
        return named
    counted = stem(mention.quantity.counted) if mention.quantity.counted else ""
    return [i for i in numeric if counted and counted in content(table.headers[i])]


def _values(quantity: Quantity) -> list[float]:
    """A quantity's number as a cell may give it: in its own unit, in thousands, in millions."""
    value = from_base(quantity.value, quantity.unit)
    return [value / scale for scale in _THOUSANDS]


def _conflicts(quantity: Quantity, cell: Number) -> bool:
    """Whether text and cell are one kind of number and differ as by a slip; else they are rather of two things."""
    if cell.value <= 0 or (cell.percent and quantity.kind is not QuantityKind.PERCENT):
        return False
    return any(slip(value, cell.value) for value in _values(quantity)) and not _same(
        quantity, cell.value, cell.precision
    )


def _same(quantity: Quantity, value: float, precision: float) -> bool:
    """Whether a number of a table is the text's, in some scale and rounded as readers accept it."""
    return any(abs(own - value) <= max(_ROUNDED * abs(value), precision / 2) for own in _values(quantity))


def _known(quantity: Quantity, table: Table) -> bool:
    """Whether some cell gives the text's number, or two of one row or column do by arithmetic."""
    if any(_same(quantity, cell.value, cell.precision) for cell in table.numbers):
        return True
    columns = zip(*(row.cells[1:] for row in table.rows), strict=False)
    for line in (*(row.cells[1:] for row in table.rows), *columns):
        values = [cell.value for cell in line if cell is not None]
        if _exactly(quantity, sum(values)):
            return True
        for i, one in enumerate(values):
            for other in values[i + 1 :]:
                made = [one + other, abs(one - other)]
                if one and other:
                    made += [abs(one - other) / one * 100, abs(one - other) / other * 100]
                    made += [one / other, other / one, one / other * 100, other / one * 100]
                if any(_exactly(quantity, value) for value in made):
                    return True
    return False


def _exactly(quantity: Quantity, value: float) -> bool:
    room = from_base(quantity.precision, quantity.unit) / 2 if quantity.precision != 1 else 0.5
    return any(abs(own - value) <= room / scale for own, scale in zip(_values(quantity), _THOUSANDS, strict=True))


def _finding(mention: Mention, cell: Number) -> Inconsistency:
    said = " ".join(mention.quantity.text.split())
    return Inconsistency(
        cell.span,
        "differs from the text",
        f"the text has {said}, the table {number(cell.value)}",
        (mention.place,),
    )
