"""What the values of a passage give for a change, share, sum or difference that a claim states.

`quantities.compute` looks for arithmetic that supports a number, among many. Here the operands must be the only ones
that the words allow, since what they give is held against the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from factcheck.claim import SHARES, Hedge, Interval, Quantity, QuantityKind
from factcheck.evidence import QuantityRelation, Snippet
from factcheck.quantities import relate
from factcheck.quantities.elapsed import ages, elapsed
from factcheck.quantities.heads import KIND, related_heads
from factcheck.quantities.intervals import disjoint
from factcheck.quantities.meaning import number, with_unit
from factcheck.quantities.money import same_currency
from factcheck.quantities.periods import NO_YEAR, year_of
from factcheck.quantities.units import dimension
from factcheck.quantities.ways import changes, unhedged
from factcheck.quantities.wording import SENTENCE_END, around, stems

_FROM_TO = re.compile(r"^[^.;]{0,40}\bto\s[^.;,]{0,15}$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_AGAINST = re.compile(
    r"^[^.;]{0,60}\b(?:from|compared (?:with|to)|against|than|after|a year earlier|previously|up on|down on)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"^\s*(?:out )?of (?:the |its |all |their |a total of )*$", re.IGNORECASE)
_OUT_OF = re.compile(r"(?:^|[\s.])(?:of|among|out of)\s+(?:the |its |their |all |these |those )?$", re.IGNORECASE)
_BY = re.compile(
    r"\bby\s+(?:about |around |some |roughly |nearly |almost |over |more than |at least )?$", re.IGNORECASE
)
BORN = re.compile(r"\bborn\b[^.;]{0,40}$", re.IGNORECASE)
_DIED = re.compile(r"\b(?:died|killed|death|dies)\b", re.IGNORECASE)
TOTAL = re.compile(r"\b(?:total\w*|altogether|in all|combined|together|overall)\b", re.IGNORECASE)
GAP = re.compile(r"\b(?:difference|gap|margin)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bfrom\s+(?:the\s+)?(?:on\s+)?$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:to|until|till)\b|[–—-]", re.IGNORECASE)
_BEGAN = re.compile(r"\b(?:began|begun|started|opened|broke out)\s+(?:in|on|at)\s+$", re.IGNORECASE)
_ENDED = re.compile(r"\b(?:ended|finished|closed|stopped|until)\b", re.IGNORECASE)
_GREW = re.compile(r"doubl|trebl|tripl|quadrupl|halv|fold", re.IGNORECASE)
_AS_MANY = re.compile(r"\bas (?:many|much)\s+(\w+)\s+as\s+(?:the\s+)?(\w+)", re.IGNORECASE)
_NEAR = 80
"""Characters around two moments that tell what they are of."""
_MORE_OR_LESS = frozenset({"more", "less", "fewer"})
_COMPARED = frozenset({"more", "fewer", "less", "higher", "lower", "additional", "extra"})
_OPERANDS = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.PERCENT})
_TIES = 2
"""Words of the claim that each of several passages must have."""
_SENTENCE = 400
"""Characters on either side of a value among which the date of its sentence is looked for."""
_WIDEST = 4.0
"""A result farther off than this ratio is rather of something else."""
_WRONG = frozenset({QuantityRelation.CONFLICTING})


@dataclass(frozen=True, slots=True)
class Expected:
    """What a passage's values give in the place of the claim's.

    Attributes:
        operands: What it is computed from, by place in the passage.
        value: The result as a quantity of the claim's kind and unit.
        arithmetic: For people: "4,210,000 to 4,610,000 = +9.5%".
        shown: The result alone: "9.5%".
    """

    operands: tuple[Quantity, ...]
    value: Quantity
    arithmetic: str
    shown: str


def compares(claim: str) -> bool:
    """Whether a claim tells a change, or how much more or less one is than another."""
    words = unhedged(claim)
    return changes(words) or not words.isdisjoint(_MORE_OR_LESS)


def expected(claim: str, quantity: Quantity, sources: Sequence[Quantity], text: str) -> Expected | None:
    """The result that a passage's only fitting operands give, if it conflicts with the claim's.

    Args:
        claim: The claim's text, whose words say what is computed.
        quantity: The claim's quantity.
        sources: The quantities of one passage, by place.
        text: The reference's text, in which the spans of `sources` lie.
    """
    if quantity.per or quantity.hedge is Hedge.VAGUE:
        return None
    if quantity.kind is QuantityKind.DURATION:
        found = _elapsed(claim, quantity, sources, text)
    elif quantity.kind is QuantityKind.MULTIPLE:
        found = _growth(quantity, sources, text) or _times_as_many(claim, quantity, sources)
    elif quantity.kind in SHARES:
        found = _change(claim, quantity, sources, text) or _share(claim, quantity, sources, text)
    elif quantity.kind is QuantityKind.AGE:
        found = _age(quantity, sources, text)
    elif quantity.kind in _OPERANDS:
        found = (
            _sum(claim, quantity, sources, text)
            or _step(claim, quantity, sources, text)
            or _difference(claim, quantity, sources)
        )
    else:
        found = None
    if found is None or relate(quantity, found.value) not in _WRONG:
        return None
    small, great = sorted((abs(quantity.value), abs(found.value.value)))
    return found if small and great / small <= _WIDEST else None


def expected_of(claim: str, quantity: Quantity, passages: Sequence[Snippet], text: str) -> Expected | None:
    """The same over several passages of one reference, each of which must speak of what the claim speaks of.

    Args:
        claim: The claim's text.
        quantity: Its quantity.
        passages: Of one reference.
        text: The reference's text.
    """
    said = stems(claim)
    tied = [p for p in passages if not p.tabular and len(said & stems(p.text)) >= _TIES]
    if len(tied) < 2:
        return None
    sources = sorted({q.span: q for passage in tied for q in passage.quantities}.values(), key=lambda q: q.span)
    return expected(claim, quantity, sources, text)


def _result(quantity: Quantity, value: float, operands: Sequence[Quantity], left: str, sign: str = "") -> Expected:
    """A result in the claim's kind and unit."""
    as_percent = quantity.kind in SHARES and quantity.unit != "pp"
    shown = f"{number(round(value, 1))}%" if as_percent else with_unit(replace(quantity, value=value))
    own = value / 100 if quantity.kind is QuantityKind.FRACTION else value
    made = replace(quantity, value=own, interval=Interval(own, own), hedge=Hedge.EXACT, precision=1e-6, text="")
    return Expected(tuple(operands), made, f"{left} = {sign}{shown}", shown)


