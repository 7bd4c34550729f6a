"""What the fusion sees of a claim and of each of its quantities: small, named, bounded numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.claim import TEMPORAL, Claim, Hedge, Quantity, QuantityKind
from factcheck.document import Reference
from factcheck.evidence import MATCHING, QuantityEvidence, QuantityRelation, Snippet
from factcheck.nli import CONTRADICTION, ENTAILMENT
from factcheck.verdicts.alignment import Alignment
from factcheck.verdicts.comparisons import Comparison, rarity
from factcheck.verdicts.entries import Settled
from factcheck.verdicts.exchanges import Exchange

DECISIVE = 0.5
"""Probability from which a passage counts as supporting or contradicting on its own."""


class _Scored:
    """Something that the model has read for a claim."""

    __slots__ = ()
    probabilities: NDArray[np.float32] | None

    @property
    def entailment(self) -> float:
        """Probability that the passage entails the claim, as it was read; 0 without a model."""
        return 0.0 if self.probabilities is None else float(self.probabilities[ENTAILMENT])

    @property
    def contradiction(self) -> float:
        """Probability that the passage contradicts the claim, as it was read; 0 without a model."""
        return 0.0 if self.probabilities is None else float(self.probabilities[CONTRADICTION])


@dataclass(frozen=True, slots=True)
class Passage(_Scored):
    """A retrieved snippet as the models see it for one claim.

    Attributes:
        snippet: What was read.
        premise: As the NLI model read it.
        sentences: Those that the premise is made of; none where it is the snippet alone.
        fit: Retrieval score, about 0 to 1.
        probabilities: Entailment, neutral, contradiction of the claim; None without an NLI model.
        standing: How much its source counts where sources disagree.
    """

    snippet: Snippet
    premise: str
    fit: float
    probabilities: NDArray[np.float32] | None
    standing: tuple[int, int] = (0, 0)
    sentences: tuple[Snippet, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Reading(_Scored):
    """A claim in a passage's figures, as the model reads it beside that passage.

    Attributes:
        alignment: The claim so written.
        probabilities: Entailment, neutral, contradiction; None without an NLI model.
    """

    alignment: Alignment
    probabilities: NDArray[np.float32] | None


@dataclass(frozen=True, slots=True)
class Exchanged(_Scored):
    """A claim with a passage's name in place of its own, as the model reads it beside that passage.

    Attributes:
        exchange: The claim so written.
        probabilities: Entailment, neutral, contradiction; None without an NLI model.
    """

    exchange: Exchange
    probabilities: NDArray[np.float32] | None


@dataclass(frozen=True, slots=True)
class Case:
    """One claim with all that is known about it before the fusion.

    Attributes:
        claim: The claim.
        passages: Retrieved for it, best first.
        quantities: For each of its quantities the weighed comparisons.
        readings: The claim in the figures of those passages that have any to compare.
        settled: For each of its quantities what a table says of it, where one surely speaks of it.
        exchanged: The claim with names of its passages in place of those that no reference has.
        is_exhaustive: Whether the references say so little that all of it was looked at: what is not found then, nor
            can be computed, is not there.
        absent: For each of its quantities whether its figure stands in no reference at all, and none gives it.
    """

    claim: Claim
    passages: tuple[Passage, ...]
    quantities: tuple[tuple[Weighed, ...], ...]
    readings: tuple[Reading, ...]
    settled: tuple[Settled | None, ...]
    exchanged: tuple[Exchanged, ...] = ()
    is_exhaustive: bool = False
    absent: tuple[bool, ...] = ()

    def lacks(self, at: int) -> bool:
        """Whether the figure of the quantity at an index stands nowhere; False where that was not looked at."""
        return bool(self.absent) and self.absent[at]


def source_of(weighed: Weighed, passages: Sequence[Passage]) -> QuantityEvidence:
    """The source's side of a comparison, as a verdict shows it."""
    comparison = weighed.comparison
    snippet = passages[comparison.passage].snippet
    reference = snippet.reference
    if comparison.computation is None:
        cell = snippet.row.place(comparison.source) if snippet.row else ""
        return QuantityEvidence(reference, comparison.source.span, comparison.source.meaning, cell=cell)
    arithmetic = comparison.computation.arithmetic
    meaning = arithmetic.rpartition("=")[2].strip()
    beside = None
    if comparison.beside is not None:
        other, operand = comparison.beside
        beside = passages[other].snippet.reference, operand.span
    return QuantityEvidence(reference, comparison.source.span, meaning, arithmetic, beside=beside)


