"""What holds for any text."""

from __future__ import annotations

import sys
from datetime import date
from decimal import Decimal
from itertools import pairwise
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claim import Quantity, QuantityKind
from factcheck.document import Span
from factcheck.evidence import QuantityRelation
from factcheck.quantities import compute, find_quantities, is_numeral, relate, same_thing
from factcheck.quantities.units import from_base

PIECES = (
    "at least|nearly|between|from|to|and|or so|144|1,488|4.6 million|six|two dozen|a|half|"
    "an hour|%|percent|€|bn|km|"
    "MB/s|per|years old|-year-old|people|guards|22 March|2024|Monday|22:40|10.40pm|6-3|,|.|-|–|"
    "(|)|no|one|of|the|"
    "third|times|twice|[|]|+|1.2.3|B12|°C|’s|last year|hundreds|of thousands|in|five|\u200b|\n|"
    "first|quarter|Section|"
    "No.|from 1 to|next week|early|2023/24|1980s|½|$|aged|she was|all|another|magnitude|"
    "99 December|31 April|0|half|quarter|Q3|FY|fiscal|century|19th|BC|AD|'80s|nineties|weekend|summer|ft|'|\"|h|m|"
    "2h14m|"
    "x10|^|⁵|±|e-4|1e-4|.5|3,5|1.250,75|1'234|1-|or|by|lb|stone|p|¢|under-|18s|her|late|thirties|died at|turned|Group|"
    "of|Seven|Big|HTTP|iPhone|week|figures|[|12,|a couple|a few|dozen|or so|plus|minus|score|scores|both|neither|"
    "nor|none"
)
SOUP = st.lists(st.tuples(st.sampled_from(PIECES.split("|")), st.sampled_from(("", " ", " ", " "))), max_size=25).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)
HEDGES = ("at least", "more than", "about", "nearly", "up to", "fewer than")
HOSTILE = (
    "one and a |under-|Big Two |9,9 |1'|[1,|1/2 |6'2|2h|$3-|2024-|both |neither |early |twenty-|Q1 |1|1,|"
    "1,111|,1|1-|1.|1 |111 |a@|x1|hundred and |over |from 1 to |+1 23|$|http://|no men |two a-b-"
)
DATES = st.none() | st.dates()
BELOW_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


COUNTED = st.sampled_from(("boat", "guard", "school", "red apple"))
ROUND = st.integers(2, 9999)


