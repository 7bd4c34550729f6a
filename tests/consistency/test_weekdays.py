"""Weekdays beside dates."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.api import read_text
from factcheck.consistency import wrong_weekdays


def wrong(text: str) -> list[tuple[str, str]]:
    return [(w.span.of(text), w.falls) for w in wrong_weekdays(read_text(text, name="article.md"))]


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 6), st.booleans())
def test_of_seven_weekdays_one_fits(day: date, weekday: int, american: bool) -> None:
    month = calendar.month_name[day.month]
    written = f"{month} {day.day}, {day.year}" if american else f"{day.day} {month} {day.year}"
    text = f"They met on {calendar.day_name[weekday]}, {written} in Lund.\n"
    assert bool(wrong(text)) is (day.weekday() != weekday)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It closed on Mon 4 March 2025.\n", [("Mon 4 March 2025", "Tuesday")]),
        ("It closed on 4 March 2025 (Monday).\n", [("4 March 2025 (Monday", "Tuesday")]),
        ("It closed on Monday, 2025-03-04.\n", [("Monday, 2025-03-04", "Tuesday")]),
        ("It closed on Monday the 4th of March 2025.\n", [("Monday the 4th of March 2025", "Tuesday")]),
        ("---\ndate: 2025-03-10\n---\n\nIt closed on Monday 4 March.\n", [("Monday 4 March", "Tuesday")]),
        ("It opened on 1 May 2025. It closed on Monday 4 March.\n", []),
        ("Opened in May 2025, it closed on Monday 4 March.\n", [("Monday 4 March", "Tuesday")]),
        ("It closed on Monday 4 March.\n", []),
        ("---\ndate: 2025-03-10\n---\n\nIn 2024 it closed on Monday 4 March.\n", []),
        ("It is open from Monday to Friday, 4 March to 8 June 2025.\n", []),
        ("The old calendar had Wednesday, 25 October 1917.\n", []),
        ("It closed on Monday 31 February 2025.\n", []),
    ],
)
def test_dates_are_read_with_the_year_that_text_or_document_give(text: str, found: list[tuple[str, str]]) -> None:
    assert wrong(text) == found
