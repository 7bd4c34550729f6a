"""Arithmetic over two passages, of one reference or of two, neither of which gives a claim's number by itself.

Any two of many numbers give almost any third, so that little is tried. The claim's words must name what is computed: a
total, a change or gap, the time between two events, an age. Each passage must speak of what the claim speaks of and
hold a single number of the sort, and what fits must not be likely by chance.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from factcheck.claim import Quantity, QuantityKind
from factcheck.evidence import Snippet
from factcheck.quantities import Computation, stems
from factcheck.quantities.compute import ACCIDENT, accidents, borne_out
from factcheck.quantities.elapsed import ages, elapsed
from factcheck.quantities.meaning import number, with_unit
from factcheck.quantities.periods import NO_YEAR, year_of
from factcheck.quantities.ways import FALLS, RISES, Direction, direction, unhedged
from factcheck.quantities.wording import compared_with
from factcheck.verdicts.arithmetic import BORN, GAP, TOTAL, one_sort
from factcheck.verdicts.comparisons import UNTIED, Comparison

_BETWEEN = re.compile(r"\b(?:after|before|later|earlier|between|since|apart|following)\b", re.IGNORECASE)
_BY = re.compile(r"\bby\s+$|\b(?:increase|decrease|rise|fall|drop|gap|difference) of\s+$", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:more|less|fewer|higher|lower|than|as (?:much|many))\b", re.IGNORECASE)
_ADDED = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE})
_TIES = 2
"""Words of the claim that each of the passages must have."""
_NAMED = 3
"""Words of the claim that two passages of one reference must have, which need have none in common."""
_WAYS = frozenset().union(*(stems(word) for word in RISES | FALLS))
_WHEN = stems("since until following")

Result = tuple[Quantity, Quantity, str, float]
"""The operand of each passage, the arithmetic for people, and the value."""
_Arithmetic = Callable[[str, Quantity, Snippet, Snippet], Iterator[Result]]


def across(claim_text: str, quantity: Quantity, passages: Sequence[Snippet]) -> list[Comparison]:
    """The value that one number of each of two passages gives, where it bears out the claim's.

    Args:
        claim_text: The claim.
        quantity: One of its own.
        passages: Those that may hold an operand, best first.

    Returns:
        One comparison, whose `beside` is the second operand; none where nothing fits or it may do so by chance.
    """
    arithmetic = _allowed(claim_text, quantity)
    if arithmetic is None:
        return []
    said = stems(claim_text) - _WAYS - compared_with(claim_text) - _WHEN
    words = [stems(p.text) if arithmetic is _points else stems(p.text) | stems(p.context) for p in passages]
    read = [(i, p, said & words[i]) for i, p in enumerate(passages) if not p.tabular and said & words[i]]
    tried = [
        (len(said & (stems(one.text) | stems(other.text))), i, j, result)
        for (i, one, mine), (j, other, theirs) in combinations(read, 2)
        if one.text != other.text and _are_of_one_matter(arithmetic, said, (one, mine), (other, theirs))
        for result in arithmetic(claim_text, quantity, one, other)
    ]
    for ties, i, j, (first, second, shown, value) in tried:
        relation = borne_out(quantity, value)
        rivals = [result[3] for its, _, _, result in tried if its >= ties]
        if relation is not None and accidents(quantity, rivals) <= ACCIDENT:
            found = Computation(relation, (), shown, value)
            return [Comparison(i, first, relation, UNTIED, found, beside=(j, second))]
    return []


def _are_of_one_matter(
    arithmetic: _Arithmetic,
    said: frozenset[str],
    one: tuple[Snippet, frozenset[str]],
    other: tuple[Snippet, frozenset[str]],
) -> bool:
    """Whether two passages, each with the claim's words that it has, may hold the operands.

    The events of one reference, as in a log, need no word in common, only enough of the claim's between them.
    """
    (mine, its), (theirs, their) = one, other
    if min(len(its), len(their)) >= _TIES and (arithmetic is _age or its & their):
        return True
    told = said & (stems(mine.text) | stems(theirs.text))
    return arithmetic is _time_between and mine.reference == theirs.reference and len(told) >= _NAMED


def _allowed(claim_text: str, quantity: Quantity) -> _Arithmetic | None:
    """What the claim's words have computed."""
    before = claim_text[: max(0, claim_text.find(quantity.text))]
    moved = direction(unhedged(claim_text)) is not Direction.UNKNOWN
    kind = quantity.kind
    if quantity.per or (not quantity.interval.is_point and kind is QuantityKind.SCORE):
        return None
    if kind is QuantityKind.DURATION:
        return _time_between if _BETWEEN.search(claim_text) else None
    if kind is QuantityKind.AGE:
        return _age
    if kind is QuantityKind.FRACTION or (kind is QuantityKind.PERCENT and quantity.unit == "%" and not moved):
        return _share if not moved and not _AGAINST.search(claim_text) else None
    if kind is QuantityKind.PERCENT or quantity.counted == "point":
        return (_change if quantity.unit == "%" else _points) if moved else None
    if kind not in _ADDED:
        return None
    if TOTAL.search(claim_text):
        return _sum
    return _difference if GAP.search(claim_text) or (moved and _BY.search(before)) else None


def _sum(_: str, quantity: Quantity, one: Snippet, other: Snippet) -> Iterator[Result]:
    for a, b in _operands(quantity, one, other):
        yield a, b, f"{with_unit(a)} + {with_unit(b)} = {_shown(quantity, a.value + b.value)}", a.value + b.value


