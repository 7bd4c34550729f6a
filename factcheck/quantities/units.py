"""Units of measure and of time: their names, what they measure, and how many of the base unit they are.

An explicit table, because a unit library takes longer to start (0.25 s) than a whole article takes to read;
a test holds its factors against pint's.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.quantities.tokens import END, NAME, WORD, Token
from factcheck.quantities.unit_table import CASED, NEEDS_DIGITS, PHRASES, TABLES, TIME, WORDS_TOO


class Unit(NamedTuple):
    """A unit of measure.

    Attributes:
        name: Canonical name.
        dimension: What it measures.
        factor: How many base units of the dimension it is.
        offset: Added after multiplying (temperatures).
    """

    name: str
    dimension: str
    factor: float
    offset: float = 0.0


DAY = 86_400.0


def _load() -> tuple[dict[str, Unit], dict[str, tuple[Unit, float]]]:
    """All units by canonical name, and by each of their names with a multiplier."""
    units: dict[str, Unit] = {}
    names: dict[str, tuple[Unit, float]] = {}
    for dimension, table in {"time": TIME, **TABLES}.items():
        for line in filter(None, table.split("\n")):
            name, factor, *aliases = line.split(" ")
            unit = units[name] = Unit(name, dimension, float(factor))
            for written in (name, *aliases):
                alias, _, times = written.partition(":")
                names[alias if alias in CASED else alias.lower()] = (unit, float(times or 1))
    units["°C"] = Unit("°C", "temperature", 1.0)
    units["°F"] = Unit("°F", "temperature", 5 / 9, -160 / 9)
    units["magnitude"] = Unit("magnitude", "magnitude", 1.0)
    return units, names


UNITS, _NAMES = _load()


def unit_named(word: str) -> str:
    """The canonical name of the unit that a word names ("metres": "m"), or ""."""
    found = _NAMES.get(word if word in CASED else word.lower())
    return found[0].name if found else ""


class Measure(NamedTuple):
    """A unit as read: how many of it one written unit is (a decade is ten years), and the index behind it."""

    unit: Unit
    times: float
    end: int


def read_unit(tokens: list[Token], i: int, digits: bool) -> Measure | None:
    """The unit that stands at token `i`.

    Args:
        tokens: The text.
        i: Where the unit would start.
        digits: Whether digits stand right before it; symbols like "m" count only then.
    """
    token = tokens[i]
    if token.low in ("°", "degrees", "degree", "º"):
        return _degrees(tokens, i)
    if token.low in ("square", "sq", "cubic", "cu"):
        return _powered(tokens, i)
    if token.kind not in (WORD, NAME):
        return None
    if token.low in _FIRST_OF_PHRASES:
        return _phrase(tokens, i)
    if token.text in ("C", "F") and digits and token.glued:
        return Measure(UNITS["°" + token.text], 1.0, i + 1)
    found = _NAMES.get(token.text) or _NAMES.get(token.low if token.text not in CASED else "")
    if found is None and token.text.isupper() and len(token.text) > 2:
        found = _NAMES.get(token.low)
    if found is None or (token.low in CASED and token.text not in CASED):
        return None
    if token.low in NEEDS_DIGITS and (not digits or (token.low in WORDS_TOO and not _stands_alone(tokens, i))):
        return None
    return _extended(tokens, i, found[0], found[1])


_FIRST_OF_PHRASES = frozenset(words[0] for words in PHRASES)


def _phrase(tokens: list[Token], i: int) -> Measure | None:
    """As in "light years", "metric tons", "fl. oz"."""
    at = i + 2 if tokens[i + 1].low in ("-", ".") else i + 1
    name = PHRASES.get((tokens[i].low, tokens[at].low))
    return None if name is None else Measure(UNITS[name], 1.0, at + 1)


_AFTER_SYMBOL = frozenset({",", ".", ")", ";", "×", "/", "→", "-", "–", "to"})


def _stands_alone(tokens: list[Token], i: int) -> bool:
    """Whether the symbol at `i` cannot be a word of the sentence."""
    return tokens[i].glued or tokens[i + 1].kind == END or tokens[i + 1].low in _AFTER_SYMBOL


_OVER = {
    "km": {"h": "km/h", "s": "km/s", "l": "km/l"}, "m": {"s": "m/s"}, "mi": {"h": "mph", "gal": "mpg"}, "l": {},
    "bit": {"s": "bit/s"}, "kbit": {"s": "kbit/s"}, "Mbit": {"s": "Mbit/s"}, "Gbit": {"s": "Gbit/s"},
    "kB": {"s": "kB/s"}, "MB": {"s": "MB/s"}, "GB": {"s": "GB/s"}, "TB": {"s": "TB/s"},
}  # fmt: skip
"""Units that are one unit with what they are divided by."""


def _extended(tokens: list[Token], i: int, unit: Unit, times: float) -> Measure:
    """Symbols that go on: m², km/h, kilometres per hour, miles an hour, watt hours."""
    after = tokens[i + 1]
    if after.text in ("²", "³") and after.glued and unit.name + after.text in UNITS:
        return Measure(UNITS[unit.name + after.text], times, i + 2)
    if after.low in ("/", "per", "an", "a") and unit.name in _OVER:
        under = _NAMES.get(tokens[i + 2].low)
        name = _OVER[unit.name].get(under[0].name if under and under[1] == 1 else "")
        if name:
            return Measure(UNITS[name], times, i + 3)
        if unit.name == "l" and [token.low for token in tokens[i + 2 : i + 4]] in (
            ["100", "km"],
            ["100", "kilometres"],
        ):
            return Measure(UNITS["l/100km"], times, i + 4)
    joint = i + 2 if after.low == "-" else i + 1
    if unit.dimension == "power" and tokens[joint].low in ("hours", "hour"):
        name = unit.name + "h"
        if name in UNITS:
            return Measure(UNITS[name], times, joint + 1)
    return Measure(unit, times, i + 1)


def _degrees(tokens: list[Token], i: int) -> Measure | None:
    scale = tokens[i + 1].low
    if scale in ("c", "celsius", "centigrade"):
        return Measure(UNITS["°C"], 1.0, i + 2)
    if scale in ("f", "fahrenheit"):
        return Measure(UNITS["°F"], 1.0, i + 2)
    return None


def _powered(tokens: list[Token], i: int) -> Measure | None:
    at = i + 2 if tokens[i + 1].low in ("-", ".") else i + 1
    under = _NAMES.get(tokens[at].low)
    if under is None or under[0].dimension != "length":
        return None
    name = under[0].name + ("³" if tokens[i].low in ("cubic", "cu") else "²")
    return Measure(UNITS[name], 1.0, at + 1) if name in UNITS else None


def to_base(value: float, unit: str) -> float:
    """A value in a canonical unit, in the base of its dimension; unknown units stay as they are."""
    known = UNITS.get(unit)
    return value if known is None else value * known.factor + known.offset


def from_base(value: float, unit: str) -> float:
    """The reverse of `to_base`."""
    known = UNITS.get(unit)
    return value if known is None else (value - known.offset) / known.factor


def dimension(unit: str) -> str:
    """What a canonical unit measures; those outside the table (currencies, "%") are their own dimension."""
    known = UNITS.get(unit)
    return unit if known is None else known.dimension
