"""What the fusion sees of a claim and of each of its quantities: small, named, bounded numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.claim import Hedge, Quantity, QuantityKind
from factcheck.document import Reference
from factcheck.evidence import QuantityEvidence, QuantityRelation, Snippet
from factcheck.nli import CONTRADICTION, ENTAILMENT
from factcheck.verdicts.comparisons import MATCHING, Comparison, rarity


@dataclass(frozen=True, slots=True)
class Passage:
    """A retrieved snippet as the models see it for one claim.

    Attributes:
        snippet: What was read.
        premise: As the NLI model read it.
        fit: Retrieval score, about 0 to 1.
        probabilities: Entailment, neutral, contradiction of the claim; None without an NLI model.
        standing: How much its source counts where sources disagree.
    """

    snippet: Snippet
    premise: str
    fit: float
    probabilities: NDArray[np.float32] | None
    standing: tuple[int, int] = (0, 0)

    @property
    def entailment(self) -> float:
        """Probability that the passage entails the claim; 0 without a model."""
        return 0.0 if self.probabilities is None else float(self.probabilities[ENTAILMENT])

    @property
    def contradiction(self) -> float:
        """Probability that the passage contradicts the claim; 0 without a model."""
        return 0.0 if self.probabilities is None else float(self.probabilities[CONTRADICTION])


@dataclass(frozen=True, slots=True)
class Weighed:
    """A comparison with what the model says of it.

    Attributes:
        comparison: The two quantities.
        entailment: For a conflict, that the passage entails the claim with the source's value in it (the
            substitution test); otherwise that it entails the claim itself.
    """

    comparison: Comparison
    entailment: float


def source_of(weighed: Weighed, passages: Sequence[Passage]) -> QuantityEvidence:
    """The source's side of a comparison, as a verdict shows it."""
    comparison = weighed.comparison
    reference = passages[comparison.passage].snippet.reference
    if comparison.computation is None:
        return QuantityEvidence(reference, comparison.source.span, comparison.source.meaning)
    arithmetic = comparison.computation.arithmetic
    return QuantityEvidence(reference, comparison.source.span, arithmetic.rpartition("=")[2].strip(), arithmetic)


def standing(reference: Reference) -> tuple[int, int]:
    """How much a source counts where sources disagree: its rank, then the day it is of; more is better."""
    meta = reference.document.meta
    return _RANKS.get(meta.rank, 0), meta.date.toordinal() if meta.date else 0


_RANKS = {"primary": 1, "secondary": -1}

CLAIM_FEATURES = (
    "entailment", "entailment_logit", "contradiction", "contradiction_fit", "entailment_fit", "first_entailment",
    "first_contradiction", "contradiction_beside_entailment", "fit", "second_fit", "has_quantity", "all_matched",
    "matched_entailment", "substituted", "unmatched", "rare_match",
)  # fmt: skip
QUANTITY_FEATURES = (
    "entailment", "contradiction", "fit", "matched", "matched_entailment", "matched_fit", "matched_first",
    "computed", "compatible", "conflicting", "substituted", "substituted_over_matched", "conflict_contradicted",
    "conflict_outranks", "rare_match", "rare_match_first",
    "rare_unmatched", "unmatched_substituted", "date_like", "vague", "small", "ordinal",
)  # fmt: skip


def claim_features(passages: Sequence[Passage], quantities: Sequence[Sequence[Weighed]]) -> NDArray[np.float64]:
    """The claim's row for the fusion.

    Args:
        passages: Best first, at least one.
        quantities: For each of the claim's quantities its weighed comparisons.

    Returns:
        Float64 of shape (len(CLAIM_FEATURES),).
    """
    entailment = np.array([passage.entailment for passage in passages])
    contradiction = np.array([passage.contradiction for passage in passages])
    fit = np.array([passage.fit for passage in passages])
    best = int(entailment.argmax())
    matched = [max((w.entailment for w in q if w.comparison.relation in MATCHING), default=-1.0) for q in quantities]
    conflicts = [w.entailment for q in quantities for w in q if w.comparison.relation is QuantityRelation.CONFLICTING]
    rare = [rarity(w.comparison.source) for q in quantities for w in q if w.comparison.relation in MATCHING]
    hits = [value >= 0 for value in matched]
    return np.array([
        entailment.max(),
        np.log((entailment.max() + 0.01) / (1.01 - entailment.max())),
        contradiction.max(),
        (contradiction * fit).max(),
        (entailment * fit).max(),
        entailment[0],
        contradiction[0],
        contradiction[best],
        fit[0],
        fit[1] if len(fit) > 1 else 0.0,
        float(bool(quantities)),
        float(bool(quantities) and all(hits)),
        min(matched, default=0.0) if all(hits) else 0.0,
        max(conflicts, default=0.0),
        float(bool(quantities) and not all(hits)),
        max(rare, default=0.0),
    ])  # fmt: skip


def quantity_features(
    quantity: Quantity, passages: Sequence[Passage], weighed: Sequence[Weighed]
) -> NDArray[np.float64]:
    """One quantity's row for the fusion.

    Args:
        quantity: One of the claim's.
        passages: Retrieved for the claim, best first, at least one.
        weighed: The quantity's comparisons.

    Returns:
        Float64 of shape (len(QUANTITY_FEATURES),).
    """
    matches = [w for w in weighed if w.comparison.relation in MATCHING]
    conflicts = [w for w in weighed if w.comparison.relation is QuantityRelation.CONFLICTING]
    match, conflict = max(matches, key=strength, default=None), max(conflicts, key=strength, default=None)
    matched = match.entailment if match else 0.0
    substituted = conflict.entailment if conflict else 0.0
    return np.array([
        max(passage.entailment for passage in passages),
        max(passage.contradiction for passage in passages),
        passages[0].fit,
        float(bool(match)),
        matched,
        max((passages[w.comparison.passage].fit * w.comparison.likeness for w in matches), default=0.0),
        float(any(w.comparison.passage == 0 for w in matches)),
        float(any(w.comparison.computation is not None for w in matches)),
        float(any(w.comparison.relation is QuantityRelation.COMPATIBLE for w in weighed)),
        max((w.comparison.likeness for w in conflicts), default=0.0),
        substituted,
        max(0.0, substituted - matched),
        passages[conflict.comparison.passage].contradiction if conflict else 0.0,
        substituted * _outranks(conflict, match, passages),
        rarity(quantity) * max((passages[w.comparison.passage].fit for w in matches), default=0.0),
        rarity(quantity) * any(w.comparison.passage == 0 and w.comparison.computation is None for w in matches),
        0.0 if match else rarity(quantity),
        0.0 if match else substituted,
        float(quantity.kind in (QuantityKind.DATE, QuantityKind.TIME)),
        float(quantity.hedge is Hedge.VAGUE),
        float(quantity.kind is QuantityKind.COUNT and quantity.value <= 2),
        float(quantity.kind is QuantityKind.ORDINAL),
    ])  # fmt: skip


def strength(weighed: Weighed) -> float:
    """How far a comparison can be relied on: the model's word for it, and the likeness of what is counted."""
    return weighed.entailment * (0.5 + weighed.comparison.likeness / 2)


def _outranks(conflict: Weighed | None, match: Weighed | None, passages: Sequence[Passage]) -> float:
    """1 where the conflicting source counts more than the matching one, -1 where it counts less, else 0."""
    if conflict is None or match is None:
        return 0.0
    ours, theirs = passages[conflict.comparison.passage].standing, passages[match.comparison.passage].standing
    return float(ours > theirs) - float(ours < theirs)
