"""The quantity that starts with a number, by what stands behind it."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.quantities.ages import read_age
from factcheck.quantities.counts import read_count, read_multiple
from factcheck.quantities.draft import Draft
from factcheck.quantities.measures import read_measure, read_percent
from factcheck.quantities.money import read_money, read_prefixed_money
from factcheck.quantities.number_words import NUMBER_WORDS
from factcheck.quantities.numerals import Numeral, read_cardinal
from factcheck.quantities.portions import read_fraction
from factcheck.quantities.shares import read_one_in, read_share
from factcheck.quantities.tokens import MONEY, NUMBER, Token

_READERS: tuple[Callable[[list[Token], int, Numeral], Draft | None], ...] = (
    read_percent,
    read_money,
    read_age,
    read_measure,
    read_multiple,
    read_one_in,
    read_count,
)


def read_amount(tokens: list[Token], i: int) -> Draft | None:
    """The quantity that starts with a number at token `i`; hedges and ranges are the caller's."""
    if tokens[i].kind == MONEY:
        return read_prefixed_money(tokens, i)
    if tokens[i].low == "-" and tokens[i + 1].kind == MONEY and tokens[i + 1].glued and not tokens[i].glued:
        return _owed(tokens, i)
    negative = is_minus(tokens, i)
    numeral = read_cardinal(tokens, i + 1 if negative else i)
    fraction = read_fraction(tokens, i)
    if fraction is not None and (numeral is None or numeral.end <= fraction[2]):
        draft = read_share(tokens, i, *fraction)
        if draft is not None:
            return draft
    if numeral is None:
        return None
    if negative:
        numeral = numeral._replace(value=-numeral.value)
    for reader in _READERS:
        draft = reader(tokens, i, numeral)
        if draft is not None:
            return draft
    return None


def _owed(tokens: list[Token], i: int) -> Draft | None:
    """Money below zero: "-$5m"."""
    draft = read_prefixed_money(tokens, i + 1)
    if draft is not None:
        draft.start, draft.value = i, -draft.value
    return draft


def is_minus(tokens: list[Token], i: int) -> bool:
    """Whether token `i` is the sign of the number behind it: "−5", "minus 8"."""
    sign, after = tokens[i], tokens[i + 1]
    if sign.low == "minus":
        degrees = after.low in NUMBER_WORDS and tokens[i + 2].low in ("degree", "degrees")
        return after.kind == NUMBER or degrees
    return sign.low == "-" and after.kind == NUMBER and after.glued and not sign.glued
