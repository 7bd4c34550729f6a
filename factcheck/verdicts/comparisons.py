"""What the retrieved passages say of a claim's quantities, before any model reads them.

For a conflict to count, article and source must measure the same thing. That is decided by the substitution test:
put the source's value into the claim and ask the NLI model whether the passage entails it. If it does, and the
claim's own value conflicts, the passage speaks of the same thing and says otherwise.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.claim import TEMPORAL, Hedge, Quantity, QuantityKind
from factcheck.evidence import MATCHING, QuantityRelation, Snippet
from factcheck.quantities import (
    Computation,
    compute,
    places_in,
    relate,
    relate_in_text,
    same_thing,
    stems,
)
from factcheck.quantities.heads import SAME_THING, UNKNOWN
from factcheck.quantities.kinds import is_human, is_place, is_role
from factcheck.quantities.nouns import singular
from factcheck.quantities.roles import of_other_wholes
from factcheck.verdicts.borrowed import borrowing_unit, read_as
from factcheck.verdicts.rivals import of_another, with_noun
from factcheck.verdicts.substitution import substitute, words_of

UNTIED = 0.4
"""Likeness of a bare number in a sentence that does not name what the claim counts."""
SUBSTITUTIONS = 2
"""How many conflicting values are put into a claim for each of its quantities: best passages first."""
_FIGURES = 0.5
"""Rarity from which a value that stands elsewhere is worth reading for."""
_FIGURE = 10
"""From this count on a figure stands twice in a passage for two things rarely."""
_SPECIFIC = 100
"""From this count on another source has it rarely by chance."""
_FREQUENCY = {QuantityKind.DURATION, QuantityKind.COUNT}
"""Kinds that compare only as "every ten seconds" and "six a minute"."""
_OF_NONE = 0.8
"""Likeness from which a number conflicts with there being none."""
_LIMITS = frozenset({Hedge.AT_LEAST, Hedge.AT_MOST})
_LABELLED = re.compile(r"[^\W\d_]:\s*\S{0,2}$")
_REST = frozenset({"other", "another", "remaining"})
_ONE_OF = re.compile(r"\bone of\b", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:the other|another|the second)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A quantity of a claim beside one of a passage, or beside a value computed from several.

    Attributes:
        passage: Index into the claim's passages, best first.
        source: The passage's quantity; for a computed value the first operand.
        relation: How it bears on the claim's.
        likeness: How likely both measure the same thing by their words, 0 to 1.
        computation: How the value was computed, or None.
        substituted: The claim with the source's value in place of its own; only for conflicts.
        beside: For a value computed over two passages the other one's index and operand.
    """

    passage: int
    source: Quantity
    relation: QuantityRelation
    likeness: float
    computation: Computation | None = None
    substituted: str | None = None
    beside: tuple[int, Quantity] | None = None

    @property
    def places(self) -> tuple[int, ...]:
        """The indices of the passages that hold its values."""
        return (self.passage,) if self.beside is None else (self.passage, self.beside[0])


def compared(claim_text: str, quantity: Quantity, passages: Sequence[Snippet]) -> list[Comparison]:
    """Every comparison of a claim's quantity with the quantities of its passages, incomparable ones left out.

    Args:
        claim_text: The claim in which the source's values are put.
        quantity: One of the claim's.
        passages: Retrieved for the claim, best first.
    """
    found: list[Comparison] = []
    for position, passage in enumerate(passages):
        places = places_in(passage.text, passage.quantities)
        mine = [
            _beside(claim_text, quantity, source, passage, position, place)
            for source, place in zip(passage.quantities, places, strict=True)
        ]
        known = [
            comparison
            for comparison in mine
            if comparison is not None
            and not (
                comparison.relation in MATCHING and of_another(claim_text, quantity, comparison.source, passage, places)
            )
        ]
        match = max((c.likeness for c in known if c.relation in MATCHING or _bounds(c, quantity)), default=0.0)
        if _has_figure(passage, quantity):
            match = max(match, UNKNOWN)
        # A passage that gives the claim's own value gives its other values of other things.
        found += [c for c in known if c.relation is not QuantityRelation.CONFLICTING or c.likeness > match]
    return found


def _has_figure(passage: Snippet, quantity: Quantity) -> bool:
    """Whether a passage has a claim's figure for what it calls otherwise: "30 attributes" beside "30 features"."""
    return quantity.value >= _FIGURE and any(
        source.kind is quantity.kind is QuantityKind.COUNT and source.value == quantity.value and source.counted
        for source in passage.quantities
    )


def without_taken(found: Sequence[Sequence[Comparison]]) -> list[list[Comparison]]:
    """The comparisons of a claim's quantities without the conflicts with what another of them has said.

    Of "cut from 75 to 52 minutes" the 75 is no wrong number for "52 minutes instead of 75".

    Args:
        found: Of each of the claim's quantities.
    """
    taken = [{(c.passage, c.source.span) for c in mine if c.relation in MATCHING} for mine in found]
    kept = []
    for i, mine in enumerate(found):
        read = {passage for passage, _ in taken[i]}
        others = set().union(*taken[:i], *taken[i + 1 :]) - taken[i]
        kept.append(
            [
                c
                for c in mine
                if c.relation is not QuantityRelation.CONFLICTING
                or c.passage not in read
                or (c.passage, c.source.span) not in others
            ]
        )
    return kept


