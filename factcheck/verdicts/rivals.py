"""Values of a passage that agree with a claim's, but are told of something else, as the values beside them show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.claim import TEMPORAL, Quantity, QuantityKind
from factcheck.evidence import Snippet
from factcheck.quantities import places_in, same_thing
from factcheck.quantities.heads import UNKNOWN
from factcheck.quantities.listed_entries import another_entry, another_label
from factcheck.quantities.owners import MARK, another_owner
from factcheck.quantities.relate import comparable
from factcheck.quantities.wording import SENTENCE_END

_ENDS = re.compile(r"\s*(?:[.,;:!?)]|$|(?:in|on|at|of|from|for|by|to|a|per|and|were|was|are|more|fewer)\b)")
"""What follows a number that has no noun of its own."""


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
    if passage.tabular:
        return False
    pairs = list(zip(passage.quantities, places, strict=True))
    place = next(at for other, at in pairs if other is source)
    rivals = [at for other, at in pairs if at != place and _of_one_sort(source, other)]
    if quantity.kind in TEMPORAL and another_entry(claim_text, passage.text, place, rivals):
        return True
    (mine,) = places_in(claim_text, [quantity])
    labelled = [at for other, at in pairs if at != place and comparable(source, other) is not None]
    if another_label(claim_text, passage.text, place, labelled):
        return True
    return bool(rivals) and another_owner(claim_text, mine, passage.text, place, rivals)


def with_noun(source: Quantity, passage: Snippet) -> Quantity:
    """A bare count with the noun of the count before it, which it repeats: "290 thefts and York 310".

    Args:
        source: One of the passage's quantities.
        passage: Running text; a table's cells have their own headers.
    """
    if source.kind is not QuantityKind.COUNT or source.counted or source.unit or source.per or passage.tabular:
        return source
    before = [q for q in passage.quantities if q.span < source.span and q.kind is QuantityKind.COUNT and q.counted]
    if not before or source.value != int(source.value):
        return source
    noun = max(before, key=lambda q: q.span)
    (_, start), (end, behind) = places_in(passage.text, [noun, source])
    between = passage.text[start:end]
    if not MARK.search(between) or SENTENCE_END.search(between) or not _ENDS.match(passage.text[behind:]):
        return source
    return replace(source, counted=noun.counted, modifiers=noun.modifiers)


def _of_one_sort(one: Quantity, other: Quantity) -> bool:
    """Whether a sentence may give both of two owners; a count without a noun takes that of one before it."""
    if one.per and not other.per:  # a sentence tells of its first price alone what it is for
        one = replace(one, per="")
    if comparable(one, other) is None or one.per != other.per:
        return False
    if one.kind is not QuantityKind.COUNT or not (one.counted or other.counted):
        return True
    if one.counted and other.counted:
        return same_thing(one, other) >= UNKNOWN
    named, bare = (one, other) if one.counted else (other, one)
    return named.span < bare.span
