"""Whole sentences as claims: no model, nothing resolved; the baseline that other splitters are measured against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.claim import Claim, Quantity
from factcheck.claims.attach import inside, with_quantities
from factcheck.claims.context import contexts
from factcheck.document import BlockKind, Document
from factcheck.report import ModelId
from factcheck.sentences import Sentence

_NO_PROSE = (BlockKind.HEADING, BlockKind.CAPTION, BlockKind.CODE)


class SentenceSplitter:
    """Takes each sentence and each table row as one claim."""

    models: tuple[ModelId, ...] = ()

    def split(self, document: Document, sentences: Sequence[Sentence], quantities: Sequence[Quantity]) -> list[Claim]:
        """One claim for each sentence; headings, captions, code and questions are not checkworthy."""
        claims: list[Claim] = []
        for sentence, context in zip(sentences, contexts(document, sentences), strict=True):
            checked = sentence.kind not in _NO_PROSE and not sentence.text.rstrip("\"'”’)").endswith("?")
            claim = Claim("", sentence.text, (sentence.span,), sentence.span, checkworthy=checked, context=context)
            claims += with_quantities([claim], inside(quantities, sentence))
        return [replace(claim, id=f"c{i}") for i, claim in enumerate(claims, 1)]
