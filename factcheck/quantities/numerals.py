"""Numbers in digits and in words: cardinals, vague plurals, ordinals and fractions."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import NamedTuple

from factcheck.quantities.tokens import FRACTION, NUMBER, WORD, Token

SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES = {
    "dozen": 12, "score": 20, "hundred": 100, "thousand": 1_000, "lakh": 100_000, "million": 1_000_000,
    "crore": 10_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000,
}  # fmt: skip
SHORT_SCALES = {
    "k": 1_000, "mn": 1_000_000, "mln": 1_000_000, "m": 1_000_000, "bn": 1_000_000_000, "b": 1_000_000_000,
    "tn": 1_000_000_000_000, "trn": 1_000_000_000_000,
}  # fmt: skip
VAGUE = {
    "dozens": (12, 24, 99), "scores": (20, 40, 199), "hundreds": (100, 200, 999), "thousands": (1_000,
    2_000, 19_999), "millions": (1_000_000, 2_000_000, 999_999_999), "billions": (10**9, 2 * 10**9,
    999_999_999_999),
}  # fmt: skip
_MANY = {"tens": (10, 20, 99), "dozens": (12, 24, 99), "scores": (20, 40, 199), "hundreds": (100, 200, 999)}
_PLURAL_SCALES = {"thousands": 1_000, "millions": 1_000_000, "billions": 1_000_000_000, "hundreds": 100}
_FEW = {"few": (3, 3, 6), "several": (4, 3, 9), "handful": (4, 3, 7), "couple": (2, 2, 3)}
_GLYPHS = {
    "½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth":
    15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80,
    "ninetieth": 90, "hundredth": 100, "thousandth": 1_000, "millionth": 1_000_000,
}  # fmt: skip
DENOMINATORS = {
    **{word: value for word, value in ORDINALS.items() if value > 2}, "half": 2, "quarter": 4, **{word +
    "s": value for word, value in ORDINALS.items() if value > 2}, "halves": 2, "quarters": 4,
}  # fmt: skip
NUMBER_WORDS = frozenset({*SMALL, *TENS, *SCALES, *VAGUE, *_MANY, *_FEW})


class Numeral(NamedTuple):
    """A cardinal number.

    Attributes:
        end: Index behind its last token.
        value: The number.
        precision: Size of the last written digit's place.
        low: Lower end of a vague word's range, else None.
        high: Upper end, else None.
        worded: Whether it is written in words alone.
    """

    end: int
    value: float
    precision: float
    low: float | None = None
    high: float | None = None
    worded: bool = False


def written_precision(value: float) -> float:
    """The place of a whole number's last digit that is not zero: 100 for 4500, 1 for 144 and for 0."""
    if value == 0 or not math.isfinite(value) or value != int(value):
        return 1.0
    whole, place = abs(int(value)), 1
    while whole % 10 == 0:
        whole, place = whole // 10, place * 10
    return float(place)


def read_cardinal(tokens: list[Token], i: int) -> Numeral | None:
    """The cardinal number that starts at token `i`, scale words included; None if there is none."""
    token = tokens[i]
    if token.kind == NUMBER:
        return _digits(tokens, i)
    if token.kind == FRACTION:
        top, bottom = _GLYPHS[token.text]
        return Numeral(i + 1, top / bottom, 1 / bottom)
    if token.kind != WORD:
        return None
    return _vague(tokens, i) or _worded(tokens, i)


def plain(text: str) -> str:
    """Digits without their thousands separators."""
    return "".join(char for char in text if char in "0123456789.")