def _bounds(comparison: Comparison, quantity: Quantity) -> bool:
    """Whether a number is an end of the passage's range: "up to 7.9", "4.3 to 7.9"."""
    theirs = comparison.source.interval
    if comparison.relation is not QuantityRelation.COMPATIBLE or not quantity.interval.is_point or theirs.is_point:
        return False
    return quantity.value in (theirs.low, theirs.high)


def _beside(
    claim_text: str,
    quantity: Quantity,
    source: Quantity,
    passage: Snippet,
    position: int,
    place: tuple[int, int],
) -> Comparison | None:
    """One comparison, or None where the two say nothing of each other."""
    like_unit = source
    (mine,) = places_in(claim_text, [quantity])
    if passage.tabular:
        like_unit = read_as(claim_text, quantity, source, passage.text)
        relation = relate(quantity, like_unit)
    else:
        relation = relate_in_text(claim_text, quantity, mine, passage.text, source, place)
    if relation is QuantityRelation.INCOMPARABLE:  # most are: a claim meets every number of every snippet
        return None if passage.tabular else _bare_beside(quantity, source, passage, position, place)
    conflict = relation is QuantityRelation.CONFLICTING
    recurs = {quantity.kind, source.kind} == _FREQUENCY
    likeness = UNKNOWN if like_unit is not source or recurs else same_thing(quantity, with_noun(source, passage))
    if not conflict:
        likeness = max(likeness, same_thing(quantity, source))
    if 0 < likeness < SAME_THING and relation in MATCHING and _other_word(quantity, source, relation, passage):
        likeness = SAME_THING
    if likeness < SAME_THING or (
        conflict
        and (
            (quantity.value == 0 and (likeness < _OF_NONE or _is_denied(quantity, passage.text)))
            or (quantity.counted and _is_fraction(source))
            or _picks_out(quantity, claim_text)
            or _picks_out(source, passage.text)
            or _one_and_other(quantity, source, passage)
        )
    ):
        return None
    if relation in MATCHING and not passage.tabular and of_other_wholes(claim_text, mine, passage.text, place):
        likeness = SAME_THING
    if likeness == UNKNOWN and _untied(quantity, source, passage):
        likeness = UNTIED
    text = substitute(claim_text, quantity, like_unit) if conflict else None
    return Comparison(position, source, relation, likeness, substituted=text)


def _bare_beside(
    quantity: Quantity, source: Quantity, passage: Snippet, position: int, place: tuple[int, int]
) -> Comparison | None:
    """A match with a bare number of running text that takes its unit from the rest: "first 40,000" of a prize fund.

    Only where the sentence has another value in the unit, or labels the number as lists do ("Operating profit: 96").
    """
    shared = any(other.unit == quantity.unit and other.kind is quantity.kind for other in passage.quantities)
    if not shared and not _LABELLED.search(passage.text[: place[0]]):
        return None
    like_unit = borrowing_unit(source, quantity)
    relation = QuantityRelation.INCOMPARABLE if like_unit is source else relate(quantity, like_unit)
    return Comparison(position, source, relation, UNTIED) if relation in MATCHING else None


def _other_word(quantity: Quantity, source: Quantity, relation: QuantityRelation, passage: Snippet) -> bool:
    """Whether counts with unlike nouns may be of one thing: people and a role, or a figure that few things have.

    Limits, rates and measures agree by chance more rarely than numbers: "60 calls a minute", "sixty requests a minute".
    """
    mine, theirs = singular(quantity.counted), singular(source.counted)
    if is_place(mine) and (is_human(theirs) or is_role(theirs)):
        return False
    figures = quantity.kind is QuantityKind.COUNT and abs(quantity.value) >= _SPECIFIC
    figures = figures or (quantity.kind is QuantityKind.MEASURE and not _measures_too(passage, quantity))
    figures = figures or (quantity.per != "" and quantity.per == source.per)
    figures = figures or (quantity.hedge in _LIMITS and relation is QuantityRelation.EQUAL and quantity.value > 1)
    return figures or (is_role(mine) and (is_role(theirs) or is_human(theirs)))


def _measures_too(passage: Snippet, quantity: Quantity) -> bool:
    """Whether a passage has a measure of the claim's own thing: 12 GB of RAM beside 2 TB of storage."""
    return any(source.counted == quantity.counted and source.unit for source in passage.quantities)


def _untied(quantity: Quantity, source: Quantity, passage: Snippet) -> bool:
    """Whether a bare number stands in a sentence that does not name what the claim's counts."""
    bare = source.kind is QuantityKind.COUNT and not source.counted and not passage.tabular
    return bare and bool(quantity.counted) and not stems(quantity.counted) & stems(passage.text)


def _is_denied(quantity: Quantity, passage: str) -> bool:
    """Whether a passage has none of what a claim says there is none of: "without any threads"."""
    noun = re.escape(quantity.counted)
    return re.search(rf"\bwithout (?:any )?[^.,;]{{0,40}}\b{noun}", passage, re.IGNORECASE) is not None


