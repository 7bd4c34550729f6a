"""A table as one number of a claim sees it: which of its cells the claim names, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factcheck.claim import Quantity, QuantityKind
from factcheck.document import Span
from factcheck.evidence import MATCHING, QuantityRelation, VerdictLabel
from factcheck.quantities import read_heading, relate
from factcheck.quantities.heads import related_heads
from factcheck.quantities.wordlist import word_set
from factcheck.verdicts import cell_arithmetic as arithmetic
from factcheck.verdicts.borrowed import read_as
from factcheck.verdicts.cues import Cue
from factcheck.verdicts.entries import Entry, Line, Name, Settled, Table, entries_of
from factcheck.verdicts.mentions import (
    COMMON,
    OPENINGS,
    STEM,
    Words,
    dates_in,
    folded,
    nearest,
    numbers_in,
    speaks_of_total,
)
from factcheck.verdicts.named_rows import Found, Named, of_named_rows
from factcheck.verdicts.naming import is_of

_COUNTED_ALIKE = 0.8
"""Likeness of two heads from which they name the same column."""
_COUNTED_APART = 0.5
"""Likeness of two heads below which they cannot mean the same column."""
_CHANGES = word_set("change growth increase decrease rise fall difference yoy delta")
"""Words of headers whose columns hold changes."""
_STATING = word_set(
    """
    have count counted number numbered record recorded report reported register registered reach reached stand stood
    amount amounted employ employed work won carry carried draw drew held hold host served serve produce produced cause
    caused made make took take about some only there were people
    """
)
"""Words of a claim that states how many there are; "opened" or "died" tells of others than a table counts."""
_OF_WHICH = re.compile(r"(?:thereof|of which|including)\b", re.IGNORECASE)
"""Labels of parts of the row above: a claim may have their words and speak of the whole."""
_NAME = re.compile(r"\b[A-Z][^\W\d_]+")
_WITH_UNITS = frozenset({QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.DURATION})


class View:
    """A table as one number of a claim sees it."""

    def __init__(self, table: Table, text: str, words: Words, quantity: Quantity, at: Span) -> None:
        """Finds what the claim names.

        Args:
            table: The table.
            text: The claim.
            words: Its words.
            quantity: The number.
            at: Where the number stands in the claim.
        """
        self._table = table
        self._text = text
        self._words = words
        self._quantity = quantity
        self._at = at
        self._dates = [date for date in dates_in(text) if not date.span.overlaps(at)]
        self._others = [number.span for number in numbers_in(text) if not number.span.overlaps(at)]
        self._mentioned = {sort: words.mentions(names) for sort, names in table.names.items()}

    def is_of_others(self) -> bool:
        """Whether the claim names somebody or something by name and nothing that the table names."""
        if self._subjects():
            return False
        return bool(self._names() - self._table.words)

    def _names(self) -> set[str]:
        """The words with a capital that may name somebody or something."""
        return {word for name in _NAME.findall(self._text) for word in folded(name)} - OPENINGS

    def date(self) -> Settled | None:
        """A date as it stands in a cell: "opened: 2016"."""
        lines, is_sure = self._lines()
        found = [
            Entry(line, cell, quantity, folded(cell.column))
            for line in lines
            for cell in line.row.cells
            for quantity in cell.quantities
            if quantity.kind is QuantityKind.DATE and quantity not in line.row.periods and cell.column
            if self._has(folded(cell.column))
        ]
        if not is_sure or len(found) != 1:
            return None
        relation = relate(self._quantity, found[0].quantity)
        if relation in MATCHING:
            return Settled(VerdictLabel.SUPPORTED, relation, (found[0],), found[0].quantity.meaning)
        if relation is QuantityRelation.CONFLICTING and self._is_all_of(found[0]):
            return Settled(VerdictLabel.CONTRADICTED, relation, (found[0],), found[0].quantity.meaning)
        return None

    def level(self, way: int = 0) -> Settled | None:
        """The number as it stands in a cell: a level, or with a way a change.

        Args:
            way: Which way the claim says that it goes: 1 up, -1 down.
        """
        lines, is_sure = self._lines()
        entries = [entry for entry in entries_of(lines) if bool(_CHANGES & set(entry.column)) is bool(way)]
        entries = [e for e in self._of_dates(entries) if self._relation(e, way) is not QuantityRelation.INCOMPARABLE]
        entries, is_named = self._of_change(entries) if way else self._of_column(entries)
        related = [(entry, self._relation(entry, way)) for entry in entries]
        for entry, relation in related:
            if relation in MATCHING:
                return Settled(VerdictLabel.SUPPORTED, relation, (entry,), entry.quantity.meaning)
        cells = {(entry.line.names, entry.column) for entry in entries}
        if speaks_of_total(self._words.words) and len({entry.line.index for entry in entries}) > 1:
            return None  # no single row is the total
        conflicts = all(relation is QuantityRelation.CONFLICTING for _, relation in related)
        is_stock = way or not (self._tells_more() or self._is_start(entries))
        is_one = len(entries) == 1 or len({entry.since for entry in entries}) == len(entries)
        if is_sure and is_named and is_stock and is_one and len(cells) == 1 and conflicts:
            latest = max(entries, key=lambda entry: entry.since)
            return Settled(VerdictLabel.CONTRADICTED, related[0][1], (latest,), latest.quantity.meaning)
        return None

    def _tells_more(self) -> bool:
        """Whether a claim that counts has words which neither the table has nor say how many there are."""
        if self._quantity.kind is not QuantityKind.COUNT:
            return False
        known = {word[:STEM] for word in self._table.words}
        plain = OPENINGS | COMMON | _STATING | set(folded(self._quantity.text))
        words = [word for word in self._words.words if len(word) >= 4 and word.isalpha()]
        return any(word[:STEM] not in known and word not in plain for word in words)

    def _is_start(self, entries: Sequence[Entry]) -> bool:
        """Whether the number is what something changed from, in a table that tells no dates of it."""
        is_from = re.search(r"\bfrom\s+$", self._text[: self._at.start])
        return bool(is_from and re.match(r"\s+to\b", self._text[self._at.end :])) and not any(
            entry.periods for entry in entries
        )

    def computed(self, kind: Cue, way: int) -> Settled | None:
        """The number computed from cells: None where the claim does not tell which.

        Args:
            kind: What the claim says that its number is.
            way: Which way it says that it goes: 1 up or more, -1 down or less, 0 if neither.
        """
        found = {Cue.LEVEL: self._sum, Cue.SHARE: self._share}.get(kind, lambda: self._compared(kind))()
        return self._judged(found, way)

    def _judged(self, found: Found | None, way: int) -> Settled | None:
        """What a computed number says of the claim's."""
        if found is None:
            return None
        result, operands = found
        relation = arithmetic.relation(self._quantity, result, way)
        label = VerdictLabel.SUPPORTED if relation in MATCHING else VerdictLabel.CONTRADICTED
        if label is VerdictLabel.CONTRADICTED and relation is not QuantityRelation.CONFLICTING:
            return None
        return Settled(label, relation, operands, result.meaning, result.shown)

    def row_count(self) -> Settled | None:
        """The number as that of the table's rows: "the three departments" where there are as many."""
        sorts = [sort for sort in self._table.names if self._quantity.counted in folded(sort)]
        names = {name for sort in sorts for name in self._table.names[sort]}
        lines = [line for line in self._table.lines if not self._table.is_total(line) and line.row.cells]
        if not self._quantity.counted or len(names) != self._quantity.value or len(names) != len(lines):
            return None
        first = Entry(lines[0], lines[0].row.cells[0], self._quantity, ())
        shown = " + ".join(["1"] * len(names)) if len(names) < 4 else f"{len(names)} rows"
        return Settled(VerdictLabel.SUPPORTED, QuantityRelation.EQUAL, (first,), f"{len(names)}", shown)

    def _compared(self, kind: Cue) -> Found | None:
        """A difference between two rows that the claim compares, or between two dates of one."""
        pair = self._pair() if kind is not Cue.CHANGE else None
        if pair is not None:
            result = arithmetic.change(self._quantity, pair[1].quantity, pair[0].quantity)
        elif (kind is Cue.CHANGE or len(self._subjects()) < 2) and (pair := self._series()) is not None:
            result = arithmetic.change(self._quantity, pair[0].quantity, pair[1].quantity)
        return None if pair is None or result is None else (result, pair)

    def _share(self) -> Found | None:
        lines, is_sure = self._lines()
        entries, is_named = self._of_amounts(self._of_dates(entries_of(lines)))
        if not (is_sure and is_named) or len(entries) != 1 or self._table.is_total(entries[0].line):
            return None
        whole = self._table.whole(entries[0])
        result = arithmetic.share(self._quantity, [entries[0].quantity], [entry.quantity for entry in whole])
        return None if result is None else (result, (entries[0], *whole))

    def likely(self, kind: Cue) -> Settled | None:
        """The number as a sum of the column that the claim names, or from the rows that it names without a column.

        What is only likely meant supports the number, and never speaks against it.

        Args:
            kind: What the claim says that its number is.
        """
        settled = self._judged(self._column_sum(), 0) if kind is Cue.LEVEL else None
        if settled is None or settled.label is not VerdictLabel.SUPPORTED:
            numbers = [number for number in numbers_in(self._text) if not number.span.overlaps(self._at)]
            named = Named(self._subjects(), self._dates, numbers)
            settled = self._judged(of_named_rows(self._table, self._quantity, named, kind), 0)
        return settled if settled and settled.label is VerdictLabel.SUPPORTED else None

    def _sum(self) -> Found | None:
        """The sum of a column without a row for its total, where the claim speaks of a total and names no row."""
        return self._column_sum() if speaks_of_total(self._words.words) else None

    def _column_sum(self) -> Found | None:
        if self._subjects():
            return None
        entries, is_named = self._of_amounts(self._of_dates(entries_of(self._table.lines)))
        is_one_column = len({entry.cell.column for entry in entries}) == 1
        is_once = len({entry.line.index for entry in entries}) == len(entries)
        others = [one for one in numbers_in(self._text) if one.counted and not one.span.overlaps(self._at)]
        if not (is_named and is_one_column and is_once) or any(self._table.is_total(entry.line) for entry in entries):
            return None
        result = arithmetic.total(self._quantity, [entry.quantity for entry in entries])
        is_of_others = any(one.value != len(entries) for one in others)  # "64 turbines" in a table of four
        if result is None or (is_of_others and relate(self._quantity, result.quantity) not in MATCHING):
            return None
        return result, tuple(entries)

    def _subjects(self) -> list[tuple[str, Name]]:
        """The rows' names that the claim has, in its order."""
        found = [
            (place, sort, name)
            for sort, mentions in self._mentioned.items()
            if self._table.varies(sort)
            for name, places in mentions.items()
            for place in places[:1]
        ]
        return [(sort, name) for _, sort, name in sorted(found)]

    def _pair(self) -> tuple[Entry, Entry] | None:
        """The cells of the two rows that the claim compares, in its order."""
        subjects = self._subjects()
        if len(subjects) != 2 or subjects[0][0] != subjects[1][0]:
            return None
        pair: list[Entry] = []
        for sort, name in subjects:
            lines = [line for line in self._table.lines if (sort, name) in line.names]
            entries, is_named = self._of_amounts(self._of_dates(entries_of(lines), every=True))
            latest = [entry for entry in entries if entry.since == max(e.since for e in entries)]
            if not is_named or len(latest) != 1:
                return None
            pair += latest
        return pair[0], pair[1]

    def _series(self) -> tuple[Entry, Entry] | None:
        """The two cells between which the claim says that something changed, the earlier one first."""
        lines, is_sure = self._lines()
        entries, is_named = self._of_amounts(entries_of(lines))
        dated = sorted((entry for entry in entries if entry.periods), key=lambda entry: entry.since)
        names = {(entry.line.names, entry.column) for entry in dated}
        if not (is_sure and is_named) or len(names) != 1 or len({entry.since for entry in dated}) != len(dated):
            return None
        places = [i for i, entry in enumerate(dated) if is_of(entry.periods, self._dates)]
        if len(self._dates) > 2 or len(places) < min(len(self._dates), 2):
            return None
        last = places[-1] if places else len(dated) - 1
        first = places[0] if len(places) == 2 else last - 1
        if len(places) == 1 and re.search(r"\bthan\b", self._text[self._at.end :]):  # "more than in 2022"
            first, last = last, last + 1
            if last != len(dated) - 1:
                return None
        return (dated[first], dated[last]) if 0 <= first < last else None

    def _lines(self) -> tuple[list[Line], bool]:
        """The rows that go with the number, and whether the claim surely means them."""
        chosen: dict[str, set[Name]] = {}
        for sort, mentions in self._mentioned.items():
            spans = {span: name for name, places in mentions.items() for span in places}
            if spans:
                near = nearest(self._text, self._at, sorted(spans), self._others) or list(spans)
                chosen[sort] = {spans[span] for span in near}
        varying = [sort for sort in self._table.names if self._table.varies(sort)]
        lines = self._table.lines
        if any(sort in chosen for sort in varying):
            named = [line for line in lines if all(self._fits(line, sort, names) for sort, names in chosen.items())]
            return named, not any(_OF_WHICH.match(name) for line in named for _, name in line.row.names)
        totals = [line for line in lines if self._table.is_total(line)]
        if totals:
            return totals, speaks_of_total(self._words.words) or self._is_of_source()
        return [line for line in lines if not line.names or not varying], True

    def _is_of_source(self) -> bool:
        """Whether the claim names whom the whole table is about, as its title or its source do."""
        named = {word for _, name in self._subjects() for word in name}
        return bool((self._names() - named) & self._table.about)

    def _fits(self, line: Line, sort: str, names: set[Name]) -> bool:
        """Whether a row is called one of some names; one that has no such name fits if that tells no rows apart."""
        own = {name for one, name in line.names if one == sort}
        return bool(own & names) or not (own or self._table.varies(sort))

    def _of_dates(self, entries: list[Entry], *, every: bool = False) -> list[Entry]:
        """Those of the dates that the claim gives to the number (or with `every` anywhere); all if it gives none."""
        spans = {date.span: date for date in self._dates}
        near = list(spans) if every else nearest(self._text, self._at, sorted(spans), self._others)
        dates = [spans[span] for span in near]
        kept = [entry for entry in entries if not dates or not entry.periods or is_of(entry.periods, dates)]
        return [entry for entry in kept if not _is_doubtful(entry, kept) or self._has(folded(entry.cell.column))]

    def _has(self, words: Iterable[str]) -> bool:
        """Whether the claim has all of some words."""
        return set(words) <= set(self._words.words)

    def _of_amounts(self, entries: list[Entry]) -> tuple[list[Entry], bool]:
        """Those to compute with, of the column that the claim names: amounts, or per cents for percentage points."""
        wants_shares = self._quantity.unit == "pp"
        kept = [e for e in entries if not _CHANGES & set(e.column) and (e.quantity.unit == "%") is wants_shares]
        return self._of_column(kept)

    def _of_change(self, entries: list[Entry]) -> tuple[list[Entry], bool]:
        """Those of a column of changes, and whether the claim names what changed: any column, or the title."""
        columns = {entry.column for entry in entries}
        others = [cell.column for entry in entries for cell in entry.line.row.cells]
        words = {word for text in (*others, *(e.line.row.title for e in entries)) for word in folded(text)}
        stems = {word[:STEM] for word in words - _CHANGES}
        return entries, len(columns) == 1 and bool(stems & self._stems())

    def _of_column(self, entries: list[Entry]) -> tuple[list[Entry], bool]:
        """Those of the column that the claim names, and whether it does name one."""
        counted = self._quantity.counted if self._quantity.kind is QuantityKind.COUNT else ""
        if counted:  # of passengers, the claim says nothing of cyclists
            entries = [e for e in entries if not e.quantity.counted or _likeness(e, counted) >= _COUNTED_APART]
        said = set(self._words.words)
        named = [entry for entry in entries if entry.column and set(entry.column) <= said]
        if not named and counted:
            alike = [e for e in entries if e.quantity.counted and _likeness(e, counted) >= _COUNTED_ALIKE]
            if alike:  # "homes" are not surely the "homes built"
                return alike, all(not e.column or set(e.quantity.modifiers) <= said for e in alike)
        if not named:
            named = [entry for entry in entries if not entry.column and self._is_measured(entry)]
        if not named:
            named = [entry for entry in entries if not entry.column and self._is_all_of(entry)]
        if named:
            return named, True
        stemmed = [e for e in entries if e.column and {word[:STEM] for word in e.column} <= self._stems()]
        if stemmed:  # "injured" is not surely what is meant by "injuries"
            return stemmed, False
        is_told = self._quantity.kind in _WITH_UNITS and len({entry.column for entry in entries}) == 1
        return (entries, False) if is_told else ([], False)

    def _is_measured(self, entry: Entry) -> bool:
        """Whether the claim has what a number under a date measures: in the title, or in labels that tell it.

        A label tells it where it has a unit or a plural; in a data file all labels together do.
        """
        texts = [name for _, name in entry.line.row.names if read_heading(name).tells]
        words = {word for text in (entry.line.row.title, *texts) for word in folded(text)}
        if {word[:STEM] for word in words if len(word) >= 4} & self._stems():
            return True
        labels = [set(name) for sort, name in entry.line.names if sort.startswith("#")]
        is_sure = len(labels) > 1 or self._quantity.kind in _WITH_UNITS
        return bool(labels) and is_sure and all(label <= set(self._words.words) for label in labels)

    def _is_all_of(self, entry: Entry) -> bool:
        """Whether the claim says no more than what the row and the column are called: "North, 2023"."""
        names = {word for _, name in entry.line.names for word in name} | set(folded(self._quantity.text))
        names |= set(entry.column)
        return all(word in names or len(word) < 4 or not word.isalpha() for word in self._words.words)

    def _stems(self) -> set[str]:
        return {word[:STEM] for word in self._words.words if len(word) >= 4}

    def _relation(self, entry: Entry, way: int) -> QuantityRelation:
        source = read_as(self._text, self._quantity, entry.quantity, f"{entry.cell.column} {entry.line.row.title}")
        relation = arithmetic.signed_relation(self._quantity, source, way)
        is_share = source.unit == "%" and 0 < entry.quantity.value < 1
        is_known = source is entry.quantity or is_share or self._is_bare()
        is_guess = not is_known and relation is QuantityRelation.CONFLICTING
        return QuantityRelation.INCOMPARABLE if is_guess else relation

    def _is_bare(self) -> bool:
        """Whether the claim's number is but a number, as in a table row read as a claim: "North, 2023: 3.4"."""
        return self._quantity.kind is QuantityKind.COUNT and not self._quantity.counted


def _is_doubtful(entry: Entry, others: Sequence[Entry]) -> bool:
    """Whether another column of the row has the same dates, so that only the headers' words tell them apart."""
    return bool(entry.cell.periods) and any(
        other.line is entry.line
        and other.cell is not entry.cell
        and [p.interval for p in other.cell.periods] == [p.interval for p in entry.cell.periods]
        and other.column == entry.column
        for other in others
    )


def _likeness(entry: Entry, counted: str) -> float:
    return related_heads(entry.quantity.counted, counted)
