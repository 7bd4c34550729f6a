"""Tables as the judge sees them: rows with what names them, and their numbers with all that tells what they are."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.claim import Quantity, QuantityKind
from factcheck.evidence import QuantityRelation, Row, RowCell, Snippet, VerdictLabel
from factcheck.quantities import read_heading
from factcheck.verdicts.mentions import folded, is_total

_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_OF_WHICH = re.compile(r"(?:thereof|(?:of which|including)(?: in)?) ", re.IGNORECASE)
_FEWEST = 2
"""Rows and columns from which on sums are no accident."""
_ROUNDED = 0.005
"""Share by which the sum of rounded amounts may differ from their total."""
Name = tuple[str, ...]
"""A name's words, folded."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row with its names folded.

    Attributes:
        index: Of its snippet.
        reference: Index of the Reference in the run's list.
        row: The row.
        names: What it is about, each with the sort of name that it is.
    """

    index: int
    reference: int
    row: Row
    names: frozenset[tuple[str, Name]]

    @property
    def is_total(self) -> bool:
        """Whether it holds the total of other rows."""
        return is_total([name for _, name in self.names])


@dataclass(frozen=True, slots=True)
class Entry:
    """A number of a table with all that tells what it is.

    Attributes:
        line: The row it stands in.
        cell: Where it stands.
        quantity: The number.
        column: Its header's words without unit and date, folded.
    """

    line: Line
    cell: RowCell
    quantity: Quantity
    column: Name

    @property
    def periods(self) -> tuple[Quantity, ...]:
        """The dates that it is of."""
        return self.cell.periods or self.line.row.periods

    @property
    def since(self) -> float:
        """When its first date begins, as an ordinal day; 0 without one."""
        return min((period.interval.low for period in self.periods), default=0.0)


@dataclass(frozen=True, slots=True)
class Settled:
    """What a table says of a claim's number.

    Attributes:
        label: Supported or contradicted.
        relation: How the table's value bears on the claim's.
        entries: The cell, or those that the value was computed from.
        meaning: The value for people.
        arithmetic: How it was computed, or None.
    """

    label: VerdictLabel
    relation: QuantityRelation
    entries: tuple[Entry, ...]
    meaning: str
    arithmetic: str | None = None

    @property
    def line(self) -> Line:
        """The row to show."""
        return self.entries[0].line

    @property
    def place(self) -> str:
        """What names the cells: those of two in full, of more the first and how many there are."""
        parts = list(dict.fromkeys(entry.cell.parts for entry in self.entries))
        if len(parts) > 2:
            return f"{_joined(parts[0])}, and {len(parts) - 1} more"
        return _joined(tuple(" and ".join(dict.fromkeys(names)) for names in zip(*parts, strict=True)))


@dataclass(slots=True)
class Table:
    """The rows of one table.

    Attributes:
        lines: In order of place.
        names: By sort of name all that rows are called, totals left out.
        words: All words of its titles, headers and names, and of what is known of its source.
        about: Those of its titles and its source.
    """

    lines: list[Line] = field(default_factory=list)
    names: dict[str, set[Name]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    about: set[str] = field(default_factory=set)
    _totals: frozenset[int] | None = None

    def add(self, index: int, snippet: Snippet, row: Row) -> None:
        """Adds a row.

        Args:
            index: Of its snippet.
            snippet: The row as a snippet.
            row: The row, cell by cell.
        """
        self._totals = None
        names = frozenset((sort, _name(name)) for sort, name in row.names)
        self.lines.append(Line(index, snippet.reference, row, names))
        for sort, name in names:
            if not is_total([name]):
                self.names.setdefault(sort, set()).add(name)
        self.about |= {word for text in (snippet.context, row.title) for word in folded(text)}
        self.words |= self.about | {word for cell in row.cells for word in folded(cell.column)}
        self.words |= {word for _, name in names for word in name}

    def is_total(self, line: Line) -> bool:
        """Whether a row holds the total of the others: by its name, or because its amounts are the sums of theirs."""
        if self._totals is None:
            ends = [one for one in (*self.lines[:1], *self.lines[-1:]) if self._is_sum(one)]
            self._totals = frozenset(one.index for one in [*ends[:1], *(one for one in self.lines if one.is_total)])
        return line.index in self._totals

    def whole(self, part: Entry) -> list[Entry]:
        """The cells that make up the whole of which one is a part: the total's, or all of its column."""
        column = [
            entry
            for entry in entries_of(self.lines)
            if (entry.column, entry.cell.column) == (part.column, part.cell.column)
            and [p.interval for p in entry.periods] == [p.interval for p in part.periods]
        ]
        totals = [entry for entry in column if self.is_total(entry.line)]
        return totals[:1] or (column if len(column) > 1 else [])

    def _is_sum(self, line: Line) -> bool:
        """Whether in two columns or more a row has the sums of all others, and in none another amount."""
        others = [other for other in self.lines if other is not line]
        if len(others) < _FEWEST or any(other.is_total for other in self.lines):
            return False
        sums: dict[str, float] = {}
        for entry in entries_of(others):
            sums[entry.cell.column] = sums.get(entry.cell.column, 0.0) + entry.quantity.value
        own = {entry.cell.column: entry.quantity for entry in entries_of([line]) if entry.quantity.unit != "%"}
        fits = [math.isclose(own[column].value, sums.get(column, 0.0), rel_tol=_ROUNDED) for column in own]
        return len(fits) >= _FEWEST and all(fits)

    def varies(self, sort: str) -> bool:
        """Whether a sort of name tells rows apart."""
        return len(self.names[sort]) > 1


def _joined(parts: tuple[str, ...]) -> str:
    return ", ".join(part for part in parts if part)


def entries_of(lines: Sequence[Line]) -> list[Entry]:
    """The numbers of some rows, dates left out."""
    return [
        Entry(line, cell, quantity, _column(cell))
        for line in lines
        for cell in line.row.cells
        for quantity in cell.quantities
        if quantity.kind is not QuantityKind.DATE
    ]


def _name(label: str) -> Name:
    """What a label is called in running text: "Scope 1 (own fuels)" as "scope 1", "of which recycled" as "recycled"."""
    name = _ASIDE.sub("", read_heading(label).name).partition(", ")[0]
    return folded(_OF_WHICH.sub("", name)) or folded(label)


def _column(cell: RowCell) -> Name:
    name = read_heading(cell.column).name
    for period in cell.periods:
        name = name.replace(period.text, " ")
    return folded(re.sub(r"\w*\d\w*", " ", name) if cell.periods else name)
