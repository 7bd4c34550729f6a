"""Claims held against tables: the cell that a claim names decides, without a model.

A row is named where the claim has its label, a column where the claim has its header or counts what it counts, a date
where the claim gives it to the number. A cell named by all three settles the number either way; one that is less surely
meant only ever supports. Changes, differences, shares and totals are computed from the cells that the claim names, and
the arithmetic is shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.claim import SHARES, Claim, Quantity, QuantityKind
from factcheck.evidence import MATCHING, Snippet, VerdictLabel
from factcheck.quantities import relate
from factcheck.verdicts.cues import Cue, cue
from factcheck.verdicts.entries import Settled, Table
from factcheck.verdicts.mentions import Words
from factcheck.verdicts.naming import is_named, ruled_out
from factcheck.verdicts.substitution import in_claim
from factcheck.verdicts.view import View

_DENIED = re.compile(
    r"\b(?:not|never|no longer|neither|nor|without|denie[sd]|fail(?:s|ed)? to)\b|n['’]t\b", re.IGNORECASE
)
"""Words that turn a claim round, whose number then stands in a table for the opposite."""


class Tables:
    """The tables among some snippets."""

    def __init__(self, snippets: Sequence[Snippet]) -> None:
        """Groups the rows.

        Args:
            snippets: As `retrieval.cut` gives them.
        """
        self._snippets = snippets
        self._tables: dict[tuple[int, int], Table] = {}
        for index, snippet in enumerate(snippets):
            if snippet.row is not None:
                table = self._tables.setdefault((snippet.reference, snippet.row.table), Table())
                table.add(index, snippet, snippet.row)

    def settle(self, claim: Claim) -> list[Settled | None]:
        """For each of a claim's quantities what a table says of it; None where no table surely speaks of it.

        A cell that supports the number outweighs one that contradicts it, since tables may tell of different things
        by the same names.
        """
        if not self._tables or _DENIED.search(claim.text):
            return [None] * len(claim.quantities)
        words = Words.of(claim.text)
        settled: list[Settled | None] = []
        for quantity in claim.quantities:
            found = (_settled(table, claim.text, words, quantity) for table in self._tables.values())
            known = [one for one in found if one is not None]
            settled.append(min(known, key=lambda one: one.label is not VerdictLabel.SUPPORTED, default=None))
        return [one or _dated(quantity, settled) for quantity, one in zip(claim.quantities, settled, strict=True)]

    def seen(self, claim: Claim, index: int) -> Snippet:
        """A snippet as a claim may be compared with it: of a table row what the claim does not rule out.

        Where the claim names other rows of a table it says nothing of this one, where it tells dates nothing of others.

        Args:
            claim: The claim.
            index: Of the snippet.
        """
        snippet = self._snippets[index]
        if snippet.row is None:
            return snippet
        table = self._tables[snippet.reference, snippet.row.table]
        spans = ruled_out(table, claim.text, snippet.row)
        return replace(snippet, quantities=tuple(q for q in snippet.quantities if q.span not in spans))

    def names(self, claim: Claim, index: int) -> bool:
        """Whether a claim may be contradicted by a snippet's numbers: by a table row only if the claim names it.

        Args:
            claim: The claim.
            index: Of the snippet.
        """
        row = self._snippets[index].row
        if row is None:
            return True
        table = self._tables[self._snippets[index].reference, row.table]
        return is_named(table, Words.of(claim.text), row)


def _settled(table: Table, text: str, words: Words, quantity: Quantity) -> Settled | None:
    """What one table says of a number."""
    at = in_claim(text, quantity)
    if at is None:
        return None
    view = View(table, text, words, quantity, at)
    if view.is_of_others():
        return None
    if quantity.kind is QuantityKind.DATE:
        return view.date()
    kind, way = cue(text, at, quantity)
    if kind is Cue.LEVEL:
        likely = Cue.SHARE if quantity.kind in SHARES else kind
        return view.row_count() or view.level() or view.computed(kind, way) or view.likely(likely)
    direct = view.level(way) if kind is Cue.CHANGE else view.level() if kind is Cue.SHARE else None
    return direct or view.computed(kind, way) or (view.likely(kind) if kind is Cue.SHARE else None)


def _dated(quantity: Quantity, settled: Sequence[Settled | None]) -> Settled | None:
    """A claim's date, where it is that of a cell which settles a number of the same claim."""
    if quantity.kind is not QuantityKind.DATE:
        return None
    for entry in [entry for one in settled if one for entry in one.entries]:
        for period in entry.periods:
            relation = relate(quantity, period)
            if relation in MATCHING:
                dated = replace(entry, quantity=period)
                return Settled(VerdictLabel.SUPPORTED, relation, (dated,), period.meaning)
    return None
