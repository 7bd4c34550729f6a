"""The evidence for a claim as the screen lists it."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.document import Span
from factcheck.evidence import EvidenceRelation, QuantityVerdict, Verdict


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotation from a reference.

    Attributes:
        reference: Index of the Reference in the report.
        span: What is quoted.
        relation: What it does to the claim; None where it only holds a quantity.
        quantities: Quantities of the claim that the source gives a value for in this passage.
        highlights: Its words that speak of what the claim speaks of, in order; none overlaps another.
    """

    reference: int
    span: Span
    relation: EvidenceRelation | None
    quantities: tuple[QuantityVerdict, ...]
    highlights: tuple[Span, ...] = ()


def passages_of(verdict: Verdict) -> list[Passage]:
    """The evidence best first, then places of source quantities that none of it holds."""
    left = list(verdict.quantities)
    passages: list[Passage] = []
    for evidence in verdict.evidence:
        inside = [q for q in left if _stands_in(q, evidence.reference, evidence.span)]
        left = [q for q in left if q not in inside]
        passages.append(
            Passage(evidence.reference, evidence.span, evidence.relation, tuple(inside), evidence.highlights)
        )
    for quantity in left:
        if quantity.evidence:
            source = quantity.evidence
            passages.append(Passage(source.reference, source.span, None, (quantity,)))
    return passages


def _stands_in(quantity: QuantityVerdict, reference: int, span: Span) -> bool:
    source = quantity.evidence
    return source is not None and source.reference == reference and span.contains(source.span)
