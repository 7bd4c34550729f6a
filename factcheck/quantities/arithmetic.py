"""Values that arithmetic makes of a passage's quantities, for a claim's quantity to be held against.

Sums run over neighbours only: otherwise almost any number is the sum of some others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from factcheck.claim import Hedge, Quantity, QuantityKind
from factcheck.quantities.elapsed import ages, elapsed
from factcheck.quantities.meaning import number, with_unit
from factcheck.quantities.money import same_currency
from factcheck.quantities.operands import SUMMABLE, Candidate, Operands
from factcheck.quantities.paces import paces
from factcheck.quantities.units import from_base
from factcheck.quantities.ways import Direction
from factcheck.quantities.wording import Wording

_LONGEST_SUM = 6
_DIFFERENCE_WORDS = frozenset(
    ["more", "fewer", "less", "other", "another", "additional", "extra", "further", "remaining", "higher", "lower"]
)
_SMALLEST_DIFFERENCE = 100.0
_SMALLEST_SUM = 5.0
_TIES = 2
"""How many words of the claim stand around operands of another kind than its own."""
_COUNTABLE = frozenset({QuantityKind.COUNT, QuantityKind.DURATION})
_FACTORS = frozenset({QuantityKind.PERCENT, QuantityKind.FRACTION, QuantityKind.MULTIPLE})
_GROWS = re.compile("doubl|trebl|tripl|quadrupl", re.IGNORECASE)
"""Multiples that are verbs, and so of the older value."""
_HALVES = re.compile("halv", re.IGNORECASE)
_STEPS = frozenset({"place", "spot", "rank", "rung", "position"})
"""What lies between two ranks."""


def candidates(claim: Quantity, sources: Sequence[Quantity], words: Wording | None) -> Iterator[Candidate]:
    """Every value that admissible arithmetic makes of the sources.

    Args:
        claim: The article's quantity.
        sources: The quantities of one passage, by place.
        words: What stands around them; None admits only operands whose nouns tell enough.
    """
    every = _Arithmetic(claim, list(sources), words)
    if claim.kind in SUMMABLE and not claim.per:
        yield from every.sums()
    # What per cents rose or fell by is told in points.
    percent = claim.unit == "%" and words is not None and not words.changes
    if (claim.kind in SUMMABLE and (words is not None or not claim.per)) or percent:
        yield from every.differences()
    if claim.kind in SUMMABLE and words is not None:
        yield from every.scaled()
    if claim.kind is QuantityKind.MONEY and words is not None:
        yield from every.products() if words.totals and not claim.per else ()
        yield from every.quotients() if words.averages or claim.per else ()
    if words is not None and (claim.per or "/" in claim.unit):
        yield from paces(every)
    yield from every.moved()
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


@dataclass(frozen=True, slots=True)
class _Arithmetic(Operands):
    """The operations on one passage's quantities that a claim's quantity may come from."""

    def sums(self) -> Iterator[Candidate]:
        """Sums over runs of neighbours among the quantities that count what the claim counts."""
        if self.claim.value < _SMALLEST_SUM and self.claim.kind is QuantityKind.COUNT:
            return
        siblings = [i for i in self.siblings() if self.sources[i].value > 0]
        for first in range(len(siblings)):
            for last in range(first + 1, min(len(siblings), first + _LONGEST_SUM)):
                run = siblings[first : last + 1]
                if self.alike(run) and self.tied(run) and self.totalled(run) and self._is_whole(run, siblings):
                    total = sum(self.sources[i].value for i in run)
                    yield self.result(run, " + ".join(with_unit(self.sources[i]) for i in run), total)

    def _is_whole(self, run: Sequence[int], siblings: Sequence[int]) -> bool:
        """Whether a run leaves out none of the values of its sentence, where the claim tells a total."""
        if self.words is None or not self.words.totals:
            return True
        left = [j for j in siblings if j not in run and not self.words.parted(run[0], j)]
        return not left or self.words.names_only(run, left)

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
        if words is not None and words.left:
            return
        for i, j in self.couples(self.siblings()):
            big, small = (i, j) if self.sources[i].value >= self.sources[j].value else (j, i)
            value = self.sources[big].value - self.sources[small].value
            told = words is None or speaks or words.differs or words.changes
            told = told or (
                words is not None and (words.part(small, big) or words.compared(small, big) or words.leaves(small, big))
            )
            parts = words is not None and words.rests[max(i, j)] and self._make_up_a_whole(i, j)
            parts = parts or (words is not None and words.swapped(big, small))
            if value > 0 and told and not parts and (self.claim.counted in _STEPS or self.agrees(small, big)):
                yield self.result((big, small), f"{self.at(big)} − {self.at(small)}", value)

    def _make_up_a_whole(self, one: int, other: int) -> bool:
        """Whether two values are the parts of a third: "of 28 lamps 20 are out, the other eight are lit"."""
        total = self.sources[one].value + self.sources[other].value
        return any(source.value == total for source in self.sources)

    def scaled(self) -> Iterator[Candidate]:
        """A value times a share or a multiple, and the whole that a value is a share of."""
        if self.claim.hedge not in (Hedge.EXACT, Hedge.ABOUT, Hedge.NEARLY):
            return
        for i in self.siblings():
            for j in (i - 1, i + 1):
                if not 0 <= j < len(self.sources) or self.sources[j].kind not in _FACTORS:
                    continue
                factor = self.sources[j]
                share = factor.value / 100 if factor.kind is QuantityKind.PERCENT else factor.value
                if not self.usable(factor) or share <= 0 or factor.unit == "pp" or not self.near(i, j):
                    continue
                if not self.tied((i, j), _TIES):
                    continue
                value = self.sources[i].value
                if self.words is not None and self.words.of_that(j):
                    yield self.result((i, j), f"{self.at(i)} / {number(share)}", value / share)
                    continue
                yield self.result((i, j), f"{self.at(i)} × {number(share)}", value * share)
                yield self.result((i, j), f"{self.at(i)} / {number(share)}", value / share)
                if share < 1:
                    yield self.result((i, j), f"{self.at(i)} × {number(1 - share)}", value * (1 - share))

    def predecessors(self) -> Iterator[Candidate]:
        """How many came before one of known rank: five before the sixth."""
        if self.words is None or not self.words.earlier:
            return
        for i, source in enumerate(self.sources):
            if source.kind is QuantityKind.ORDINAL and source.value > 1 and self.tied((i,), _TIES):
                yield self.result((i,), f"{source.text} − 1", source.value - 1)

    def others(self) -> Iterator[Candidate]:
        """How many a claim counts beside the one that it has named: "the reliquary and 17 other objects" of 18."""
        if "other" not in self.claim.modifiers or not self.claim.counted:
            return
        for i in self.siblings():
            if self.sources[i].counted and self.sources[i].value > 1 and self.tied((i,)):
                yield self.result((i,), f"{self.at(i)} − 1", self.sources[i].value - 1)

    def moved(self) -> Iterator[Candidate]:
        """What a value was before the step that it is told with, and the step in per cent: "512, 64 down on 2023"."""
        words = self.words
        if words is None:
            return
        for j in range(1, len(self.sources)):
            way, i = words.step(j), j - 1
            before = self.sources[i].value - way * self.sources[j].value
            if not way or before <= 0 or not (self.same_sort(i, j) and self.tied((i, j))):
                continue
            sign = "−" if way > 0 else "+"
            if (
                self.claim.kind in SUMMABLE
                and (words.earlier or "last" in words.stems)
                and self.matches_claim(self.sources[i])
            ):
                yield self.result((i, j), f"{self.at(i)} {sign} {self.at(j)}", before)
            told = words.direction if words.against is None else words.against
            if self.claim.kind in _FACTORS and told is (Direction.UP if way > 0 else Direction.DOWN):
                share = self.sources[j].value / before
                left = f"{self.at(j)} / ({self.at(i)} {sign} {self.at(j)})"
                yield Candidate((i, j), f"{left} = {number(round(share * 100, 2))}%", share * self.hundred)

    def rank_differences(self) -> Iterator[Candidate]:
        """How many places lie between two ranks: 12 from 31st to 19th."""
        ranks = [i for i, source in enumerate(self.sources) if source.kind is QuantityKind.ORDINAL]
        for i, j in self.couples(ranks):
            value = abs(self.sources[i].value - self.sources[j].value)
            yield self.result((i, j), f"{self.sources[i].text} to {self.sources[j].text}", value)

    def point_differences(self) -> Iterator[Candidate]:
        """Differences of two percentages, in points."""
        shares = [i for i, source in enumerate(self.sources) if source.unit == "%" and self.usable(source)]
        for i, j in self.couples(shares):
            big, small = (i, j) if self.sources[i].value >= self.sources[j].value else (j, i)
            value = round(self.sources[big].value - self.sources[small].value, 9)
            text = f"{number(self.sources[big].value)}% − {number(self.sources[small].value)}% = {number(value)} pp"
            if self.agrees(small, big):
                yield Candidate((big, small), text, value)

    def changes_and_shares(self) -> Iterator[Candidate]:
        """Percent change from one value to another, and one value's share of a greater one."""
        words = self.words
        against = self.claim.text.lower().rpartition(" ")[2] in _DIFFERENCE_WORDS
        if words is None:  # a bare fraction is a share of something
            changes = against or self.claim.kind is QuantityKind.PERCENT
        else:
            against = words.against is not None
            changes = against or words.changes or words.differs
        shares = not against and not (words is not None and words.changes)
        for i, j in self.pairs():
            old, new = self.sources[i].value, self.sources[j].value
            change = (new - old) / old
            if change and changes and self.goes(i, j):
                percent = number(round(abs(change) * 100, 2))
                text = f"{self.at(i)} to {self.at(j)} = {'+' if change > 0 else '−'}{percent}%"
                yield Candidate((i, j), text, abs(change) * self.hundred)
            if old < new and shares and not (words is not None and words.swapped(i, j)):
                text = f"{self.at(i)} / {self.at(j)} = {number(round(old / new * 100, 2))}%"
                yield Candidate((i, j), text, old / new * self.hundred)

    def shares_of_parts(self) -> Iterator[Candidate]:
        """A part's share of a whole that is told by its parts: "6,340 hours by people, the remaining 2,110 by …"."""
        words = self.words
        if words is None or words.against or words.changes:
            return
        for run in filter(self.tied, self._wholes(words)):
            total = sum(self.sources[i].value for i in run)
            whole = " + ".join(map(self.at, run))
            for i in run:
                value = self.sources[i].value / total
                text = f"{self.at(i)} / ({whole}) = {number(round(value * 100, 2))}%"
                yield Candidate((i,), text, value * self.hundred)

    def _wholes(self, words: Wording) -> Iterator[list[int]]:
        """Runs of neighbours of one sort that make up a whole, as a word for the rest tells."""
        counts = [i for i, q in enumerate(self.sources) if q.kind in SUMMABLE and self.usable(q) and q.value > 0]
        for first, second in pairwise(counts):
            if words.rests[second] and self.same_sort(first, second):
                yield [first, second]

    def products(self) -> Iterator[Candidate]:
        """What so many of a price come to: 21,300 vouchers of 5 euros."""
        for i, j in self._prices():
            price, count = self.sources[i], self.sources[j]
            fits = count.kind is QuantityKind.COUNT and count.counted and self.matches_claim(price)
            if fits and self.tied((i,), _TIES) and self.tied((j,), _TIES):
                yield self.result((i, j), f"{self.at(j)} × {self.at(i)}", price.value * count.value)

    def quotients(self) -> Iterator[Candidate]:
        """What one of so many costs: 38 dollars a year of 190 days."""
        for i, j in self._prices():
            price, count = self.sources[i], self.sources[j]
            if count.value > 0 and same_currency(price.unit, self.claim.unit) and self.tied((i, j)):
                number_of = from_base(count.value, count.unit)
                yield self.result((i, j), f"{self.at(i)} / {number(number_of)}", price.value / number_of)

    def _prices(self) -> Iterator[tuple[int, int]]:
        """Each amount of money with each number of what it may be the price of."""
        usable = [(i, source) for i, source in enumerate(self.sources) if self.usable(source)]
        amounts = [i for i, source in usable if source.kind is QuantityKind.MONEY]
        counts = [j for j, source in usable if source.kind in _COUNTABLE]
        yield from product(amounts, counts)

    def complements(self) -> Iterator[Candidate]:
        """What a share leaves of the whole."""
        hundred = self.hundred
        for i, source in enumerate(self.sources):
            share = source.kind is self.claim.kind and source.unit == self.claim.unit and self.usable(source)
            told = self.words is not None and (self.words.remains or self.words.loses(i)) and self.tied((i,), _TIES)
            if told and share and source.value < hundred:
                yield self.result((i,), f"{number(hundred)} − {number(source.value)}", hundred - source.value)

    def ratios(self) -> Iterator[Candidate]:
        """How many times one value is another."""
        grows = _GROWS.match(self.claim.text) is not None
        for i, j in self.pairs():
            if self.words is not None and (self.words.swapped(i, j) or (grows and self.words.older(i, j) == i)):
                continue
            ratio = self.sources[i].value / self.sources[j].value
            yield Candidate((i, j), f"{self.at(i)} / {self.at(j)} = {number(round(ratio, 2))}", ratio)
        yield from self._grown()

    def _grown(self) -> Iterator[Candidate]:
        """What a change in per cent makes of a whole: "fell by 50 percent" halves it."""
        verb = _GROWS.match(self.claim.text) or _HALVES.match(self.claim.text)
        if self.words is None or verb is None:
            return
        for i, source in enumerate(self.sources):
            way = self.words.way(i)
            if source.unit == "%" and self.usable(source) and way and self.tied((i,)):
                value = 1 + way * source.value / 100
                yield Candidate((i,), f"1 {'+' if way > 0 else '−'} {self.at(i)} = {number(round(value, 2))}", value)
