"""The fusion: passages and compared quantities to a verdict with its confidence, evidence and reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from factcheck.claim import Claim, Quantity, QuantityKind
from factcheck.document import Reference, Span
from factcheck.evidence import (
    MATCHING,
    Evidence,
    EvidenceRelation,
    QuantityRelation,
    QuantityVerdict,
    Snippet,
    Verdict,
    VerdictLabel,
)
from factcheck.nli import CONTRADICTION, ENTAILMENT, NEUTRAL
from factcheck.quantities import distance
from factcheck.verdicts.calibration import LABELS, fitted
from factcheck.verdicts.certain import coincides, is_nowhere, is_of_another, renamed, turned, unfounded
from factcheck.verdicts.diagnosis import diagnosed
from factcheck.verdicts.explanation import highlights, most_telling
from factcheck.verdicts.features import (
    CLAIM_FEATURES,
    DECISIVE,
    QUANTITY_FEATURES,
    Case,
    Exchanged,
    Passage,
    Weighed,
    claim_features,
    quantity_features,
    source_of,
    strength,
)
from factcheck.verdicts.numbers_alone import (
    CONFIDENCE,
    claim_alone,
    is_loosely_told,
    only_names_a_day,
    quantity_alone,
    says_only_some,
)
from factcheck.verdicts.rationale import rationale
from factcheck.verdicts.settled import covers, of_table, told_by_tables

_CONFLICT = frozenset({QuantityRelation.CONFLICTING})
SHOWN = 3
"""How many pieces of evidence a verdict shows."""
OPEN = 0.5
"""Confidence that no source gives a number from which the claim cannot be established."""
GROUNDLESS = 0.6
"""Least confidence that a number which cannot stand, or which stands in no reference, is supported by no source."""
GIVEN = 0.35
"""Most confidence that a bare figure with decimals is contradicted which a reference does give, perhaps of the same."""
RENAMED = 0.9
"""Confidence that a claim is contradicted of which a passage tells the same with another name."""
OF_ANOTHER = 0.85
"""Least confidence that a claim is contradicted which has a name that no reference has where a passage has another."""
OPPOSING = 0.2
"""Probability of contradiction below which a passage says nothing against a claim."""


def unjudged(claim: Claim, reason: str) -> Verdict:
    """The verdict of a claim that was not held against any reference, and why not."""
    numbers = tuple(QuantityVerdict(quantity, VerdictLabel.UNVERIFIED) for quantity in claim.quantities)
    return Verdict(VerdictLabel.UNVERIFIED, 1.0, reason, (), numbers)


def fuse(case: Case, references: Sequence[Reference]) -> Verdict:
    """One claim's verdict.

    Args:
        case: The claim with all that is known about it; at least one passage.
        references: For the words of the rationale.
    """
    told = case.settled
    judged = None
    groundless = [False] * len(told)
    if case.passages[0].probabilities is not None:
        judged = fitted("claim", CLAIM_FEATURES).probabilities(claim_features(case))
        groundless = [
            one is None and (is_nowhere(case, at) or unfounded(case, quantity, weighed, references))
            for at, (quantity, weighed, one) in enumerate(
                zip(case.claim.quantities, case.quantities, told, strict=True)
            )
        ]
    numbers = tuple(
        of_table(quantity, one)
        if one
        else diagnosed(_number(case, at, judged, not empty), case.claim, case.passages, weighed, references)
        for at, (quantity, weighed, one, empty) in enumerate(
            zip(case.claim.quantities, case.quantities, told, groundless, strict=True)
        )
    )
    other = renamed(case)
    if judged is not None:
        label, confidence = _with_numbers(case, judged, numbers, may_stand=not any(groundless))
        label, confidence = _with_names(case, other, label, confidence)
        if case.claim.quantities and all(told):
            label, confidence = told_by_tables(label, confidence, numbers, covers(case.claim, told))
    else:
        label, confidence = claim_alone(numbers), CONFIDENCE
    if label is not VerdictLabel.CONTRADICTED:
        other = None
    evidence = tuple(
        replace(piece, highlights=highlights(case.claim, references[piece.reference].text, piece.span))
        for piece in _evidence(label, case, numbers, other)
    )
    why = rationale(case, label, numbers, evidence, references, other)
    return Verdict(label, confidence, why, evidence, numbers, other.exchange.other if other else "")


def _with_numbers(
    case: Case, probabilities: NDArray[np.float64], numbers: Sequence[QuantityVerdict], *, may_stand: bool
) -> tuple[VerdictLabel, float]:
    """The likeliest label; but a claim with a contradicted number cannot stand, and none is contradicted by silence.

    Args:
        case: The claim with all that is known about it.
        probabilities: Of LABELS.
        numbers: The verdicts on the claim's numbers.
        may_stand: Whether the claim may be supported: not with a number that no passage bears out.
    """
    chances = dict(zip(LABELS, map(float, probabilities), strict=True))
    if any(number.label is VerdictLabel.CONTRADICTED for number in numbers):
        return VerdictLabel.CONTRADICTED, max(0.5, chances[VerdictLabel.CONTRADICTED])
    label = LABELS[int(probabilities.argmax())]
    if label is VerdictLabel.CONTRADICTED and not _is_opposed(case):
        return VerdictLabel.UNVERIFIED, chances[VerdictLabel.UNVERIFIED]
    may_stand = may_stand and not turned(case) and not any(_is_open(number) for number in numbers)
    if label is VerdictLabel.SUPPORTED and not may_stand:
        return VerdictLabel.UNVERIFIED, 1.0 - chances[VerdictLabel.SUPPORTED]
    return label, chances[label]


def _with_names(
    case: Case, other: Exchanged | None, label: VerdictLabel, confidence: float
) -> tuple[VerdictLabel, float]:
    """The verdict, once the names and codes are looked at that no reference has."""
    if other is not None:
        return VerdictLabel.CONTRADICTED, RENAMED
    if label is VerdictLabel.CONTRADICTED and is_of_another(case):
        return label, max(confidence, OF_ANOTHER)
    return label, confidence


def _is_opposed(case: Case) -> bool:
    """Whether a passage speaks against a claim, or entails it with another value in it."""
    if any(passage.contradiction >= OPPOSING for passage in case.passages):
        return True
    weighed = [one for found in case.quantities for one in found if one.comparison.relation in _CONFLICT]
    return any(one.entailment >= DECISIVE for one in weighed)


def agreed(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts of one document's claims, with one verdict for each number that several claims share.

    What the surest of its claims finds holds for a number, supported or contradicted: that another claim around it
    could not be established says nothing against it. A claim with a contradicted number is contradicted.
    """
    best: dict[Span, QuantityVerdict] = {}
    for verdict in verdicts:
        for number in verdict.quantities:
            known = best.get(number.quantity.span)
            if known is None or _telling(number) < _telling(known):
                best[number.quantity.span] = number
    settled = []
    for verdict in verdicts:
        numbers = tuple(best[number.quantity.span] for number in verdict.quantities)
        wrong = any(number.label is VerdictLabel.CONTRADICTED for number in numbers)
        label = VerdictLabel.CONTRADICTED if wrong else verdict.label
        settled.append(replace(verdict, label=label, quantities=tuple(n for n in numbers if not _left_to_claim(n))))
    return settled


