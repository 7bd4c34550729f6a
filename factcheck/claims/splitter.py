"""What turns documents into claims, whatever does it: rules over a parse, whole sentences, or a generator."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from factcheck.claim import Claim, Quantity
from factcheck.document import Document
from factcheck.report import ModelId
from factcheck.sentences import Sentence


class Splitter(Protocol):
    """Splits documents into claims."""

    @property
    def models(self) -> tuple[ModelId, ...]:
        """The models that take part, for the report; none for a splitter by rules alone."""
        ...

    def split(self, document: Document, sentences: Sequence[Sentence], quantities: Sequence[Quantity]) -> list[Claim]:
        """The claims of a document in order of place, with ids "c1", "c2" and so on.

        Each quantity that stands in a sentence is in at least one claim: where no proposition holds it, a
        claim that is not checkworthy carries it. All spans lie inside the document.

        Args:
            document: The article.
            sentences: Its sentences, in order.
            quantities: Its quantities, by place in the file.

        Raises:
            ModelError: A model cannot be run.
        """
        ...
