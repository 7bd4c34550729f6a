"""Cardinal numbers in digits and in words."""

from __future__ import annotations

import math
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from factcheck.quantities.number_words import (
    DENOMINATORS,
    FEW,
    GLYPHS,
    MANY,
    NUMBER_WORDS,
    ORDINALS,
    PLURAL_SCALES,
    SCALES,
    SHORT_SCALES,
    SMALL,
    TENS,
    VAGUE,
)  # fmt: skip
from factcheck.quantities.portions import read_fraction, slashed
from factcheck.quantities.tokens import FRACTION, MONEY, NUMBER, WORD, Token


class Numeral(NamedTuple):
    """A cardinal number.

    Attributes:
        end: Index behind its last token.
        value: The number.
        precision: Size of the last written digit's place.
        low: Lower end of a vague word's range, else None.
        high: Upper end, else None.
        worded: Whether it is written in words alone.
        more: Whether it is open upwards: "50+", "100-plus".
    """

    end: int
    value: float
    precision: float
    low: float | None = None
    high: float | None = None
    worded: bool = False
    more: bool = False


def written_precision(value: float) -> float:
    """The place of a whole number's last digit that is not zero: 100 for 4500, 1 for 144 and for 0."""
    if value == 0 or not math.isfinite(value) or value != int(value):
        return 1.0
    whole, place = abs(int(value)), 1
    while whole % 10 == 0:
        whole, place = whole // 10, place * 10
    return float(place)


def read_cardinal(tokens: list[Token], i: int) -> Numeral | None:
    """The cardinal number that starts at token `i`, scale words and "+" included; None if there is none."""
    numeral = _read(tokens, i)
    if numeral is None:
        return None
    sign = tokens[numeral.end]
    if (
        sign.low == "+"
        and sign.glued
        and not (tokens[numeral.end + 1].glued and tokens[numeral.end + 1].kind == NUMBER)
    ):
        return numeral._replace(end=numeral.end + 1, more=True)
    if sign.low == "-" and sign.glued and tokens[numeral.end + 1].low == "plus":
        return numeral._replace(end=numeral.end + 2, more=True)
    return numeral


def _read(tokens: list[Token], i: int) -> Numeral | None:
    token = tokens[i]
    if token.kind == NUMBER:
        return _digits(tokens, i)
    if token.kind == FRACTION:
        return _scaled_part(tokens, i, 0.0)
    if token.kind != WORD:
        return None
    return _vague(tokens, i) or _worded(tokens, i)


def _digits(tokens: list[Token], i: int) -> Numeral | None:
    text = tokens[i].low
    if len(text) > _LONGEST:
        return None
    number = Decimal(text)
    decimals = len(text) - text.index(".") - 1 if "." in text else 0
    precision = Decimal(10) ** -decimals if decimals else Decimal(int(written_precision(float(number))))
    start, i = i, i + 1
    if tokens[i].glued and tokens[i].low in ("st", "nd", "rd", "th"):
        return None
    mixed = None if decimals else _mixed(tokens, i, float(number))
    if mixed is not None:
        return mixed
    power, end = _power_of_ten(tokens, i)
    if end > i:
        if tokens[i].low == "^" or tokens[i].kind == WORD:
            return Numeral(end, 10.0**power, 10.0**power) if text == "10" else None
        return Numeral(end, float(number) * 10.0**power, float(precision) * 10.0**power)
    scale, end = _scale(tokens, start)
    if scale > 1 and not decimals:
        precision = Decimal(1) if int(number) % 10 else precision
    if scale == 1:
        half = _with_part(tokens, end, float(number))
        if half is not None:
            return half
    return Numeral(end, float(number * scale), float(precision * scale))


def _mixed(tokens: list[Token], i: int, whole: float) -> Numeral | None:
    """A whole number with a fraction behind it, at token `i`: "1½", "3 1/2", "3-1/2"."""
    if tokens[i].kind == FRACTION:
        return _scaled_part(tokens, i, whole)
    at = i + 1 if tokens[i].low == "-" and tokens[i].glued else i
    part = slashed(tokens, at)
    if part is None or tokens[at].glued != (at > i) or part.precision * 80 < 1:
        return None
    return Numeral(part.end, whole + part.value, part.precision * 5)


