"""What no model may overrule: a number that its passages do not bear out, whatever the whole sentence looks like.

Neural models take "€1.5 million" for "$1.5 million" and "raised by £3" for "reduced by £3". Where no passage has a
number of the claim's value for the claim's thing, and the passage that the model relies on states another, that number
does not stand, and neither does the claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isclose

from factcheck.claim import Hedge, Quantity, QuantityKind
from factcheck.document import Reference
from factcheck.evidence import MATCHING, QuantityRelation
from factcheck.quantities import relate, same_thing
from factcheck.quantities.heads import SAME_THING, UNKNOWN
from factcheck.verdicts.arithmetic import expected
from factcheck.verdicts.comparisons import Comparison
from factcheck.verdicts.doers import turned_round
from factcheck.verdicts.excerpt import excerpt
from factcheck.verdicts.features import DECISIVE, Case, Exchanged, Passage, Weighed
from factcheck.verdicts.mismatch import other_unit, points_as_percent
from factcheck.verdicts.numbers_alone import SAME_NOUN

UNRELATED = 0.08
"""Probability of entailment below which a passage is on something else than a claim."""
_BOUNDS = frozenset({Hedge.OVER, Hedge.AT_LEAST, Hedge.UNDER, Hedge.AT_MOST})
ENTAILED = 0.75
"""Probability from which a passage tells the same of another."""
ALIKE = 0.45
"""The same where both are codes behind the same word, "Python 3.8" and "Python 3.11"."""
DENIED = 0.7
"""Probability from which a passage speaks against a claim."""
CLEARLY = 0.3
"""By how much that must be likelier than what the claim says."""
_MEASURED = frozenset({QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE})
_TOLD = frozenset({QuantityKind.COUNT, QuantityKind.MULTIPLE, QuantityKind.DURATION, QuantityKind.MEASURE})
_FEW = 2
"""Counts in words up to it need no number in a passage: "both", "one of them"."""
_LOOSE = frozenset({QuantityKind.DATE, QuantityKind.TIME, QuantityKind.ORDINAL})
"""Kinds of which a passage may give several for one thing: the day of a decision and the day of its effect."""


def unfounded(case: Case, quantity: Quantity, weighed: Sequence[Weighed], references: Sequence[Reference]) -> bool:
    """Whether a number cannot stand: no passage agrees with it, and the one relied on states something else.

    Where the references say so little that all of it was looked at, that none agrees is enough.

    Args:
        case: The claim with all that is known about it; at least one passage.
        quantity: One of the claim's.
        weighed: Its comparisons.
        references: What the indices in the snippets mean.
    """
    if any(w.comparison.relation in MATCHING or _is_figure(quantity, w.comparison) for w in weighed):
        return False
    best = _relied_on(case)
    passage = case.passages[best]
    if passage.snippet.tabular:
        return False
    sources = passage.snippet.quantities
    if case.is_exhaustive and not _says_little(quantity):
        return True
    if any(other_unit(quantity, source) is not None for source in sources):
        return True
    if points_as_percent(excerpt(case.claim.text, quantity), quantity, sources) is not None:
        return True
    text = references[passage.snippet.reference].text
    return (
        expected(excerpt(case.claim.text, quantity), quantity, sources, text) is not None
        or _states_another(quantity, weighed, best)
        or (passage.entailment >= DECISIVE and _measures_another(quantity, weighed, best))
        or _of_something_else(quantity, passage)
    )


def is_nowhere(case: Case, at: int) -> bool:
    """Whether a number in figures stands in no reference in any form, and is of a kind that is told, not computed.

    A model that takes a passage for the claim's has read over it: "over 4M checkpoints" where the source has over 1M.
    Per cents and money are left out: readers compute those from what references give, in more ways than are known here.

    Args:
        case: The claim with all that is known about it.
        at: Index of one of its numbers.
    """
    quantity = case.claim.quantities[at]
    return case.lacks(at) and quantity.kind in _TOLD and any(char.isdigit() for char in quantity.text)


def coincides(case: Case, weighed: Sequence[Weighed]) -> bool:
    """Whether a number's only grounds are its figure, in passages that the model takes for ones on something else.

    "Rose by 5 percent" may be said of many things: where all that the references say was read, and little of it is the
    claim's, that one of them has its figure proves nothing. Among many passages a figure is worth more than the model.
    A passage that has another value for another number of the claim is on the same thing.

    Args:
        case: The claim with all that is known about it.
        weighed: The comparisons of one of its numbers.
    """
    grounds = [one for one in weighed if one.comparison.relation in MATCHING]
    return (
        case.is_exhaustive
        and bool(grounds)
        and all(
            one.comparison.computation is None
            and max(one.entailment, case.passages[one.comparison.passage].entailment) < UNRELATED
            and not _differs(case, weighed, one.comparison.passage)
            for one in grounds
        )
    )


def _differs(case: Case, weighed: Sequence[Weighed], passage: int) -> bool:
    """Whether a passage conflicts with another number of the claim than the one whose comparisons are given."""
    return any(
        one.comparison.relation is QuantityRelation.CONFLICTING and one.comparison.passage == passage
        for found in case.quantities
        if found is not weighed
        for one in found
    )


def turned(case: Case) -> bool:
    """Whether the passage that the model relies on has doer and done-to the other way round than the claim."""
    return turned_round(case.claim.text, case.passages[_relied_on(case)].snippet.text)


def renamed(case: Case) -> Exchanged | None:
    """The claim as a passage tells it, of another than the claim names: the one that the passage entails most.

    None where a passage entails the claim itself nearly as much: it may know the other by both names. Of codes that
    says nothing: models read over "3.7" for "3.10".
    """
    best = max(case.exchanged, key=lambda one: one.entailment, default=None)
    named = next((one for one in case.exchanged if one.exchange.is_named), None)
    if named is not None:
        return named
    if best is None or best.entailment < (ALIKE if best.exchange.is_alike else ENTAILED):
        return None
    if best.exchange.is_code:
        return best
    own = max([passage.entailment for passage in case.passages] + [reading.entailment for reading in case.readings])
    return best if best.entailment >= own + CLEARLY else None


def is_of_another(case: Case) -> bool:
    """Whether a passage that speaks against the claim has a name or code in place of one that no reference has."""
    return any(case.passages[one.exchange.passage].contradiction >= DENIED for one in case.exchanged)


def _is_figure(quantity: Quantity, comparison: Comparison) -> bool:
    """Whether a source has the figure with another hedge: "about 140" is no ground for "140", but speaks of it."""
    source = comparison.source
    hedged = quantity.hedge is not source.hedge and quantity.kind is source.kind
    hedged = hedged and not {quantity.hedge, source.hedge} <= _BOUNDS
    same = hedged and isclose(quantity.value, source.value, rel_tol=1e-6)
    return same and comparison.relation is QuantityRelation.COMPATIBLE


def _says_little(quantity: Quantity) -> bool:
    """Whether a passage may bear a number out without a number: "both", "no", "the first", "on Sunday", "several"."""
    if any(char.isdigit() for char in quantity.text):
        return False
    if quantity.hedge is Hedge.VAGUE or quantity.kind in _LOOSE:
        return True
    return quantity.kind is QuantityKind.COUNT and quantity.value <= _FEW


def _relied_on(case: Case) -> int:
    """The passage that the model finds to entail the claim most."""
    return max(range(len(case.passages)), key=lambda i: (case.passages[i].entailment, -i))


def _states_another(quantity: Quantity, weighed: Sequence[Weighed], best: int) -> bool:
    """Whether the passage gives the thing another value: by its noun, by the substitution test, or as another bound."""
    if quantity.kind in _LOOSE:
        return False
    return any(
        _is_another(one) or _is_another_bound(quantity, one.comparison)
        for one in weighed
        if one.comparison.passage == best
    )


def _measures_another(quantity: Quantity, weighed: Sequence[Weighed], best: int) -> bool:
    """Whether a passage that entails the claim gives another value in its unit: models read over "1.6%" for "0.16%"."""
    return quantity.kind in _MEASURED and any(
        one.comparison.passage == best
        and one.comparison.relation is QuantityRelation.CONFLICTING
        and one.comparison.likeness >= UNKNOWN
        for one in weighed
    )


def _is_another(weighed: Weighed) -> bool:
    comparison = weighed.comparison
    if comparison.relation is not QuantityRelation.CONFLICTING:
        return False
    return comparison.likeness >= SAME_NOUN or weighed.entailment >= DECISIVE


def _is_another_bound(quantity: Quantity, comparison: Comparison) -> bool:
    """As in "over 900 rules" of "over 800 rules": who knows that there are over 900 would not say 800."""
    bounds = quantity.hedge in _BOUNDS and comparison.source.hedge is quantity.hedge
    return bounds and comparison.relation is QuantityRelation.COMPATIBLE and comparison.likeness >= UNKNOWN


def _of_something_else(quantity: Quantity, passage: Passage) -> bool:
    """Whether the passage has the value, but of a thing that its words tell apart from the claim's.

    Nouns that are merely unlike tell nothing: bullets may be projectiles, but teachers are no pupils.
    """
    if quantity.kind in _LOOSE:
        return False
    same = [source for source in passage.snippet.quantities if relate(quantity, source) in MATCHING]
    return any(not 0 < same_thing(quantity, source) < SAME_THING for source in same)