def _is_open(number: QuantityVerdict) -> bool:
    """Whether it is likelier than not that no source gives a number: then no claim with it is established."""
    is_sure = number.label is VerdictLabel.UNVERIFIED and number.confidence >= OPEN
    return is_sure and not _left_to_claim(number)


def _left_to_claim(number: QuantityVerdict) -> bool:
    """Whether a verdict on its own would be noise: "Sunday", "last year", "several ways" that no source settles.

    Such words without a figure are checked, and reported where a source differs, but nobody counts them among the
    numbers of an article; where one is open, the claim around it is open too and says so.
    """
    quantity = number.quantity
    wordy = not any(char.isdigit() for char in quantity.text)
    calendar = quantity.kind is QuantityKind.DATE
    return wordy and (calendar or says_only_some(quantity)) and number.label is VerdictLabel.UNVERIFIED


def _telling(number: QuantityVerdict) -> tuple[int, float, int, bool]:
    """The lower, the rather one of several verdicts on a number stands: one that tells something, the surest first."""
    order = (VerdictLabel.CONTRADICTED, VerdictLabel.SUPPORTED, VerdictLabel.UNVERIFIED).index(number.label)
    return int(number.label is VerdictLabel.UNVERIFIED), -number.confidence, order, number.reason is None


def _number(case: Case, at: int, judged: NDArray[np.float64] | None, may_stand: bool) -> QuantityVerdict:
    """The verdict of the quantity at an index, with the source's value where one can be shown."""
    quantity, weighed = case.claim.quantities[at], case.quantities[at]
    if judged is not None:
        label, confidence = _likeliest(case, quantity, weighed, judged, may_stand)
        if label is not VerdictLabel.SUPPORTED and case.lacks(at):
            confidence = max(confidence, GROUNDLESS)
        elif label is VerdictLabel.UNVERIFIED and is_loosely_told(quantity):
            confidence = min(confidence, OPEN)
        elif label is VerdictLabel.CONTRADICTED and _is_bare(quantity) and case.absent:
            confidence = min(confidence, GIVEN)
        shown = _strongest(weighed, {VerdictLabel.CONTRADICTED: _CONFLICT, VerdictLabel.SUPPORTED: MATCHING}.get(label))
    else:
        label, shown = quantity_alone(quantity, case.passages, weighed)
        confidence = CONFIDENCE
    if shown is None:
        return QuantityVerdict(quantity, label, confidence=confidence)
    relation, source = shown.comparison.relation, shown.comparison.source
    apart = distance(quantity, source) if relation is QuantityRelation.CONFLICTING else ""
    return QuantityVerdict(quantity, label, relation, source_of(shown, case.passages), confidence, distance=apart)


