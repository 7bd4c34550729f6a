"""What a header, a row's label or a caption tells of the numbers under it: unit, scale, and what they count.

"Passengers (million)", "Price (EUR m)", "Share, %", "Change (pp)", "duration_s", "figures in £000". A phrase is a unit
where the grammar reads a number with it as one expression: what units there are stays the grammar's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from factcheck.claim import QuantityKind
from factcheck.quantities.nouns import is_plural
from factcheck.quantities.recognise import find_quantities
from factcheck.quantities.wordlist import word_set

_SCALES = {
    "m": "million", "mn": "million", "mln": "million", "mio": "million", "million": "million", "millions": "million",
    "bn": "billion", "billion": "billion", "billions": "billion", "tn": "trillion", "trillion": "trillion",
    "trillions": "trillion", "k": "thousand", "thousand": "thousand", "thousands": "thousand", "000": "thousand",
    "000s": "thousand", "'000": "thousand", "'000s": "thousand", "1000": "thousand", "1,000": "thousand",
    "1000s": "thousand", "1,000s": "thousand",
}  # fmt: skip
_SUFFIXES = {
    "ns": "ns", "us": "µs", "ms": "ms", "s": "seconds", "sec": "seconds", "secs": "seconds", "seconds": "seconds",
    "min": "minutes", "mins": "minutes", "minutes": "minutes", "h": "hours", "hr": "hours", "hrs": "hours",
    "hours": "hours", "d": "days", "days": "days", "weeks": "weeks", "months": "months", "years": "years",
    "kb": "kB", "mb": "MB", "gb": "GB", "tb": "TB", "kib": "KiB", "mib": "MiB", "gib": "GiB", "bytes": "bytes",
    "g": "g", "mg": "mg", "kg": "kg", "t": "tonnes", "tonnes": "tonnes", "mm": "mm", "cm": "cm", "m": "metres",
    "km": "km", "mi": "miles", "miles": "miles", "ft": "feet", "w": "W", "kw": "kW", "mw": "MW", "gw": "GW",
    "wh": "Wh", "kwh": "kWh", "mwh": "MWh", "gwh": "GWh", "twh": "TWh", "hz": "Hz", "khz": "kHz", "mhz": "MHz",
    "ghz": "GHz", "c": "°C", "celsius": "°C", "f": "°F", "fahrenheit": "°F", "kmh": "km/h", "mph": "mph",
    "pct": "%", "percent": "%", "percentage": "%", "pp": "percentage points", "eur": "EUR", "usd": "USD",
    "gbp": "GBP", "chf": "CHF", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "jpy": "JPY",
}  # fmt: skip
"""What the last word of a name in a data file says of its unit ("size_mb")."""
_SIGNS = r"(?:US|A|C|NZ|HK)?[€£$¥₹]|[A-Z]{3}\b"
_CURRENCY = re.compile(rf"(?:{_SIGNS})")
_LEAD = re.compile(
    r"(?:(?:all )?(?:figures|amounts|values|numbers|data|sums|prices|results|totals)(?: are| shown| given)? )?in ",
    re.IGNORECASE,
)
_SCALE_OF = re.compile(rf"({'|'.join(sorted(map(re.escape, _SCALES), key=len, reverse=True))})(?![^\W_])\s*(?:of )?")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]")
_IN = re.compile(r"\bin ([^,;:()]{1,40})$", re.IGNORECASE)
_DIVISION = re.compile(r"[,:;–—]|\b(?:by|in|at|per|for|on|from|of|since)\b", re.IGNORECASE)
_SPELL = re.compile(r"\b(?:year|quarter|month|week|day)s?\b", re.IGNORECASE)  # "calendar years": of when the data are
_YEAR = re.compile(r"\b(?:Q[1-4] |H[12] |FY ?)?(?:1[5-9]|20|21)\d\d(?:[/–-]\d{2,4})?\b")
_PER_CENT = re.compile(r"(?:%|per ?cent(?:age)?\b)(?! points?)", re.IGNORECASE)
_NUMBER_OF = re.compile(
    r"(?:(?:total|average|mean|median) )?(?:number|count|total|no\.?|num|n) (?:of )?(?:the )?|(?:total|all) ",
    re.IGNORECASE,
)
_LENGTHS = word_set("height length distance width depth elevation altitude radius diameter span size level sprint")
"""What is measured in metres where "(m)" may be metres or millions."""
_RATIOS = word_set(
    """
    accuracy precision recall f1 rate ratio share fraction proportion probability coverage occupancy turnout
    utilisation utilization efficiency margin auc specificity sensitivity confidence yield
    """
)
"""Names whose values between 0 and 1 are parts of a whole."""
PERIODS = frozenset({"year", "quarter", "month", "week", "day", "date", "period", "season"})
"""Headers of columns that tell when."""
_PER_TIME = frozenset({"s", "h"})
"""Last words of names in data files that make a rate of the unit before them: "speed_mb_s"."""
_PROBES = ("7", "7.5")


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands around a number once it is written out.

    Attributes:
        before: Before the number: "EUR ".
        behind: Behind it: " million passengers".
        name: The header without its unit: "Passengers".
        counts: Whether nothing but a noun stands there: it counts, and has no unit or scale.
        is_general: Whether it names no thing of its own: "figures in thousands", but not "Ridership (thousands)".
        is_divided: Whether it says by what its figures are divided: "Passengers by region".
        is_ratio: Whether values between 0 and 1 are parts of a whole.
    """

    before: str = ""
    behind: str = ""
    name: str = ""
    counts: bool = False
    is_general: bool = False
    is_divided: bool = False
    is_ratio: bool = False

    @property
    def tells(self) -> bool:
        """Whether it adds anything to a number."""
        return bool(self.before or self.behind)

    def written(self, number: str) -> str:
        """A number written out."""
        return f"{self.before}{number}{self.behind}"


