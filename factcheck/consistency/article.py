"""All searches over one article."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.consistency.ages import ages
from factcheck.consistency.changes import changes
from factcheck.consistency.finding import Inconsistency
from factcheck.consistency.headlines import headlines
from factcheck.consistency.reading import read
from factcheck.consistency.recalled import recalled
from factcheck.consistency.repeats import repeats
from factcheck.consistency.shares import shares
from factcheck.consistency.sums import sums
from factcheck.consistency.tabled import table_rows
from factcheck.consistency.tables import table_totals
from factcheck.document import Document, Span


def inconsistencies(document: Document) -> list[Inconsistency]:
    """Where an article contradicts itself, by place; each place and each pair of places once."""
    found: list[Inconsistency] = []
    taken: set[Span] = set()
    for inconsistency in _found(document):
        places = {inconsistency.span, *inconsistency.others}
        if not places & taken:
            found.append(inconsistency)
        taken |= places
    return sorted(found, key=lambda one: one.span)


def _found(document: Document) -> Iterator[Inconsistency]:
    """What is proved by arithmetic first, then what rests on words."""
    lines = read(document)
    for proof in (sums, shares, changes):
        yield from proof(lines)
    yield from table_totals(document)
    yield from headlines(lines)
    yield from table_rows(document, lines)
    for search in (ages, recalled, repeats):
        yield from search(lines)
