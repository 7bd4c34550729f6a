"""A source's bare number in the unit of a claim's, as tables and lists leave it to their readers."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from factcheck.claim import SHARES, TEMPORAL, Hedge, Interval, Quantity, QuantityKind
from factcheck.evidence import MATCHING, QuantityRelation
from factcheck.quantities import find_quantities, is_numeral, relate
from factcheck.quantities.rounding import says_scale
from factcheck.quantities.units import from_base, to_base
from factcheck.verdicts.substitution import number_part, read_again, words_of

_WORD = re.compile(r"[^\W\d_]{4,}")
_DECIMAL = re.compile(r"0?\.\d{1,12}")
_UNITLESS = TEMPORAL | {QuantityKind.COUNT, QuantityKind.ORDINAL, QuantityKind.FRACTION, QuantityKind.SCORE}


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
    if bare and quantity.kind in SHARES and quantity.unit != "pp" and 0 < source.value < 1 and "." in source.text:
        share = Decimal(source.text.strip()) if _DECIMAL.fullmatch(source.text.strip()) else None
        return source if share is None else _reread(f"{share.scaleb(2):f}%", source)
    told = source.reading or source.text.isdigit()
    if quantity.kind is QuantityKind.COUNT and told and (not quantity.counted or source.kind is QuantityKind.MONEY):
        scaled = _bare(quantity, source)
        return scaled if relate(quantity, scaled) in MATCHING else _reread(f"{source.text} items", source)
    return borrowing_unit(source, quantity) if _share_a_word(claim_text, about) else source


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


def _share_a_word(claim: str, row: str) -> bool:
    """Whether a table row speaks of anything that the claim speaks of: a word of four letters or more."""
    return bool({word[:5] for word in _WORD.findall(claim.lower())} & {word[:5] for word in _WORD.findall(row.lower())})


def borrowing_unit(source: Quantity, quantity: Quantity) -> Quantity:
    """A bare number of a table read in the claim's unit, since a table's unit stands in its header or caption.

    The claim's expression is read again with the table's number in it, so that scale and conversion are the engine's.
    """
    bare = source.kind is QuantityKind.COUNT and not source.unit and not source.reading
    if not bare or quantity.kind in _UNITLESS:
        return source
    if says_scale(source) and quantity.kind is QuantityKind.MONEY:
        return replace(source, kind=quantity.kind, unit=quantity.unit)
    words = words_of(quantity.reading or quantity.text)
    if not quantity.reading and number_part(words) == words and quantity.unit:  # the claim leaves its unit out as well
        return replace(_of_value(quantity, source, to_base(source.value, quantity.unit)), span=source.span)
    numerals = [word for word in re.finditer(r"\S+", words) if is_numeral(word.group())]
    if not numerals:
        return source
    sign = re.match(r"[^\d\s.,]*(?=\d)", numerals[0].group())
    scale = re.search(r"(?<=\d)[^\d\s]*$", numerals[-1].group())
    rest = (scale.group() if scale else "") + words[numerals[-1].end() :]
    found = read_again(f"{sign.group() if sign else ''}{words_of(source.text)}{rest}")
    if len(found) != 1 or found[0].kind is not quantity.kind:
        return source
    return replace(found[0], span=source.span, text=source.text)
