"""Words that qualify a number, and the interval a careful reader then expects."""

from __future__ import annotations

import math
from typing import NamedTuple

from factcheck.claim import Hedge, Interval
from factcheck.quantities.number_words import NUMBER_WORDS
from factcheck.quantities.tokens import MONEY, NUMBER, WORD, Token
from factcheck.quantities.wordlist import word_set

_PHRASES_BEFORE: dict[tuple[Hedge, bool], str] = {
    (Hedge.AT_LEAST, False): """
        at least; at the very least; at a minimum; no fewer than; no less than; not less than; not fewer than
        a minimum of; no smaller than; no shorter than; no lower than; no younger than; no slower than
        no lighter than; no colder than; no cooler than; no narrower than; as few as; as little as; as low as
        as young as; as small as; as short as; a good; ≥; > =
    """,
    (Hedge.OVER, False): """
        more than; far more than; well over; well above; well in excess of; comfortably over; over; above
        longer than; greater than; higher than; larger than; bigger than; older than; heavier than; faster than
        taller than; better than; warmer than; hotter than; louder than; deeper than; wider than; thicker than
        further than; over the age of; above the age of; upwards of; upward of; north of; in excess of
        exceeding; >
    """,
    (Hedge.OVER, True): """
        just over; just above; just more than; slightly over; slightly above; slightly more than; a little over
        a little above; a little more than; little more than; a bit over; a bit more than; a shade over
        only just over; marginally over; marginally above
    """,
    (Hedge.AT_MOST, False): """
        up to; anything up to; no more than; not more than; not exceeding; no longer than; no higher than
        no greater than; no larger than; no older than; no bigger than; no heavier than; no wider than
        no louder than; no taller than; no faster than; no deeper than; no thicker than; no warmer than
        no hotter than; no further than; no farther than; no dearer than; at most; at the most; as many as
        as much as; as long as; as high as; as old as; as large as; as big as; as heavy as; as tall as
        as far as; a maximum of; within; ≤; < =
    """,
    (Hedge.UNDER, False): """
        fewer than; less than; far fewer than; far less than; lower than; smaller than; shorter than
        younger than; lighter than; slower than; cheaper than; colder than; cooler than; well under; well below
        under; below; under the age of; below the age of; <
    """,
    (Hedge.NEARLY, False): """
        just under; just below; just short of; just shy of; shy of; a shade under; just less than
        slightly under; slightly below; slightly less than; slightly fewer than; a little under
        a little less than; a little short of; a bit under; a bit less than; marginally under; marginally below
        nearly; very nearly; almost; virtually; practically; close to; approaching; nigh on; verging on
        getting on for; not quite
    """,
    (Hedge.ABOUT, False): """
        about; just about; around; some; roughly; approximately; approx; approx .; circa; c .; ca .; ca
        in the region of; in the order of; of the order of; on the order of; in the neighbourhood of
        in the neighborhood of; in the vicinity of; something like; somewhere around; somewhere near
        an estimated; estimated; more or less; barely; ~; ≈; ≃; ∼
    """,
    (Hedge.EXACT, False): "exactly; precisely; ±; plus or minus; + / -",
}
_BEFORE = {
    phrase.strip(): meant
    for meant, listed in _PHRASES_BEFORE.items()
    for line in listed.strip().split("\n")
    for phrase in line.split(";")
}
_PHRASES_AFTER: dict[Hedge, str] = {
    Hedge.AT_LEAST: """
        or more; or above; or over; or older; or longer; or higher; or greater; or better; and over; and above
        and up; and upwards; and older; and counting; at least; at minimum; minimum; plus
    """,
    Hedge.AT_MOST: """
        or less; or fewer; or under; or below; or younger; or lower; and under; and below; and younger; at most
        at the most; maximum; max; tops
    """,
    Hedge.ABOUT: "or so; or thereabouts; give or take; or thereabout",
}
_AFTER = {
    phrase.strip(): hedge
    for hedge, listed in _PHRASES_AFTER.items()
    for line in listed.strip().split("\n")
    for phrase in line.split(";")
}
_TURNED = {
    Hedge.OVER: Hedge.UNDER,
    Hedge.AT_LEAST: Hedge.AT_MOST,
    Hedge.UNDER: Hedge.OVER,
    Hedge.AT_MOST: Hedge.AT_LEAST,
}
_DENIED = {
    Hedge.OVER: Hedge.AT_MOST,
    Hedge.AT_LEAST: Hedge.UNDER,
    Hedge.UNDER: Hedge.AT_LEAST,
    Hedge.AT_MOST: Hedge.OVER,
}
_NOT = frozenset({"not", "cannot", "never"})
_BETWEEN = word_set("be is are was were been cost costs have has last take weigh get go pay earn")
"""Verbs between a "not" and the bound that it denies."""
_ADDS = frozenset({"add", "adds", "added", "adding", "sum", "sums", "summed"})
"""Verbs that take "up to" for themselves: "adds up to 12" bounds nothing."""
_SPOKEN = word_set(
    """
    story stories book books film films talk talks talked talking speak speaks spoke ask asked asking know knew
    knows complain complained concern concerns concerned question questions information worry worried worries
    write wrote written hear heard learn learned think thought joke jokes tell told
    """
)
"""Words that take "about" for themselves: "a film about two brothers" rounds nothing."""
_SPREAD = word_set(
    """
    spread spreads spreading stretch stretches stretched stretching extend extends extended scattered distributed
    man woman men women race races event hurdles distance gold silver bronze medal medals final title sprint
    """
)
"""Words behind which "over" tells where, not how much: "spread over 40 hectares", "the fastest man over 200m"."""
_REACH = 6
"""How many words back the "from" of "from 4 percent up to 6" is looked for."""
_LENGTHS: dict[str, tuple[int, ...]] = {}
for _phrase in sorted(_BEFORE, key=lambda phrase: -phrase.count(" ")):
    _first, _length = _phrase.split()[0], _phrase.count(" ") + 1
    if _length not in _LENGTHS.get(_first, ()):
        _LENGTHS[_first] = (*_LENGTHS.get(_first, ()), _length)
