"""Numbers in lists: in the midst of data that was pasted, and behind the names of a tally.

Around a number of pasted data nothing says more of it. Text of this sort runs to megabytes, and the grammar would ask
of each number all that it asks of one in a sentence.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.claim import Hedge, Interval, Quantity, QuantityKind
from factcheck.document import Span
from factcheck.quantities.meaning import describe
from factcheck.quantities.tokens import NUMBER, WORD, Token

_NEIGHBOURS = (-4, -2, 2, 4)
"""Where, from a listed number, other numbers stand."""
_COMMAS = (-3, -1, 1, 3)
_LONGEST = 3
"""Digits of a number that is no year, postcode or part of a date."""


_WIDEST = 60
"""Tokens of a tally that are looked at."""
_WORDIEST = 6
_FEWEST = 3
"""Names with a number each that make a tally."""
_ENDS = frozenset({":", ".", "!", "?"})
_PER_CENT = frozenset({"per", "cent", "percent"})
_BEHIND_ITEM = frozenset({",", ";", "and", ".", "", "%", "(", *_PER_CENT})


def is_listed(tokens: list[Token], i: int) -> bool:
    """Whether the number at token `i` has two short numbers on either side, and nothing but commas between."""
    if i < len(_COMMAS) or tokens[i + 1].low != "," or tokens[i - 1].low != "," or not _is_short(tokens[i]):
        return False
    return all(_is_short(tokens[i + step]) for step in _NEIGHBOURS) and all(
        tokens[i + step].low == "," for step in _COMMAS
    )


def is_tallied(tokens: list[Token], i: int) -> bool:
    """Whether the number at token `i` stands in a list behind a colon that gives each name one: "Greens 7, Reds 8".

    Args:
        tokens: The text.
        i: A number behind a name.
    """
    start = i
    while start > 0 and i - start < _WIDEST and tokens[start].low not in _ENDS:
        start -= 1
    if tokens[start].low != ":":
        return False
    items, words, holds = 0, 0, False
    for at in range(start + 1, min(len(tokens), start + _WIDEST)):
        token = tokens[at]
        if token.kind == NUMBER and words:
            items, words, holds = items + 1, 0, holds or at == i
        elif token.kind == WORD or token.low == "%":
            words += token.kind == WORD and token.low not in _PER_CENT
        elif token.low not in (",", ";", "(", ")"):
            break
        if words > _WORDIEST or (token.kind == NUMBER and tokens[at + 1].low not in _BEHIND_ITEM):
            break
    return holds and items >= _FEWEST


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
