"""Quantities of a sentence at their places in the file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from factcheck.claim import Quantity, QuantityKind, Skipped, SkipReason
from factcheck.document import BlockKind, Document
from factcheck.quantities.clocks import by_clock, clock_of
from factcheck.quantities.odds import as_multiple
from factcheck.quantities.out_of import as_share
from factcheck.quantities.recognise import Found, find_quantities
from factcheck.quantities.rows import quantities_of, read_row
from factcheck.quantities.told_once import told_once
from factcheck.sentences import Sentence

_LEAD = 400
"""Code points before a sentence of which a unit may stand that it leaves out."""
Expression = TypeVar("Expression", Quantity, Skipped)


def quantities_in(document: Document, sentence: Sentence, checked: Collection[SkipReason] = ()) -> Found:
    """The numeric expressions of a sentence, read with the document's date, with offsets in its text.

    Those of a table row are read cell by cell, with the units that headers and captions tell.

    Args:
        document: Where the sentence stands.
        sentence: One of `sentences(document)`.
        checked: Reasons to leave an expression out that do not count.
    """
    if sentence.kind is BlockKind.TABLE_ROW:
        return Found(*quantities_of(read_row(document, sentence, checked)))

    found = find_quantities(sentence.text, today=document.meta.date, identifiers=sentence.identifiers, checked=checked)

    def place(expression: Expression) -> Expression:
        span = sentence.to_file(expression.span)
        written = span.of(document.text)
        # What is shown otherwise than it is written stays as shown; blanks are the file's.
        text = written if written.split() == expression.text.split() else expression.text
        return replace(expression, span=span, text=text)

    block = document.blocks[sentence.block].span if sentence.block < len(document.blocks) else sentence.span
    lead = document.text[max(block.start, sentence.span.start - _LEAD) : sentence.span.start]
    told = as_multiple(sentence.text, as_share(sentence.text, found.quantities))
    told = told_once(sentence.text, told, lead)
    zone = clock_of(document.text) if any(q.kind is QuantityKind.TIME for q in found.quantities) else ""
    placed = (place(quantity) for quantity in told)
    return Found(tuple(by_clock(quantity, zone) for quantity in placed), tuple(map(place, found.skipped)))