def _scaled_part(tokens: list[Token], i: int, whole: float) -> Numeral:
    """The fraction sign at token `i` added to a whole number, with a scale behind: "½ million", "2½m"."""
    top, bottom = GLYPHS[tokens[i].text]
    scale, end = _scale(tokens, i)
    return Numeral(end, (whole + top / bottom) * scale, scale / bottom)


def _power_of_ten(tokens: list[Token], i: int) -> tuple[int, int]:
    """The exponent behind a number at token `i` ("× 10⁵", "x10^3", "^6", "⁵"), and the index behind: (0, i) if none."""
    at = i
    if tokens[at].low in ("×", "x", "*") and tokens[at + 1].low == "10":
        at += 2
    elif tokens[at].low == "x10":
        at += 1
    if tokens[at].low == "^" and tokens[at].glued:
        sign = -1 if tokens[at + 1].low == "-" else 1
        exponent = tokens[at + 1 if sign > 0 else at + 2]
        if exponent.kind == NUMBER and exponent.text.isdecimal() and len(exponent.text) < 3:
            return sign * int(exponent.text), at + (2 if sign > 0 else 3)
    if tokens[at].glued and tokens[at].low and all(char in _SUPERSCRIPTS for char in tokens[at].low):
        return int(tokens[at].low.translate(_LOWERED)[:2]), at + 1
    return 0, i


def _scale(tokens: list[Token], number: int) -> tuple[int, int]:
    """The scale behind the digits at token `number`, and the index behind it: 1 if there is none."""
    i = number + 1
    total, end = 1, i
    token = tokens[i]
    if token.kind == WORD and (token.glued or is_money(tokens, number)):
        short = SHORT_SCALES.get(token.low)
        metres = token.low == "m" and _is_metre(tokens, number)
        if short is not None and not metres and (token.glued or token.low in ("m", "k", "b")):
            return short, i + 1
    if token.low == "-" and token.glued and tokens[i + 1].low in SCALES and tokens[i + 1].glued:
        return SCALES[tokens[i + 1].low], i + 2
    while tokens[end].low in SCALES or tokens[end].low in _SPACED_SCALES:
        total *= SCALES.get(tokens[end].low) or SHORT_SCALES[tokens[end].low]
        end += 1
        if end - i > 1:
            break
    return total, end


_LONGEST = 30
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = str.maketrans(_SUPERSCRIPTS, "0123456789")
_SPACED_SCALES = frozenset({"bn", "mn", "mln", "tn", "trn", "mio", "mrd"})
_MOST_MILLIONS = 1000
"""From here on billions are written, so that "1,500m" is a distance."""
_BEFORE_METRES = frozenset({"cleared", "jumped", "leapt", "threw", "vaulted", "measures", "measuring", "stands"})
_NO_NOUNS = frozenset({"in", "and", "at", "on", "with", "by", "to", "for", "or", "as", "was", "is", "after", "but"})
"""Words that show, behind what comes before a distance, that nothing is counted: "cleared 1.98m at her second try"."""
_AFTER_METRES = frozenset({"high", "tall", "long", "wide", "deep", "above", "below", "away", "from", "race", "final"})


def is_money(tokens: list[Token], i: int) -> bool:
    """Whether a currency stands before the digits at token `i`, or before the first number of their range: "$3-4"."""
    if i < 1:
        return False
    if tokens[i - 1].kind == MONEY:
        return True
    return (
        i > 2 and tokens[i - 1].low in ("-", "–", "to") and tokens[i - 2].kind == NUMBER and tokens[i - 3].kind == MONEY
    )


def _is_metre(tokens: list[Token], i: int) -> bool:
    """Whether the "m" behind the number at `i` is metres: lower case, no currency before, no noun behind."""
    if tokens[i + 1].text == "M" or is_money(tokens, i):
        return False
    follower = tokens[i + 2]
    if (
        follower.low in _AFTER_METRES
        or follower.low == "-"
        or (tokens[i].kind == NUMBER and float(tokens[i].low) >= _MOST_MILLIONS)
    ):
        return True
    if i and tokens[i - 1].low == "the" and not follower.low.endswith(("s", "people")):
        return True
    if i and tokens[i - 1].low in _BEFORE_METRES and follower.low in _NO_NOUNS:
        return True
    return follower.kind != WORD or follower.glued


