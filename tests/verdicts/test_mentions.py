from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document import Span
from factcheck.verdicts.mentions import Words, dates_in, folded, is_total, nearest, numbers_in


def test_a_longer_name_hides_the_shorter_ones_in_it() -> None:
    words = Words.of("North Bay's boats outnumber those of the Bay.")
    found = words.mentions({folded("North"), folded("North Bay"), folded("Bay")})
    assert {" ".join(name): len(places) for name, places in found.items()} == {"north bay": 1, "bay": 1}


def test_plural_case_and_articles_do_not_matter() -> None:
    assert folded("The Phone Boxes") == folded("phone boxe")
    assert folded("Libraries") == folded("library")


@pytest.mark.parametrize(
    ("name", "total"), [("Total", True), ("Grand total", True), ("All routes", True), ("Totnes", False), ("", False)]
)
def test_totals_are_known_by_their_names(name: str, total: bool) -> None:
    assert is_total([folded(name)]) is total


@pytest.mark.parametrize(
    ("text", "number", "dates"),
    [
        ("Trips rose from 3 million in 2021 to 4 million in 2023.", "3 million", ["2021"]),
        ("Trips rose from 3 million in 2021 to 4 million in 2023.", "4 million", ["2023"]),
        ("In 2021 the line had 3 million trips.", "3 million trips", ["2021"]),
        ("There were 4 million trips, up from 3 million in 2021.", "4 million trips", []),
        ("Trips rose from 3 million to 4 million between 2021 and 2023.", "3 million", ["2021", "2023"]),
        ("In 2021 it had 3 million trips and in 2023 it had 4 million.", "3 million trips", ["2021"]),
        ("In 2021 it had 3 million trips and in 2023 it had 4 million.", "4 million", ["2023"]),
    ],
)
def test_dates_go_with_the_number_beside_them(text: str, number: str, dates: list[str]) -> None:
    at = Span(text.index(number), text.index(number) + len(number))
    spans = sorted(date.span for date in dates_in(text))
    others = [q.span for q in numbers_in(text) if not q.span.overlaps(at)]
    assert [span.of(text) for span in nearest(text, at, spans, others)] == dates


@given(st.text(max_size=60))
def test_words_stand_at_their_places(text: str) -> None:
    words = Words.of(text)
    assert len(words.words) == len(words.places)
    assert all(place.of(text) for place in words.places)