@lru_cache(maxsize=4096)
def read_heading(header: str) -> Heading:
    """A column's header or a row's label."""
    name, unit = _parted(header)
    is_ratio = bool({word.lower() for word in re.findall(r"\w+", header)} & _RATIOS)
    before, behind = unit or ("", "")
    noun = _noun(name, behind) if not before and (not unit or _is_scale(behind)) else ""
    return Heading(before, behind + noun, name, bool(noun) and not unit, is_ratio=is_ratio)


@lru_cache(maxsize=4096)
def read_note(note: str) -> Heading:
    """What a caption or title gives to all figures of a table: "Passengers by region (million)"."""
    units = (_unit(phrase, "") for phrase in _phrases(note) if not _SPELL.search(phrase))
    before, behind = next((unit for unit in units if unit is not None and _is_unit(*unit)), ("", ""))
    bare = _BRACKETS.sub(" ", note).strip(" .:")
    is_general = bool(_LEAD.match(bare) or not bare or _unit(bare, ""))
    title = _DIVISION.split(bare, maxsplit=1)[0].strip()
    noun = _noun(title, behind) if not before and (not behind or _is_scale(behind)) and not is_general else ""
    is_divided = bool(re.search(r"\b(?:by|per)\b", bare))
    return Heading(before, behind + noun, title, bool(noun) and not behind, is_general, is_divided)


def _is_scale(behind: str) -> bool:
    return behind.strip() in _SCALES.values()


def _phrases(text: str) -> Iterator[str]:
    """The parts of a title that may be a unit: those in brackets and between stops, of each first what follows "in"."""
    yield from _BRACKETS.findall(text)
    bare = _BRACKETS.sub(" ", text).strip(" .:")
    for piece in reversed(re.split(r"[,;:.–—]\s+", bare)):
        if found := _IN.search(piece):
            yield found.group(1)
            yield found.group(1).partition(" of ")[0]  # "MB/s of uncompressed data"
        yield piece


def _parted(header: str) -> tuple[str, tuple[str, str] | None]:
    """A header's name and its unit."""
    for match in _BRACKETS.finditer(header):
        bare = " ".join((header[: match.start()] + header[match.end() :]).split())
        if (unit := _unit(match.group(1), bare)) is not None and _is_unit(*unit):
            return bare, unit
        for first in match.group(1).split()[:1]:  # "% yoy", "Mt CO2"
            if (unit := _unit(first, bare)) is not None and _is_unit(*unit):
                return bare, unit
    name, comma, phrase = header.rpartition(", ")
    if comma and (unit := _unit(phrase, name)) is not None:
        return name, unit
    if (found := _IN.search(header)) and (unit := _unit(found.group(1), header)) is not None:
        return header[: found.start()].strip(), unit
    if _PER_CENT.match(header):
        return header, ("", "%")
    if header.lower() not in PERIODS and (unit := _unit(header, "")) is not None and _is_unit(*unit):
        return "", unit
    return _with_last_words(header)


