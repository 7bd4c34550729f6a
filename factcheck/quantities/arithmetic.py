"""Values that arithmetic makes of a passage's quantities, for a claim's quantity to be held against.

Operands carry one unit and related nouns. Where a noun is missing, as in tables and lists, the words around the
operands must speak of what the claim speaks of. Sums run over neighbours only: otherwise almost any number is the sum
of some others.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from factcheck.claim import Hedge, Quantity, QuantityKind
from factcheck.quantities.elapsed import ages, elapsed
from factcheck.quantities.heads import KIND, related_heads
from factcheck.quantities.kinds import is_human, is_kind_of
from factcheck.quantities.meaning import figure, number
from factcheck.quantities.money import same_currency
from factcheck.quantities.units import dimension, from_base
from factcheck.quantities.ways import Direction
from factcheck.quantities.wording import Wording

_LONGEST_SUM = 6
_DIFFERENCE_WORDS = frozenset(
    ["more", "fewer", "less", "other", "another", "additional", "extra", "further", "remaining", "higher", "lower"]
)
_SMALLEST_DIFFERENCE = 100.0
_SMALLEST_SUM = 5.0
_FEW = 100.0
"""Below it a count is the sum of some others by accident."""
_TIES = 2
"""How many words of the claim stand around operands of another kind than its own."""
_SUMMABLE = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.DURATION})
_COUNTABLE = frozenset({QuantityKind.COUNT, QuantityKind.DURATION})
_FACTORS = frozenset({QuantityKind.PERCENT, QuantityKind.FRACTION, QuantityKind.MULTIPLE})
_GROWS = re.compile("doubl|trebl|tripl|quadrupl", re.IGNORECASE)
"""Multiples that are verbs, and so of the older value."""
_HALVES = re.compile("halv", re.IGNORECASE)
_STEPS = frozenset({"place", "spot", "rank", "rung", "position"})
"""What lies between two ranks."""
_NEAR = 60
"""How many characters a value and the share that scales it may lie apart."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A computed value with its operands, by index, and its arithmetic for people."""

    operands: tuple[int, ...]
    arithmetic: str
    value: float


def candidates(claim: Quantity, sources: Sequence[Quantity], words: Wording | None) -> Iterator[Candidate]:
    """Every value that admissible arithmetic makes of the sources.

    Args:
        claim: The article's quantity.
        sources: The quantities of one passage, by place.
        words: What stands around them; None admits only operands whose nouns tell enough.
    """
    every = _Arithmetic(claim, list(sources), words)
    if claim.kind in _SUMMABLE and not claim.per:
        yield from every.sums()
    # What per cents rose or fell by is told in points.
    percent = claim.unit == "%" and words is not None and not words.changes
    if (claim.kind in _SUMMABLE and not claim.per) or percent:
        yield from every.differences()
    if claim.kind in _SUMMABLE and words is not None:
        yield from every.scaled()
    if claim.kind is QuantityKind.MONEY and words is not None:
        yield from every.products() if words.totals and not claim.per else ()
        yield from every.quotients() if words.averages or claim.per else ()
    yield from _of_kind(every)


def _of_kind(every: _Arithmetic) -> Iterator[Candidate]:
    """What arithmetic makes for the kind of the claim's quantity alone."""
    claim, sources = every.claim, every.sources
    if claim.kind is QuantityKind.DURATION:
        yield from (Candidate(*found) for found in elapsed(sources, claim.unit))
    elif claim.kind is QuantityKind.AGE:
        yield from (Candidate(*found) for found in ages(sources))
    elif claim.kind is QuantityKind.COUNT and claim.counted == "point":
        yield from every.point_differences()
    elif claim.kind is QuantityKind.COUNT:
        yield from every.predecessors()
        yield from every.others()
        if claim.counted in _STEPS:
            yield from every.rank_differences()
    elif claim.kind is QuantityKind.PERCENT and claim.unit == "pp":
        yield from every.point_differences()
    elif claim.kind is QuantityKind.PERCENT or claim.kind is QuantityKind.FRACTION:
        yield from every.changes_and_shares()
        yield from every.shares_of_parts()
        yield from every.complements()
    elif claim.kind is QuantityKind.MULTIPLE:
        yield from every.ratios()


