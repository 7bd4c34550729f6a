"""The table of units against a unit library's."""

from __future__ import annotations

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.quantities.units import UNITS, from_base, to_base

PINT_NAMES = (
    "in=inch mi=mile nmi=nautical_mile m²=m**2 km²=km**2 mi²=mile**2 ft²=ft**2 m³=m**3 "
    "ha=hectare gal=gallon l=liter "
    "st=stone t=metric_ton kt=kilometric_ton Mt=megametric_ton B=byte h=hour d=day "
    "bbl=oil_barrel kn=knot min=minute "
    "hp=horsepower g=gram AU=astronomical_unit ly=light_year mm²=mm**2 cm²=cm**2 in²=inch**2 yd²=yard**2 cm³=cm**3 "
    "km³=km**3 in³=inch**3 ft³=foot**3 yd³=yard**3 imp_gal=imperial_gallon megalitre=megaliter fl_oz=fluid_ounce "
    "quintal=100*kg Gt=gigametric_ton ozt=troy_ounce Nm=newton*meter mpg=mile/gallon km/l=kilometer/liter "
    "l/100km=liter/(100*kilometer) lb=pound oz=ounce MN=meganewton ppb=1e-9 mol=mole rpm=1 bpm=1 fps=1 MP=1 dpi=1"
)
PINT_BASES = (
    "length=m area=m**2 volume=m**3 mass=kg data=byte bit_rate=byte/s energy=J power=W "
    "speed=m/s pressure=Pa "
    "frequency=Hz voltage=V current=A charge=A*s time=s force=N torque=N*m resistance=ohm light=lumen illuminance=lux "
    "radiation=Sv activity=Bq concentration=dimensionless amount_of_substance=mol fuel_economy=m/m**3 fuel_use=m**2 "
    "rotation=dimensionless pulse=dimensionless frame_rate=dimensionless image_size=dimensionless "
    "resolution=dimensionless"
)
OTHERS = {"month", "quarter", "year", "magnitude", "dB", "°C", "°F"}
"""Not in pint, or with another sense there: its year is the Julian one."""


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry[float]:
    return pint.UnitRegistry()


@pytest.mark.parametrize("name", sorted(set(UNITS) - OTHERS))
def test_factors_agree_with_pint(name: str, registry: pint.UnitRegistry[float]) -> None:
    names = dict(pair.split("=") for pair in PINT_NAMES.split())
    bases = dict(pair.split("=") for pair in PINT_BASES.split())
    base = bases[UNITS[name].dimension.replace(" ", "_")]
    factor = registry.parse_expression(names.get(name, name))
    factor = registry.Quantity(factor).to(base).magnitude
    assert factor == pytest.approx(UNITS[name].factor, rel=5e-6)


@given(st.sampled_from(sorted(UNITS)), st.floats(-1e6, 1e6))
def test_there_and_back(unit: str, value: float) -> None:
    assert from_base(to_base(value, unit), unit) == pytest.approx(value, abs=1e-6)


def test_temperatures_have_an_offset() -> None:
    assert to_base(212.0, "°F") == pytest.approx(100.0)
