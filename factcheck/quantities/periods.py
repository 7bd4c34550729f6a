"""Periods of days and how they are made: a day, a month, a quarter, a part of one of them.

A partial date without a date to resolve it against lies in the year NO_YEAR, a leap year that no text means,
so that "22 March" still compares with "22 March 2024" by day and month.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

NO_YEAR = 4
MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
SHORT_WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_abbr)} | {"tues": 1, "thur": 3, "thurs": 3}
SEASONS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11, "winter": 2}
"""The season's last month in the northern hemisphere, which "last summer" goes by."""
PARTS = {
    "early": (0.0, 0.42), "beginning": (0.0, 0.25), "start": (0.0, 0.25), "mid": (0.25, 0.75), "middle": (0.25, 0.75),
    "late": (0.58, 1.0), "end": (0.75, 1.0),
}  # fmt: skip
"""The share of a period that "early 2019" or "the end of March" leaves to a reader; neighbours overlap."""
_MONTHS_OF_SEASON = 3
_LONGER_THAN_A_DAY = 6
"""Days that a period must have for its parts to be periods."""


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, granularity, meaning, and the index behind the last token."""

    first: date
    last: date
    unit: str
    shown: str
    end: int


def year_of(day: float) -> int:
    """The year of an ordinal day."""
    return date.fromordinal(int(day)).year


def in_years(first: int, last: int, unit: str, shown: str, end: int) -> Period:
    """From the first day of a year to the last day of another."""
    return Period(date(first, 1, 1), date(last, 12, 31), unit, shown, end)


def in_year(year: int, end: int) -> Period:
    """A calendar year."""
    return in_years(year, year, "year", f"{year}", end)


def on_day(year: int, month: int, day: int, end: int) -> Period | None:
    """A day, or None if the calendar has no such day."""
    if not (1 <= year <= 9998 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    when = date(year, month, day)
    return Period(when, when, "day", when.isoformat() if year != NO_YEAR else f"--{month:02d}-{day:02d}", end)


def at_date(when: date, unit: str, end: int) -> Period:
    """A known day."""
    return Period(when, when, unit, when.isoformat(), end)


def in_month(year: int, month: int, end: int) -> Period:
    """A month of a year."""
    last = calendar.monthrange(year, month)[1]
    shown = f"{year:04d}-{month:02d}" if year != NO_YEAR else f"--{month:02d}"
    return Period(date(year, month, 1), date(year, month, last), "month", shown, end)


def in_quarter(year: int, number: int, quarters: int, end: int) -> Period:
    """The `number`-th run of `quarters` quarters of a year."""
    months = 3 * quarters
    first = (number - 1) * months + 1
    last = first + months - 1
    name = f"{'Q' if quarters == 1 else 'H'}{number}"
    stop = date(year, last, calendar.monthrange(year, last)[1])
    return Period(date(year, first, 1), stop, "quarter", f"{year}-{name}" if year != NO_YEAR else f"--{name}", end)


def in_season(year: int, name: str, end: int) -> Period:
    """A season of the northern hemisphere; winter, which belongs to two years, is only known to lie in its year."""
    last = SEASONS[name]
    if last < _MONTHS_OF_SEASON:
        return in_years(year, year, "season", f"{name} {year}", end)
    stop = date(year, last, calendar.monthrange(year, last)[1])
    return Period(date(year, last - 2, 1), stop, "season", f"{name} {year}", end)


def in_weekend(saturday: date, end: int) -> Period:
    """A Saturday and the Sunday behind it."""
    return Period(saturday, saturday + timedelta(1), "weekend", f"{saturday.isoformat()}/P2D", end)


def in_week(monday: date, end: int) -> Period:
    """Seven days from a Monday."""
    return Period(monday, monday + timedelta(6), "week", f"{monday.isoformat()}/P7D", end)


def part_of(period: Period, part: str) -> Period:
    """The early, middle or late part of a period longer than a few days."""
    days = (period.last - period.first).days + 1
    if part not in PARTS or days < _LONGER_THAN_A_DAY or " " in period.unit or period.unit == "season":
        return period
    low, high = PARTS[part]
    first, last = period.first + timedelta(int(days * low)), period.first + timedelta(round(days * high) - 1)
    return replace(period, first=first, last=last, shown=f"{part} {period.shown}")
