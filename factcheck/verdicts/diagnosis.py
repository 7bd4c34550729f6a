"""What more is known of a number's verdict: why it is not supported, and what other sources say.

Nothing here changes a verdict. A reason makes a finding more exact: the same digits in another unit, a figure of
something else, arithmetic that does not follow, a hedge that points the wrong way, a better source that overrules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claim import Claim, Hedge, Quantity, QuantityKind
from factcheck.document import Reference
from factcheck.evidence import (
    MATCHING,
    NumberReason,
    OtherValue,
    QuantityEvidence,
    QuantityRelation,
    QuantityVerdict,
    Snippet,
    VerdictLabel,
)
from factcheck.quantities import distance, relate, same_thing
from factcheck.quantities.relate import understates
from factcheck.verdicts.arithmetic import Expected, expected, expected_of
from factcheck.verdicts.comparisons import rarity
from factcheck.verdicts.excerpt import excerpt
from factcheck.verdicts.features import Passage, Weighed, source_of
from factcheck.verdicts.mismatch import other_unit, points_as_percent
from factcheck.verdicts.numbers_alone import SAME_NOUN, same_subject

_POINTING = frozenset({Hedge.OVER, Hedge.AT_LEAST, Hedge.UNDER, Hedge.AT_MOST, Hedge.NEARLY})
_NEAR = 0.1
"""Share of a hedged figure that the source's may lie off for the hedge to be the fault, and not the figure."""
_SAYS = 0.6
"""Probability from which a passage says something of the same thing, for showing it beside another."""
_SILENT = 0.3
"""Probability below which a passage with the article's figure does not say it of the article's thing."""
_OTHER_THING = 0.3
_TELLING = 0.45
"""Rarity from which finding a figure elsewhere is no chance: "a year" is everywhere."""


def diagnosed(
    number: QuantityVerdict,
    claim: Claim,
    passages: Sequence[Passage],
    weighed: Sequence[Weighed],
    references: Sequence[Reference],
) -> QuantityVerdict:
    """The verdict on a number with its reason and the other sources.

    Args:
        number: The verdict.
        claim: In which the number stands.
        passages: Retrieved for the claim, best first.
        weighed: The number's comparisons.
        references: What the indices in the snippets mean.
    """
    number = _with_other_sources(number, passages, weighed)
    if number.label is VerdictLabel.SUPPORTED or number.reason is not None:
        return number
    return (
        _of_unit(number, claim, passages)
        or _of_arithmetic(number, claim, passages, references)
        or _of_hedge(number, passages, weighed)
        or _of_referent(number, passages, weighed)
        or number
    )


def _with_other_sources(
    number: QuantityVerdict, passages: Sequence[Passage], weighed: Sequence[Weighed]
) -> QuantityVerdict:
    """The number with what other references say of the same thing, and what that means for it."""
    if number.label is VerdictLabel.UNVERIFIED or number.evidence is None:
        return number
    supported = number.label is VerdictLabel.SUPPORTED
    deciding = number.evidence.reference
    others = {
        agrees: [
            w
            for w in weighed
            if _speaks(number.quantity, w, passages, agrees=agrees) and _reference(w, passages) != deciding
        ]
        for agrees in (True, False)
    }
    against = others[not supported]
    if not against:
        return number
    mine = [p.standing for p in passages if p.snippet.reference == deciding]
    mine += [passages[w.comparison.passage].standing for w in others[supported]]
    best = max(passages[w.comparison.passage].standing for w in against)
    shown = tuple(
        OtherValue(source_of(w, passages), agrees)
        for agrees in (not supported, supported)
        for w in _once_a_reference(others[agrees], passages)
    )
    reason: NumberReason | None = None
    if supported:
        reason = NumberReason.SUPERSEDED if best > max(mine) else NumberReason.SOURCES_DISAGREE
    elif best < max(mine):
        reason = NumberReason.SUPERSEDED
    apart = number.distance or distance(number.quantity, against[0].comparison.source)
    return replace(number, reason=reason, distance=apart if reason else number.distance, others=shown)


def _speaks(quantity: Quantity, weighed: Weighed, passages: Sequence[Passage], *, agrees: bool) -> bool:
    """Whether a passage surely gives a value of the same thing, one that agrees or one that does not.

    Sure is what the model says of the claim with that value in it, and what the words say where the model, which reads
    the claim as it stands, leans the same way.
    """
    comparison, passage = weighed.comparison, passages[weighed.comparison.passage]
    wanted = MATCHING if agrees else {QuantityRelation.CONFLICTING}
    if comparison.relation not in wanted or comparison.computation is not None:
        return False
    if passage.probabilities is None:
        return same_subject(quantity, weighed, passages)
    named = comparison.likeness >= SAME_NOUN and same_subject(quantity, weighed, passages)
    if agrees:
        return passage.entailment >= _SAYS or (named and passage.entailment > passage.contradiction)
    return passage.entailment < _SAYS and (weighed.entailment >= _SAYS or (named and passage.contradiction >= _SAYS))


def _reference(weighed: Weighed, passages: Sequence[Passage]) -> int:
    return passages[weighed.comparison.passage].snippet.reference


def _once_a_reference(found: Sequence[Weighed], passages: Sequence[Passage]) -> list[Weighed]:
    """One comparison for each reference, those that count most first."""
    best: dict[int, Weighed] = {}
    for weighed in sorted(found, key=lambda w: (-w.entailment, w.comparison.passage)):
        best.setdefault(_reference(weighed, passages), weighed)
    return sorted(best.values(), key=lambda w: passages[w.comparison.passage].standing, reverse=True)


