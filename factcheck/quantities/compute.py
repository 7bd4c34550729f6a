"""Arithmetic over the quantities of one passage that supports a claim's quantity.

The search is bounded, each result names its operands, and the more arithmetic is tried the closer a value must fit:
otherwise almost any number comes out of some others.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.claim import Hedge, Interval, Quantity, QuantityKind
from factcheck.evidence import MATCHING, QuantityRelation
from factcheck.quantities.arithmetic import candidates
from factcheck.quantities.each import may_be_of_each, of_each
from factcheck.quantities.intervals import scaled
from factcheck.quantities.kinds import is_human
from factcheck.quantities.listing import Listing, listings
from factcheck.quantities.meaning import number
from factcheck.quantities.operands import Candidate
from factcheck.quantities.recognise import find_quantities
from factcheck.quantities.relate import relate
from factcheck.quantities.rounding import rounding, says_scale
from factcheck.quantities.shifted import shifted
from factcheck.quantities.units import UNITS, dimension, from_base
from factcheck.quantities.until import until
from factcheck.quantities.wording import SENTENCE_END, Wording, stems, wording

_MOST = 24
"""How many quantities of a passage are looked at."""
_LARGE = 1000
"""From this value on a bare number is no count of what happens to stand near it."""
_ALIKE = 20.0
"""How many times one number may be another of its size."""
_NEAR_BOUND = 0.25
"""Share of a bound ("more than twice") that a computed value may lie off: farther, nobody words it so."""
_FINEST = {QuantityKind.FRACTION: 0.1, QuantityKind.MULTIPLE: 0.1, QuantityKind.PERCENT: 0.02}
_FINE = 0.01
"""Share of the value within which a fit counts as one: by kind, and for all others."""
_SPREAD = 4.6
"""Width, in natural logarithms, of the range that unrelated values scatter over: two decades."""
_LABEL = re.compile(r"[^.:;\n\d]{3,80}:\s")
"""What stands before a list and says what it lists."""
ACCIDENT = 0.12
"""Expected number of accidental fits from which on a fit says nothing."""


@dataclass(frozen=True, slots=True)
class Computation:
    """A value computed from a passage's quantities.

    Attributes:
        relation: How the value bears on the claim's quantity: EQUAL or ENTAILED.
        operands: Indices of the source quantities used, in the order of the arithmetic; none where things are counted.
        arithmetic: For people: "3,140 + 2,985 = 6,125".
        value: In the claim's base unit.
    """

    relation: QuantityRelation
    operands: tuple[int, ...]
    arithmetic: str
    value: float


def compute(
    claim: Quantity,
    sources: Sequence[Quantity],
    *,
    claim_text: str = "",
    passage: str = "",
    about: str = "",
    today: date | None = None,
) -> Computation | None:
    """The arithmetic over `sources` that makes the claim's quantity true, if there is one.

    Args:
        claim: The article's quantity.
        sources: The quantities of one passage, by place.
        claim_text: The claim; with `passage` it admits operands without nouns, tied to the claim by words.
        passage: The passage's text.
        about: What the passage as a whole is about: the title that it stands under.
        today: The day up to which ages and years gone by are told, if it is known.

    Returns:
        The computation with the fewest operands, an equal value before one that only entails the claim;
        None if no admissible arithmetic supports it.
    """
    operands = _in_one_unit(_in_one_currency(sources[:_MOST]))
    words = wording(claim_text, claim, passage, operands, about) if claim_text and passage else None
    operands = operands if words is None else _of_their_wholes(operands, words)
    claim = _in_degrees(claim, operands)
    tried = _tried(claim, operands, words, claim_text, today)
    ties = [0 if words is None else words.ties(candidate.operands) for candidate in tried]
    best: tuple[tuple[bool, int], Computation] | None = None
    for candidate, tie in zip(tried, ties, strict=True):
        relation = borne_out(claim, candidate.value)
        if relation is None:
            continue
        if _one_sided(claim) and any(_rivals(claim, operands[i]) for i in candidate.operands):
            continue
        rivals = [other.value for other, its in zip(tried, ties, strict=True) if its >= tie]
        if accidents(claim, rivals) > ACCIDENT:
            continue
        rank = (relation is not QuantityRelation.EQUAL, len(candidate.operands))
        if best is None or rank < best[0]:
            best = rank, Computation(relation, candidate.operands, candidate.arithmetic, candidate.value)
    return None if best is None else best[1]


def _tried(
    claim: Quantity, operands: Sequence[Quantity], words: Wording | None, claim_text: str, today: date | None
) -> list[Candidate]:
    """Every value that may be the claim's: arithmetic, and what only the words around them admit."""
    tried = list(candidates(claim, operands, words))
    if words is None:
        return tried
    if today is not None:
        tried += [Candidate(*found) for found in until(claim, operands, words, today)]
    if claim.kind is QuantityKind.DATE:
        tried += [Candidate(*found) for found in shifted(claim, operands, words)]
    if may_be_of_each(words.text):
        tried += of_each(claim, find_quantities(claim_text).quantities, operands, words)
    if claim.kind is QuantityKind.COUNT and claim.counted:
        tried += _listed(claim, words)
        tried += _tallied(claim, operands, words)
    return tried


