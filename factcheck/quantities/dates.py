"""Dates and periods as ranges of days: absolute, partial ("22 March", "in April") and relative ("last year")."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from factcheck.claim import QuantityKind
from factcheck.quantities.draft import Draft
from factcheck.quantities.ordinals import read_ordinal
from factcheck.quantities.periods import (
    MONTHS,
    NO_YEAR,
    PARTS,
    SEASONS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    Period,
    at_date,
    in_month,
    in_quarter,
    in_season,
    in_week,
    in_weekend,
    in_years,
    on_day,
    part_of,
)  # fmt: skip
from factcheck.quantities.relative_dates import (
    RELATIVE,
    looks_ahead,
    names_date,
    read_relative,
    read_weekday,
)  # fmt: skip
from factcheck.quantities.tokens import END, ISO_DATE, NAME, NUMBER, SLASH_DATE, WORD, Token
from factcheck.quantities.wordlist import word_set
from factcheck.quantities.years import DECADES, RESULTS, counts_something, read_finance, read_year, recent_year, year_of

_VERBS_TOO = frozenset({"march", "may", "mar", "dec", "jan", "sep", "sun", "sat"})
_BEFORE_MONTH = word_set(
    """
    in since until till by of from last next this early late mid between and to through during before
    after for on every each
    """
)
_BETWEEN = frozenset({"to", "and", "-", "–", "until", "through", "till"})
_ORDINAL_PARTS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_THIS = frozenset({"year", "month", "week", "quarter", "decade", "century"})
_FISCAL = frozenset({"fiscal", "financial", "fy", "ad", "ce"})
DATE_WORDS = frozenset({*MONTHS, *WEEKDAYS, *SHORT_WEEKDAYS, *SEASONS, *RELATIVE, *PARTS, *DECADES, *_FISCAL})
"""Words that a date may begin with, besides ordinals."""
_LISTS = frozenset({"and", "or", "&", ","})
_MOST_DAYS = 4
"""Days of a list behind the first that are looked at for a month."""
_ON_DAYS = frozenset({"on", "for", "from", "of", ","})
"""Words behind which a number before a comma may be a day."""


def read_date(tokens: list[Token], i: int, today: date | None) -> Draft | None:
    """The date or period at token `i`, as a range of ordinal days; None if there is none.

    Args:
        tokens: The text.
        i: Where it starts.
        today: The text's own date, to resolve what leaves the year or the week open.
    """
    end = _end_day(tokens, i, today)
    if end is not None:
        return end
    start, part = i, ""
    if tokens[i].low in PARTS:
        part, i = tokens[i].low, _past_part(tokens, i)
    period = _period(tokens, i, today, sure=i > start)
    if period is None and i > start + 2:
        period = _this(tokens, i, today)
    if period is None:
        return None
    if part:
        period = part_of(period, part)
    low, high = float(period.first.toordinal()), float(period.last.toordinal())
    return Draft(
        start, period.end, QuantityKind.DATE, low, 1.0, low, high, unit=period.unit, shown=period.shown,
        modifiers=(part,) if part else (),
    )  # fmt: skip


def _end_day(tokens: list[Token], i: int, today: date | None) -> Draft | None:
    """As in "the last day of June": the first or the last of a month's days."""
    if tokens[i].low not in ("first", "last") or [token.low for token in tokens[i + 1 : i + 3]] != ["day", "of"]:
        return None
    month = read_date(tokens, i + 3, today)
    if month is None or month.unit != "month" or month.low is None or month.high is None:
        return None
    day = month.high if tokens[i].low == "last" else month.low
    return Draft(i, month.end, QuantityKind.DATE, day, 1.0, day, day, unit="day")


def _past_part(tokens: list[Token], i: int) -> int:
    """Past "early", "mid-", "end of", "start of the", "early in" in front of a period."""
    at = i + 1
    if tokens[at].low in ("-", "of", "in"):
        at += 1
    return at + 1 if tokens[at].low == "the" and tokens[at - 1].low in ("of", "in") else at


def _this(tokens: list[Token], i: int, today: date | None) -> Period | None:
    """The year, month or week of "the end of the year" (token `i`): the one that the text is of."""
    if tokens[i - 1].low != "the" or tokens[i].low not in _THIS or today is None:
        return None
    there = [tokens[i - 1]._replace(low="this"), *tokens[i : i + 3]]
    period = read_relative(there, 0, today)
    return period and replace(period, end=i + 1)