def _difference(_: str, quantity: Quantity, one: Snippet, other: Snippet) -> Iterator[Result]:
    for a, b in _operands(quantity, one, other):
        great, small = sorted((a, b), key=lambda part: -part.value)
        value = great.value - small.value
        if value > 0:
            yield a, b, f"{with_unit(great)} − {with_unit(small)} = {_shown(quantity, value)}", value


def _points(claim_text: str, quantity: Quantity, one: Snippet, other: Snippet) -> Iterator[Result]:
    shares = replace(quantity, kind=QuantityKind.PERCENT, unit="%", counted="")
    for a, b in _operands(shares, one, other):
        great, small = sorted((a, b), key=lambda part: -part.value)
        value = round(great.value - small.value, 9)
        if value > 0 and _goes(claim_text, (a, one), (b, other)):
            yield a, b, f"{number(great.value)}% − {number(small.value)}% = {number(value)} pp", value


def _change(claim_text: str, _: Quantity, one: Snippet, other: Snippet) -> Iterator[Result]:
    """The change in per cent: what rose was the smaller before."""
    rose = direction(unhedged(claim_text)) is Direction.UP
    for a in _alone(one):
        for b in _alone(other):
            if not _one_sort(a, b) or a.kind not in _ADDED or not _goes(claim_text, (a, one), (b, other)):
                continue
            old, new = sorted((a, b), key=lambda part: part.value if rose else -part.value)
            value = abs(new.value - old.value) / old.value * 100
            sign = "+" if rose else "−"
            yield a, b, f"{with_unit(old)} to {with_unit(new)} = {sign}{number(round(value, 1))}%", value


def _share(_: str, quantity: Quantity, one: Snippet, other: Snippet) -> Iterator[Result]:
    """One value's share of a greater one, where only the claim's own words tell part and whole apart."""
    hundred = 100.0 if quantity.kind is QuantityKind.PERCENT else 1.0
    for a in _alone(one):
        for b in _alone(other):
            if not _one_sort(a, b) or a.kind not in _ADDED or a.value == b.value:
                continue
            part, whole = sorted((a, b), key=lambda value: value.value)
            value = part.value / whole.value
            yield a, b, f"{with_unit(part)} / {with_unit(whole)} = {number(round(value * 100, 2))}%", value * hundred


def _goes(claim_text: str, *values: tuple[Quantity, Snippet]) -> bool:
    """Whether two values went the claim's way, as far as it tells since when: "down six points since March"."""
    (a, _), (b, _) = values
    before = compared_with(claim_text)
    older = [value for value, passage in values if before & stems(passage.text)]
    if a.value == b.value or len(older) != 1:
        return a.value != b.value
    rose = direction(unhedged(claim_text)) is Direction.UP
    return (older[0].value == min(a.value, b.value)) is rose


def _time_between(claim_text: str, quantity: Quantity, one: Snippet, other: Snippet) -> Iterator[Result]:
    """The time between two dated events, both of which the claim names."""
    said = stems(claim_text)
    own = said & stems(one.text) - stems(other.text), said & stems(other.text) - stems(one.text)
    dates = _dates(one), _dates(other)
    if one.reference == other.reference and not any(dates):
        dates = _clocks(one), _clocks(other)
    if not (all(own) and all(len(found) == 1 for found in dates)):
        return
    (a,), (b,) = dates
    for _, text, seconds in elapsed(sorted((a, b), key=lambda when: when.span), quantity.unit):  # a log runs forward
        yield a, b, text, seconds


def _age(claim_text: str, _: Quantity, one: Snippet, other: Snippet) -> Iterator[Result]:
    """The age that somebody had on a day who was born on another."""
    for born, then in ((one, other), (other, one)):
        births = [q for q in _dates(born) if BORN.search(born.text[: max(0, born.text.find(q.text))])]
        days = _dates(then)
        if len(births) == len(days) == 1 and _names(claim_text) & _names(born.text):
            for found in ages([births[0], days[0]]):
                a, b = (births[0], days[0]) if born is one else (days[0], births[0])
                yield a, b, found[1], found[2]


def _operands(quantity: Quantity, one: Snippet, other: Snippet) -> Iterator[tuple[Quantity, Quantity]]:
    """The only number of the claim's sort of each passage."""
    mine, theirs = ([q for q in _exact(passage) if _one_sort(quantity, q)] for passage in (one, other))
    if len(mine) == len(theirs) == 1 and _one_sort(mine[0], theirs[0]):
        yield mine[0], theirs[0]


def _alone(passage: Snippet) -> list[Quantity]:
    """The numbers of a passage beside which it has no other of their sort."""
    found = _exact(passage)
    return [one for one in found if sum(_one_sort(one, other) for other in found) == 1]


def _exact(passage: Snippet) -> list[Quantity]:
    return [q for q in passage.quantities if q.interval.is_point and q.value > 0]


def _dates(passage: Snippet) -> list[Quantity]:
    found = [q for q in passage.quantities if q.kind is QuantityKind.DATE and " " not in q.unit]
    return [q for q in found if year_of(q.interval.low) != NO_YEAR]


def _clocks(passage: Snippet) -> list[Quantity]:
    return [q for q in passage.quantities if q.kind is QuantityKind.TIME and q.interval.is_point]


def _one_sort(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers of two passages may be added and compared: counts only where both are named."""
    named = one.kind is not QuantityKind.COUNT or bool(one.counted and other.counted)
    return named and one_sort(one, other)


def _names(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\b[A-Z]\w{2,}", text))


def _shown(quantity: Quantity, value: float) -> str:
    return with_unit(replace(quantity, value=value))
