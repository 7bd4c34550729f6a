"""Shares and sums of the rows that a claim names where it names no column, which are therefore only likely meant.

"Clothing makes up almost a quarter of all objects" tells the row alone. The column is that of another number of the
claim, or the first with amounts. What is found so supports a number, and never speaks against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.claim import Quantity
from factcheck.verdicts import cell_arithmetic as arithmetic
from factcheck.verdicts.cues import Cue
from factcheck.verdicts.entries import Entry, Name, Table, entries_of
from factcheck.verdicts.naming import is_of

_TELLING = 10
"""From this value on a number of the claim tells by itself which column is meant."""


Found = tuple[arithmetic.Result, tuple[Entry, ...]]
"""A computed number, and the cells that it is computed from."""


class Named(NamedTuple):
    """What a claim names of a table beside the number in question: rows, dates and other numbers."""

    rows: Sequence[tuple[str, Name]]
    dates: Sequence[Quantity]
    numbers: Sequence[Quantity]


def of_named_rows(table: Table, quantity: Quantity, named: Named, kind: Cue) -> Found | None:
    """The number computed from the rows that a claim names.

    Args:
        table: The table.
        quantity: The number.
        named: What else the claim names.
        kind: What it says that its number is: a share of the whole, else a sum.
    """
    parts = _parts(table, named)
    if not parts:
        return None
    values = [part.quantity for part in parts]
    whole = table.whole(parts[0]) if kind is Cue.SHARE else []
    of_all = [entry.quantity for entry in whole]
    is_share = kind is Cue.SHARE
    result = arithmetic.share(quantity, values, of_all) if is_share else arithmetic.total(quantity, values)
    return None if result is None else (result, (*parts, *whole))


def _parts(table: Table, named: Named) -> list[Entry]:
    """One cell of each row that the claim names, by its name or else its date; none where one is not clear."""
    lines = [line for line in table.lines if not table.is_total(line)]
    rows = [[line for line in lines if one in line.names] for one in named.rows]
    rows = rows or [[line for line in lines if is_of(line.row.periods, [date])] for date in named.dates]
    amounts = [entry for entry in entries_of(table.lines) if entry.quantity.unit != "%"]
    if not rows or not amounts or any(len(found) != 1 for found in rows):
        return []
    values = {number.value for number in named.numbers if number.value >= _TELLING}
    told = [entry for entry in amounts if entry.quantity.value in values]
    column = (told or amounts)[0].cell.column
    parts = [entry for entry in entries_of([line for (line,) in rows]) if entry.cell.column == column]
    return parts if len(parts) == len(rows) else []
