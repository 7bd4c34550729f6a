"""Units of measure and of time: their names, what they measure, and how many of the base unit they are.

An explicit table, because a unit library takes longer to start (0.25 s) than a whole article takes to read;
a test holds its factors against pint's.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.quantities.tokens import END, NAME, WORD, Token
from factcheck.quantities.wordlist import word_set


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
_TIME = """
ns 1e-9 nanosecond nanoseconds
µs 1e-6 microsecond microseconds μs us
ms 1e-3 millisecond milliseconds
s 1 second seconds sec secs
min 60 minute minutes mins
h 3600 hour hours hr hrs
d 86400 day days
week 604800 weeks wk fortnight:2 fortnights:2
month 2629746 months
quarter 7889238 -
year 31556952 years yr yrs decade:10 decades:10 century:100 centuries:100 millennium:1000
"""
_TABLES = {
    "length": """
nm 1e-9 nanometre nanometres nanometer nanometers
µm 1e-6 μm micrometre micrometres micrometer micrometers micron microns
mm 1e-3 millimetre millimetres millimeter millimeters
cm 1e-2 centimetre centimetres centimeter centimeters
m 1 metre metres meter meters
km 1000 kilometre kilometres kilometer kilometers kms
in 0.0254 inch inches
ft 0.3048 foot feet
yd 0.9144 yard yards
mi 1609.344 mile miles
nmi 1852 -
""",
    "area": """
m² 1 m2 sqm
ha 10000 hectare hectares
km² 1000000 km2
acre 4046.8564224 acres
mi² 2589988.110336 -
ft² 0.09290304 sqft
""",
    "volume": """
ml 1e-6 millilitre millilitres milliliter milliliters
cl 1e-5 centilitre centilitres
l 1e-3 litre litres liter liters
m³ 1 m3
gal 0.003785411784 gallon gallons
pint 0.000473176473 pints
bbl 0.158987294928 barrel barrels
""",
    "mass": """
µg 1e-9 μg microgram micrograms
mg 1e-6 milligram milligrams
g 1e-3 gram grams gramme grammes
kg 1 kilo kilos kilogram kilograms kilogramme kilogrammes kgs
t 1000 tonne tonnes
kt 1e6 kilotonne kilotonnes
Mt 1e9 megatonne megatonnes
lb 0.45359237 lbs pound-mass
oz 0.028349523125 ounce ounces
st 6.35029318 -
ton 907.18474 tons
""",
    "data": """
bit 0.125 bits
B 1 byte bytes
kB 1e3 KB kilobyte kilobytes
MB 1e6 megabyte megabytes
GB 1e9 gigabyte gigabytes
TB 1e12 terabyte terabytes
PB 1e15 petabyte petabytes
KiB 1024 kibibyte kibibytes
MiB 1048576 mebibyte mebibytes
GiB 1073741824 gibibyte gibibytes
TiB 1099511627776 tebibyte tebibytes
kbit 125 kilobit kilobits
Mbit 125000 megabit megabits
Gbit 125000000 gigabit gigabits
""",
    "bit rate": """
kbit/s 125 kbps Kbps
Mbit/s 125000 Mbps
Gbit/s 125000000 Gbps
""",
    "energy": """
J 1 joule joules
kJ 1e3 kilojoule kilojoules
MJ 1e6 megajoule megajoules
GJ 1e9 gigajoule gigajoules
Wh 3600 -
kWh 3.6e6 kilowatt-hours
MWh 3.6e9 -
GWh 3.6e12 -
TWh 3.6e15 -
cal 4.184 -
kcal 4184 calorie calories kilocalorie kilocalories
""",
    "power": """
mW 1e-3 milliwatt milliwatts
W 1 watt watts
kW 1e3 kilowatt kilowatts
MW 1e6 megawatt megawatts
GW 1e9 gigawatt gigawatts
TW 1e12 terawatt terawatts
hp 745.6998715822702 horsepower
""",
    "speed": """
m/s 1 mps
km/h 0.2777777777777778 kmh kph
mph 0.44704 -
kn 0.5144444444444445 knot knots
""",
    "pressure": """
Pa 1 pascal pascals
hPa 100 hectopascal hectopascals
kPa 1000 kilopascal kilopascals
mbar 100 millibar millibars
bar 1e5 -
psi 6894.757293168361 -
""",
    "frequency": """
