"""Values of a passage that agree with a claim's, but are told of something else, as the values beside them show."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claim import Quantity, QuantityKind
from factcheck.evidence import Snippet
from factcheck.quantities import places_in, same_thing
from factcheck.quantities.owners import another_owner
from factcheck.quantities.relate import comparable

_TEMPORAL = frozenset({QuantityKind.DATE, QuantityKind.TIME})
_UNKNOWN = 0.5
"""Likeness where nouns say nothing against it."""


def of_another(
    claim_text: str, quantity: Quantity, source: Quantity, passage: Snippet, places: Sequence[tuple[int, int]]
) -> bool:
    """Whether a passage tells a value of something else than the claim's, of which it tells another.

    Args:
        claim_text: The claim.
        quantity: One of its own.
        source: One of the passage's.
        passage: Running text; in a table row headers tell.
        places: Where the passage's quantities stand in its text.
    """
    if passage.tabular or quantity.kind in _TEMPORAL:
        return False
    pairs = list(zip(passage.quantities, places, strict=True))
    place = next(at for other, at in pairs if other is source)
    rivals = [at for other, at in pairs if at != place and _of_one_sort(source, other)]
    (mine,) = places_in(claim_text, [quantity])
    return bool(rivals) and another_owner(claim_text, mine, passage.text, place, rivals)


def _of_one_sort(one: Quantity, other: Quantity) -> bool:
    """Whether a sentence may give both of two owners; a count without a noun takes that of one before it."""
    if comparable(one, other) is None or one.per != other.per:
        return False
    if one.kind is not QuantityKind.COUNT or not (one.counted or other.counted):
        return True
    if one.counted and other.counted:
        return same_thing(one, other) >= _UNKNOWN
    named, bare = (one, other) if one.counted else (other, one)
    return named.span < bare.span
