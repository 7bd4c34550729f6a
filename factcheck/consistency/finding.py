"""What the searches of this package report."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.consistency.comparing import apart
from factcheck.consistency.reading import Mention, Role
from factcheck.document import Span


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """A place of an article that the article itself speaks against.

    Attributes:
        span: The place, in the file.
        reason: What is wrong with it, for a message behind the quoted place: "differs from `12` in line 4".
        proof: The other value or the arithmetic, in a few words.
        others: The places that it is held against, in the file.
    """

    span: Span
    reason: str
    proof: str
    others: tuple[Span, ...]


_CALLED = {
    Role.HEADLINE: "the headline",
    Role.HEADING: "the heading",
    Role.CAPTION: "the caption",
    Role.TABLE: "the table",
    Role.TEXT: "the text",
}


def differing(mention: Mention, other: Mention) -> Inconsistency:
    """One quantity with two values; the finding stands at `mention`."""
    where = _CALLED[other.line.role] if other.line.role is not mention.line.role else "another place of the article"
    said = " ".join(other.quantity.text.split())
    gap = apart(mention.quantity, other.quantity)
    return Inconsistency(
        mention.place,
        f"differs from {where}",
        f"{where} has {said}" + (f", {gap}" if gap else ""),
        (other.place,),
    )
