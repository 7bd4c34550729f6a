"""The words that make numbers: cardinals, scales, vague plurals, ordinals and denominators."""

from __future__ import annotations

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
    "crore": 10_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000, "lakhs": 100_000,
    "crores": 10_000_000,
}  # fmt: skip
SHORT_SCALES = {
    "k": 1_000, "mn": 1_000_000, "mln": 1_000_000, "m": 1_000_000, "bn": 1_000_000_000, "b": 1_000_000_000,
    "tn": 1_000_000_000_000, "trn": 1_000_000_000_000, "mio": 1_000_000, "mrd": 1_000_000_000,
}  # fmt: skip
VAGUE = {
    "dozens": (12, 24, 99), "scores": (20, 40, 199), "hundreds": (100, 200, 999), "thousands": (1_000,
    2_000, 19_999), "millions": (1_000_000, 2_000_000, 999_999_999), "billions": (10**9, 2 * 10**9,
    999_999_999_999), "trillions": (10**12, 2 * 10**12, 999_999_999_999_999),
}  # fmt: skip
MANY = {"tens": (10, 20, 99), "dozens": (12, 24, 99), "scores": (20, 40, 199), "hundreds": (100, 200, 999)}
PLURAL_SCALES = {
    "thousands": 1_000, "millions": 1_000_000, "billions": 1_000_000_000, "hundreds": 100,
    "trillions": 10**12, "lakhs": 100_000, "crores": 10_000_000,
}  # fmt: skip
FEW = {"few": (3, 3, 6), "several": (4, 3, 9), "handful": (4, 3, 7), "couple": (2, 2, 3)}
GLYPHS = {
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
NUMBER_WORDS = frozenset({*SMALL, *TENS, *SCALES, *VAGUE, *MANY, *FEW})