def _period(tokens: list[Token], i: int, today: date | None, sure: bool = False) -> Period | None:
    token = tokens[i]
    if token.kind in (ISO_DATE, SLASH_DATE):
        return _written(token, i)
    if token.kind == NUMBER:
        return _day_first(tokens, i, today) or read_year(tokens, i)
    if token.kind == NAME:
        return read_finance(tokens, i, today)
    if token.kind != WORD:
        return read_year(tokens, i) if token.low in ("'", "‘") else None
    low = token.low
    capital = token.text[0].isupper()
    if capital and low in WEEKDAYS:
        return _dated_weekday(tokens, i, today) or read_weekday(tokens, i, today)
    if capital and low in SHORT_WEEKDAYS:
        return _dated_weekday(tokens, i, today)
    if capital and low in MONTHS:
        return _month_first(tokens, i, today, sure)
    if low in RELATIVE:
        return _relative(tokens, i, today)
    if low in SEASONS:
        return _season(tokens, i)
    return read_finance(tokens, i, today) or _part_of_year(tokens, i, today) or read_year(tokens, i)


def _relative(tokens: list[Token], i: int, today: date | None) -> Period | None:
    """As in "last Monday", "last April", "last week of May", "weekend of 4 May", "last year"."""
    low = tokens[i].low
    if low == "weekend" and tokens[i + 1].low == "of":
        day = _period(tokens, i + 2, today)
        if day is not None and day.unit == "day":
            saturday = day.first - timedelta((day.first.weekday() - 5) % 7)
            return in_weekend(saturday, day.end) if day.first.year != NO_YEAR else replace(day, unit="weekend")
    if low in ("last", "this", "next") and names_date(tokens, i):
        named = _period(tokens, i + 1, today)
        if named is not None and named.unit == "weekday" and named.first == today and low != "this":
            return at_date(today + timedelta(7 if low == "next" else -7), "weekday", named.end)
        return named
    if low == "last" and tokens[i + 2].low == "of":
        return _part_of_year(tokens, i, today)
    return read_relative(tokens, i, today)


def _written(token: Token, i: int) -> Period | None:
    """As in "2024-03-22", "2024-06", "22/03/2024", "12/31/23": the day first where both could be."""
    day_of = token.low.partition("t")[0]
    parts = [int(part) for part in day_of.replace("/", "-").replace(".", "-").split("-")]
    if len(parts) == 2:
        return _iso_month(parts[0], parts[1], i + 1)
    year, month, day = parts if token.kind == ISO_DATE else (parts[2], parts[1], parts[0])
    if token.kind == SLASH_DATE and month > 12:
        month, day = day, month
    return on_day(year + 2000 if year < 100 else year, month, day, i + 1)


def _iso_month(year: int, month: int, end: int) -> Period:
    """The month of "2024-06"; "2011-12" rather spans two years."""
    if month == (year + 1) % 100:
        return in_years(year, year + 1, "season", f"{year}/{month:02d}", end)
    return in_month(year, month, end)


def _year_after(tokens: list[Token], i: int) -> tuple[int | None, int]:
    """A year that completes a day or month at `i`: "2024", ", 2024", "of 2024"."""
    for skip in (0, 1):
        if skip and tokens[i].low not in (",", "of"):
            break
        year = year_of(tokens[i + skip])
        if year and not (tokens[i].low == "," and tokens[i + 2].kind == WORD and tokens[i + 2].low.endswith("s")):
            return year, i + skip + 1
    return None, i


def _year_of_second(tokens: list[Token], i: int) -> int | None:
    """The year that a second date gives to the first, which ends before `i`: "between April and June 2023"."""
    if tokens[i].low not in _BETWEEN:
        return None
    at = i + 1
    day = _day_number(tokens, at)
    at = day[1] if day else at
    if tokens[at].low not in MONTHS or not tokens[at].text[0].isupper():
        return None
    if day is None:
        behind = _day_number(tokens, at + 1)
        at = behind[1] - 1 if behind else at
    return _year_after(tokens, at + 1)[0]


def _day_number(tokens: list[Token], i: int) -> tuple[int, int] | None:
    """A day of the month at `i` ("22", "22nd", "twenty-second" is not one) and the index behind it."""
    token = tokens[i]
    if token.kind != NUMBER or len(token.text) > 2 or not token.text.isdecimal() or not 1 <= int(token.text) <= 31:
        return None
    return read_ordinal(tokens, i) or (int(token.text), i + 1)