def _elapsed(claim: str, quantity: Quantity, sources: Sequence[Quantity], text: str) -> Expected | None:
    """The time from a beginning to an end that a passage tells as such: "from 9 a.m. to 6 p.m."."""
    moments = [source for source in sources if source.kind in (QuantityKind.TIME, QuantityKind.DATE)]
    found = list(elapsed(moments, quantity.unit)) if len(moments) > 1 else []
    if len(found) != 1:
        return None
    operands, arithmetic, seconds = found[0]
    first, last = min(m.span.start for m in moments), max(m.span.end for m in moments)
    told = text[max(0, first - 20) : first], text[first:last]
    spans = _SINCE.search(told[0]) and _UNTIL.search(told[1])
    spans = spans or (_BEGAN.search(told[0]) and _ENDED.search(told[1]))
    if not spans or SENTENCE_END.search(told[1].replace(".m.", "m")):
        return None
    around = text[max(0, first - _NEAR) : last + _NEAR]
    if not stems(claim) & stems(around):
        return None
    left = arithmetic.rpartition("=")[0].strip()
    return _result(quantity, seconds, [moments[i] for i in operands], left)


def _growth(quantity: Quantity, sources: Sequence[Quantity], text: str) -> Expected | None:
    """How many times its old value a new one is, where the claim says that something doubled."""
    if not _GREW.search(quantity.text):
        return None
    change = _old_and_new(sources, text, points=False)
    if change is None or change[0].value <= 0:
        return None
    old, new = change
    return _result(quantity, new.value / old.value, change, f"{with_unit(new)} / {with_unit(old)}")


def _times_as_many(claim: str, quantity: Quantity, sources: Sequence[Quantity]) -> Expected | None:
    """How many times one count is another, where the claim names both: "three times as many boys as girls"."""
    named = _AS_MANY.search(claim)
    if named is None:
        return None
    counts = [
        [s for s in sources if s.counted and s.interval.is_point and _is_head(s, noun)] for noun in named.groups()
    ]
    if any(len(found) != 1 for found in counts) or counts[1][0].value <= 0:
        return None
    many, few = counts[0][0], counts[1][0]
    return _result(quantity, many.value / few.value, (many, few), f"{with_unit(many)} / {with_unit(few)}")