def in_words(number: int) -> str:
    if number < 20:
        return BELOW_TWENTY.split()[number]
    if number < 100:
        return TENS.split()[number // 10 - 2] + (f"-{in_words(number % 10)}" if number % 10 else "")
    if number < 1000:
        return in_words(number // 100) + " hundred" + (f" and {in_words(number % 100)}" if number % 100 else "")
    scale, name = next(
        pair for pair in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")) if number >= pair[0]
    )
    rest = number % scale
    joint = " and " if rest < 100 else " "
    return f"{in_words(number // scale)} {name}" + (joint + in_words(rest) if rest else "")


def quantities(text: str, today: date | None = None) -> tuple[Quantity, ...]:
    return find_quantities(text, today=today).quantities


@given(st.one_of(st.text(), SOUP), DATES)
def test_spans_are_exact_sorted_and_disjoint(text: str, today: date | None) -> None:
    found = find_quantities(text, today=today)
    places = [(one.span, one.text) for one in found.quantities]
    assert places == sorted(places)
    places += [(one.span, one.text) for one in found.skipped]
    for span, written in places:
        assert written == span.of(text)
        assert written.strip() == written != ""
    assert all(before.end <= after.start for (before, _), (after, _) in pairwise(sorted(places)))


@given(SOUP, st.integers(0, 40), st.integers(1, 40))
def test_nothing_in_an_identifier_is_a_quantity(text: str, start: int, length: int) -> None:
    name = Span(min(start, len(text)), min(start + length, len(text)))
    for one in find_quantities(text, identifiers=[name]).quantities:
        assert not one.span.overlaps(name)


@given(SOUP, DATES)
def test_every_quantity_agrees_with_itself(text: str, today: date | None) -> None:
    for one in quantities(text, today):
        assert one.interval.low <= one.interval.high
        assert one.meaning
        assert relate(one, one) in (QuantityRelation.EQUAL, QuantityRelation.ENTAILED)
        assert 0.5 <= same_thing(one, one) <= 1.0


@given(SOUP, SOUP)
def test_relations_and_computations_never_fail(claims: str, sources: str) -> None:
    others = quantities(sources)
    for claim in quantities(claims):
        result = compute(claim, others)
        assert result is None or all(0 <= i < len(others) for i in result.operands)
        for source in others:
            there, back = relate(claim, source), relate(source, claim)
            assert (there is QuantityRelation.INCOMPARABLE) == (back is QuantityRelation.INCOMPARABLE)
            assert (there is QuantityRelation.EQUAL) == (back is QuantityRelation.EQUAL)


@given(st.lists(st.integers(0, 999), min_size=5, max_size=12))
def test_a_number_deep_in_a_list_is_read_as_one_alone(numbers: list[int]) -> None:
    text = ", ".join(map(str, numbers)) + " boats"
    found = quantities(text)
    assert [one.value for one in found] == numbers
    for one in found[:-1]:
        (alone,) = quantities(f"It was {one.text}.")
        assert (one.kind, one.interval, one.meaning) == (alone.kind, alone.interval, alone.meaning)


@given(st.integers(2, 10**12 - 1))
def test_words_and_digits_agree(number: int) -> None:
    (digits,) = quantities(f"{number:,} boats")
    (worded,) = quantities(f"{in_words(number)} boats")
    assert digits.value == worded.value == number
    assert digits.counted == worded.counted == "boat"
    assert relate(digits, worded) is QuantityRelation.EQUAL
    assert all(is_numeral(word) for word in in_words(number).split() if word != "and")


@given(st.integers(2, 10**9), st.sampled_from((" ", "\u00a0", "\u202f", ",", "")))
def test_separators_do_not_matter(number: int, separator: str) -> None:
    (one,) = quantities(f"{number:,}".replace(",", separator) + " boats")
    assert one.value == number


@given(st.integers(20, 10**6), st.sampled_from(HEDGES))
def test_bounds_lie_around_the_number(number: int, hedge: str) -> None:
    (one,) = quantities(f"{hedge} {number} boats")
    assert one.value == number
    assert one.interval.low <= number <= one.interval.high


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


def one(text: str, today: date | None = None) -> Quantity:
    (quantity,) = quantities(text, today)
    return quantity


@given(st.decimals(1, 9999, places=2), st.sampled_from(("$", "£", "€", "CHF ")), st.sampled_from(("", "m", "bn")))
def test_rendered_money(amount: Decimal, sign: str, scale: str) -> None:
    found = one(f"It cost {sign}{amount:,}{scale} then.")
    factor = {"": 1, "m": 10**6, "bn": 10**9}[scale]
    assert found.kind is QuantityKind.MONEY
    assert found.value == pytest.approx(float(amount) * factor)
    assert found.text == f"{sign}{amount:,}{scale}"


@given(st.decimals(0, 100, places=1), st.sampled_from(("%", " percent", " per cent", " percentage points")))
def test_rendered_percent(number: Decimal, unit: str) -> None:
    found = one(f"It rose by {number}{unit} then.")
    assert (found.kind, found.value) == (QuantityKind.PERCENT, float(number))
    assert found.unit == ("pp" if "points" in unit else "%")


MEASURES = (
    "km", "kg", "mph", "GWh", "°C", "hectares", "litres", "tonnes", "GB", "knots", "troy ounces", "light years", "mmHg",
    "square miles", "hp",
)  # fmt: skip


@given(ROUND, st.sampled_from(MEASURES))
def test_rendered_measures(number: int, unit: str) -> None:
    found = one(f"It has {number:,} {unit}.")
    assert (found.kind, found.text) == (QuantityKind.MEASURE, f"{number:,} {unit}")
    assert from_base(found.value, found.unit) == pytest.approx(number)


@given(ROUND, st.sampled_from(("hours", "days", "weeks", "months", "years", "minutes")))
def test_rendered_durations(number: int, unit: str) -> None:
    found = one(f"It took {number:,} {unit}.")
    assert (found.kind, found.text) == (QuantityKind.DURATION, f"{number:,} {unit}")
    assert found.value == pytest.approx(number * one(f"It took 1 {unit[:-1]}.").value)


@given(st.integers(1, 11), st.integers(0, 11))
def test_rendered_feet_and_inches(feet: int, inches: int) -> None:
    for text in (f"{feet}ft {inches}in", f"{feet}'{inches}\"", f"{feet} feet {inches} inches"):
        found = one(f"It is {text}.")
        assert found.text == text
        assert found.value == pytest.approx(feet * 0.3048 + inches * 0.0254)


@given(st.integers(2, 99), st.sampled_from(("{}-year-old", "aged {}", "{} years old")))
def test_rendered_ages(years: int, form: str) -> None:
    found = one(f"The man, {form.format(years)}, ran.")
    assert (found.kind, found.value) == (QuantityKind.AGE, years)


@given(st.integers(2, 99), COUNTED)
def test_rendered_ordinals(number: int, noun: str) -> None:
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number not in (11, 12, 13) else 0, "th")
    found = one(f"It was the {number}{suffix} {noun} there.")
    assert (found.kind, found.value) == (QuantityKind.ORDINAL, number)


@given(st.integers(2, 9), st.sampled_from(("{} times as many", "{}-fold")))
def test_rendered_multiples(number: int, form: str) -> None:
    found = one(f"They saw {form.format(number)} there.")
    assert (found.kind, found.value) == (QuantityKind.MULTIPLE, number)


@given(st.integers(1, 8), st.integers(2, 9))
def test_rendered_fractions(part: int, whole: int) -> None:
    if part < whole:
        found = one(f"They lost {part}/{whole} of it.")
        assert (found.kind, found.value) == (QuantityKind.FRACTION, part / whole)


@given(st.integers(0, 9), st.integers(0, 9))
def test_rendered_scores(first: int, second: int) -> None:
    found = one(f"They won {first}-{second} there.")
    assert (found.kind, found.meaning) == (QuantityKind.SCORE, f"{first}-{second}")


@given(st.integers(2, 5000), st.integers(1, 5000), st.sampled_from(("between {} and {}", "{} to {}", "{}–{}")), COUNTED)
def test_rendered_ranges(low: int, more: int, form: str, noun: str) -> None:
    found = one(f"They saw {form.format(f'{low:,}', f'{low + more:,}')} {noun}s there.")
    assert (found.interval.low, found.interval.high) == (low, low + more)
    assert found.counted == noun.split()[-1]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_rendered_months_and_years(day: date) -> None:
    month, year = one(f"in {day:%B} {day.year}"), one(f"in {day.year}")
    assert (month.meaning, year.meaning) == (f"{day:%Y-%m}", f"{day:%Y}")
    assert month.interval.low <= day.toordinal() <= month.interval.high


def calls(text: str) -> int:
    """How many functions recognition calls."""
    count = 0

    def seen(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        find_quantities(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("piece", HOSTILE.split("|"))
def test_work_grows_with_the_length_alone(piece: str) -> None:
    small, large = calls(piece * (600 // len(piece))), calls(piece * (2400 // len(piece)))
    assert large < 5 * small + 200


@pytest.mark.parametrize("piece", HOSTILE.split("|"))
def test_hostile_repetition_is_read(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    assert all(one.span.end <= len(text) for one in quantities(text))


def test_too_long_a_number_is_no_quantity() -> None:
    assert quantities("9" * 5000 + " boats") == ()


@given(st.integers(1, 9999), st.integers(1, 9999), st.sampled_from(("", *HEDGES)))
def test_relations_do_not_depend_on_the_unit(claim: int, source: int, hedge: str) -> None:
    (in_km,) = quantities(f"{hedge} {claim:,} km")
    by_unit = [relate(in_km, *quantities(text)) for text in (f"{source:,} km", f"{source * 1000:,} metres")]
    assert by_unit[0] is by_unit[1] or QuantityRelation.COMPATIBLE in by_unit


def test_the_search_for_arithmetic_is_bounded() -> None:
    one = quantities("6,125 boats")[0]
    short, long = (quantities("31 boats, " * count) for count in (30, 3000))
    assert compute(one, short) == compute(one, long)