def _day_first(tokens: list[Token], i: int, today: date | None) -> Period | None:
    """As in "22 March 2024", "22nd of March", "12-14 August", "12 to 14 August"."""
    first = _day_number(tokens, i)
    if first is None:
        return None
    day, at = first
    last = day
    between = i > 0 and tokens[i - 1].low == "between"
    if tokens[at].low in ("-", "–", "to") or (between and tokens[at].low == "and"):
        other = _day_number(tokens, at + 1)
        if other is None or other[0] <= day:
            return None
        last, at = other
    if tokens[at].low == "of":
        at += 1
    month = MONTHS.get(tokens[at].low)
    if month is None or not tokens[at].text[0].isupper():
        return _with_later_month(tokens, i, day, at, today) if last == day else None
    at += tokens[at + 1].low == "." and len(tokens[at].low) < 5 and year_of(tokens[at + 2]) is not None
    year, end = _year_after(tokens, at + 1)
    start = _dated(tokens, i, year or _year_of_second(tokens, end), month, day, today, end)
    return start if start is None or last == day else _until(start, month, last, end)


def _with_later_month(tokens: list[Token], i: int, day: int, at: int, today: date | None) -> Period | None:
    """A day whose month stands behind the next one: "5 and 6 November", "on 3, 4 and 5 May"."""
    if tokens[at].low not in _LISTS or (tokens[at].low == "," and not (i > 0 and tokens[i - 1].low in _ON_DAYS)):
        return None
    last, end = day, at
    for _ in range(_MOST_DAYS):
        end += 2 if tokens[end].low == "," and tokens[end + 1].low in ("and", "or") else 1
        later = _day_number(tokens, end)
        if later is None or later[0] <= last:
            return None
        last, end = later
        month = MONTHS.get(tokens[end].low)
        if month is not None and tokens[end].text[0].isupper():
            year, behind = _year_after(tokens, end + 1)
            named = _dated(tokens, i, year, month, day, today, behind)
            return named and replace(named, end=at)
        if tokens[end].low not in _LISTS:
            return None
    return None


def _until(start: Period, month: int, last: int, end: int) -> Period | None:
    """Days of one month: from a day to another."""
    stop = on_day(start.first.year, month, last, end)
    return stop and Period(start.first, stop.first, "day", f"{start.shown}/{last:02d}", end)


def _dated(
    tokens: list[Token], i: int, year: int | None, month: int, day: int | None, today: date | None, end: int
) -> Period | None:
    """A day or month, its year as written or the nearest that fits."""
    if year is None:
        year = NO_YEAR if today is None else _nearest_year(month, day or 15, today, looks_ahead(tokens, i))
    return on_day(year, month, day, end) if day else in_month(year, month, end)


def _nearest_year(month: int, day: int, today: date, ahead: bool) -> int:
    """The year that makes a day or month recent, or near when the sentence looks ahead."""
    behind, before = (60, 305) if ahead else (330, 35)
    day = min(day, 28)
    for year in (today.year - 1, today.year, today.year + 1):
        if 1 <= year <= date.max.year and -behind <= (date(year, month, day) - today).days <= before:
            return year
    return today.year


def _month_first(tokens: list[Token], i: int, today: date | None, sure: bool) -> Period | None:
    """As in "March 22, 2024", "March 2-4", "March 2024", "March"; `sure` when "mid-" or "early" stands before."""
    month = MONTHS[tokens[i].low]
    at = i + 2 if tokens[i + 1].low == "." and len(tokens[i].low) < 5 and tokens[i + 2].kind == NUMBER else i + 1
    day = _day_number(tokens, at)
    if (day and not tokens[day[1]].glued) or (day and tokens[day[1]].low in (",", ".", ")", ";", "-", "–", ":")):
        found = _month_and_day(tokens, i, month, day, today)
        if found is not None:
            return found
    year, end = _year_after(tokens, at)
    if year:
        return in_month(year, month, end)
    if len(tokens[i].low) < 4 and tokens[i].low != "may":
        return None
    alone = i == 0 and tokens[i + 1].kind == END
    if tokens[i].low in _VERBS_TOO and not (alone or sure) and tokens[i - 1].low not in _BEFORE_MONTH:
        return None
    return _dated(tokens, i, _year_of_second(tokens, i + 1), month, None, today, i + 1)