def _digits(tokens: list[Token], i: int) -> Numeral | None:
    text = plain(tokens[i].text)
    if len(text) > 30:
        return None
    number = Decimal(text)
    decimals = len(text) - text.index(".") - 1 if "." in text else 0
    precision = Decimal(10) ** -decimals if decimals else Decimal(int(written_precision(float(number))))
    i += 1
    if tokens[i].glued and tokens[i].low in ("st", "nd", "rd", "th"):
        return None
    if tokens[i].kind == FRACTION and tokens[i].glued:
        top, bottom = _GLYPHS[tokens[i].text]
        return Numeral(i + 1, float(number) + top / bottom, 1 / bottom)
    scale, end = _scale(tokens, i)
    if scale > 1 and not decimals:
        precision = Decimal(1) if int(number) % 10 else precision
    and_half = _and_a_half(tokens, end)
    if and_half > end and scale == 1:
        return Numeral(and_half, float(number) + 0.5, 0.5)
    return Numeral(end, float(number * scale), float(precision * scale))


def _scale(tokens: list[Token], i: int) -> tuple[int, int]:
    """The scale that follows digits, and the index behind it: (1, i) if none."""
    total, end = 1, i
    token = tokens[i]
    if token.glued and token.kind == WORD:
        short = SHORT_SCALES.get(token.low)
        if short is not None and not (token.low == "m" and _is_metre(tokens, i)):
            return short, i + 1
    if token.low == "-" and token.glued and tokens[i + 1].low in SCALES and tokens[i + 1].glued:
        return SCALES[tokens[i + 1].low], i + 2
    while tokens[end].low in SCALES or (tokens[end].low in ("bn", "mn", "mln", "tn", "trn")):
        total *= SCALES.get(tokens[end].low) or SHORT_SCALES[tokens[end].low]
        end += 1
        if end - i > 1:
            break
    return total, end


_AFTER_METRES = frozenset({"high", "tall", "long", "wide", "deep", "above", "below", "away", "from", "race", "final"})


def _is_metre(tokens: list[Token], i: int) -> bool:
    """Whether the glued "m" at `i` is metres: lower case, no currency before, no noun behind."""
    if tokens[i].text == "M" or tokens[i - 2].kind == "money":
        return False
    follower = tokens[i + 1]
    if follower.low in _AFTER_METRES or follower.low == "-":
        return True
    return follower.kind != WORD or follower.glued


def _and_a_half(tokens: list[Token], i: int) -> int:
    """The index behind "and a half" at `i`, or `i`."""
    if tokens[i].low == "-":
        i_word = i + 1
        if [t.low for t in tokens[i_word : i_word + 5]] == ["and", "-", "a", "-", "half"]:
            return i + 6
        return i
    return i + 3 if [t.low for t in tokens[i : i + 3]] == ["and", "a", "half"] else i


def _vague(tokens: list[Token], i: int) -> Numeral | None:
    word = tokens[i].low
    if word in _MANY and tokens[i + 1].low == "of" and tokens[i + 2].low in _PLURAL_SCALES:
        scale = _PLURAL_SCALES[tokens[i + 2].low]
        value, low, high = _MANY[word]
        return Numeral(i + 3, value * scale, value * scale, low * scale, (high + 1) * scale - 1, True)
    if word in VAGUE:
        value, low, high = VAGUE[word]
        return Numeral(i + 1, value, value, low, high, True)
    few = i + 1 if word == "a" and tokens[i + 1].low in _FEW else i
    if tokens[few].low not in _FEW or (tokens[few].low != "several" and few == i):
        return None
    value, low, high = _FEW[tokens[few].low]
    end = few + 1
    scale_at = end + 1 if tokens[end].low == "of" else end
    if tokens[scale_at].low in SCALES:
        scale = SCALES[tokens[scale_at].low]
        return Numeral(scale_at + 1, value * scale, scale, low * scale, high * scale, True)
    if tokens[few].low == "couple":
        low = high = 2
    return Numeral(end, value, 1, low, high, True)


def _worded(tokens: list[Token], i: int) -> Numeral | None:
    """A number in words; "a" counts as one before a scale, "half a" as half of it."""
    low = tokens[i].low
    part = _part_of_scale(tokens, i)
    if part is not None:
        return part
    if low in ("a", "an"):
        if tokens[i + 1].low not in SCALES:
            return None
        total, end, finest = _accumulate(tokens, i + 1, 1)
    elif low in SMALL or low in TENS or low in ("dozen", "hundred", "thousand", "million", "billion"):
        total, end, finest = _accumulate(tokens, i, 1 if low in SCALES else None)
    else:
        return None
    half = _and_a_half(tokens, end)
    if half > end:
        unit = finest if finest > 1 and total % finest == 0 else 1.0
        return Numeral(half, total + unit / 2, unit / 2, worded=True)
    return Numeral(end, total, finest, worded=True)