def _is_bare(quantity: Quantity) -> bool:
    """Whether a number with decimals has neither noun nor unit: a version, a cell, "24.2+"."""
    named = quantity.counted or quantity.unit or quantity.per
    return quantity.kind is QuantityKind.COUNT and quantity.precision < 1 and not named


def _likeliest(
    case: Case, quantity: Quantity, weighed: Sequence[Weighed], judged: NDArray[np.float64], may_stand: bool
) -> tuple[VerdictLabel, float]:
    """The fitted label and its probability.

    Supported only where that is sure, or stated by the better source, and it may stand; contradicted only where a
    source's value can be shown.
    """
    regression = fitted("quantity", QUANTITY_FEATURES)
    row = quantity_features(case, quantity, weighed, judged)
    chances = dict(zip(LABELS, map(float, regression.probabilities(row)), strict=True))
    is_sure = chances[VerdictLabel.SUPPORTED] >= regression.supported_from or _is_stated(weighed, case.passages)
    if may_stand and is_sure and not coincides(case, weighed):
        return VerdictLabel.SUPPORTED, chances[VerdictLabel.SUPPORTED]
    if may_stand and is_sure:
        return VerdictLabel.UNVERIFIED, OPEN
    likelier = chances[VerdictLabel.CONTRADICTED] >= chances[VerdictLabel.UNVERIFIED]
    conflict = _strongest(weighed, _CONFLICT)
    is_shown = conflict is not None and (conflict.entailment >= DECISIVE or not only_names_a_day(quantity))
    fallen = 1.0 - chances[VerdictLabel.SUPPORTED]
    if is_shown and likelier:
        return VerdictLabel.CONTRADICTED, chances[VerdictLabel.CONTRADICTED] / (1.0 if may_stand else fallen)
    # That no source gives it is as sure as that it is not supported, whatever else the model takes it for.
    return VerdictLabel.UNVERIFIED, fallen if may_stand else max(fallen, GROUNDLESS)