def standing(reference: Reference) -> tuple[int, int]:
    """How much a source counts where sources disagree: its rank, then the day it is of; more is better."""
    meta = reference.document.meta
    return _RANKS.get(meta.rank, 0), meta.date.toordinal() if meta.date else 0


_RANKS = {"primary": 1, "secondary": -1}

CLAIM_FEATURES = (
    "entailment", "entailment_logit", "contradiction", "contradiction_fit", "entailment_fit", "first_entailment",
    "first_contradiction", "contradiction_beside_entailment", "fit", "second_fit", "has_quantity", "all_matched",
    "matched_entailment", "substituted", "unmatched", "rare_match", "aligned_match", "aligned_conflict",
    "aligned_contradiction",
)  # fmt: skip
QUANTITY_FEATURES = (
    "entailment", "contradiction", "fit", "matched", "matched_entailment", "matched_fit", "matched_first",
    "computed", "compatible", "conflicting", "substituted", "substituted_over_matched", "conflict_contradicted",
    "conflict_outranks", "rare_match", "rare_match_first",
    "rare_unmatched", "unmatched_substituted", "date_like", "vague", "small", "ordinal",
    "claim_supported", "claim_contradicted", "matched_logit", "matched_contradiction", "matched_in_best",
    "aligned", "aligned_contradiction", "several", "money", "percent", "duration", "hedged",
)  # fmt: skip


def claim_features(case: Case) -> NDArray[np.float64]:
    """The claim's row for the fusion.

    Args:
        case: The claim with all that is known about it; at least one passage.

    Returns:
        Float64 of shape (len(CLAIM_FEATURES),).
    """
    passages, quantities, readings = case.passages, case.quantities, case.readings
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
        _logit(float(entailment.max())),
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
        max((r.entailment for r in readings if r.alignment.matches), default=0.0),
        max((r.entailment for r in readings if r.alignment.conflicts), default=0.0),
        max((r.contradiction for r in readings), default=contradiction.max()),
    ])  # fmt: skip


def quantity_features(
    case: Case, quantity: Quantity, weighed: Sequence[Weighed], claim: NDArray[np.float64]
) -> NDArray[np.float64]:
    """One quantity's row for the fusion.

    Args:
        case: Its claim with all that is known about it; at least one passage.
        quantity: One of the claim's.
        weighed: The quantity's comparisons.
        claim: The fitted probabilities of the whole claim: supported, contradicted, unverified.

    Returns:
        Float64 of shape (len(QUANTITY_FEATURES),).
    """
    passages = case.passages
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
        float(quantity.kind in TEMPORAL),
        float(quantity.hedge is Hedge.VAGUE),
        float(quantity.kind is QuantityKind.COUNT and quantity.value <= 2),
        float(quantity.kind is QuantityKind.ORDINAL),
        *_beside_its_claim(case, quantity, matches, claim),
    ])  # fmt: skip


def _beside_its_claim(
    case: Case, quantity: Quantity, matches: Sequence[Weighed], claim: NDArray[np.float64]
) -> tuple[float, ...]:
    """What the claim as a whole tells of one of its quantities: the features from "claim_supported" on."""
    passages = case.passages
    match = max(matches, key=strength, default=None)
    holder = passages[match.comparison.passage] if match else None
    best = max(range(len(passages)), key=lambda position: passages[position].entailment)
    return (
        claim[0],
        claim[1],
        _logit(holder.entailment if holder else 0.0),
        holder.contradiction if holder else 0.0,
        float(any(w.comparison.passage == best for w in matches)),
        max((reading.entailment for reading in case.readings), default=0.0),
        max((reading.contradiction for reading in case.readings), default=0.0),
        float(len(case.quantities) > 1),
        float(quantity.kind is QuantityKind.MONEY),
        float(quantity.kind is QuantityKind.PERCENT),
        float(quantity.kind is QuantityKind.DURATION),
        float(quantity.hedge is not Hedge.EXACT),
    )


def _logit(probability: float) -> float:
    """The log of the odds, bounded."""
    return math.log((probability + 0.01) / (1.01 - probability))


def strength(weighed: Weighed) -> float:
    """How far a comparison can be relied on: the model's word for it, and the likeness of what is counted."""
    return weighed.entailment * (0.5 + weighed.comparison.likeness / 2)


def _outranks(conflict: Weighed | None, match: Weighed | None, passages: Sequence[Passage]) -> float:
    """1 where the conflicting source counts more than the matching one, -1 where it counts less, else 0."""
    if conflict is None or match is None:
        return 0.0
    ours, theirs = passages[conflict.comparison.passage].standing, passages[match.comparison.passage].standing
    return float(ours > theirs) - float(ours < theirs)
