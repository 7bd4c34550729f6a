"""What holds for any text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claim import Quantity, QuantityKind
from factcheck.evidence import QuantityRelation
from factcheck.quantities import compute, find_quantities, relate, same_thing
from factcheck.quantities.units import UNITS, from_base, to_base

PIECES = ["at least", "nearly", "between", "from", "to", "and", "or so", "144", "1,488", "4.6 million", "six", "two dozen", "a", "half", "an hour", "%", "percent", "€", "bn", "km", "MB/s", "per", "years old", "-year-old", "people", "guards", "22 March", "2024", "Monday", "22:40", "10.40pm", "6-3", ",", ".", "-", "–", "(", ")", "no", "one", "of", "the", "third", "times", "twice", "[", "]", "+", "1.2.3", "B12", "°C", "’s", "last year", "hundreds", "of thousands", "in", "five", "\u200b", "\n", "first", "quarter", "Section", "No."]  # fmt: skip
SOUP = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(("", " ", " ", " "))), max_size=25).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)
DATES = st.none() | st.dates()
SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
]
SMALL += ["seventeen", "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number: int) -> str:
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {in_words(number % 100)}" if number % 100 else ""
        return f"{SMALL[number // 100]} hundred{rest}"
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            rest_value = number % scale
            joint = " and " if 0 < rest_value < 100 else " "
            rest = joint + in_words(rest_value) if rest_value else ""
            return f"{in_words(number // scale)} {name}{rest}"
    raise AssertionError


def quantities(text: str, today: date | None = None) -> tuple[Quantity, ...]:
    return find_quantities(text, today=today).quantities


@given(st.one_of(st.text(), SOUP), DATES)
def test_spans_are_exact_sorted_and_disjoint(text: str, today: date | None) -> None:
    found = find_quantities(text, today=today)
    for one in (*found.quantities, *found.skipped):
        assert one.text == one.span.of(text)
        assert one.text.strip() == one.text != ""
    spans = sorted([one.span for one in (*found.quantities, *found.skipped)])
    assert all(before.end <= after.start for before, after in zip(spans, spans[1:], strict=False))
    assert list(found.quantities) == sorted(found.quantities, key=lambda one: one.span)


@given(SOUP, DATES)
def test_values_are_sane(text: str, today: date | None) -> None:
    for one in quantities(text, today):
        assert one.interval.low <= one.interval.high
        assert one.meaning
        assert relate(one, one) in (QuantityRelation.EQUAL, QuantityRelation.ENTAILED)
        assert 0.0 <= same_thing(one, one) <= 1.0


@given(SOUP, SOUP)
def test_relations_and_computations_never_fail(claims: str, sources: str) -> None:
    others = quantities(sources)
    for claim in quantities(claims):
        compute(claim, others)
        for source in others:
            relation = relate(claim, source)
            if QuantityRelation.INCOMPARABLE in (relation, relate(source, claim)):
                assert relation is relate(source, claim)


@given(st.integers(2, 10**12 - 1))
def test_words_and_digits_agree(number: int) -> None:
    (digits,) = quantities(f"{number:,} boats")
    (worded,) = quantities(f"{in_words(number)} boats")
    assert digits.value == worded.value == number
    assert digits.counted == worded.counted == "boat"
    assert relate(digits, worded) in (QuantityRelation.EQUAL, QuantityRelation.ENTAILED)


@given(st.integers(2, 10**9), st.sampled_from((" ", "\u00a0", "\u202f", ",", "")))
def test_separators_do_not_matter(number: int, separator: str) -> None:
    (one,) = quantities(f"{number:,}".replace(",", separator) + " boats")
    assert one.value == number


@given(
    st.integers(20, 10**6),
    st.sampled_from(("at least", "more than", "about", "nearly", "up to", "fewer than")),
)
def test_bounds_lie_around_the_number(number: int, hedge: str) -> None:
    (one,) = quantities(f"{hedge} {number} boats")
    assert one.interval.low <= one.value <= one.interval.high
    assert one.value == number


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_dates_in_all_notations(day: date) -> None:
    month = f"{day:%B}"
    for text in (f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", day.isoformat()):
        (one,) = quantities(f"on {text}")
        assert (one.meaning, one.value) == (day.isoformat(), day.toordinal())


@given(st.integers(0, 23), st.integers(0, 59))
def test_times_in_all_notations(hour: int, minute: int) -> None:
    half = "am" if hour < 12 else "pm"
    for text in (f"{hour:02d}:{minute:02d}", f"{(hour - 1) % 12 + 1}.{minute:02d}{half}"):
        (one,) = quantities(f"at {text}")
        assert (one.kind, one.value) == (QuantityKind.TIME, hour * 60 + minute)


@given(st.sampled_from(sorted(UNITS)), st.floats(-1e6, 1e6))
def test_units_there_and_back(unit: str, value: float) -> None:
    assert from_base(to_base(value, unit), unit) == pytest.approx(value, abs=1e-6)


def test_unit_factors_agree_with_pint() -> None:
    pint = pytest.importorskip("pint")
    registry = pint.UnitRegistry()
    names = {
        "week": "week", "month": None, "quarter": None, "year": "year", "in": "inch", "mi": "mile", "nmi": "nautical_mile",
        "m²": "m**2", "km²": "km**2", "mi²": "mile**2", "ft²": "ft**2", "m³": "m**3", "ha": "hectare", "gal": "gallon",
        "st": "stone", "t": "metric_ton", "kt": "kilometric_ton", "Mt": "megametric_ton", "B": "byte", "h": "hour",
        "d": "day", "bbl": "oil_barrel", "kn": "knot", "min": "minute", "ton": "ton", "hp": "horsepower", "cal": "cal",
        "g": "gram", "magnitude": None, "dB": None, "°C": None, "°F": None, "pint": "pint", "acre": None, "l": "liter",
    }  # fmt: skip
    for prefix in ("k", "M", "G", "T", "P", "Ki", "Mi", "Gi", "Ti"):
        names[f"{prefix}B"] = f"{prefix}B"
    for name, unit in UNITS.items():
        written = names.get(name, name)
        if written is None:
            continue
        theirs = registry.Quantity(1, written)
        base = {
            "length": "m", "area": "m**2", "volume": "m**3", "mass": "kg", "data": "byte", "bit rate": "byte/s", "energy": "J",
            "power": "W", "speed": "m/s", "pressure": "Pa", "frequency": "Hz", "voltage": "V", "current": "A",
            "charge": "A*s", "time": "s",
        }[unit.dimension]  # fmt: skip
        assert theirs.to(base).magnitude == pytest.approx(unit.factor, rel=2e-5), name


@pytest.mark.parametrize(
    "piece", ["1", "1,", "1,111", ",1", "1-", "1.", "1 ", "111 ", "a@", "x1", "hundred and ", "over ", "from 1 to ", "+1 23", "$"]
)  # fmt: skip
def test_hostile_repetition_is_read(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    assert all(one.span.end <= len(text) for one in find_quantities(text).quantities)


def test_too_long_a_number_is_no_quantity() -> None:
    assert find_quantities("9" * 5000 + " boats").quantities == ()
