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
from decimal import Decimal
from functools import lru_cache

from factcheck.claim import Hedge, Interval, Quantity, QuantityKind
from factcheck.document import Span
from factcheck.evidence import MATCHING, QuantityRelation, Snippet
from factcheck.quantities import (
    Computation,
    compute,
    find_quantities,
    is_numeral,
    places_in,
    relate,
    relate_in_text,
    same_thing,
    stems,
)
from factcheck.quantities.heads import SAME_THING, UNKNOWN
from factcheck.quantities.kinds import is_human, is_role
from factcheck.quantities.nouns import singular
from factcheck.quantities.roles import of_other_wholes
from factcheck.quantities.rounding import says_scale
from factcheck.quantities.units import from_base, to_base
from factcheck.verdicts.rivals import of_another, with_noun

UNTIED = 0.4
"""Likeness of a bare number in a sentence that does not name what the claim counts."""
SUBSTITUTIONS = 2
"""How many conflicting values are put into a claim for each of its quantities: best passages first."""
_FIGURES = 0.5
"""Rarity from which a value that stands elsewhere is worth reading for."""
_SPECIFIC = 100
"""From this count on another source has it rarely by chance."""
_LABELLED = re.compile(r"[^\W\d_]:\s*\S{0,2}$")
_REST = frozenset({"other", "another", "remaining"})
_ONE_OF = re.compile(r"\bone of\b", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:the other|another|the second)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")
_PER = re.compile(r"\s*(?:/|\b(?:per|a|an|each|every)\b).*")
_MARKUP = re.compile(r"[*_`~\\]+")
_DECIMAL = re.compile(r"0?\.\d{1,12}")
_SHARES = frozenset({QuantityKind.PERCENT, QuantityKind.FRACTION})
_TEMPORAL = frozenset({QuantityKind.DATE, QuantityKind.TIME})
_UNITLESS = _TEMPORAL | {QuantityKind.COUNT, QuantityKind.ORDINAL, QuantityKind.FRACTION, QuantityKind.SCORE}


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
        # A passage that gives the claim's own value gives its other values of other things.
        found += [c for c in known if c.relation is not QuantityRelation.CONFLICTING or c.likeness > match]
    return found


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
    likeness = UNKNOWN if like_unit is not source else same_thing(quantity, with_noun(source, passage))
    if not conflict:
        likeness = max(likeness, same_thing(quantity, source))
    if 0 < likeness < SAME_THING and relation in MATCHING and _other_word(quantity, source):
        likeness = SAME_THING
    if likeness < SAME_THING or (
        conflict
        and (
            _picks_out(quantity, claim_text)
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
    like_unit = _borrowing_unit(source, quantity)
    relation = QuantityRelation.INCOMPARABLE if like_unit is source else relate(quantity, like_unit)
    return Comparison(position, source, relation, UNTIED) if relation in MATCHING else None


def _other_word(quantity: Quantity, source: Quantity) -> bool:
    """Whether counts with unlike nouns may be of one thing: people and a role, or a figure that few things have."""
    mine, theirs = singular(quantity.counted), singular(source.counted)
    return abs(quantity.value) >= _SPECIFIC or (is_role(mine) and (is_role(theirs) or is_human(theirs)))


def _untied(quantity: Quantity, source: Quantity, passage: Snippet) -> bool:
    """Whether a bare number stands in a sentence that does not name what the claim's counts."""
    bare = source.kind is QuantityKind.COUNT and not source.counted and not passage.tabular
    return bare and bool(quantity.counted) and not stems(quantity.counted) & stems(passage.text)


def _picks_out(quantity: Quantity, text: str) -> bool:
    """Whether it picks one out rather than counts: "one of the lawyers" is no claim that there is one lawyer."""
    if quantity.value != 1:
        return False
    words = _words(quantity.text).lower()
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
    named = bool(quantity.unit) or quantity.kind in (QuantityKind.DATE, QuantityKind.TIME)
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
    return [*others, *conflicts[:SUBSTITUTIONS]]


def substitute(claim_text: str, quantity: Quantity, source: Quantity) -> str | None:
    """A claim's text with a source's value in place of one of its own; None if its own is not found there.

    The source's number (with its hedge) replaces the claim's, which keeps its noun or unit, so that the sentence stays
    the claim's; expressions of another unit, or with a unit that one writes behind a blank and the other does not
    ("5%", "3 per cent"), dates and times are replaced whole.
    """
    written = _words(quantity.text)
    at = claim_text.lower().find(written.lower())
    if at < 0:
        return None
    value = _words(source.text if source.kind in _TEMPORAL else source.reading or source.text)
    if quantity.unit == source.unit and quantity.kind not in _TEMPORAL:
        mine, theirs = _number_part(written), _number_part(value)
        if not quantity.unit or _has_unit(mine, quantity) == _has_unit(theirs, quantity):
            value = theirs + written[len(mine) :]
        elif quantity.per and not source.per:
            rate = _PER.search(written)
            value += rate.group() if rate else ""
    return claim_text[:at] + value + claim_text[at + len(written) :]


def in_claim(claim_text: str, quantity: Quantity) -> Span | None:
    """Where a claim has one of its quantities in words, as a number of its own; None if it says it otherwise."""
    written = re.escape(_words(quantity.text))
    found = re.search(rf"(?<![\d.,]){written}(?![\d]|[.,]\d)", claim_text, re.IGNORECASE)
    return Span(*found.span()) if found else None


def read_as(claim_text: str, quantity: Quantity, source: Quantity, about: str) -> Quantity:
    """A table's number as a claim's can be compared with it.

    A bare number may have its unit in words that no rule knows: it borrows the claim's. A part of a whole may be told
    as such ("0.874") or in per cent; a number of four digits may be a year.

    Args:
        claim_text: The claim.
        quantity: One of its quantities.
        source: The table's.
        about: What the number stands under and beside; it borrows no unit where the claim has none of these words.
    """
    if relate(quantity, source) is not QuantityRelation.INCOMPARABLE:
        return source
    bare = source.kind is QuantityKind.COUNT and not source.unit
    if bare and quantity.kind in _SHARES and quantity.unit != "pp" and 0 < source.value < 1 and "." in source.text:
        share = Decimal(source.text.strip()) if _DECIMAL.fullmatch(source.text.strip()) else None
        return source if share is None else _reread(f"{share.scaleb(2):f}%", source)
    told = source.reading or source.text.isdigit()
    if quantity.kind is QuantityKind.COUNT and told and (not quantity.counted or source.kind is QuantityKind.MONEY):
        scaled = _bare(quantity, source)
        return scaled if relate(quantity, scaled) in MATCHING else _reread(f"{source.text} items", source)
    return _borrowing_unit(source, quantity) if _share_a_word(claim_text, about) else source


def _bare(quantity: Quantity, source: Quantity) -> Quantity:
    """A table's number without its unit, scale included: 502,000 for "502" under "thousand cubic metres"."""
    return _of_value(quantity, source, from_base(source.value, source.unit))


def _of_value(quantity: Quantity, source: Quantity, value: float) -> Quantity:
    """A source's number as a quantity of the claim's kind and unit."""
    return replace(
        quantity, value=value, interval=Interval(value, value), hedge=Hedge.EXACT, text=source.text, round_to=None
    )


def _reread(written: str, source: Quantity) -> Quantity:
    found = find_quantities(written).quantities
    return replace(found[0], span=source.span, text=source.text, counted="") if len(found) == 1 else source


@lru_cache(maxsize=8192)  # a value of a source is put into many claims
def _words(text: str) -> str:
    """An expression as a claim would spell it: on one line, without the file's markup."""
    return " ".join(_MARKUP.sub("", text).split())


def _has_unit(number: str, quantity: Quantity) -> bool:
    """Whether an expression cut off behind its last numeral has its unit in it: "€3.4m", "90ns"."""
    return any(found.unit == quantity.unit for found in _read_again(number))


@lru_cache(maxsize=8192)
def _number_part(text: str) -> str:
    """An expression up to the end of its last numeral: "at least 144" of "at least 144 people", "31" of "31-hour"."""
    end = len(text)
    for word in re.finditer(r"\S+", text):
        number, hyphen, noun = word.group().partition("-")
        if hyphen and is_numeral(number) and not is_numeral(noun):
            end = word.start() + len(number)
        elif is_numeral(word.group()):
            end = word.end()
    return text[:end]


def _share_a_word(claim: str, row: str) -> bool:
    """Whether a table row speaks of anything that the claim speaks of: a word of four letters or more."""
    return bool({word[:5] for word in _WORD.findall(claim.lower())} & {word[:5] for word in _WORD.findall(row.lower())})


def _borrowing_unit(source: Quantity, quantity: Quantity) -> Quantity:
    """A bare number of a table read in the claim's unit, since a table's unit stands in its header or caption.

    The claim's expression is read again with the table's number in it, so that scale and conversion are the engine's.
    """
    bare = source.kind is QuantityKind.COUNT and not source.unit and not source.reading
    if not bare or quantity.kind in _UNITLESS:
        return source
    if says_scale(source) and quantity.kind is QuantityKind.MONEY:
        return replace(source, kind=quantity.kind, unit=quantity.unit)
    words = _words(quantity.reading or quantity.text)
    if not quantity.reading and _number_part(words) == words and quantity.unit:  # the claim leaves its unit out as well
        return replace(_of_value(quantity, source, to_base(source.value, quantity.unit)), span=source.span)
    numerals = [word for word in re.finditer(r"\S+", words) if is_numeral(word.group())]
    if not numerals:
        return source
    sign = re.match(r"[^\d\s.,]*(?=\d)", numerals[0].group())
    scale = re.search(r"(?<=\d)[^\d\s]*$", numerals[-1].group())
    rest = (scale.group() if scale else "") + words[numerals[-1].end() :]
    found = _read_again(f"{sign.group() if sign else ''}{_words(source.text)}{rest}")
    if len(found) != 1 or found[0].kind is not quantity.kind:
        return source
    return replace(found[0], span=source.span, text=source.text)


@lru_cache(maxsize=8192)  # one number in the unit of many claims, and many in the unit of one
def _read_again(text: str) -> tuple[Quantity, ...]:
    return find_quantities(text).quantities
