"""Dates and periods: how they are written, and which days they are."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claim import QuantityKind
from factcheck.quantities import find_quantities

TODAY = date(2024, 6, 18)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "written", "days"),
    [
        ("It opened on 04.03.2022.", "04.03.2022", "2022-03-04/2022-03-04"),
        ("It opened on 12/31/23.", "12/31/23", "2023-12-31/2023-12-31"),
        ("It came at 2022-03-04T10:15:00Z today.", "2022-03-04T10:15:00Z", "2022-03-04/2022-03-04"),
        ("It ran on March 2-4, 2023.", "March 2-4, 2023", "2023-03-02/2023-03-04"),
        ("It expects growth of 2%; in March it saw 1%.", "March", "2024-03-01/2024-03-31"),
        ("It had expected less in September.", "September", "2023-09-01/2023-09-30"),
        ("It is to be ready by September.", "September", "2024-09-01/2024-09-30"),
        ("It was dull in Q3 2023.", "Q3 2023", "2023-07-01/2023-09-30"),
        ("It was dull in H1 2023.", "H1 2023", "2023-01-01/2023-06-30"),
        ("Its fourth-quarter revenue fell.", "fourth-quarter", "2023-10-01/2023-12-31"),
        ("It grew in the second half of last year.", "second half of last year", "2023-07-01/2023-12-31"),
        ("It was in fiscal 2024.", "fiscal 2024", "2023-01-01/2024-12-31"),
        ("It was in FY23.", "FY23", "2022-01-01/2023-12-31"),
        ("They met in the 2022-23 season.", "2022-23", "2022-01-01/2023-12-31"),
        ("It lasted, 1939–45, too long.", "1939–45", "1939-01-01/1945-12-31"),
        ("It was built in the 19th century.", "19th century", "1801-01-01/1900-12-31"),
        ("She sang in the early 90s.", "early 90s", "1990-01-01/1994-03-14"),
        ("She sang in the '80s.", "'80s", "1980-01-01/1989-12-31"),
        ("She sang in the nineties.", "nineties", "1990-01-01/1999-12-31"),
        ("He came in mid-March.", "mid-March", "2024-03-08/2024-03-23"),
        ("Pay by the end of 2025.", "end of 2025", "2025-10-01/2025-12-31"),
        ("It snowed in the spring of 2021.", "spring of 2021", "2021-03-01/2021-05-31"),
        ("It was hot last summer.", "last summer", "2023-06-01/2023-08-31"),
        ("He came in the first week of March.", "first week of March", "2024-03-01/2024-03-07"),
        ("She won last Tuesday.", "last Tuesday", "2024-06-11/2024-06-11"),
        ("They play next Tuesday.", "next Tuesday", "2024-06-25/2024-06-25"),
        ("The vote fell on Sunday night.", "Sunday night", "2024-06-16/2024-06-16"),
        ("Sales will rise, she said on Monday.", "Monday", "2024-06-17/2024-06-17"),
        ("It rained last night.", "last night", "2024-06-17/2024-06-17"),
        ("Sunday's vote was close.", "Sunday", "2024-06-16/2024-06-16"),
        ("It burned on the weekend of 4 May.", "weekend of 4 May", "2024-05-04/2024-05-05"),
        ("He rode at the weekend.", "weekend", "2024-06-15/2024-06-16"),
        ("It fell in AD 79.", "AD 79", "0079-01-01/0079-12-31"),
    ],
)
def test_days(text: str, written: str, days: str) -> None:
    found = find_quantities(text, today=TODAY).quantities
    (one,) = [quantity for quantity in found if quantity.kind is QuantityKind.DATE]
    first, last = (date.fromordinal(int(end)) for end in (one.interval.low, one.interval.high))
    assert (one.text, f"{first}/{last}") == (written, days)


@pytest.mark.parametrize("text", ["It is shut on 3, 4 and 5 May 2021.", "It is shut on 3, 4, and 5 May 2021."])
def test_days_in_a_row_share_the_month_behind_the_last(text: str) -> None:
    found = find_quantities(text, today=TODAY).quantities
    assert [one.meaning for one in found] == ["2021-05-03", "2021-05-04", "2021-05-05"]


def test_a_second_date_gives_its_year_to_the_first() -> None:
    found = find_quantities("It rose between April and June 2019.", today=TODAY).quantities
    assert [one.meaning for one in found] == ["2019-04", "2019-06"]


@pytest.mark.parametrize("text", ["It has the 2005 and 2014 editions.", "The 2002, 2006 and 2014 Games were held."])
def test_years_in_a_row_before_what_they_are_of_are_all_years(text: str) -> None:
    found = find_quantities(text).quantities
    assert len(found) == text.count("20")
    assert {quantity.kind for quantity in found} == {QuantityKind.DATE}


def test_years_before_christ_have_no_place_in_the_calendar() -> None:
    (one,) = find_quantities("It was built in 500 BC.").quantities
    assert (one.text, one.unit, one.meaning) == ("500 BC", "year BC", "500 BC")


@pytest.mark.parametrize("text", ["Early risers and late buses are rare.", "He may march.", "It was the start of it."])
def test_no_date(text: str) -> None:
    assert find_quantities(text, today=TODAY).quantities == ()


@pytest.mark.parametrize("today", [date.min, date(1, 3, 1), date.max, date(9998, 12, 31)])
def test_dates_at_the_ends_of_the_calendar(today: date) -> None:
    text = "Last year, next week, last decade, this century, at the weekend, in March, on Friday and last summer."
    assert find_quantities(text, today=today).quantities
