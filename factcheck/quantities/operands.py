"""Which quantities of a passage may be reckoned with for a claim's, and with which of each other.

Operands carry one unit and related nouns. Where a noun is missing, as in tables and lists, the words around the
operands must speak of what the claim speaks of.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.claim import Hedge, Quantity, QuantityKind
from factcheck.quantities.heads import KIND, related_heads
from factcheck.quantities.kinds import is_human, is_kind_of
from factcheck.quantities.meaning import with_unit
from factcheck.quantities.money import same_currency
from factcheck.quantities.rate_words import names_rate
from factcheck.quantities.units import dimension
from factcheck.quantities.ways import Direction
from factcheck.quantities.wording import SENTENCE_END, Wording

SUMMABLE = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.DURATION})
"""Kinds that may be added up."""
_RATIOS = frozenset({QuantityKind.MULTIPLE, QuantityKind.FRACTION, QuantityKind.PERCENT})
_EVENTS = "time"
_FEW = 100.0
"""Below it a count is the sum of some others by accident."""
_NEAR = 60
"""How many characters a value and the share that scales it may lie apart."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A computed value with its operands, by index, and its arithmetic for people."""

    operands: tuple[int, ...]
    arithmetic: str
    value: float


@dataclass(frozen=True, slots=True)
class Operands:
    """The quantities of one passage as operands of arithmetic that gives a claim's.

    Attributes:
        claim: The article's quantity.
        sources: The passage's, by place.
        words: What stands around them; None admits only operands whose nouns tell enough.
    """

    claim: Quantity
    sources: list[Quantity]
    words: Wording | None

    @property
    def hundred(self) -> float:
        """The whole as the claim tells shares of it: 100 per cent, or 1."""
        return 100.0 if self.claim.kind is QuantityKind.PERCENT else 1.0

    def usable(self, source: Quantity) -> bool:
        """Whether a value may be reckoned with: a rounded one only for a claim that is rounded too."""
        if source.hedge is Hedge.ABOUT:
            rough = self.claim.hedge is not Hedge.EXACT or self.claim.kind is QuantityKind.MULTIPLE
            rough = rough or self.claim.unit == "pp" or self.claim.counted == "point"
            return rough and math.isfinite(source.value)
        return source.hedge is Hedge.EXACT and source.interval.is_point

    def at(self, i: int) -> str:
        """A quantity as arithmetic shows it, by index."""
        return with_unit(self.sources[i])

    def result(self, operands: Sequence[int], left: str, value: float) -> Candidate:
        """A computed value with its arithmetic: what stands left of "=", and the value in the claim's unit."""
        return Candidate(tuple(operands), f"{left} = {with_unit(replace(self.claim, value=value))}", value)

    def siblings(self) -> list[int]:
        """The quantities that may count or measure what the claim's does."""
        return [i for i, source in enumerate(self.sources) if self.matches_claim(source)]

    def matches_claim(self, source: Quantity) -> bool:
        """Whether a quantity may count or measure what the claim's does."""
        claim = self.claim
        if source.kind is not claim.kind or not self.usable(source) or not self._is_at_rate(source):
            return False
        if claim.kind is QuantityKind.COUNT:
            return self.related(claim, source)
        if claim.kind is QuantityKind.MONEY:
            return same_currency(claim.unit, source.unit)
        return dimension(claim.unit) == dimension(source.unit)

    def _is_at_rate(self, source: Quantity) -> bool:
        """Whether a value is told at the claim's rate, which the words around it may tell: "an hour's parking"."""
        if source.per == self.claim.per:
            return True
        return not source.per and self.words is not None and names_rate(self.claim.per, self.words.text)

    def related(self, one: Quantity, other: Quantity) -> bool:
        """Whether two counts are of related things; a missing noun may be any where words can tell more."""
        if one.counted == _EVENTS:  # "found the net 41 times"
            return self.words is not None
        if one.counted and other.counted:
            if self.claim.kind in _RATIOS and is_human(one.counted) and is_human(other.counted):
                return True  # "three times as many women as men"
            return related_heads(one.counted, other.counted) >= KIND
        return self.words is not None

    def alike(self, run: Sequence[int]) -> bool:
        """Whether the operands of a sum have related nouns among themselves, or are kinds of what the claim counts."""
        named = [self.sources[i] for i in run if self.sources[i].counted]
        if all(is_kind_of(one.counted, self.claim.counted) for one in named):
            return True
        return all(related_heads(one.counted, named[0].counted) >= KIND for one in named[1:])

    def tied(self, operands: Sequence[int], least: int = 1) -> bool:
        """Whether the words around the operands speak of what the claim speaks of."""
        return self.words is None or self.words.shared(operands) >= min(least, len(self.words.stems))

    def totalled(self, run: Sequence[int]) -> bool:
        """Whether a claim with few figures is told as a total, or names what is added."""
        words = self.words
        if words is not None and words.lists(run) and all(self._is_kind(i) for i in run):
            return True
        few = self.claim.kind is QuantityKind.COUNT and self.claim.value < _FEW
        few = few or self.claim.kind is QuantityKind.DURATION
        return words is None or not few or words.totals or words.names_each(run)

    def _is_kind(self, i: int) -> bool:
        """Whether a quantity counts a kind of what the claim counts: "four golds" of medals."""
        noun = self.sources[i].counted
        return bool(noun) and noun != self.claim.counted and is_kind_of(noun, self.claim.counted)

    def couples(self, among: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Pairs of quantities, in order, that are alike and tied to the claim."""
        for place, i in enumerate(among):
            for j in among[place + 1 :]:
                if self.alike((i, j)) and self.tied((i, j)):
                    yield i, j

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Ordered pairs of quantities that can be compared, neither of them zero."""
        relative = self.is_relative()
        for i, one in enumerate(self.sources):
            percents = one.kind is QuantityKind.PERCENT and relative
            if not (one.kind in SUMMABLE or percents) or one.value <= 0:
                continue
            for j, other in enumerate(self.sources):
                if one.kind is QuantityKind.DURATION and one.unit != other.unit:
                    continue
                if i != j and other.value > 0 and self.same_sort(i, j) and self.tied((i, j)):
                    yield i, j

    def is_relative(self) -> bool:
        """Whether the claim may tell how one share stands to another: "twice as high", "dropped by a fifth"."""
        if self.words is None:
            return False
        kind = self.claim.kind
        return kind is QuantityKind.MULTIPLE or (kind is QuantityKind.FRACTION and self.words.changes)

    def same_sort(self, i: int, j: int) -> bool:
        """Whether two quantities can be compared: one kind and unit, and for counts related nouns."""
        one, other = self.sources[i], self.sources[j]
        if one.kind is not other.kind or not (self.usable(one) and self.usable(other)):
            return False
        if one.per != other.per and ((one.per and other.per) or not self._repeats_rate(i, j)):
            return False
        if one.kind is QuantityKind.MONEY:
            return same_currency(one.unit, other.unit)
        if one.kind is QuantityKind.COUNT:
            return self.related(one, other)
        return dimension(one.unit) == dimension(other.unit)

    def _repeats_rate(self, i: int, j: int) -> bool:
        """Whether one of two quantities may leave out the rate that the other is told in."""
        if self.words is None:
            return False
        bare = self.sources[j] if self.sources[i].per else self.sources[i]
        between = self.words.between(min(i, j), max(i, j)).replace(";", ",")  # "150 a second; with the new one, 450"
        said_once = bare.kind is QuantityKind.COUNT and not bare.counted and not SENTENCE_END.search(between)
        return said_once or self.words.older(i, j) is not None

    def near(self, one: int, other: int) -> bool:
        """Whether two quantities stand close enough for the one to scale the other."""
        words = self.words
        if words is None:
            return False
        first, second = min(one, other), max(one, other)
        return words.places[second][0] - words.places[first][1] <= _NEAR

    def agrees(self, small: int, big: int) -> bool:
        """Whether a difference goes the way that the claim says, as far as both tell."""
        words = self.words
        if words is None or words.direction is Direction.UNKNOWN:
            return True
        if words.foreseen(small) or words.foreseen(big):
            return False
        older = words.older(small, big)
        return older is None or (older == small) == (words.direction is Direction.UP)

    def goes(self, old: int, new: int) -> bool:
        """Whether a change from the one to the other may be the claim's."""
        words = self.words
        if words is None:
            return True
        older = words.older(old, new)
        if older is not None and older != old:
            return False
        if words.changes and (words.of_two_names(old, new) or words.foreseen(old) or words.foreseen(new)):
            return False
        rose = self.sources[new].value > self.sources[old].value
        told = (words.direction, words.against or Direction.UNKNOWN)
        return all(way is Direction.UNKNOWN or rose == (way is Direction.UP) for way in told)
