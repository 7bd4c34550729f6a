"""Quantities of a sentence at their places in the file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from factcheck.claim import SkipReason
from factcheck.document import BlockKind, Document
from factcheck.quantities.recognise import Found, find_quantities
from factcheck.quantities.rows import quantities_of, read_row
from factcheck.sentences import Sentence


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
    quantities = (replace(quantity, span=sentence.to_file(quantity.span)) for quantity in found.quantities)
    skipped = (replace(expression, span=sentence.to_file(expression.span)) for expression in found.skipped)
    return Found(tuple(quantities), tuple(skipped))