FIRST_WORDS = frozenset(_LENGTHS)
_FIRST_AFTER = frozenset(phrase.split()[0] for phrase in _AFTER)


class Qualifier(NamedTuple):
    """A hedge phrase: what it says, whether it stays close to the number ("just over"), and where it ends."""

    hedge: Hedge
    close: bool
    end: int


def read_before(tokens: list[Token], i: int) -> Qualifier | None:
    """The longest hedge phrase that starts at token `i`."""
    low = tokens[i].low
    if low not in FIRST_WORDS:
        return None
    if low == "over" and i and tokens[i - 1].low in _SPREAD:
        return None
    if low == "up" and any(tokens[j].low == "from" for j in range(max(0, i - _REACH), i - 1)):
        return None
    if i and ((low == "up" and tokens[i - 1].low in _ADDS) or (low == "about" and tokens[i - 1].low in _SPOKEN)):
        return None
    if low == "a" and tokens[i + 1].low == "good" and tokens[i + 2].kind != NUMBER:
        return None
    for length in _LENGTHS[low]:
        found = _BEFORE.get(" ".join(token.low for token in tokens[i : i + length]))
        if found:
            return Qualifier(found[0], found[1], i + length)
    return None


def read_after(tokens: list[Token], i: int) -> Qualifier | None:
    """The hedge phrase that stands at token `i`, behind a number."""
    if tokens[i].low not in _FIRST_AFTER:
        return None
    for length in (3, 2, 1):
        found = _AFTER.get(" ".join(token.low for token in tokens[i : i + length]))
        if found and not _goes_on(tokens, i + length, length):
            return Qualifier(found, False, i + length)
    return None


def _goes_on(tokens: list[Token], i: int, length: int) -> bool:
    """Whether words of a hedge belong to what stands behind them at `i`: "5 plus 3", "6 and over 12", "5 max speed"."""
    after = tokens[i]
    if after.kind in (NUMBER, MONEY) or after.low == "than" or after.low in NUMBER_WORDS:
        return True
    return length == 1 and after.kind == WORD and tokens[i - 1].low != "plus"


def as_denied(tokens: list[Token], i: int, found: Qualifier) -> tuple[Hedge, bool]:
    """A hedge at token `i`, turned where "not" stands before it: "cannot be higher than" is at most.

    Returns:
        The hedge, and whether the truth stays near the number.
    """
    at = i - 1
    if at > 0 and tokens[at].low in _BETWEEN:
        at -= 1
    denied = at >= 0 and (tokens[at].low in _NOT or tokens[at].low.endswith("n't"))
    return (_DENIED[found.hedge], False) if denied and found.hedge in _DENIED else (found.hedge, found.close)


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


def turned_about(hedge: Hedge, close: bool) -> tuple[Hedge, bool]:
    """A hedge, and whether the truth stays near, of a verb that makes less: what is "almost halved" is over a half."""
    if hedge is Hedge.NEARLY:
        return Hedge.OVER, True
    return _TURNED.get(hedge, hedge), close


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
