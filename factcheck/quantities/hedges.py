"""Words that qualify a number, and the interval a careful reader then expects."""

from __future__ import annotations

import math
from typing import NamedTuple

from factcheck.claim import Hedge, Interval
from factcheck.quantities.tokens import Token

_BEFORE: dict[str, tuple[Hedge, bool]] = {
    "at least": (Hedge.AT_LEAST, False),
    "at the very least": (Hedge.AT_LEAST, False),
    "no fewer than": (Hedge.AT_LEAST, False),
    "no less than": (Hedge.AT_LEAST, False),
    "not less than": (Hedge.AT_LEAST, False),
    "not fewer than": (Hedge.AT_LEAST, False),
    "a minimum of": (Hedge.AT_LEAST, False),
    "more than": (Hedge.OVER, False),
    "well over": (Hedge.OVER, False),
    "well above": (Hedge.OVER, False),
    "over": (Hedge.OVER, False),
    "above": (Hedge.OVER, False),
    "longer than": (Hedge.OVER, False),
    "greater than": (Hedge.OVER, False),
    "higher than": (Hedge.OVER, False),
    "larger than": (Hedge.OVER, False),
    "upwards of": (Hedge.OVER, False),
    "upward of": (Hedge.OVER, False),
    "in excess of": (Hedge.OVER, False),
    "exceeding": (Hedge.OVER, False),
    ">": (Hedge.OVER, False),
    "≥": (Hedge.AT_LEAST, False),
    "just over": (Hedge.OVER, True),
    "just above": (Hedge.OVER, True),
    "just more than": (Hedge.OVER, True),
    "slightly over": (Hedge.OVER, True),
    "slightly above": (Hedge.OVER, True),
    "slightly more than": (Hedge.OVER, True),
    "a little over": (Hedge.OVER, True),
    "a little more than": (Hedge.OVER, True),
    "little more than": (Hedge.OVER, True),
    "up to": (Hedge.AT_MOST, False),
    "no more than": (Hedge.AT_MOST, False),
    "not more than": (Hedge.AT_MOST, False),
    "at most": (Hedge.AT_MOST, False),
    "as many as": (Hedge.AT_MOST, False),
    "as much as": (Hedge.AT_MOST, False),
    "as long as": (Hedge.AT_MOST, False),
    "a maximum of": (Hedge.AT_MOST, False),
    "within": (Hedge.AT_MOST, False),
    "≤": (Hedge.AT_MOST, False),
    "as few as": (Hedge.AT_LEAST, False),
    "as little as": (Hedge.AT_LEAST, False),
    "fewer than": (Hedge.UNDER, False),
    "less than": (Hedge.UNDER, False),
    "lower than": (Hedge.UNDER, False),
    "smaller than": (Hedge.UNDER, False),
    "shorter than": (Hedge.UNDER, False),
    "well under": (Hedge.UNDER, False),
    "well below": (Hedge.UNDER, False),
    "under": (Hedge.UNDER, False),
    "below": (Hedge.UNDER, False),
    "<": (Hedge.UNDER, False),
    "just under": (Hedge.NEARLY, False),
    "just below": (Hedge.NEARLY, False),
    "just short of": (Hedge.NEARLY, False),
    "just less than": (Hedge.NEARLY, False),
    "slightly under": (Hedge.NEARLY, False),
    "slightly below": (Hedge.NEARLY, False),
    "slightly less than": (Hedge.NEARLY, False),
    "slightly fewer than": (Hedge.NEARLY, False),
    "a little under": (Hedge.NEARLY, False),
    "a little less than": (Hedge.NEARLY, False),
    "nearly": (Hedge.NEARLY, False),
    "almost": (Hedge.NEARLY, False),
    "close to": (Hedge.NEARLY, False),
    "approaching": (Hedge.NEARLY, False),
    "not quite": (Hedge.NEARLY, False),
    "about": (Hedge.ABOUT, False),
    "around": (Hedge.ABOUT, False),
    "some": (Hedge.ABOUT, False),
    "roughly": (Hedge.ABOUT, False),
    "approximately": (Hedge.ABOUT, False),
    "approx": (Hedge.ABOUT, False),
    "circa": (Hedge.ABOUT, False),
    "an estimated": (Hedge.ABOUT, False),
    "estimated": (Hedge.ABOUT, False),
    "more or less": (Hedge.ABOUT, False),
    "barely": (Hedge.ABOUT, False),
    "~": (Hedge.ABOUT, False),
    "≈": (Hedge.ABOUT, False),
    "exactly": (Hedge.EXACT, False),
    "precisely": (Hedge.EXACT, False),
}
_AFTER: dict[str, Hedge] = {
    "or more": Hedge.AT_LEAST,
    "or above": Hedge.AT_LEAST,
    "or over": Hedge.AT_LEAST,
    "or older": Hedge.AT_LEAST,
    "or longer": Hedge.AT_LEAST,
    "or higher": Hedge.AT_LEAST,
    "and over": Hedge.AT_LEAST,
    "and above": Hedge.AT_LEAST,
    "at least": Hedge.AT_LEAST,
    "+": Hedge.AT_LEAST,
    "or less": Hedge.AT_MOST,
    "or fewer": Hedge.AT_MOST,
    "or under": Hedge.AT_MOST,
    "or below": Hedge.AT_MOST,
    "or younger": Hedge.AT_MOST,
    "at most": Hedge.AT_MOST,
    "or so": Hedge.ABOUT,
    "or thereabouts": Hedge.ABOUT,
}
_ADDS = frozenset({"add", "adds", "added", "adding", "sum", "sums", "summed"})
"""Verbs that take "up to" for themselves: "adds up to 12" bounds nothing."""
_LONGEST = 4
FIRST_WORDS = frozenset(phrase.split()[0] for phrase in _BEFORE)


