"""Which rows of a table a claim names, and of which numbers it therefore says nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.claim import Quantity
from factcheck.document import Span
from factcheck.evidence import MATCHING, QuantityRelation, Row
from factcheck.quantities import relate
from factcheck.quantities.owners import LOOKING_BACK
from factcheck.verdicts.entries import Line, Table
from factcheck.verdicts.mentions import Words, dates_in

_OF_WHOLE = re.compile(r"\bof (?:the|its|all|their)(?: the| its| their)? \d", re.IGNORECASE)
"""What tells a total beside a part of it: "of the 5,300 who left, three in five lived in the north"."""


def is_named(table: Table, words: Words, row: Row) -> bool:
    """Whether a claim names a row and no other instead.

    Args:
        table: Where the row stands.
        words: The claim's.
        row: The row.
    """
    mentioned = _mentioned(table, words)
    line = next(line for line in table.lines if line.row is row)
    return bool(mentioned) and _is_among(line, mentioned) and any(sort in mentioned for sort, _ in line.names)


def ruled_out(table: Table, text: str, row: Row) -> set[Span]:
    """Where the numbers of a row stand that a claim surely says nothing of.

    They are of other dates than the claim tells, or the claim names other rows with a number of the same sort: one
    on the north says nothing of the south's passengers.

    Args:
        table: Where the row stands.
        text: The claim.
        row: The row.
    """
    dates = [date for date in dates_in(text) if not LOOKING_BACK.search(text[: date.span.start])]
    mentioned = _mentioned(table, Words.of(text))
    line = next(line for line in table.lines if line.row is row)
    rivals: list[Quantity] = []
    is_whole = table.is_total(line) and _OF_WHOLE.search(text) is not None
    if mentioned and not _is_among(line, mentioned) and not is_whole:
        named = [other for other in table.lines if _is_among(other, mentioned)]
        rivals = [quantity for other in named for cell in other.row.cells for quantity in cell.quantities]
    return {
        quantity.span
        for cell in row.cells
        for quantity in cell.quantities
        if (dates and cell.periods and not is_of(cell.periods, dates)) or _has_rival(quantity, rivals)
    }


def is_of(periods: Sequence[Quantity], dates: Sequence[Quantity]) -> bool:
    """Whether a date lies in some periods or they in it."""
    return any(
        relate(date, period) in MATCHING or relate(period, date) in MATCHING for date in dates for period in periods
    )


def _has_rival(quantity: Quantity, rivals: Sequence[Quantity]) -> bool:
    return any(relate(quantity, rival) is not QuantityRelation.INCOMPARABLE for rival in rivals)


def _mentioned(table: Table, words: Words) -> dict[str, set[tuple[str, ...]]]:
    """By sort of name what a claim calls rows."""
    found = {sort: set(words.mentions(names)) for sort, names in table.names.items() if table.varies(sort)}
    return {sort: names for sort, names in found.items() if names}


def _is_among(line: Line, mentioned: dict[str, set[tuple[str, ...]]]) -> bool:
    """Whether a row has one of the names of each sort of which it has any."""
    for sort, names in mentioned.items():
        own = {name for one, name in line.names if one == sort}
        if own and not own & names:
            return False
    return True