Hz 1 hertz
kHz 1e3 kilohertz
MHz 1e6 megahertz
GHz 1e9 gigahertz
""",
    "voltage": """
mV 1e-3 -
V 1 volt volts
kV 1e3 kilovolt kilovolts
""",
    "current": """
mA 1e-3 -
A 1 amp amps ampere amperes
""",
    "charge": """
mAh 3.6 -
Ah 3600 -
""",
    "sound": """
dB 1 decibel decibels
""",
}
_CASED = word_set(
    """
    B kB KB MB GB TB PB mW MW W V A J t Mt mA mAh Ah cal in st bar s h d l g m a
    """
)
"""Symbols that mean something else, or nothing, in another case."""
_NEEDS_DIGITS = word_set(
    """
    in st bar s h d l g m t a b v w j min cal ms us ns sec mi pint ft yd nm mm cm kt
    """
)
"""Names that are units only right behind digits ("5 m", never "five in")."""
_WORDS_TOO = frozenset({"in", "a", "st", "d", "s", "t"})
"""Of these, the ones that are words or endings too: units when glued to the digits or closing a clause."""


def _load() -> tuple[dict[str, Unit], dict[str, tuple[Unit, float]]]:
    """All units by canonical name, and by each of their names with a multiplier."""
    units: dict[str, Unit] = {}
    names: dict[str, tuple[Unit, float]] = {}
    for dimension, table in {"time": _TIME, **_TABLES}.items():
        for line in filter(None, table.split("\n")):
            name, factor, *aliases = line.split(" ")
            unit = units[name] = Unit(name, dimension, float(factor))
            for written in (name, *aliases):
                alias, _, times = written.partition(":")
                names[alias if alias in _CASED else alias.lower()] = (unit, float(times or 1))
    units["°C"] = Unit("°C", "temperature", 1.0)
    units["°F"] = Unit("°F", "temperature", 5 / 9, -160 / 9)
    units["magnitude"] = Unit("magnitude", "magnitude", 1.0)
    return units, names


UNITS, _NAMES = _load()


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
    if token.low in ("square", "sq", "cubic", "nautical"):
        return _powered(tokens, i)
    if token.kind not in (WORD, NAME):
        return None
    found = _NAMES.get(token.text) or _NAMES.get(token.low if token.text not in _CASED else "")
    if found is None and token.text.isupper() and len(token.text) > 2:
        found = _NAMES.get(token.low)
    if found is None or (token.low in _CASED and token.text not in _CASED):
        return None
    if token.low in _NEEDS_DIGITS and (not digits or (token.low in _WORDS_TOO and not _stands_alone(tokens, i))):
        return None
    return _extended(tokens, i, found[0], found[1])


def _stands_alone(tokens: list[Token], i: int) -> bool:
    """Whether the symbol at `i` cannot be a word of the sentence."""
    return tokens[i].glued or tokens[i + 1].kind == END or tokens[i + 1].low in (",", ".", ")", ";", "×", "/")


def _extended(tokens: list[Token], i: int, unit: Unit, times: float) -> Measure:
    """Symbols that go on: m², km/h, kilometres per hour, miles an hour, watt hours."""
    after = tokens[i + 1]
    if after.text in ("²", "³") and after.glued and unit.name + after.text in UNITS:
        return Measure(UNITS[unit.name + after.text], times, i + 2)
    if unit.name in ("km", "m", "mi") and after.low in ("/", "per", "an", "a"):
        speed = {("km", "h"): "km/h", ("m", "s"): "m/s", ("mi", "h"): "mph"}
        under = _NAMES.get(tokens[i + 2].low)
        name = speed.get((unit.name, under[0].name if under and under[1] == 1 else ""))
        if name:
            return Measure(UNITS[name], times, i + 3)
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
    under = _NAMES.get(tokens[i + 1].low)
    if under is None or under[0].dimension != "length":
        return None
    if tokens[i].low == "nautical":
        return Measure(UNITS["nmi"], 1.0, i + 2) if under[0].name == "mi" else None
    name = under[0].name + ("³" if tokens[i].low == "cubic" else "²")
    return Measure(UNITS[name], 1.0, i + 2) if name in UNITS else None


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