def _with_last_words(header: str) -> tuple[str, tuple[str, str] | None]:
    """As in "Revenue EUR m", "Passengers million", "Change %"; and "size mb" where the name is one of a data file."""
    words = header.split()
    for count in (2, 1):
        if len(words) > count:
            phrase = " ".join(words[-count:])
            is_marked = _CURRENCY.match(phrase) or phrase[0] == "%" or phrase.lower() in ("million", "billion", "pp")
            if is_marked and (unit := _unit(phrase, "")) is not None:
                return " ".join(words[:-count]), unit
    if len(words) > 2 and words[0].islower() and _SUFFIXES.get(words[-2], "").isupper() and words[-1] in _SCALES:
        return " ".join(words[:-2]), (f"{words[-2].upper()} ", f" {_SCALES[words[-1]]}")
    if len(words) > 2 and words[0].islower() and words[-1] in _PER_TIME and words[-2].lower() in _SUFFIXES:
        return " ".join(words[:-2]), ("", f" {_SUFFIXES[words[-2].lower()]}/{words[-1]}")
    if len(words) > 1 and words[0].islower():
        suffix = _SUFFIXES.get(words[-1].lower())
        if suffix is not None and (words[-1].islower() or len(words[-1]) > 1):
            return " ".join(words[:-1]), ("", suffix if suffix == "%" else f" {suffix}")
        scale = _SCALES.get(words[-1]) if len(words[-1]) > 1 else None
        if scale is not None:
            return " ".join(words[:-1]), ("", f" {scale}")
    return header, None


def _unit(phrase: str, name: str) -> tuple[str, str] | None:
    """What a unit phrase puts before and behind a number ("EUR m" puts "EUR " and " million"); None if it is none."""
    rest = _LEAD.sub("", " ".join(phrase.replace("’", "'").split()), count=1).strip()
    before = scale = ""
    is_length = rest == "m" and {word.lower() for word in re.findall(r"\w+", name)} & _LENGTHS
    for _ in range(2):  # a currency and a scale, in either order
        if not before and (sign := _CURRENCY.match(rest)):
            before, rest = sign.group() + (" " if sign.group().isalpha() else ""), rest[sign.end() :].strip()
        if not scale and not is_length and (found := _SCALE_OF.match(rest)):
            scale, rest = f" {_SCALES[found.group(1)]}", rest[found.end() :].strip()
    if before.strip().isalpha() and not _reads(before, ""):  # capitals that are no currency
        rest, before = f"{before}{rest}".strip(), ""
    if _PER_CENT.fullmatch(rest) and not before and not scale:
        return "", "%"
    gap = " " if rest else ""
    if not (before or scale or rest) or not _reads(before, f"{scale}{gap}{rest}"):
        return None
    return before, f"{scale}{gap}{rest}"


def _reads(before: str, behind: str) -> bool:
    """Whether a number with what stands around it is one expression."""
    for probe in _PROBES:
        text = f"{before}{probe}{behind}"
        found = find_quantities(text).quantities
        if len(found) != 1 or found[0].span.start or found[0].span.end != len(text):
            return False
        if found[0].kind in (QuantityKind.DATE, QuantityKind.TIME, QuantityKind.ORDINAL, QuantityKind.SCORE):
            return False
    return True


def _is_unit(before: str, behind: str) -> bool:
    """Whether it is a unit or scale by itself: a bare noun ("passengers") is a header, not a unit of others."""
    if before or (behind.split()[:1] and behind.split()[0] in _SCALES.values()):
        return True
    (found,) = find_quantities(f"7{behind}").quantities
    return bool(found.unit)


def _noun(name: str, behind: str) -> str:
    """What a header without a unit counts, as it stands behind a number: " passengers"; "" if that is not clear."""
    words = _NUMBER_OF.sub("", _YEAR.sub(" ", name).strip(), count=1).strip()
    words = words.lower() if words.istitle() or (words[:1].isupper() and words[1:].islower()) else words
    counted = words.partition(" per ")[0]  # "pupils per teacher"
    if not counted or not is_plural(counted.split()[-1].lower()):
        return ""
    return f" {words}" if _reads("", f"{behind} {words}") else ""