_PARTS = {"half": (0.5, 0.5), "quarter": (0.25, 0.25), "third": (1 / 3, 1 / 3)}
_PARTS_IN_WORDS = (
    ("and", "a", "half"), ("and", "a", "quarter"), ("and", "a", "third"), ("and", "three", "quarters"),
    ("and", "two", "thirds"),
)  # fmt: skip


def _with_part(tokens: list[Token], i: int, whole: float, worded: bool = False) -> Numeral | None:
    """A whole number with "and a half" at token `i`, and the scale behind it: "one and a half million"."""
    hyphens = tokens[i].low == "-"
    words = [t.low for t in tokens[i : i + 9] if not (hyphens and t.low == "-")][:3]
    if tuple(words) not in _PARTS_IN_WORDS or (hyphens and (tokens[i + 2].low != "-" or tokens[i + 4].low != "-")):
        return None
    end = i + 6 if hyphens else i + 3
    last = words[2].removesuffix("s")
    share, precision = _PARTS[last]
    if words[1] != "a":
        share = 1 - share
    at = end + 1 if tokens[end].low == "-" else end
    scale = SCALES.get(tokens[at].low, 1)
    return Numeral(at + 1 if scale > 1 else end, (whole + share) * scale, precision * scale, worded=worded)


def _vague(tokens: list[Token], i: int) -> Numeral | None:
    word = tokens[i].low
    if word in MANY and tokens[i + 1].low == "of" and tokens[i + 2].low in PLURAL_SCALES:
        scale = PLURAL_SCALES[tokens[i + 2].low]
        value, low, high = MANY[word]
        return Numeral(i + 3, value * scale, value * scale, low * scale, (high + 1) * scale - 1, True)
    if word in VAGUE:
        if word == "scores" and not _is_many_scores(tokens, i):
            return None
        value, low, high = VAGUE[word]
        return Numeral(i + 1, value, value, low, high, True)
    return _few(tokens, i)


def _few(tokens: list[Token], i: int) -> Numeral | None:
    """As in "a few", "several hundred", "a couple of thousand", "a few dozen"."""
    word = tokens[i].low
    few = i + 1 if word == "a" and tokens[i + 1].low in FEW else i
    if tokens[few].low not in FEW or (tokens[few].low != "several" and few == i):
        return None
    value, low, high = FEW[tokens[few].low]
    end = few + 1
    at = end + 1 if tokens[end].low == "of" else end
    scale = 1
    while tokens[at].low in SCALES and scale * SCALES[tokens[at].low] < _LARGEST_SCALE:
        scale *= SCALES[tokens[at].low]
        at = end = at + 1
    if scale > 1:
        return Numeral(end, value * scale, scale, low * scale, high * scale, True)
    if tokens[few].low == "couple":
        low = high = 2
    return Numeral(end, value, 1, low, high, True)


_LARGEST_SCALE = 10**16
_AFTER_SCORES = frozenset({"more", "dead", "injured", "wounded", "killed", "were", "are", "have", "had"})


def _is_many_scores(tokens: list[Token], i: int) -> bool:
    """Whether "scores" at `i` is a number, not results or a verb: "scores of lorries", "Scores were hurt"."""
    after = tokens[i + 1]
    if after.low == "of":
        return tokens[i + 2].kind != NUMBER and (i == 0 or tokens[i - 1].low not in _OWNERS)
    return after.low in _AFTER_SCORES and (i == 0 or tokens[i - 1].kind != WORD)


_OWNERS = frozenset({"the", "their", "his", "her", "its", "test", "with", "median", "average", "mean", "final"})