def _written(quantity: Quantity) -> str:
    """A value with its unit, without its noun."""
    value = figure(quantity.value, quantity.unit)
    return f"{value}{'' if quantity.unit == '%' else ' '}{quantity.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class _Arithmetic:
    """The operations on one passage's quantities that a claim's quantity may come from."""

    claim: Quantity
    sources: list[Quantity]
    words: Wording | None

    def sums(self) -> Iterator[Candidate]:
        """Sums over runs of neighbours among the quantities that count what the claim counts."""
        if self.claim.value < _SMALLEST_SUM and self.claim.kind is QuantityKind.COUNT:
            return
        siblings = [i for i in self._siblings() if self.sources[i].value > 0]
        for first in range(len(siblings)):
            for last in range(first + 1, min(len(siblings), first + _LONGEST_SUM)):
                run = siblings[first : last + 1]
                if self._alike(run) and self._tied(run) and self._totalled(run):
                    total = sum(self.sources[i].value for i in run)
                    yield self._result(run, " + ".join(_written(self.sources[i]) for i in run), total)

    def differences(self) -> Iterator[Candidate]:
        """Differences of two, where the claim speaks of one or the one is a part of the other.

        Without words to go by, large counts may be differences of counts of the same thing.
        """
        speaks = bool(_DIFFERENCE_WORDS & set(self.claim.modifiers))
        words = self.words
        if words is None:
            if self.claim.kind is QuantityKind.DURATION and not speaks:
                return
            if self.claim.kind is QuantityKind.COUNT and not speaks and self.claim.value < _SMALLEST_DIFFERENCE:
                return
        for i, j in self._couples(self._siblings()):
            big, small = (i, j) if self.sources[i].value >= self.sources[j].value else (j, i)
            value = self.sources[big].value - self.sources[small].value
            told = words is None or speaks or words.differs or words.changes
            told = told or (words is not None and (words.part(small, big) or words.compared(small, big)))
            if value > 0 and told and self._agrees(small, big):
                yield self._result((big, small), f"{self._at(big)} − {self._at(small)}", value)

    def scaled(self) -> Iterator[Candidate]:
        """A value times a share or a multiple, and the whole that a value is a share of."""
        if self.claim.hedge not in (Hedge.EXACT, Hedge.ABOUT, Hedge.NEARLY):
            return
        for i in self._siblings():
            for j in (i - 1, i + 1):
                if not 0 <= j < len(self.sources) or self.sources[j].kind not in _FACTORS:
                    continue
                factor = self.sources[j]
                share = factor.value / 100 if factor.kind is QuantityKind.PERCENT else factor.value
                if not self._usable(factor) or share <= 0 or factor.unit == "pp" or not self._near(i, j):
                    continue
                if not self._tied((i, j), _TIES):
                    continue
                value = self.sources[i].value
                yield self._result((i, j), f"{self._at(i)} × {number(share)}", value * share)
                yield self._result((i, j), f"{self._at(i)} / {number(share)}", value / share)
                if share < 1:
                    yield self._result((i, j), f"{self._at(i)} × {number(1 - share)}", value * (1 - share))

    def predecessors(self) -> Iterator[Candidate]:
        """How many came before one of known rank: five before the sixth."""
        if self.words is None or not self.words.earlier:
            return
        for i, source in enumerate(self.sources):
            if source.kind is QuantityKind.ORDINAL and source.value > 1 and self._tied((i,), _TIES):
                yield self._result((i,), f"{source.text} − 1", source.value - 1)

    def others(self) -> Iterator[Candidate]:
        """How many a claim counts beside the one that it has named: "the reliquary and 17 other objects" of 18."""
        if "other" not in self.claim.modifiers or not self.claim.counted:
            return
        for i in self._siblings():
            if self.sources[i].counted and self.sources[i].value > 1 and self._tied((i,)):
                yield self._result((i,), f"{self._at(i)} − 1", self.sources[i].value - 1)

    def rank_differences(self) -> Iterator[Candidate]:
        """How many places lie between two ranks: 12 from 31st to 19th."""
        ranks = [i for i, source in enumerate(self.sources) if source.kind is QuantityKind.ORDINAL]
        for i, j in self._couples(ranks):
            value = abs(self.sources[i].value - self.sources[j].value)
            yield self._result((i, j), f"{self.sources[i].text} to {self.sources[j].text}", value)

    def point_differences(self) -> Iterator[Candidate]:
        """Differences of two percentages, in points."""
        shares = [i for i, source in enumerate(self.sources) if source.unit == "%" and self._usable(source)]
        for i, j in self._couples(shares):
            big, small = (i, j) if self.sources[i].value >= self.sources[j].value else (j, i)
            value = round(self.sources[big].value - self.sources[small].value, 9)
            text = f"{number(self.sources[big].value)}% − {number(self.sources[small].value)}% = {number(value)} pp"
            if self._agrees(small, big):
                yield Candidate((big, small), text, value)

    def changes_and_shares(self) -> Iterator[Candidate]:
        """Percent change from one value to another, and one value's share of a greater one."""
        hundred = 100.0 if self.claim.kind is QuantityKind.PERCENT else 1.0
        words = self.words
        against = self.claim.text.lower().rpartition(" ")[2] in _DIFFERENCE_WORDS
        if words is None:  # a bare fraction is a share of something
            changes = against or self.claim.kind is QuantityKind.PERCENT
        else:
            against = words.against
            changes = against or words.changes or words.differs
        shares = not against and not (words is not None and words.changes)
        for i, j in self._pairs():
            old, new = self.sources[i].value, self.sources[j].value
            change = (new - old) / old
            if change and changes and self._goes(i, j):
                percent = number(round(abs(change) * 100, 2))
                text = f"{self._at(i)} to {self._at(j)} = {'+' if change > 0 else '−'}{percent}%"
                yield Candidate((i, j), text, abs(change) * hundred)
            if old < new and shares:
                text = f"{self._at(i)} / {self._at(j)} = {number(round(old / new * 100, 2))}%"
                yield Candidate((i, j), text, old / new * hundred)

    def shares_of_parts(self) -> Iterator[Candidate]:
        """A part's share of a whole that is told by its parts: "6,340 hours by people, the remaining 2,110 by …"."""
        words = self.words
        if words is None or words.against or words.changes:
            return
        hundred = 100.0 if self.claim.kind is QuantityKind.PERCENT else 1.0
        for run in self._wholes(words):
            total = sum(self.sources[i].value for i in run)
            for i in run:
                if self._tied(run):
                    text = f"{self._at(i)} / ({' + '.join(self._at(j) for j in run)})"
                    value = self.sources[i].value / total
                    yield Candidate((i,), f"{text} = {number(round(value * 100, 2))}%", value * hundred)

    def _wholes(self, words: Wording) -> Iterator[list[int]]:
        """Runs of neighbours of one sort that make up a whole, as a word for the rest tells."""
        counts = [i for i, q in enumerate(self.sources) if q.kind in _SUMMABLE and self._usable(q) and q.value > 0]
        for first, second in pairwise(counts):
            if words.rests[second] and self._same_sort(first, second):
                yield [first, second]

    def products(self) -> Iterator[Candidate]:
        """What so many of a price come to: 21,300 vouchers of 5 euros."""
        for i, price in enumerate(self.sources):
            for j, count in enumerate(self.sources):
                fits = price.kind is QuantityKind.MONEY and count.kind is QuantityKind.COUNT and count.counted
                if not fits or not (self._usable(price) and self._usable(count) and self._matches_claim(price)):
                    continue
                if self._tied((i,), _TIES) and self._tied((j,), _TIES):
                    value = price.value * count.value
                    yield self._result((i, j), f"{self._at(j)} × {self._at(i)}", value)

    def quotients(self) -> Iterator[Candidate]:
        """What one of so many costs: 38 dollars a year of 190 days."""
        for i, price in enumerate(self.sources):
            for j, count in enumerate(self.sources):
                fits = price.kind is QuantityKind.MONEY and count.kind in _COUNTABLE and count.value > 0
                if fits and self._usable(price) and self._usable(count) and self._tied((i, j)):
                    number_of = from_base(count.value, count.unit)
                    if same_currency(price.unit, self.claim.unit):
                        yield self._result((i, j), f"{self._at(i)} / {number(number_of)}", price.value / number_of)

    def complements(self) -> Iterator[Candidate]:
        """What a share leaves of the whole."""
        hundred = 100.0 if self.claim.kind is QuantityKind.PERCENT else 1.0
        for i, source in enumerate(self.sources):
            share = source.kind is self.claim.kind and source.unit == self.claim.unit and self._usable(source)
            told = self.words is not None and (self.words.remains or self.words.loses(i)) and self._tied((i,), _TIES)
            if told and share and source.value < hundred:
                yield self._result((i,), f"{number(hundred)} − {number(source.value)}", hundred - source.value)

    def ratios(self) -> Iterator[Candidate]:
        """How many times one value is another."""
        grows = _GROWS.match(self.claim.text) is not None
        for i, j in self._pairs():
            if grows and self.words is not None and self.words.older(i, j) == i:
                continue
            ratio = self.sources[i].value / self.sources[j].value
            yield Candidate((i, j), f"{self._at(i)} / {self._at(j)} = {number(round(ratio, 2))}", ratio)
        yield from self._grown()

    def _grown(self) -> Iterator[Candidate]:
        """What a change in per cent makes of a whole: "fell by 50 percent" halves it."""
        verb = _GROWS.match(self.claim.text) or _HALVES.match(self.claim.text)
        if self.words is None or verb is None:
            return
        for i, source in enumerate(self.sources):
            way = self.words.way(i)
            if source.unit == "%" and self._usable(source) and way and self._tied((i,)):
                value = 1 + way * source.value / 100
                yield Candidate((i,), f"1 {'+' if way > 0 else '−'} {self._at(i)} = {number(round(value, 2))}", value)

    def _usable(self, source: Quantity) -> bool:
        """Whether a value may be reckoned with: a rounded one only for a claim that is rounded too."""
        if source.hedge is Hedge.ABOUT:
            return self.claim.hedge is not Hedge.EXACT and math.isfinite(source.value)
        return source.hedge is Hedge.EXACT and source.interval.is_point

    def _at(self, i: int) -> str:
        return _written(self.sources[i])

    def _result(self, operands: Sequence[int], left: str, value: float) -> Candidate:
        return Candidate(tuple(operands), f"{left} = {_written(replace(self.claim, value=value))}", value)

    def _siblings(self) -> list[int]:
        """The quantities that may count or measure what the claim's does."""
        return [i for i, source in enumerate(self.sources) if self._matches_claim(source)]

    def _matches_claim(self, source: Quantity) -> bool:
        claim = self.claim
        if source.kind is not claim.kind or not self._usable(source) or source.per != claim.per:
            return False
        if claim.kind is QuantityKind.COUNT:
            return self._related(claim, source)
        if claim.kind is QuantityKind.MONEY:
            return same_currency(claim.unit, source.unit)
        return dimension(claim.unit) == dimension(source.unit)

    def _related(self, one: Quantity, other: Quantity) -> bool:
        """Whether two counts are of related things; a missing noun may be any where words can tell more."""
        if one.counted and other.counted:
            if self.claim.kind is QuantityKind.MULTIPLE and is_human(one.counted) and is_human(other.counted):
                return True  # "three times as many women as men"
            return related_heads(one.counted, other.counted) >= KIND
        return self.words is not None

    def _alike(self, run: Sequence[int]) -> bool:
        """Whether the operands of a sum have related nouns among themselves, or are kinds of what the claim counts."""
        named = [self.sources[i] for i in run if self.sources[i].counted]
        if all(is_kind_of(one.counted, self.claim.counted) for one in named):
            return True
        return all(related_heads(one.counted, named[0].counted) >= KIND for one in named[1:])

    def _tied(self, operands: Sequence[int], least: int = 1) -> bool:
        """Whether the words around the operands speak of what the claim speaks of."""
        return self.words is None or self.words.shared(operands) >= min(least, len(self.words.stems))

    def _totalled(self, run: Sequence[int]) -> bool:
        """Whether a claim with few figures is told as a total, or names what is added."""
        words = self.words
        few = self.claim.kind is QuantityKind.COUNT and self.claim.value < _FEW
        few = few or self.claim.kind is QuantityKind.DURATION
        return words is None or not few or words.totals or words.names_each(run)

    def _couples(self, among: Sequence[int]) -> Iterator[tuple[int, int]]:
        for place, i in enumerate(among):
            for j in among[place + 1 :]:
                if self._alike((i, j)) and self._tied((i, j)):
                    yield i, j

    def _pairs(self) -> Iterator[tuple[int, int]]:
        """Ordered pairs of quantities that can be compared, neither of them zero."""
        relative = self._is_relative()
        for i, one in enumerate(self.sources):
            percents = one.kind is QuantityKind.PERCENT and relative
            if not (one.kind in _SUMMABLE or percents) or one.value <= 0:
                continue
            for j, other in enumerate(self.sources):
                if one.kind is QuantityKind.DURATION and one.unit != other.unit:
                    continue
                if i != j and other.value > 0 and self._same_sort(i, j) and self._tied((i, j)):
                    yield i, j

    def _is_relative(self) -> bool:
        """Whether the claim may tell how one share stands to another: "twice as high", "dropped by a fifth"."""
        if self.words is None:
            return False
        kind = self.claim.kind
        return kind is QuantityKind.MULTIPLE or (kind is QuantityKind.FRACTION and self.words.changes)

    def _same_sort(self, i: int, j: int) -> bool:
        """Whether two quantities can be compared: one kind and unit, and for counts related nouns."""
        one, other = self.sources[i], self.sources[j]
        if one.kind is not other.kind or not (self._usable(one) and self._usable(other)):
            return False
        if one.per != other.per and ((one.per and other.per) or self.words is None or self.words.older(i, j) is None):
            return False
        if one.kind is QuantityKind.MONEY:
            return same_currency(one.unit, other.unit)
        if one.kind is QuantityKind.COUNT:
            return self._related(one, other)
        return dimension(one.unit) == dimension(other.unit)

    def _near(self, one: int, other: int) -> bool:
        words = self.words
        if words is None:
            return False
        first, second = min(one, other), max(one, other)
        return words.places[second][0] - words.places[first][1] <= _NEAR

    def _agrees(self, small: int, big: int) -> bool:
        """Whether a difference goes the way that the claim says, as far as both tell."""
        words = self.words
        if words is None or words.direction is Direction.UNKNOWN:
            return True
        older = words.older(small, big)
        return older is None or (older == small) == (words.direction is Direction.UP)

    def _goes(self, old: int, new: int) -> bool:
        """Whether a change from the one to the other may be the claim's."""
        words = self.words
        if words is None:
            return True
        older = words.older(old, new)
        if older is not None and older != old:
            return False
        rose = self.sources[new].value > self.sources[old].value
        return words.direction is Direction.UNKNOWN or rose == (words.direction is Direction.UP)
