"""Ordinal numbers: "third", "19th", "twenty-first", "one hundred and fiftieth"."""

from __future__ import annotations

from factcheck.quantities.number_words import ORDINALS, SMALL, TENS
from factcheck.quantities.numerals import add_up
from factcheck.quantities.tokens import NUMBER, Token

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_LONGEST = 15


def has_suffix(tokens: list[Token], i: int) -> bool:
    """Whether "st", "nd", "rd" or "th" is glued to the token before `i`."""
    return tokens[i].glued and tokens[i].low in _SUFFIXES


def read_ordinal(tokens: list[Token], i: int) -> tuple[int, int] | None:
    """An ordinal at `i` ("third", "twenty-first", "19th"): its value and the index behind it."""
    token = tokens[i]
    if token.kind == NUMBER and has_suffix(tokens, i + 1):
        return (int(token.low), i + 2) if token.low.isdecimal() and len(token.low) <= _LONGEST else None
    if token.low in ORDINALS:
        return ORDINALS[token.low], i + 1
    if token.low in TENS:
        total, end, _ = add_up(tokens, i, None)
    elif token.low in SMALL or (token.low == "a" and tokens[i + 1].low == "hundred"):
        total, end, _ = add_up(tokens, i + (token.low == "a"), 1 if token.low == "a" else None)
        if total < 100:
            return None
    else:
        return None
    return _last_part(tokens, total, end)


def _last_part(tokens: list[Token], total: float, end: int) -> tuple[int, int] | None:
    """The ordinal word that ends a number in words: the "first" of "twenty-first", the "fiftieth" of "150th"."""
    at = end + 1 if tokens[end].low in ("-", "and") else end
    last = ORDINALS.get(tokens[at].low)
    if last is None or not total:
        return None
    room = 10 if total % 100 else 100
    fits = last < room and total % room == 0 if total >= 100 and not total % 100 else last < 10 and total % 10 == 0
    if not fits or (tokens[end].low != "-" and total % 100):
        return None
    return int(total) + last, at + 1