def _month_and_day(tokens: list[Token], i: int, month: int, day: tuple[int, int], today: date | None) -> Period | None:
    """The day behind a month, or the days: "March 2-4"."""
    first, at = day
    last = _day_number(tokens, at + 1) if tokens[at].low in ("-", "–") else None
    if last is not None and last[0] > first:
        at = last[1]
    elif tokens[at].glued and tokens[at].low in ("-", "–"):
        return None
    year, end = _year_after(tokens, at)
    found = _dated(tokens, i, year or _year_of_second(tokens, at), month, first, today, end)
    if found is None or (not year and counts_something(tokens, at)):
        return None
    return _until(found, month, last[0], end) if last is not None and last[0] > first else found


def _dated_weekday(tokens: list[Token], i: int, today: date | None) -> Period | None:
    """A weekday with its date: "Tuesday, 4 March"."""
    at = i + 2 if tokens[i + 1].low in (",", ".") else i + 1
    if tokens[at].low == "the":
        at += 1
    if tokens[at].kind not in (NUMBER, ISO_DATE, SLASH_DATE) and tokens[at].low not in MONTHS:
        return None
    dated = _period(tokens, at, today)
    return dated if dated is not None and dated.unit == "day" else None


def _season(tokens: list[Token], i: int) -> Period | None:
    at = i + 2 if tokens[i + 1].low == "of" else i + 1
    year = year_of(tokens[at])
    if year is None:
        return None
    return in_season(year, tokens[i].low, at + 1)


def _part_of_year(tokens: list[Token], i: int, today: date | None) -> Period | None:
    """As in "first quarter of 2025", "second half of 2024", "third quarter", "first week of March"."""
    number = _ORDINAL_PARTS.get(tokens[i].low)
    hyphen = tokens[i + 1].low == "-" and tokens[i + 1].glued
    what = tokens[i + 2 if hyphen else i + 1].low
    if number is None:
        return None
    if hyphen:
        return _reported(tokens, i, number, what, today)
    if what == "week" and tokens[i + 2].low == "of":
        return _week_of(tokens, i, number, today)
    if what not in ("quarter", "half") or number < 0 or (what == "half" and number > 2):
        return None
    quarters, after = (1 if what == "quarter" else 2), i + 2
    year = year_of(tokens[after + 1]) if tokens[after].low in ("of", "in") else year_of(tokens[after])
    if year is None:
        return _part_of_some_year(tokens, i, number, quarters, today)
    return in_quarter(year, number, quarters, after + 1 if year_of(tokens[after]) else after + 2)


def _reported(tokens: list[Token], i: int, number: int, what: str, today: date | None) -> Period | None:
    """As in "fourth-quarter revenue", "first-half profit"; the second half of a match is no date."""
    if number < 0 or what not in ("quarter", "half") or (what == "half" and tokens[i + 3].low not in RESULTS):
        return None
    quarters = 1 if what == "quarter" else 2
    year = recent_year((number - 1) * 3 * quarters + 1, today, looks_ahead(tokens, i))
    return in_quarter(year, number, quarters, i + 3) if number * quarters <= 4 else None


def _part_of_some_year(tokens: list[Token], i: int, number: int, quarters: int, today: date | None) -> Period | None:
    """As in "third quarter", "second half of last year", "first half of the year"."""
    after = i + 2
    if tokens[after].low == "of":
        at = after + 1
        whole = _this(tokens, at + 1, today) if tokens[at].low == "the" else None
        if whole is None and tokens[at].low in ("last", "this", "next"):
            whole = read_relative(tokens, at, today)
        if whole is not None and whole.unit == "year":
            return in_quarter(whole.first.year, number, quarters, whole.end)
    follows = " ".join(token.low for token in tokens[after : after + 3])
    if (quarters == 2 and follows[:7] != "of that") or follows == "in a row":
        return None
    month = (number - 1) * 3 * quarters + 1
    return in_quarter(recent_year(month, today, looks_ahead(tokens, i)), number, quarters, after)


def _week_of(tokens: list[Token], i: int, number: int, today: date | None) -> Period | None:
    """As in "first week of March", "last week of May 2023"."""
    month = _period(tokens, i + 3, today, sure=True)
    if month is None or month.unit != "month":
        return None
    first = month.first + timedelta(7 * (number - 1)) if number > 0 else month.last - timedelta(6)
    week = in_week(first, month.end)
    return replace(week, last=min(week.last, month.last), unit="week")
