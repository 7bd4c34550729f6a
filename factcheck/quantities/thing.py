"""Whether two quantities count or measure the same thing, by their words."""

from __future__ import annotations

from dataclasses import replace

from factcheck.claim import Quantity, QuantityKind
from factcheck.quantities.heads import UNKNOWN, like_modifiers, related_heads
from factcheck.quantities.kinds import is_human
from factcheck.quantities.nouns import singular
from factcheck.quantities.relate import comparable

_IN_SO_MANY = frozenset({QuantityKind.COUNT, QuantityKind.FRACTION})
"""Kinds of which one counts what is told for so many, and the other what it is told for: deaths, births."""


def same_thing(claim: Quantity, source: Quantity) -> float:
    """How likely, by their words alone, two quantities are of the same thing.

    Returns:
        From 0 (different dimensions, or clearly different things) to 1; 0.5 when the words do not tell.
    """
    if claim.kind is QuantityKind.DATE or source.kind is QuantityKind.DATE:
        return UNKNOWN if claim.kind is source.kind else 0.0
    both_scores = claim.kind is source.kind is QuantityKind.SCORE
    ranked = {claim.kind, source.kind} == {QuantityKind.COUNT, QuantityKind.ORDINAL}
    if ranked:  # "the top ten" may be about what is fourth
        return UNKNOWN
    # A rate that one side leaves out may stand elsewhere in its sentence.
    known = both_scores or comparable(claim, source) is not None
    if not known and comparable(_without_rate(claim), _without_rate(source)) is None:
        return 0.0
    if not claim.counted or not source.counted or {claim.kind, source.kind} == _IN_SO_MANY:
        return UNKNOWN
    if _names_kind(claim, source) or _names_kind(source, claim):
        return 0.8
    likeness = related_heads(claim.counted, source.counted)
    if likeness < 0.5:
        return likeness
    return likeness * like_modifiers(claim.modifiers, source.modifiers)


def _without_rate(quantity: Quantity) -> Quantity:
    return replace(quantity, per="") if quantity.per else quantity


def _names_kind(one: Quantity, other: Quantity) -> bool:
    """Whether a head stands before the other's, which adds that they are people: "Russians", "Russian citizens"."""
    return singular(one.counted) in {singular(word) for word in other.modifiers} and is_human(singular(other.counted))