def _in_one_currency(sources: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, the scaled numbers without a unit in the only currency of the passage: "€187m; before: 129m"."""
    units = {source.unit for source in sources if source.kind is QuantityKind.MONEY}
    if len(units) != 1:
        return list(sources)
    (unit,) = units
    return [replace(source, kind=QuantityKind.MONEY, unit=unit) if _is_scaled(source) else source for source in sources]


def _in_one_unit(sources: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, bare large numbers in the only unit that the passage has for numbers of their size.

    As in "can hold 90 million cubic metres, now holds 60 million", "350,000 euros instead of the 700,000 of before".
    """
    told = [source for source in sources if source.kind in (QuantityKind.MONEY, QuantityKind.MEASURE)]
    if len({(one.kind, one.unit) for one in told}) != 1 or told[0].per:
        return list(sources)
    size = from_base(told[0].value, told[0].unit) if told[0].kind is QuantityKind.MEASURE else told[0].value
    found = []
    for source in sources:
        if not _is_bare(source) or source.value < _LARGE or not size / _ALIKE <= source.value <= size * _ALIKE:
            found.append(source)
            continue
        factor = told[0].value / size
        value, interval = source.value * factor, scaled(source.interval, factor)
        found.append(replace(source, kind=told[0].kind, unit=told[0].unit, value=value, interval=interval))
    return found


def _in_degrees(claim: Quantity, operands: Sequence[Quantity]) -> Quantity:
    """A number of degrees on the scale of the passage's temperatures: "fell by 12 degrees" of "from 4C to -8C"."""
    scale = next((one.unit for one in operands if dimension(one.unit) == "temperature"), "")
    if claim.kind is not QuantityKind.COUNT or claim.counted != "degree" or not scale:
        return claim
    size = UNITS[scale].factor
    value, interval = claim.value * size, scaled(claim.interval, size)
    return replace(claim, kind=QuantityKind.MEASURE, unit=scale, counted="", value=value, interval=interval)


def _of_their_wholes(operands: Sequence[Quantity], words: Wording) -> list[Quantity]:
    """The quantities, a part with the noun of its whole: "of the 90,000 images 30,150 carry labels" counts images."""
    found: list[Quantity] = []
    for i, one in enumerate(operands):
        counts = i > 0 and words.parts[i] and one.kind is operands[i - 1].kind is QuantityKind.COUNT
        found.append(replace(one, counted=found[-1].counted, modifiers=()) if counts else one)
    return found


def _is_bare(source: Quantity) -> bool:
    return source.kind is QuantityKind.COUNT and not (source.counted or source.unit or source.per)


def _is_scaled(source: Quantity) -> bool:
    return _is_bare(source) and says_scale(source)


def _listed(claim: Quantity, words: Wording) -> list[Candidate]:
    """How many a list of the passage has, where its sentence names what the claim counts."""
    noun = stems(claim.counted)
    return [
        Candidate((), f"{listing.text} = {listing.count}", float(listing.count))
        for listing in listings(words.text)
        if _is_labelled(listing, noun) or _is_listed(claim, listing, noun, words)
    ]


def _is_listed(claim: Quantity, listing: Listing, noun: frozenset[str], words: Wording) -> bool:
    """Whether a list is of what the claim counts, as its sentence says, or of names where the claim counts people."""
    named = is_human(claim.counted) and not listing.label
    told = stems(listing.about)
    return len(words.stems & told) > 1 and bool(named or noun & told)


def _tallied(claim: Quantity, operands: Sequence[Quantity], words: Wording) -> list[Candidate]:
    """The sum of what a list counts behind a label that names it: "cables in the kit: four USB-C and three HDMI"."""
    found = []
    for label in _LABEL.finditer(words.text):
        end = SENTENCE_END.search(words.text, label.end())
        stop = end.start() if end else len(words.text)
        run = [i for i, (start, _) in enumerate(words.places) if label.end() <= start < stop]
        parts = [operands[i] for i in run]
        whole = all(one.kind is QuantityKind.COUNT and one.interval.is_point and not one.per for one in parts)
        if len(run) > 1 and whole and stems(claim.counted) & stems(label.group()):
            total = sum(one.value for one in parts)
            left = " + ".join(number(one.value) for one in parts)
            found.append(Candidate(tuple(run), f"{left} = {number(total)}", total))
    return found


def _is_labelled(listing: Listing, noun: frozenset[str]) -> bool:
    """Whether the label of a list begins with what the claim counts: "Arbitrators: …"."""
    return bool(noun & stems(listing.label.split(" ", 1)[0]))


def borne_out(claim: Quantity, value: float) -> QuantityRelation | None:
    """How a computed value bears a claim's quantity out, or None.

    Args:
        claim: The article's quantity.
        value: In its base unit.

    Returns:
        EQUAL or ENTAILED.
    """
    relation = relate(claim, _as_quantity(claim, value))
    return relation if relation in MATCHING and _near_bound(claim, value) else None


def accidents(claim: Quantity, tried: Sequence[float]) -> float:
    """How many of the values tried would fit the claim if they were unrelated to it.

    Args:
        claim: The article's quantity.
        tried: The values that are tied to the claim as closely as the one that fits.
    """
    size = abs(claim.value)
    if not size:
        return math.inf
    spread = claim.interval.high - claim.interval.low + 2 * rounding(claim)
    finest = max(_FINEST.get(claim.kind, _FINE) * size, 1.0 if claim.kind is QuantityKind.COUNT else 0.0)
    width = _NEAR_BOUND * size if _one_sided(claim) else max(spread, finest)
    return len({round(value, 9) for value in tried}) * min(1.0, width / size) / _SPREAD


def _one_sided(claim: Quantity) -> bool:
    return claim.hedge in (Hedge.OVER, Hedge.AT_LEAST, Hedge.UNDER, Hedge.AT_MOST)


def _near_bound(claim: Quantity, value: float) -> bool:
    """Whether a computed value lies near the bound of a claim open on one side, like "fewer than half".

    Without this nearly any ratio would support such a claim.
    """
    return not _one_sided(claim) or abs(value - claim.value) <= _NEAR_BOUND * abs(claim.value)


def _rivals(claim: Quantity, operand: Quantity) -> bool:
    """Whether an operand rather is what a bound is about: "fewer than 69 people" is not 69 less the 16 who died."""
    return operand.kind is claim.kind and _near_bound(claim, operand.value)


def _as_quantity(claim: Quantity, value: float) -> Quantity:
    """The computed value as an exact quantity of the claim's kind."""
    return replace(
        claim, value=value, interval=Interval(value, value), hedge=Hedge.EXACT, precision=1e-6, text="", round_to=None
    )