def _worded(tokens: list[Token], i: int) -> Numeral | None:
    """A number in words; "a" counts as one before a scale, "half a" as half of it."""
    low = tokens[i].low
    part = _part_of_scale(tokens, i)
    if part is not None:
        return part
    if low in ("a", "an"):
        after = tokens[i + 1].low
        if after not in SCALES or (after == "score" and (tokens[i + 2].low, tokens[i + 3].kind) != ("of", WORD)):
            return None
        total, end, finest = add_up(tokens, i + 1, 1)
    elif low in SMALL or low in TENS or low in ("dozen", "hundred", "thousand", "million", "billion", "trillion"):
        total, end, finest = add_up(tokens, i, 1 if low in SCALES else None)
    else:
        return None
    if _is_ordinal(tokens, total, end):
        return None
    unit = finest if finest > 1 and total % finest == 0 else 1.0
    part = _with_part(tokens, end, total / unit, worded=True)
    if part is not None:
        return part._replace(value=part.value * unit, precision=part.precision * unit)
    return Numeral(end, total, finest, worded=True)


def _is_ordinal(tokens: list[Token], total: float, end: int) -> bool:
    """Whether an ordinal ends the number: "twenty-first", "a hundred and first"."""
    last = ORDINALS.get(tokens[end + 1].low, 0)
    joint = tokens[end].low
    return bool(last) and ((joint == "-" and total % 10 == 0) or (joint == "and" and total % 100 == 0 < total))


def _part_of_scale(tokens: list[Token], i: int) -> Numeral | None:
    """As in "half a million", "half-million", "a quarter of a million", "three-quarters of a billion"."""
    fraction = read_fraction(tokens, i)
    if fraction is None:
        return None
    share, at = fraction.value, fraction.end
    if tokens[at].low == "of" and tokens[at + 1].low == "a":
        at += 2
    elif share == 0.5 and tokens[at].low in ("a", "-"):
        at += 1
    else:
        return None
    scale = SCALES.get(tokens[at].low)
    return None if scale is None else Numeral(at + 1, scale * share, scale / 10, worded=True)


def add_up(tokens: list[Token], i: int, start: int | None) -> tuple[float, int, float]:
    """Add up number words from token `i`.

    Args:
        tokens: The text.
        i: The first word.
        start: The number that stands before the first scale word ("a" is one), or None.

    Returns:
        The total, the index behind it, and the last scale (1 if below hundred).
    """
    total, group, end, finest = 0.0, float(start or 0), i, 1.0
    previous = math.inf if start is None else 1.0
    while True:
        at = _skip_joint(tokens, end, end > i)
        word = tokens[at].low
        size = SMALL.get(word, TENS.get(word))
        if size is not None:
            if not _may_follow(previous, size, end > i):
                break
            group, previous, finest = group + size, size, 1
        elif word in SCALES and (end > i or start is not None):
            scale = SCALES[word]
            if scale >= 1000 and total and not group and finest < scale:  # "two thousand million"
                total, previous = total * scale, math.inf
            elif scale >= 1000:
                total, group, previous = total + max(group, 1) * scale, 0, math.inf
            else:
                group, previous = max(group, 1) * scale, scale
            finest = scale
        else:
            break
        end = at + 1
    return total + group, end, finest


def _may_follow(previous: float, size: int, started: bool) -> bool:
    """Whether a unit or ten may stand behind what came before: "forty two", not "two three"."""
    if not started or previous >= 100 or previous == math.inf:
        return True
    return previous in TENS.values() and 0 < size < 10


def _skip_joint(tokens: list[Token], i: int, started: bool) -> int:
    """Past a hyphen, or an "and" that joins a scale with what is below it ("a hundred and four")."""
    if not started:
        return i
    if tokens[i].low == "-" and tokens[i].glued and tokens[i + 1].glued:
        follower = tokens[i + 1].low
        return i + 1 if follower in SMALL or follower in SCALES else i
    if tokens[i].low == "and" and tokens[i - 1].low in SCALES and SCALES[tokens[i - 1].low] >= 100:
        follower = tokens[i + 1].low
        return i + 1 if follower in SMALL or follower in TENS else i
    return i


@lru_cache(maxsize=8192)
def is_numeral(word: str) -> bool:
    """Whether a word between blanks holds a number: "144", "€1.2bn", "twenty-one", "dozen", "third"."""
    if any(char.isdigit() for char in word):
        return True
    parts = "".join(char if char.isalpha() else " " for char in word.lower()).split()
    return any(part in NUMBER_WORDS or part in ORDINALS or part in DENOMINATORS for part in parts)