def _is_head(source: Quantity, noun: str) -> bool:
    return source.kind is QuantityKind.COUNT and related_heads(source.counted, noun.lower()) >= KIND


def _change(claim: str, quantity: Quantity, sources: Sequence[Quantity], text: str) -> Expected | None:
    """The change from a passage's old value to its new one, where the words tell which is which."""
    points = quantity.unit == "pp"
    if not compares(claim):
        return None
    change = _old_and_new(sources, text, points=points)
    if change is None:
        return None
    old, new = change
    size = abs(new.value - old.value)
    if not size or old.value <= 0:
        return None
    sign = "+" if new.value > old.value else "−"
    left = f"{with_unit(old)} to {with_unit(new)}"
    pair = sorted(change, key=lambda part: part.span)
    return _result(quantity, size if points else size / old.value * 100, pair, left, sign)


def _old_and_new(sources: Sequence[Quantity], text: str, *, points: bool) -> tuple[Quantity, Quantity] | None:
    """The old and the new value of a passage, if it has just two of one sort and tells which is which."""
    pair = _only_two(sources, points=points)
    if pair is None:
        return None
    one, other = pair
    between = text[one.span.end : other.span.start]
    if SENTENCE_END.search(between):
        return _by_date(one, other, sources, text)
    if _FROM.search(text[max(0, one.span.start - 12) : one.span.start]) and _FROM_TO.match(between + " "):
        return one, other
    return (other, one) if _AGAINST.match(between) else None


def _by_date(
    one: Quantity, other: Quantity, sources: Sequence[Quantity], text: str
) -> tuple[Quantity, Quantity] | None:
    """Two values of two sentences, the older one first, where each sentence tells one date and they differ."""
    days = []
    for value in (one, other):
        first, last = around(text, (value.span.start, value.span.end), SENTENCE_END, _SENTENCE)
        dates = [q for q in sources if q.kind is QuantityKind.DATE and first <= q.span.start < last]
        if len(dates) != 1 or " " in dates[0].unit or year_of(dates[0].interval.low) == NO_YEAR:
            return None
        days.append(dates[0].interval)
    if disjoint(*days):
        return (one, other) if days[0].low < days[1].low else (other, one)
    return None


def _only_two(sources: Sequence[Quantity], *, points: bool) -> tuple[Quantity, Quantity] | None:
    """The two values of one sort in a passage, if it has just two."""
    operands = [
        source
        for source in sources
        if source.kind in _OPERANDS
        and (source.kind is QuantityKind.PERCENT) is points
        and source.unit != "pp"
        and source.interval.is_point
        and source.value > 0
    ]
    pairs = [(a, b) for i, a in enumerate(operands) for b in operands[i + 1 :] if one_sort(a, b)]
    return pairs[0] if len(pairs) == 1 else None