def _is_stated(weighed: Sequence[Weighed], passages: Sequence[Passage]) -> bool:
    """Whether a passage surely gives the number, and another value is neither surer nor of a better source."""
    match, conflict = _strongest(weighed, MATCHING), _strongest(weighed, _CONFLICT)
    if match is None or conflict is None or match.entailment < max(DECISIVE, conflict.entailment):
        return False
    ours, theirs = (passages[one.comparison.passage].standing for one in (match, conflict))
    return ours >= theirs


def _strongest(weighed: Sequence[Weighed], relations: frozenset[QuantityRelation] | None) -> Weighed | None:
    """The comparison to rely on, the one in the better passage where two are as strong."""
    fitting = [w for w in weighed if relations and w.comparison.relation in relations]
    return max(fitting, key=lambda w: (strength(w), -w.comparison.passage), default=None)


def _evidence(
    label: VerdictLabel, case: Case, numbers: Sequence[QuantityVerdict], other: Exchanged | None
) -> tuple[Evidence, ...]:
    """The passages that bear most on the verdict, best first."""
    passages = case.passages
    # A value that differs is the whole case against a claim; one that agrees is only a part of what supports it.
    number_weight = 1.0 if label is VerdictLabel.CONTRADICTED else 0.2
    bonus = [0.0] * len(passages)
    for number, weighed in zip(numbers, case.quantities, strict=True):
        shown = frozenset({number.relation}) if number.evidence else frozenset()
        best = _strongest(weighed, shown)
        if best is not None and number.label is label:
            for place in best.comparison.places:  # of a value over two passages both are quoted
                bonus[place] += number_weight * (best.entailment + 0.1)
    if other is not None:
        bonus[other.exchange.passage] += 2.0
    rows = [one.line.row for one in case.settled if one and one.label is label]
    for position, passage in enumerate(passages):
        bonus[position] += 2.0 * sum(passage.snippet.row is row for row in rows)

    def weight(position: int) -> float:
        passage = passages[position]
        model = {
            VerdictLabel.SUPPORTED: passage.entailment,
            VerdictLabel.CONTRADICTED: passage.contradiction * passage.fit,
            VerdictLabel.UNVERIFIED: 0.0,
        }[label]
        return bonus[position] + model + 0.2 * passage.fit

    order = sorted(range(len(passages)), key=lambda position: (-weight(position), position))
    found: dict[tuple[int, Span], Evidence] = {}
    for rank, position in enumerate(order):
        if len(found) == SHOWN:
            break
        passage = passages[position]
        # Several sentences were read together: a reader is shown the one that speaks of the claim.
        quoted = passage.snippet if bonus[position] else most_telling(case.claim, passage.sentences, passage.snippet)
        # What a verdict rests on most shows that relation, however unsure the model is of it alone.
        found.setdefault(
            (quoted.reference, quoted.span), _piece(passage, quoted, label if rank == 0 or bonus[position] else None)
        )
    return tuple(found.values())


def _piece(passage: Passage, quoted: Snippet, shown: VerdictLabel | None) -> Evidence:
    """A sentence of a passage as evidence: with the relation that the verdict rests on, else as the model reads it."""
    entailment, neutral, contradiction = (
        (0.0, 1.0, 0.0)
        if passage.probabilities is None
        else tuple(float(passage.probabilities[i]) for i in (ENTAILMENT, NEUTRAL, CONTRADICTION))
    )
    relation = EvidenceRelation.NEUTRAL
    if shown is VerdictLabel.CONTRADICTED or (shown is None and contradiction >= DECISIVE):
        relation = EvidenceRelation.CONTRADICTS
    elif shown is VerdictLabel.SUPPORTED or (shown is None and entailment >= DECISIVE):
        relation = EvidenceRelation.SUPPORTS
    return Evidence(quoted.reference, quoted.span, relation, entailment, neutral, contradiction)
