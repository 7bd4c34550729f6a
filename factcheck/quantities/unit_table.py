"""The table of units: canonical name, factor to the base unit, other names; "name:n" is n of the unit."""

from __future__ import annotations

from factcheck.quantities.wordlist import word_set

TIME = """
ns 1e-9 nanosecond nanoseconds
µs 1e-6 microsecond microseconds μs us
ms 1e-3 millisecond milliseconds
s 1 second seconds sec secs
min 60 minute minutes mins
h 3600 hour hours hr hrs
d 86400 day days
week 604800 weeks wk wks fortnight:2 fortnights:2
month 2629746 months
quarter 7889238 -
year 31556952 years yr yrs decade:10 decades:10 century:100 centuries:100 millennium:1000 millennia:1000
"""
TABLES = {
    "length": """
nm 1e-9 nanometre nanometres nanometer nanometers
µm 1e-6 μm micrometre micrometres micrometer micrometers micron microns
mm 1e-3 millimetre millimetres millimeter millimeters
cm 1e-2 centimetre centimetres centimeter centimeters
m 1 metre metres meter meters
km 1000 kilometre kilometres kilometer kilometers kms
in 0.0254 inch inches
ft 0.3048 foot feet
yd 0.9144 yard yards yds
fathom 1.8288 fathoms
furlong 201.168 furlongs
mi 1609.344 mile miles
nmi 1852 -
AU 149597870700 au
ly 9460730472580800 lightyear lightyears
parsec 3.0856775814913673e16 parsecs
""",
    "area": """
mm² 1e-6 mm2
cm² 1e-4 cm2
m² 1 m2 sqm
ha 10000 hectare hectares
km² 1000000 km2 sqkm
in² 0.00064516 -
ft² 0.09290304 sqft
yd² 0.83612736 -
acre 4046.8564224 acres
mi² 2589988.110336 -
""",
    "volume": """
ml 1e-6 millilitre millilitres milliliter milliliters cc
cl 1e-5 centilitre centilitres centiliter centiliters
dl 1e-4 decilitre decilitres deciliter deciliters
l 1e-3 litre litres liter liters
hl 0.1 hectolitre hectolitres hectoliter hectoliters
megalitre 1000 megalitres megaliter megaliters
cm³ 1e-6 cm3
m³ 1 m3
km³ 1e9 km3
in³ 1.6387064e-5 -
ft³ 0.028316846592 -
yd³ 0.764554857984 -
teaspoon 4.92892159375e-6 teaspoons tsp
tablespoon 1.478676478125e-5 tablespoons tbsp
fl_oz 2.95735295625e-5 -
cup 2.365882365e-4 cups
pint 0.000473176473 pints
quart 0.000946352946 quarts
gal 0.003785411784 gallon gallons
imp_gal 0.00454609 -
bushel 0.03523907016688 bushels
bbl 0.158987294928 barrel barrels
""",
    "mass": """
ng 1e-12 nanogram nanograms
µg 1e-9 μg mcg microgram micrograms
mg 1e-6 milligram milligrams
g 1e-3 gram grams gramme grammes
kg 1 kilo kilos kilogram kilograms kilogramme kilogrammes kgs
quintal 100 quintals
t 1000 tonne tonnes
kt 1e6 kilotonne kilotonnes
Mt 1e9 megatonne megatonnes megaton megatons
Gt 1e12 gigatonne gigatonnes gigaton gigatons
carat 2e-4 carats ct
oz 0.028349523125 ounce ounces
ozt 0.0311034768 -
lb 0.45359237 lbs pound pounds
st 6.35029318 stone
ton 907.18474 tons
long_ton 1016.0469088 -
""",
    "data": """
bit 0.125 bits
B 1 byte bytes
kB 1e3 KB kilobyte kilobytes
MB 1e6 megabyte megabytes
GB 1e9 gigabyte gigabytes
TB 1e12 terabyte terabytes
PB 1e15 petabyte petabytes
EB 1e18 exabyte exabytes
ZB 1e21 zettabyte zettabytes
KiB 1024 kibibyte kibibytes
MiB 1048576 mebibyte mebibytes
GiB 1073741824 gibibyte gibibytes
TiB 1099511627776 tebibyte tebibytes
kbit 125 kilobit kilobits
Mbit 125000 megabit megabits
Gbit 125000000 gigabit gigabits
Tbit 125000000000 terabit terabits
""",
    "bit rate": """
bit/s 0.125 -
kbit/s 125 kbps Kbps
Mbit/s 125000 Mbps
Gbit/s 125000000 Gbps
Tbit/s 125000000000 Tbps
kB/s 1e3 -
MB/s 1e6 -
GB/s 1e9 -
TB/s 1e12 -
""",
    "energy": """
eV 1.602176634e-19 electronvolt electronvolts
keV 1.602176634e-16 -
MeV 1.602176634e-13 -
GeV 1.602176634e-10 -
J 1 joule joules
kJ 1e3 kilojoule kilojoules
MJ 1e6 megajoule megajoules
GJ 1e9 gigajoule gigajoules
TJ 1e12 terajoule terajoules
PJ 1e15 petajoule petajoules
Wh 3600 -
kWh 3.6e6 kilowatt-hours
MWh 3.6e9 -
GWh 3.6e12 -
TWh 3.6e15 -
cal 4.184 -
kcal 4184 calorie calories kilocalorie kilocalories
BTU 1055.056 BTUs
therm 105505600 therms
""",
    "power": """
mW 1e-3 milliwatt milliwatts
W 1 watt watts
kW 1e3 kilowatt kilowatts
MW 1e6 megawatt megawatts
GW 1e9 gigawatt gigawatts
TW 1e12 terawatt terawatts
hp 745.6998715822702 horsepower bhp
""",
    "speed": """
m/s 1 mps
km/s 1000 -
km/h 0.2777777777777778 kmh kph kmph
mph 0.44704 -
kn 0.5144444444444445 knot knots kts
""",
    "pressure": """
Pa 1 pascal pascals
hPa 100 hectopascal hectopascals
kPa 1000 kilopascal kilopascals
MPa 1e6 megapascal megapascals
GPa 1e9 gigapascal gigapascals
mmHg 133.322387415 -
mbar 100 millibar millibars
bar 1e5 -
psi 6894.757293168361 -
atm 101325 -
""",
    "frequency": """
Hz 1 hertz
kHz 1e3 kilohertz
MHz 1e6 megahertz
GHz 1e9 gigahertz
THz 1e12 terahertz
""",
    "force": """
N 1 newton newtons
kN 1e3 kilonewton kilonewtons
MN 1e6 meganewton meganewtons
""",
    "torque": """
Nm 1 -
""",
    "voltage": """
mV 1e-3 millivolt millivolts
V 1 volt volts
kV 1e3 kilovolt kilovolts
""",
    "current": """
mA 1e-3 milliamp milliamps
A 1 amp amps ampere amperes
kA 1e3 -
""",
    "charge": """
mAh 3.6 -
Ah 3600 -
""",
    "resistance": """
Ω 1 ohm ohms
kΩ 1e3 kiloohm kiloohms
""",
    "light": """
lm 1 lumen lumens
""",
    "illuminance": """
lx 1 lux
""",
    "radiation": """
µSv 1e-6 μSv microsievert microsieverts
mSv 1e-3 millisievert millisieverts
Sv 1 sievert sieverts
""",
    "activity": """
Bq 1 becquerel becquerels
""",
    "concentration": """
ppm 1e-6 -
ppb 1e-9 -
""",
    "amount of substance": """
mmol 1e-3 millimole millimoles
mol 1 mole
""",
    "fuel economy": """
mpg 425143.7074302667 -
km/l 1e6 -
""",
    "fuel use": """
l/100km 1e-8 -
""",
    "rotation": """
rpm 1 -
""",
    "pulse": """
bpm 1 -
""",
    "frame rate": """
fps 1 -
""",
    "image size": """
MP 1 megapixel megapixels
""",
    "resolution": """
dpi 1 -
""",
    "sound": """
dB 1 decibel decibels
""",
}
CASED = word_set(
    """
    B kB KB MB GB TB PB EB ZB mW MW GW W V A J N kN MN Nm t Mt Gt mA kA mAh Ah cal in st bar s h d l g m a AU au eV keV
    MeV GeV mps ms ns MP PJ TJ BTU lm mol ct
    """
)
"""Symbols that mean something else, or nothing, in another case."""
NEEDS_DIGITS = word_set(
    """
    in st bar s h d l g m t a b v w j n min
    cal ms us ns sec mi pint ft yd nm mm cm kt AU au cc atm lm lx mol ct ha dl cl hl
    ng pa MP ly mole cup
    """
)
"""Names that are units only right behind digits ("5 m", never "five in")."""
WORDS_TOO = frozenset({"in", "a", "st", "d", "s", "t", "au", "mole"})
"""Of these, the ones that are words or endings too: units when glued to the digits or closing a clause."""
PHRASES = {
    ("light", "years"): "ly", ("light", "year"): "ly", ("astronomical", "units"): "AU", ("troy", "ounces"): "ozt",
    ("troy", "ounce"): "ozt", ("metric", "tons"): "t", ("metric", "ton"): "t", ("metric", "tonnes"): "t",
    ("short", "tons"): "ton", ("long", "tons"): "long_ton", ("nautical", "miles"): "nmi", ("nautical", "mile"): "nmi",
    ("fluid", "ounces"): "fl_oz", ("fluid", "ounce"): "fl_oz", ("fl", "oz"): "fl_oz",
    ("imperial", "gallons"): "imp_gal", ("imperial", "gallon"): "imp_gal", ("us", "gallons"): "gal",
    ("electron", "volts"): "eV", ("newton", "metres"): "Nm",
}  # fmt: skip
"""Names in two words."""
