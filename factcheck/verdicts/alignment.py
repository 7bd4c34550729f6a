"""A claim in a passage's own figures: every quantity that the passage compares with is written as the passage does.

Neural models read numbers badly: "roughly 30 miles" and "48 km" look like a contradiction to them. The engine knows how
the two relate; what is left for the model to say is whether the passage speaks of the same thing. So it reads the
claim with the passage's values in it. If that is entailed, the passage tells of the claim's matter, and the engine's
relations decide whether the claim's own values stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.claim import Quantity
from factcheck.evidence import MATCHING, QuantityRelation
from factcheck.verdicts.comparisons import Comparison
from factcheck.verdicts.substitution import substitute

_AGREEING = (
    QuantityRelation.CONFLICTING,
    QuantityRelation.COMPATIBLE,
    QuantityRelation.ENTAILED,
    QuantityRelation.EQUAL,
)
"""Relations from the least to the most agreeing."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """A claim beside one passage.

    Attributes:
        passage: Index into the claim's passages.
        text: The claim with the passage's values in the place of its own.
        chosen: For each of the claim's quantities the comparison whose value was put in, or None where the passage
            has none.
    """

    passage: int
    text: str
    chosen: tuple[Comparison | None, ...]

    @property
    def matches(self) -> bool:
        """Whether the passage has a value for every quantity, and each agrees."""
        return all(comparison is not None and comparison.relation in MATCHING for comparison in self.chosen)

    @property
    def conflicts(self) -> bool:
        """Whether some value of the passage differs from the claim's."""
        return any(
            comparison is not None and comparison.relation is QuantityRelation.CONFLICTING for comparison in self.chosen
        )


def aligned(
    claim_text: str, quantities: Sequence[Quantity], comparisons: Sequence[Sequence[Comparison]], passage: int
) -> Alignment | None:
    """The claim in one passage's figures, or None where the passage has none of them.

    Args:
        claim_text: The claim.
        quantities: Its quantities.
        comparisons: For each quantity all its comparisons.
        passage: Index of the passage.
    """
    chosen = tuple(_chosen(found, passage) for found in comparisons)
    if not any(chosen):
        return None
    text = claim_text
    for quantity, comparison in zip(quantities, chosen, strict=True):
        if comparison is not None and comparison.computation is None:
            text = substitute(text, quantity, comparison.source) or text
    return Alignment(passage, text, chosen)


def _chosen(found: Sequence[Comparison], passage: int) -> Comparison | None:
    """The comparison to put in: a value that agrees before one that differs, the most alike first."""
    here = [comparison for comparison in found if comparison.passage == passage]
    ranked = (
        QuantityRelation.CONFLICTING,
        QuantityRelation.COMPATIBLE,
        QuantityRelation.ENTAILED,
        QuantityRelation.EQUAL,
    )
    return max(here, key=lambda c: (ranked.index(c.relation), c.likeness), default=None)
