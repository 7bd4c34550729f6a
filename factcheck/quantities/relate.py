"""How a claim's quantity relates to a source's, by their values alone."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from factcheck.claim import SHARES, Hedge, Interval, Quantity, QuantityKind
from factcheck.evidence import QuantityRelation
from factcheck.quantities.bounds import alike
from factcheck.quantities.heads import KIND, narrower, related_heads
from factcheck.quantities.intervals import disjoint, same, scaled, widened, within
from factcheck.quantities.money import same_currency
from factcheck.quantities.relate_dates import relate_dates
from factcheck.quantities.relate_times import on_one_clock
from factcheck.quantities.rounding import looseness, rounding
from factcheck.quantities.units import UNITS, dimension

_IN_SO_MANY = frozenset({QuantityKind.COUNT, QuantityKind.FRACTION})
_ELAPSED = frozenset({QuantityKind.DURATION, QuantityKind.AGE})
_LOWER_BOUNDS = frozenset({Hedge.OVER, Hedge.AT_LEAST})
_UPPER_BOUNDS = frozenset({Hedge.UNDER, Hedge.AT_MOST})
_FAR = 2.0
"""How many times off the truth may be before a bound says too little to be called supported."""
_ROUND = 100
"""From this value on writers choose the round figure next to the true one for "more than"."""
_PER_NUMBER = re.compile(r"([0-9]+(?:\.[0-9]+)?)(?: (.+))?")
_WIDE = 1.5
"""How many times its low end the high end of "some 10 to 80" is at least, and of "about 45" never."""
_SAME_LIMIT = 0.03
"""Share by which two limits may differ and be one: two months are 60 days."""
_NOISE = 1e-9
"""Share of a value that unit conversion may add or take."""


def relate(claim: Quantity, source: Quantity) -> QuantityRelation:
    """How the source's value bears on the claim's.

    Values alone: whether both are about the same thing is `same_thing`'s question. Rounding counts as
    ordinary readers take it: a figure written with a scale word or decimals ("4.6 million", "7.2%") holds
    whatever rounds to it; plain digits ("140") hold only themselves.

    Returns:
        EQUAL when both say the same, ENTAILED when the source's value makes the claim's true, COMPATIBLE
        when it leaves it open, CONFLICTING when both cannot hold, INCOMPARABLE when they measure different
        things.
    """
    if QuantityKind.DATE in (claim.kind, source.kind):
        return relate_dates(claim, source) if claim.kind is source.kind else QuantityRelation.INCOMPARABLE
    if QuantityKind.SCORE in (claim.kind, source.kind):
        return _scores(claim, source)
    if claim.kind is source.kind is QuantityKind.TIME:
        moved = on_one_clock(claim, source)
        return QuantityRelation.COMPATIBLE if moved is None else _compare(claim, moved, 1.0, 1.0)
    factors = comparable(claim, source)
    if factors is None:
        return QuantityRelation.INCOMPARABLE
    claim, source = alike(claim, source)
    relation = _compare(claim, source, *factors)
    of_two_kinds = {claim.kind, source.kind} == _ELAPSED  # a ban of four years says nothing of one who is 24
    return QuantityRelation.INCOMPARABLE if of_two_kinds and relation is QuantityRelation.CONFLICTING else relation


def comparable(claim: Quantity, source: Quantity) -> tuple[float, float] | None:
    """The factors that bring two numbers to one scale, or None if they measure different things."""
    kinds = {claim.kind, source.kind}
    if kinds <= SHARES:
        return _shares(claim, source)
    if kinds == _IN_SO_MANY:
        return _in_so_many(claim, source)
    if kinds <= _ELAPSED and len(kinds) == 2:
        one, other = (UNITS["year"].factor if q.kind is QuantityKind.AGE else 1.0 for q in (claim, source))
        return one, other
    if len(kinds) == 2:
        return _counted_as(claim, source)
    if not _same_unit(claim, source):
        return None
    return _rates(claim, source)


def _shares(claim: Quantity, source: Quantity) -> tuple[float, float] | None:
    """Per cent and fractions compare; percentage points only with each other."""
    if claim.unit != source.unit and "pp" in (claim.unit, source.unit):
        return None
    one, other = (100.0 if q.kind is QuantityKind.FRACTION else 1.0 for q in (claim, source))
    return one, other


def _in_so_many(claim: Quantity, source: Quantity) -> tuple[float, float] | None:
    """A rate told for so many and a share: 3 per 1,000 births are "three in every 1,000 births"."""
    count, share = (claim, source) if claim.kind is QuantityKind.COUNT else (source, claim)
    number, noun = per_number(count.per)
    if not number or not same_denominator(noun, share.counted):
        return None
    return (1 / number, 1.0) if count is claim else (1.0, 1 / number)


_ALSO_COUNTED = {
    QuantityKind.AGE: ("", "year"),
    QuantityKind.MULTIPLE: ("time",),
    QuantityKind.PERCENT: ("point",),
    QuantityKind.MEASURE: ("degree",),
}
"""Nouns of a bare count that may be of another kind."""
_COUNTED_UNIT = {QuantityKind.PERCENT: "pp", QuantityKind.MEASURE: "°C"}
"""The unit that such a noun stands for."""


def _counted_as(claim: Quantity, source: Quantity) -> tuple[float, float] | None:
    """A bare count may be an age, a multiple ("times") or points, if its noun allows."""
    count, other = (claim, source) if claim.kind is QuantityKind.COUNT else (source, claim)
    if count.kind is not QuantityKind.COUNT or count.per != other.per:
        return None
    if _COUNTED_UNIT.get(other.kind, other.unit) != other.unit:
        return None
    return (1.0, 1.0) if count.counted in _ALSO_COUNTED.get(other.kind, ()) else None


def _same_unit(claim: Quantity, source: Quantity) -> bool:
    if claim.kind is QuantityKind.MONEY:
        return same_currency(claim.unit, source.unit)
    return dimension(claim.unit) == dimension(source.unit)


def _rates(claim: Quantity, source: Quantity) -> tuple[float, float] | None:
    """Rates over stretches of time or numbers of one thing come to one; a rate and a total do not compare."""
    if claim.per == source.per:
        return 1.0, 1.0
    (mine, noun), (theirs, other_noun) = per_number(claim.per), per_number(source.per)
    is_told = (mine and theirs) or ((mine or theirs) and noun and other_noun)
    if is_told and same_denominator(noun, other_noun):
        return 1 / (mine or 1.0), 1 / (theirs or 1.0)
    one, other = UNITS.get(claim.per), UNITS.get(source.per)
    if one is None or other is None or one.dimension != other.dimension:
        return None
    return 1 / one.factor, 1 / other.factor


def per_number(per: str) -> tuple[float, str]:
    """How many a rate is told for, and of what: (1000, "resident") of "1000 resident"; 0 where no number is told."""
    found = _PER_NUMBER.fullmatch(per)
    return (float(found[1]), found[2] or "") if found else (0.0, per)


def same_denominator(one: str, other: str) -> bool:
    """Whether rates are told for the same: residents and people; one without a noun fits any."""
    return not (one and other) or related_heads(one, other) >= KIND


def _compare(claim: Quantity, source: Quantity, one: float, other: float) -> QuantityRelation:
    """Compare the intervals, each times its factor, with the room that readers leave for rounding."""
    said, shown = scaled(claim.interval, one), scaled(source.interval, other)
    if same(said, shown):
        return QuantityRelation.EQUAL
    if _other_limits(claim, source):
        return QuantityRelation.CONFLICTING
    room = max(rounding(claim), _decimals(claim, source)) * one
    if claim.is_range and source.is_range and _other_ends(said, shown, _rounding_of_ends(claim) * one):
        return QuantityRelation.CONFLICTING
    if _is_wide(claim) and _is_wide(source) and _other_rough_ends(said, shown):
        return QuantityRelation.CONFLICTING
    finite = [abs(end) for end in (said.low, said.high) if math.isfinite(end)]
    noise = max(finite, default=0.0) * _NOISE
    if within(shown, widened(said, room + (noise if room else 0.0))):
        return _entailed(claim, source, said, shown)
    if _both_about(claim, source, said, source.value * other, room):
        return QuantityRelation.ENTAILED
    if _part_and_whole(claim, source, said, shown):
        return QuantityRelation.COMPATIBLE
    give = max(room, looseness(claim) * one) + max(rounding(source), looseness(source)) * other
    other_limit = claim.hedge in _UPPER_BOUNDS and source.hedge is Hedge.AT_MOST and shown.high > said.high + give
    if disjoint(widened(said, give), shown) or other_limit:
        return QuantityRelation.CONFLICTING
    return QuantityRelation.COMPATIBLE


def _rounding_of_ends(quantity: Quantity) -> float:
    """How far the upper end of a range may be rounded, as it would be alone."""
    end = quantity.interval.high
    return rounding(replace(quantity, value=end, interval=Interval(end, end)))


def _other_ends(said: Interval, shown: Interval, room: float) -> bool:
    """Whether two ranges cannot both be told: one end is the same and the other is not, or they merely overlap.

    "20 to 30" may be said of "22 to 28", and "22 to 28" of a part of "20 to 30".
    """
    low, high = (abs(a - b) <= room + abs(a) * _NOISE for a, b in ((said.low, shown.low), (said.high, shown.high)))
    if low != high:
        return True
    return not low and not within(shown, widened(said, room)) and not within(said, widened(shown, room))


def _is_wide(quantity: Quantity) -> bool:
    """Whether a rough figure is a range: "some 10 to 80 times"."""
    interval = quantity.interval
    rough = quantity.hedge is Hedge.ABOUT or quantity.is_range
    return rough and interval.is_bounded and 0 < interval.low * _WIDE < interval.high


def _other_rough_ends(said: Interval, shown: Interval) -> bool:
    """Whether of two rough ranges both ends lie far apart."""
    return all(max(a, b) > _WIDE * min(a, b) for a, b in ((said.low, shown.low), (said.high, shown.high)))


def _other_limits(claim: Quantity, source: Quantity) -> bool:
    """Whether two ages bound a group of people differently: "under 14" and "younger than 12" are two groups."""
    bounds = claim.hedge is source.hedge and claim.hedge in _LOWER_BOUNDS | _UPPER_BOUNDS
    return bounds and claim.kind is source.kind is QuantityKind.AGE


def _both_about(claim: Quantity, source: Quantity, said: Interval, value: float, room: float) -> bool:
    """Whether one rounded figure rounds another: "about 250,000" of "about 252,000"."""
    if claim.kind is QuantityKind.FRACTION and claim.hedge is Hedge.EXACT:  # "a fifth" is itself a round figure
        return source.hedge is Hedge.ABOUT and abs(value - said.low) <= room
    if source.hedge is not Hedge.ABOUT or not said.low <= value <= said.high:
        return False
    return claim.hedge is Hedge.ABOUT or (claim.hedge is Hedge.NEARLY and value < said.high)


def _decimals(claim: Quantity, source: Quantity) -> float:
    """Half a unit where a whole number stands for one with decimals: an index of 8,120 for 8,119.6."""
    plain = claim.kind is source.kind is QuantityKind.COUNT and claim.hedge is Hedge.EXACT and claim.round_to is None
    return 0.5 if plain and source.precision < 1 <= claim.precision and not claim.counted else 0.0


def _part_and_whole(claim: Quantity, source: Quantity, said: Interval, shown: Interval) -> bool:
    """Whether one side counts a part of what the other counts and no more of it than the other."""
    if narrower(source, claim):
        return shown.high <= said.high
    return narrower(claim, source) and said.high <= shown.high


def _entailed(claim: Quantity, source: Quantity, said: Interval, shown: Interval) -> QuantityRelation:
    """Entailed, unless a bound lies so far from the truth that it misleads, or two limits differ.

    "Within 60 days" follows from "within 45 days" by logic alone: both name the limit, and not the same one.
    """
    if claim.hedge is source.hedge is Hedge.AT_MOST and not math.isclose(said.high, shown.high, rel_tol=_SAME_LIMIT):
        return QuantityRelation.CONFLICTING
    far_above = claim.hedge in _LOWER_BOUNDS and 0 < _FAR * said.low < shown.low
    far_above = far_above or understates(claim, source)
    far_below = claim.hedge in _UPPER_BOUNDS and said.high > 0 and _FAR * shown.high < said.high
    return QuantityRelation.COMPATIBLE if far_above or far_below else QuantityRelation.ENTAILED


def understates(claim: Quantity, source: Quantity) -> bool:
    """Whether a source's value reaches the next round figure above a bound: "over 800,000" where it is 900,000."""
    if claim.hedge is not Hedge.OVER or claim.kind is not source.kind or claim.value < _ROUND:
        return False
    step = 10.0 ** math.floor(math.log10(claim.value))
    return math.isclose(claim.value % step, 0, abs_tol=1e-9) and source.value >= claim.value + step


def _scores(claim: Quantity, source: Quantity) -> QuantityRelation:
    """Scores agree in either order, since winner and loser may be named first."""
    if claim.kind is not source.kind:
        return QuantityRelation.INCOMPARABLE
    mine, theirs = ([part.split("-") for part in q.meaning.split()] for q in (claim, source))
    if len(mine) != len(theirs):
        return QuantityRelation.INCOMPARABLE
    turned = [pair[::-1] for pair in theirs]
    return QuantityRelation.EQUAL if mine in (theirs, turned) else QuantityRelation.CONFLICTING
