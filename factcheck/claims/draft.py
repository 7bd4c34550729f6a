"""A claim under construction: words of the sentence, by index, and words put in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from factcheck.claim import Modality

Piece = int | str
"""A word of the sentence (its index) or a word that is put in."""

Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposition of a sentence before it is rendered.

    Attributes:
        pieces: Its words in the order of the claim.
        at: The word by whose place it is ordered among the sentence's claims.
        attribution: The words that name who said it; empty when nobody else did.
        modality: How far the article stands behind it.
        checkworthy: Whether it can be checked at all.
    """

    pieces: Pieces
    at: int
    attribution: Pieces = ()
    modality: Modality = Modality.ASSERTED
    checkworthy: bool = True

    @property
    def words(self) -> list[int]:
        """The sentence's own words in it, sorted."""
        return sorted({piece for piece in self.pieces if isinstance(piece, int)})

    def shifted(self, by: int) -> Draft:
        """The same with its words' indices counted from elsewhere."""
        move = [piece if isinstance(piece, str) else piece + by for piece in self.pieces]
        said = [piece if isinstance(piece, str) else piece + by for piece in self.attribution]
        return replace(self, pieces=tuple(move), at=self.at + by, attribution=tuple(said))

    def without(self, words: Collection[int], at: int | None = None) -> Draft:
        """The same without some of the sentence's words, ordered by another word's place if one is given."""
        kept = (piece for piece in self.pieces if isinstance(piece, str) or piece not in words)
        return self.having(kept, self.at if at is None else at)

    def having(self, pieces: Iterable[Piece], at: int) -> Draft:
        """The same stance on other words."""
        return replace(self, pieces=tuple(pieces), at=at)


def joined(*parts: Sequence[Piece] | str) -> Pieces:
    """Pieces one after another; a string is one word put in."""
    found: list[Piece] = []
    for part in parts:
        if isinstance(part, str):
            found.append(part)
        else:
            found += part
    return tuple(found)
