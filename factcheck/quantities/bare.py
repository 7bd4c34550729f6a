"""Numbers in the midst of a long list of numbers, as in data that was pasted: nothing around them says more of them.

Text of this sort runs to megabytes, and the grammar would ask of each number all that it asks of one in a sentence.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.claim import Hedge, Interval, Quantity, QuantityKind
from factcheck.document import Span
from factcheck.quantities.meaning import describe
from factcheck.quantities.tokens import NUMBER, Token

_NEIGHBOURS = (-4, -2, 2, 4)
"""Where, from a listed number, other numbers stand."""
_COMMAS = (-3, -1, 1, 3)
_LONGEST = 3
"""Digits of a number that is no year, postcode or part of a date."""


def is_listed(tokens: list[Token], i: int) -> bool:
    """Whether the number at token `i` has two short numbers on either side, and nothing but commas between."""
    if i < len(_COMMAS) or tokens[i + 1].low != "," or tokens[i - 1].low != "," or not _is_short(tokens[i]):
        return False
    return all(_is_short(tokens[i + step]) for step in _NEIGHBOURS) and all(
        tokens[i + step].low == "," for step in _COMMAS
    )


def bare(token: Token) -> Quantity:
    """The count that a number of such a list is."""
    value, interval, meaning = _read(token.text)
    return Quantity(
        Span(token.start, token.end),
        token.text,
        QuantityKind.COUNT,
        value,
        interval,
        Hedge.EXACT,
        "",
        "",
        (),
        meaning,
        1.0,
    )


def _is_short(token: Token) -> bool:
    return token.kind == NUMBER and len(token.text) <= _LONGEST and token.text.isdecimal()


@lru_cache(maxsize=1024)
def _read(text: str) -> tuple[float, Interval, str]:
    value = float(text)
    interval = Interval(value, value)
    return value, interval, describe(QuantityKind.COUNT, interval, "", "", "")
