"""Fractions in words, with a slash and as one character: "two-thirds", "three-quarter", "1/3", "½"."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.quantities.number_words import DENOMINATORS, SMALL
from factcheck.quantities.tokens import NUMBER, Token

_FINENESS = 5
"""A fraction in words is as precise as a fifth of its smallest part."""
_SINGULAR_BOTTOMS = frozenset({"quarter", "third", "fifth"})
"""Denominators that may stay singular before a noun: "a three-quarter majority"."""
_TENTHS = frozenset({"tenths", "hundredths"})


class Fraction(NamedTuple):
    """A fraction as read: its value, its smallest part, and the index behind it."""

    value: float
    precision: float
    end: int


def read_fraction(tokens: list[Token], i: int) -> Fraction | None:
    """The fraction that starts at token `i`: "a third", "two-thirds", "half", "a good third", "1/3"."""
    token = tokens[i]
    if token.low == "half" or (token.low in ("a", "one") and tokens[i + 1].low == "half"):
        return Fraction(0.5, 0.1, i + (1 if token.low == "half" else 2))
    if token.low == "one" and tokens[i + 1].low == "-" and tokens[i + 2].low == "half":
        return Fraction(0.5, 0.1, i + 3)
    if token.low in ("a", "an", "one"):
        return _one_part(tokens, i)
    top = SMALL.get(token.low)
    if top and top > 1:
        return _parts(tokens, i, top)
    return slashed(tokens, i)


def _one_part(tokens: list[Token], i: int) -> Fraction | None:
    """As in "a third", "one-fifth", "a good quarter"."""
    at = i + 1
    if tokens[at].low == "-" or tokens[at].low in ("good", "full", "mere", "whole"):
        at += 1
    bottom = DENOMINATORS.get(tokens[at].low)
    if not bottom or tokens[at].low.endswith("s"):
        return None
    return Fraction(1 / bottom, 1 / bottom / _FINENESS, at + 1)


def _parts(tokens: list[Token], i: int, top: int) -> Fraction | None:
    """As in "two-thirds", "three quarters", "a three-quarter majority"."""
    hyphen = tokens[i + 1].low == "-"
    at = i + 2 if hyphen else i + 1
    low = tokens[at].low
    bottom = DENOMINATORS.get(low)
    if not bottom or not (low.endswith("s") or (hyphen and low in _SINGULAR_BOTTOMS)):
        return None
    if top >= bottom and low not in _TENTHS:
        return None
    return Fraction(top / bottom, 1 / bottom / _FINENESS, at + 1)


def slashed(tokens: list[Token], i: int) -> Fraction | None:
    """As in "1/3": two short whole numbers, the smaller before the slash."""
    top, bottom = tokens[i], tokens[i + 2]
    if top.kind != NUMBER or tokens[i + 1].low != "/" or not tokens[i + 1].glued or bottom.kind != NUMBER:
        return None
    if not (top.text.isdecimal() and bottom.text.isdecimal()) or len(top.text) > 2 or len(bottom.text) > 3:
        return None
    over, under = int(top.text), int(bottom.text)
    return Fraction(over / under, 1 / under / _FINENESS, i + 3) if 0 < over < under else None