def _of_unit(number: QuantityVerdict, claim: Claim, passages: Sequence[Passage]) -> QuantityVerdict | None:
    """The same digits in another unit."""
    for passage in passages:
        apart = points_as_percent(excerpt(claim.text, number.quantity), number.quantity, passage.snippet.quantities)
        if apart is not None:
            shares = [source for source in passage.snippet.quantities if source.unit == "%"]
            return _explained(number, NumberReason.UNIT_MISMATCH, passage, shares[0], apart)
        for source in passage.snippet.quantities:
            apart = other_unit(number.quantity, source)
            if apart is not None:
                return _explained(number, NumberReason.UNIT_MISMATCH, passage, source, apart)
    return None


def _of_arithmetic(
    number: QuantityVerdict, claim: Claim, passages: Sequence[Passage], references: Sequence[Reference]
) -> QuantityVerdict | None:
    """A result that the values of a passage do not give.

    Where a source states the result itself nothing is computed, unless what it was taken to state is one of the parts.
    """
    stated = number.evidence if number.label is VerdictLabel.CONTRADICTED else None
    for reference, found in _results(number.quantity, claim, passages, references):
        if found is not None and (stated is None or stated.span in {part.span for part in found.operands}):
            source = QuantityEvidence(reference, found.operands[0].span, found.shown, found.arithmetic)
            return replace(
                number,
                reason=NumberReason.ARITHMETIC,
                relation=QuantityRelation.CONFLICTING,
                evidence=source,
                distance=distance(number.quantity, found.value),
            )
    return None


def _results(
    quantity: Quantity, claim: Claim, passages: Sequence[Passage], references: Sequence[Reference]
) -> Iterator[tuple[int, Expected]]:
    """What the values of each passage give, then those of all passages of a reference; with the reference's index."""
    by_reference: dict[int, list[Snippet]] = {}
    said = excerpt(claim.text, quantity)
    for passage in passages:
        snippet = passage.snippet
        found = expected(said, quantity, snippet.quantities, references[snippet.reference].text)
        if found is not None:
            yield snippet.reference, found
        by_reference.setdefault(snippet.reference, []).append(snippet)
    for reference, snippets in by_reference.items():
        found = expected_of(said, quantity, snippets, references[reference].text)
        if found is not None:
            yield reference, found


def _of_hedge(
    number: QuantityVerdict, passages: Sequence[Passage], weighed: Sequence[Weighed]
) -> QuantityVerdict | None:
    """A figure that is about right, on the wrong side of what the hedge allows; or a bound that lies too low."""
    quantity = number.quantity
    if quantity.hedge not in _POINTING or not quantity.value:
        return None
    for one in weighed:
        comparison = one.comparison
        source = comparison.source
        low = understates(quantity, source)
        if not (low or (comparison.relation is QuantityRelation.CONFLICTING and source.interval.is_point)):
            continue
        same = comparison.likeness >= SAME_NOUN or one.entailment >= _SAYS
        near = abs(source.value - quantity.value) <= _NEAR * abs(quantity.value)
        if same and (low or (near and source.hedge is Hedge.EXACT)):
            passage = passages[comparison.passage]
            return _explained(number, NumberReason.HEDGE, passage, source, distance(quantity, source))
    return None


def _explained(
    number: QuantityVerdict, reason: NumberReason, passage: Passage, source: Quantity, apart: str
) -> QuantityVerdict:
    evidence = QuantityEvidence(passage.snippet.reference, source.span, source.meaning)
    relation = relate(number.quantity, source)
    return replace(number, reason=reason, relation=relation, evidence=evidence, distance=apart)


def _of_referent(
    number: QuantityVerdict, passages: Sequence[Passage], weighed: Sequence[Weighed]
) -> QuantityVerdict | None:
    """The figure in a source, of something else: another noun, or a passage that does not say it of the claim's."""
    quantity = number.quantity
    version = quantity.kind is QuantityKind.COUNT and quantity.precision < 1 and not quantity.counted
    if rarity(quantity) < _TELLING or not quantity.interval.is_point or version:
        return None
    contradicted = number.label is VerdictLabel.CONTRADICTED
    for position, passage in enumerate(passages):
        if contradicted and not _holds_evidence(number, passage):
            continue
        for source in passage.snippet.quantities:
            if relate(quantity, source) is not QuantityRelation.EQUAL:
                continue
            named = bool(quantity.counted and source.counted)
            other = same_thing(quantity, source) < _OTHER_THING if named else _does_not_say(passage, contradicted)
            if other and not any(_of_the_same(w, position) for w in weighed):
                evidence = QuantityEvidence(passage.snippet.reference, source.span, source.meaning)
                return replace(number, reason=NumberReason.WRONG_REFERENT, elsewhere=evidence)
    return None


def _holds_evidence(number: QuantityVerdict, passage: Passage) -> bool:
    """Whether the value that contradicts stands in a passage: then the article has mixed up two of its figures."""
    evidence, snippet = number.evidence, passage.snippet
    return evidence is not None and snippet.reference == evidence.reference and snippet.span.contains(evidence.span)


def _does_not_say(passage: Passage, contradicted: bool) -> bool:
    """Whether a model has read the passage and finds nothing of the claim in it."""
    return passage.probabilities is not None and (contradicted or passage.entailment < _SILENT)


def _of_the_same(weighed: Weighed, position: int) -> bool:
    """Whether the passage at `position` gives the value with the claim's own noun."""
    comparison = weighed.comparison
    matching = comparison.relation in MATCHING and comparison.likeness >= SAME_NOUN
    return matching and comparison.passage == position