def _part_of_scale(tokens: list[Token], i: int) -> Numeral | None:
    """As in "half a million", "half-million", "a quarter of a million", "three-quarters of a billion"."""
    fraction = read_fraction(tokens, i)
    if fraction is None:
        return None
    share, _, at = fraction
    if tokens[at].low == "of" and tokens[at + 1].low == "a":
        at += 2
    elif share == 0.5 and tokens[at].low in ("a", "-"):
        at += 1
    else:
        return None
    scale = SCALES.get(tokens[at].low)
    return None if scale is None else Numeral(at + 1, scale * share, scale / 10, worded=True)


def _accumulate(tokens: list[Token], i: int, start: int | None) -> tuple[float, int, float]:
    """Add up number words from `i`: the total, the index behind, the last scale (1 if below hundred)."""
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
            if scale >= 1000:
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


def read_ordinal(tokens: list[Token], i: int) -> tuple[int, int] | None:
    """An ordinal at `i` ("third", "twenty-first", "19th"): its value and the index behind it."""
    token = tokens[i]
    if token.kind == NUMBER and tokens[i + 1].glued and tokens[i + 1].low in ("st", "nd", "rd", "th"):
        text = plain(token.text)
        return (int(text), i + 2) if "." not in text and len(text) < 16 else None
    if token.low in ORDINALS:
        return ORDINALS[token.low], i + 1
    if token.low in TENS and tokens[i + 1].low == "-" and ORDINALS.get(tokens[i + 2].low, 99) < 10:
        return TENS[token.low] + ORDINALS[tokens[i + 2].low], i + 3
    return None


def read_fraction(tokens: list[Token], i: int) -> tuple[float, float, int] | None:
    """A fraction in words or with a slash at `i`: its value, its smallest part, and the index behind it.

    "a third", "two-thirds", "three quarters", "half", "half of", "a good third", "1/3".
    """
    token = tokens[i]
    if token.low == "half" or (token.low in ("a", "one") and tokens[i + 1].low == "half"):
        return 0.5, 0.1, i + (1 if token.low == "half" else 2)
    if token.low in ("a", "an", "one"):
        at = i + 1
        if tokens[at].low == "-" or tokens[at].low in ("good", "full", "mere"):
            at += 1
        bottom = DENOMINATORS.get(tokens[at].low)
        return (1 / bottom, 1 / bottom / 5, at + 1) if bottom and not tokens[at].low.endswith("s") else None
    top = SMALL.get(token.low)
    if top and top > 1:
        at = i + 2 if tokens[i + 1].low == "-" else i + 1
        bottom = DENOMINATORS.get(tokens[at].low)
        return (top / bottom, 1 / bottom / 5, at + 1) if bottom and tokens[at].low.endswith("s") else None
    if token.kind == NUMBER and tokens[i + 1].low == "/" and tokens[i + 1].glued and tokens[i + 2].kind == NUMBER:
        top_text, bottom_text = plain(token.text), plain(tokens[i + 2].text)
        if len(top_text) < 3 and len(bottom_text) < 4 and 0 < int(float(top_text)) < float(bottom_text):
            return int(top_text) / int(bottom_text), 1 / int(bottom_text) / 5, i + 3
    return None


def is_numeral(word: str) -> bool:
    """Whether a word between blanks holds a number: "144", "€1.2bn", "twenty-one", "dozen", "third"."""
    if any(char.isdigit() for char in word):
        return True
    parts = "".join(char if char.isalpha() else " " for char in word.lower()).split()
    return any(part in NUMBER_WORDS or part in ORDINALS or part in DENOMINATORS for part in parts)
