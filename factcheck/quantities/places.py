"""Quantities of a sentence at their places in the file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from factcheck.claim import Quantity, QuantityKind, Skipped, SkipReason
from factcheck.document import BlockKind, Document
from factcheck.quantities.clocks import by_clock, clock_of
from factcheck.quantities.recognise import Found, find_quantities
from factcheck.quantities.rows import quantities_of, read_row
from factcheck.sentences import Sentence

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

    zone = clock_of(document.text) if any(q.kind is QuantityKind.TIME for q in found.quantities) else ""
    placed = (place(quantity) for quantity in found.quantities)
    return Found(tuple(by_clock(quantity, zone) for quantity in placed), tuple(map(place, found.skipped)))