def _is_fraction(source: Quantity) -> bool:
    """Whether a bare number has decimals, so that it counts nothing: "3.14" of a version."""
    bare = source.kind is QuantityKind.COUNT and not (source.counted or source.per)
    return bare and source.precision < 1 and source.value != int(source.value)


def _picks_out(quantity: Quantity, text: str) -> bool:
    """Whether it picks one out rather than counts: "one of the lawyers" is no claim that there is one lawyer."""
    if quantity.value != 1:
        return False
    words = words_of(quantity.text).lower()
    return words.startswith("one of") or (words == "one" and _ONE_OF.search(text) is not None)


def _one_and_other(quantity: Quantity, source: Quantity, passage: Snippet) -> bool:
    """Whether a source counts but a part: "one brother owns a goat and the other two", "the other two"."""
    if source.value == 1 and _OTHER.search(passage.text) is not None and source.text.lower().startswith("one"):
        return True
    return bool(_REST & set(source.modifiers)) and not _REST & set(quantity.modifiers)


def rarity(quantity: Quantity) -> float:
    """How little a quantity's value says by chance: 0 for "two", 1 for "€1.24bn" or "410,000 tonnes".

    The more figures are written and the more a unit narrows them, the less likely another source has them by accident.
    """
    figures = math.log10(max(1.0, abs(quantity.value) / (quantity.precision or 1.0)))
    named = bool(quantity.unit) or quantity.kind in TEMPORAL
    return min(1.0, figures / 3 + (1 / 3 if named else 0.0))


def promise(quantity: Quantity, found: Sequence[Comparison]) -> float:
    """How much a snippet's numbers speak for reading it: 0 to 1, by the rarest match or a likely conflict.

    Args:
        quantity: One of a claim's.
        found: Its comparisons with those of a snippet that may or may not be read for it.
    """
    if any(comparison.relation in MATCHING for comparison in found):
        return max(rarity(quantity), *(comparison.likeness - UNKNOWN for comparison in found))
    return max((comparison.likeness - UNKNOWN for comparison in found), default=0.0)


def holds(found: Sequence[Comparison]) -> bool:
    """Whether a snippet has a claim's number, of its thing as far as words tell, and with figures enough."""
    return any(
        comparison.relation in MATCHING and comparison.likeness >= UNKNOWN and rarity(comparison.source) >= _FIGURES
        for comparison in found
    )


def computed(
    claim_text: str, quantity: Quantity, passages: Sequence[Snippet], today: date | None = None
) -> list[Comparison]:
    """Values computed from the quantities of one passage (a window of sentences) that match the claim's.

    Args:
        claim_text: The claim.
        quantity: One of its own.
        passages: Windows of a few sentences, best first.
        today: The day that the sources are of, if it is known.
    """
    found: list[Comparison] = []
    for position, passage in enumerate(passages):
        # What parts the cells of a row parts no sentences.
        text = passage.text.replace("; ", ", ") if passage.tabular else passage.text
        result = compute(
            quantity, passage.quantities, claim_text=claim_text, passage=text, about=passage.context, today=today
        )
        if result is not None and result.relation in MATCHING:
            source = passage.quantities[result.operands[0]] if result.operands else _listed(quantity, passage)
            found.append(Comparison(position, source, result.relation, UNKNOWN, result))
    return found


def _listed(quantity: Quantity, passage: Snippet) -> Quantity:
    """The passage as the source of a number that it does not write: how many it lists."""
    return replace(quantity, span=passage.span, text=passage.text)


def offered(
    claim_text: str,
    quantity: Quantity,
    passages: Sequence[Snippet],
    windows: Sequence[Snippet],
    today: date | None = None,
) -> list[Comparison]:
    """What is to be weighed of a claim's quantity: direct matches or else computed ones, and the likeliest conflicts.

    Args:
        claim_text: The claim.
        quantity: One of its own.
        passages: Retrieved for the claim, best first.
        windows: The same passages with their neighbours.
        today: The day that the sources are of, if it is known.
    """
    found = compared(claim_text, quantity, passages)
    conflicts = [c for c in found if c.relation is QuantityRelation.CONFLICTING]
    conflicts.sort(key=lambda c: (c.passage, -c.likeness))
    others = [c for c in found if c.relation is not QuantityRelation.CONFLICTING]
    if not any(c.relation in MATCHING for c in others):
        others += computed(claim_text, quantity, passages, today) or computed(claim_text, quantity, windows, today)
    return [*others, *[c for c in conflicts if not _is_operand(c, others, passages)][:SUBSTITUTIONS]]


def _is_operand(conflict: Comparison, others: Sequence[Comparison], passages: Sequence[Snippet]) -> bool:
    """Whether a passage's value is a part of what the claim's is computed from: "four and three" of "seven cables"."""
    return any(
        other.computation is not None
        and any(passages[other.passage].quantities[i:][:1] == (conflict.source,) for i in other.computation.operands)
        for other in others
        if other.passage == conflict.passage
    )
