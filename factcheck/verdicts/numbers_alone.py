"""Verdicts without an NLI model: quantities decide alone, and only where the words leave little doubt.

A number is contradicted where the best passage gives another value for the same head noun, or for a thing without one
(percent, money, dates) in a passage that fits the claim well; it is supported where such a passage gives its value.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claim import Hedge, Quantity, QuantityKind
from factcheck.evidence import MATCHING, QuantityRelation, QuantityVerdict, VerdictLabel
from factcheck.quantities.units import UNITS
from factcheck.verdicts.features import Passage, Weighed

_SOME = 10
"""Vague numbers below it say little more than that there are some."""
SAME_NOUN = 0.8
"""Likeness from which two quantities count the same thing by their nouns."""
UNNAMED = 0.5
"""Likeness where nouns say nothing."""
FITTING = 0.6
"""Retrieval score from which a passage speaks of the claim's subject."""
CONFIDENCE = 0.6
"""A fixed, modest confidence: no model has read the passage."""


def quantity_alone(
    quantity: Quantity, passages: Sequence[Passage], weighed: Sequence[Weighed]
) -> tuple[VerdictLabel, Weighed | None]:
    """One quantity's label, and the comparison that shows it.

    Args:
        quantity: One of the claim's.
        passages: Retrieved for the claim, best first.
        weighed: The quantity's comparisons; what the model says of them is not looked at.
    """
    same = [w for w in weighed if same_subject(quantity, w, passages)]
    for relations, label in (
        (MATCHING, VerdictLabel.SUPPORTED),
        (frozenset({QuantityRelation.CONFLICTING}), VerdictLabel.CONTRADICTED),
    ):
        found = [w for w in same if w.comparison.relation in relations]
        if found:
            return label, min(found, key=lambda w: w.comparison.passage)
    return VerdictLabel.UNVERIFIED, None


def claim_alone(numbers: Sequence[QuantityVerdict]) -> VerdictLabel:
    """A claim is as its numbers are; without numbers nothing is known of it."""
    labels = {number.label for number in numbers}
    if VerdictLabel.CONTRADICTED in labels:
        return VerdictLabel.CONTRADICTED
    return VerdictLabel.SUPPORTED if labels == {VerdictLabel.SUPPORTED} else VerdictLabel.UNVERIFIED


def same_subject(quantity: Quantity, weighed: Weighed, passages: Sequence[Passage]) -> bool:
    """Whether a passage's quantity is of the claim's thing: by its noun, or by how well the passage fits.

    A count of another value says nothing unless both count the same by their nouns, and another weekday nothing at all.
    """
    comparison = weighed.comparison
    fit = passages[comparison.passage].fit
    if comparison.likeness >= SAME_NOUN and quantity.counted:
        return fit >= FITTING / 2
    if comparison.relation is QuantityRelation.CONFLICTING and (
        quantity.kind is QuantityKind.COUNT or only_names_a_day(quantity)
    ):
        return False
    return comparison.likeness >= UNNAMED and fit >= FITTING


def says_only_some(quantity: Quantity) -> bool:
    """Whether a number says little more than that there are some: "several", "a couple", "for years"."""
    vague = quantity.hedge is Hedge.VAGUE
    return vague and (quantity.kind is QuantityKind.DURATION or quantity.value < _SOME)


def is_loosely_told(quantity: Quantity) -> bool:
    """Whether a stretch of time is one of its unit in words: "a year before", "within an hour", often said loosely."""
    wordy = not any(char.isdigit() for char in quantity.text)
    return wordy and quantity.kind is QuantityKind.DURATION and quantity.value == UNITS[quantity.unit].factor


def only_names_a_day(quantity: Quantity) -> bool:
    """Whether a date is but a word, as "on Thursday" or "last year" is: a text has many, of as many events."""
    return quantity.kind is QuantityKind.DATE and not any(char.isdigit() for char in quantity.text)