def one_sort(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers may be added or compared: of a kind and unit; counts with related nouns, if both have any."""
    if one.kind is not other.kind or one.per != other.per:
        return False
    if one.kind is QuantityKind.MONEY:
        return same_currency(one.unit, other.unit)
    if dimension(one.unit) != dimension(other.unit):
        return False
    if one.kind is not QuantityKind.COUNT:
        return True
    return not (one.counted and other.counted) or related_heads(one.counted, other.counted) >= KIND


def _share(claim: str, quantity: Quantity, sources: Sequence[Quantity], text: str) -> Expected | None:
    """One value's share of another, where the passage says "60 of 200 seats"."""
    if quantity.unit == "pp" or compares(claim):
        return None
    pairs = [
        (part, whole)
        for part, whole in pairwise(sources)
        if 0 < part.value < whole.value
        and part.kind is QuantityKind.COUNT
        and one_sort(part, whole)
        and _OF.match(text[part.span.end : whole.span.start])
    ] or _whole_first(sources, text)
    if len(pairs) != 1:
        return None
    part, whole = pairs[0]
    return _result(quantity, part.value / whole.value * 100, pairs[0], f"{with_unit(part)} / {with_unit(whole)}")


def _whole_first(sources: Sequence[Quantity], text: str) -> list[tuple[Quantity, Quantity]]:
    """Part and whole as in "of 80 applicants, 20 were accepted", where the sentence gives no other part."""
    counts = [source for source in sources if source.kind is QuantityKind.COUNT]
    if len(counts) != 2:
        return []
    whole, part = counts
    between = text[whole.span.end : part.span.start]
    told = _OUT_OF.search(text[max(0, whole.span.start - 16) : whole.span.start]) and not SENTENCE_END.search(between)
    fits = 0 < part.value < whole.value and one_sort(part, whole)
    return [(part, whole)] if told and fits else []


def _age(quantity: Quantity, sources: Sequence[Quantity], text: str) -> Expected | None:
    """How old somebody was of whom a passage tells the days of birth and of death."""
    days = [source for source in sources if source.kind is QuantityKind.DATE]
    if len(days) != 2 or not BORN.search(text[max(0, days[0].span.start - _NEAR) : days[0].span.start]):
        return None
    if not _DIED.search(text[days[0].span.end : days[1].span.start]):
        return None
    found = list(ages(days))
    if len(found) != 1:
        return None
    operands, arithmetic, years = found[0]
    found_age = _result(quantity, years, [days[i] for i in operands], "")
    return replace(found_age, arithmetic=arithmetic, shown=f"{number(years)} years")


def _step(claim: str, quantity: Quantity, sources: Sequence[Quantity], text: str) -> Expected | None:
    """By how much a value changed, where the passage tells the old one and the new: "rose by 300,000"."""
    at = claim.find(quantity.text)
    if at < 0 or not _BY.search(claim[:at]) or not changes(unhedged(claim)):
        return None
    change = _old_and_new(sources, text, points=False)
    if change is None or not all(_like(quantity, part) or not quantity.counted for part in change):
        return None
    old, new = change
    if not one_sort(replace(quantity, counted=""), new):
        return None
    sign = "+" if new.value > old.value else "−"
    return _result(quantity, abs(new.value - old.value), change, f"{with_unit(old)} to {with_unit(new)}", sign)


def _sum(claim: str, quantity: Quantity, sources: Sequence[Quantity], text: str) -> Expected | None:
    """The sum of a passage's values of the sort, where the claim speaks of a total and the passage gives none."""
    parts = [source for source in sources if _like(quantity, source)]
    if not TOTAL.search(claim) or len(parts) < 2 or TOTAL.search(text[parts[0].span.start : parts[-1].span.end]):
        return None
    if any(not part.interval.is_point or "other" in part.modifiers for part in parts):
        return None
    parts = _named_parts(claim, parts, text)
    return _result(quantity, sum(part.value for part in parts), parts, " + ".join(with_unit(part) for part in parts))


def _named_parts(claim: str, parts: list[Quantity], text: str) -> list[Quantity]:
    """The parts that a claim names, if it names two or more: "training and validation splits together"."""
    ends = [part.span.start for part in parts[1:]] + [parts[-1].span.end + _NEAR]
    behind = [stems(text[part.span.end : end].split(".")[0]) for part, end in zip(parts, ends, strict=True)]
    said = stems(claim) - frozenset.intersection(*behind)
    named = [part for part, words in zip(parts, behind, strict=True) if words & said]
    return named if len(named) > 1 else parts


def _difference(claim: str, quantity: Quantity, sources: Sequence[Quantity]) -> Expected | None:
    """The difference of a passage's two values of the sort, where the claim speaks of one."""
    if not _COMPARED & set(quantity.modifiers) and not GAP.search(claim):
        return None
    parts = [source for source in sources if _like(quantity, source) and source.interval.is_point]
    if len(parts) != 2:
        return None
    great, small = sorted(parts, key=lambda part: -part.value)
    return _result(quantity, great.value - small.value, parts, f"{with_unit(great)} − {with_unit(small)}")


def _like(quantity: Quantity, source: Quantity) -> bool:
    """Whether a source's value may be an operand: of the claim's sort, and for counts of its noun or a kind of it."""
    if quantity.kind is QuantityKind.COUNT and not quantity.counted:
        return False
    return source.value > 0 and one_sort(quantity, source)
