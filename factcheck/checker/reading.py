"""What is read of documents without any model: their numbers, and claims that a caller gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.claim import Claim, GivenClaim, Skipped
from factcheck.document import Document
from factcheck.quantities import Found, as_asked, quantities_in
from factcheck.sentences import Sentence
from factcheck.settings import NumberSettings


@dataclass(frozen=True, slots=True)
class Given:
    """Claims of a document that a caller gives, and the numeric expressions in them that are no quantities."""

    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]


def numbers(document: Document, places: Sequence[Sentence], settings: NumberSettings) -> Found:
    """The numeric expressions of a document's sentences, with offsets in its text."""
    parts = [quantities_in(document, sentence, settings.checked) for sentence in places]
    found = Found(
        tuple(quantity for part in parts for quantity in part.quantities),
        tuple(skipped for part in parts for skipped in part.skipped),
    )
    return as_asked(found, settings)


def given_claims(
    document: Document, given: Sequence[GivenClaim], places: Sequence[Sentence], settings: NumberSettings
) -> Given:
    """Claims that a caller gives, with the numbers found in them; nothing is split.

    Args:
        document: Where they are written.
        given: The claims.
        places: Each of them as a sentence of the document.
        settings: Which numbers are checked.
    """
    claims: list[Claim] = []
    skipped: list[Skipped] = []
    for number, (one, place) in enumerate(zip(given, places, strict=True), start=1):
        dated = replace(document, meta=replace(document.meta, date=one.date or document.meta.date))
        found = numbers(dated, [place], settings)
        claims.append(
            Claim(
                one.id or f"c{number}",
                place.text,
                (place.span,),
                place.span,
                quantities=found.quantities,
                context=" ".join(one.context.split()),
            )
        )
        skipped += found.skipped
    return Given(tuple(claims), tuple(skipped))