class Qualifier(NamedTuple):
    """A hedge phrase: what it says, whether it stays close to the number ("just over"), and where it ends."""

    hedge: Hedge
    close: bool
    end: int


def read_before(tokens: list[Token], i: int) -> Qualifier | None:
    """The longest hedge phrase that starts at token `i`."""
    if tokens[i].low not in FIRST_WORDS or (tokens[i].low == "up" and i and tokens[i - 1].low in _ADDS):
        return None
    for length in range(_LONGEST, 0, -1):
        found = _BEFORE.get(" ".join(token.low for token in tokens[i : i + length]))
        if found:
            return Qualifier(found[0], found[1], i + length)
    return None


def read_after(tokens: list[Token], i: int) -> Qualifier | None:
    """The hedge phrase that stands at token `i`, behind a number."""
    token = tokens[i]
    if token.low == "+":
        return Qualifier(Hedge.AT_LEAST, False, i + 1) if token.glued else None
    found = _AFTER.get(f"{token.low} {tokens[i + 1].low}")
    return Qualifier(found, False, i + 2) if found else None


_CLOSEST = 0.05
"""Share of the number that "about" and "nearly" always leave room for."""
_FARTHEST = {Hedge.ABOUT: 0.10, Hedge.NEARLY: 0.10, Hedge.OVER: 0.15}
"""Share of the number beyond which a reader feels misled."""


def tolerance(value: float, precision: float, hedge: Hedge, loose: bool = False) -> float:
    """How far from the number a reader accepts the truth to lie.

    Half of the last digit's place, but at least 5 % and at most 10 % of the number; 15 % for "just over" and
    for durations.

    Args:
        value: The number.
        precision: The place of its last digit.
        hedge: ABOUT, NEARLY, or OVER when it says "just over".
        loose: For durations, which people round more generously.
    """
    size = abs(value)
    farthest = max(_FARTHEST[hedge], 0.15 if loose else 0.0)
    return min(max(precision / 2, _CLOSEST * size), farthest * size)


def widen(
    interval: Interval, hedge: Hedge, close: bool, precision: float, *, signed: bool, loose: bool = False
) -> Interval:
    """The interval that a hedge makes of a number or a range.

    Args:
        interval: The number itself as a point, or the range.
        hedge: How it is qualified.
        close: Whether the truth stays near the number ("just over").
        precision: The place of the number's last digit.
        signed: Whether values below zero make sense (temperatures).
        loose: Whether people round it generously (durations).
    """
    low, high = interval.low, interval.high
    floor = -math.inf if signed or low < 0 else 0.0
    if hedge is Hedge.ABOUT:
        return Interval(low - tolerance(low, precision, hedge, loose), high + tolerance(high, precision, hedge, loose))
    if hedge is Hedge.NEARLY:
        return Interval(low - tolerance(low, precision, hedge, loose), high, open_high=True)
    if hedge is Hedge.OVER:
        top = high + tolerance(high, precision, hedge, loose) if close else math.inf
        return Interval(high, top, open_low=True)
    if hedge is Hedge.AT_LEAST:
        return Interval(low, math.inf)
    if hedge is Hedge.UNDER:
        return Interval(floor, low, open_high=True)
    if hedge is Hedge.AT_MOST:
        return Interval(floor, high)
    return interval
