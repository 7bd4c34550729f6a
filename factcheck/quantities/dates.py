"""Dates and periods as ranges of days: absolute, partial ("22 March", "in April") and relative ("last year").

A partial date without a date to resolve it against lies in the year NO_YEAR, a leap year that no text means,
so that "22 March" still compares with "22 March 2024" by day and month.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.claim import QuantityKind
from factcheck.quantities.draft import Draft
from factcheck.quantities.ordinals import read_ordinal
from factcheck.quantities.tokens import END, ISO_DATE, NUMBER, SLASH_DATE, WORD, Token
from factcheck.quantities.wordlist import word_set

NO_YEAR = 4
MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
_VERBS_TOO = frozenset({"march", "may", "mar", "dec", "jan", "sep", "sun", "sat"})
_BEFORE_MONTH = word_set(
    """
    in since until till by of from last next this early late mid between and to through during before
    after for on every each
    """
)
_FUTURE = word_set("will would shall should due until next plan plans planned expect expects expected by going")
RELATIVE = frozenset({"last", "next", "this", "yesterday", "tomorrow"})
PART_OF = frozenset({"early", "late", "mid", "end", "beginning", "start"})


@dataclass(frozen=True, slots=True)
class _Period:
    """First and last day, granularity, meaning, and the index behind the last token."""

    first: date
    last: date
    unit: str
    shown: str
    end: int


def read_date(tokens: list[Token], i: int, today: date | None) -> Draft | None:
    """The date or period at token `i`, as a range of ordinal days; None if there is none.

    Args:
        tokens: The text.
        i: Where it starts.
        today: The text's own date, to resolve what leaves the year or the week open.
    """
    start = i
    if tokens[i].low in PART_OF:
        i = _past_part(tokens, i)
    period = _period(tokens, i, today)
    if period is None:
        return None
    low, high = float(period.first.toordinal()), float(period.last.toordinal())
    modifiers = (tokens[start].low,) if i > start else ()
    return Draft(
        start, period.end, QuantityKind.DATE, low, 1.0, low, high, unit=period.unit, shown=period.shown,
        modifiers=modifiers,
    )  # fmt: skip


def _past_part(tokens: list[Token], i: int) -> int:
    """Past "early", "mid-", "end of", "start of the" in front of a period."""
    at = i + 1
    if tokens[at].low in ("-", "of"):
        at += 1
    return at + 1 if tokens[at].low == "the" and tokens[at - 1].low == "of" else at


def _period(tokens: list[Token], i: int, today: date | None) -> _Period | None:
    token = tokens[i]
    if token.kind == ISO_DATE or token.kind == SLASH_DATE:
        return _written(token, i)
    if token.kind == NUMBER:
        return _day_first(tokens, i, today) or _year(tokens, i)
    if token.kind != WORD:
        return None
    low = token.low
    if low in WEEKDAYS and token.text[0].isupper():
        return _weekday(tokens, i, today)
    if low in MONTHS and token.text[0].isupper():
        return _month_first(tokens, i, today)
    if low in RELATIVE:
        return _relative(tokens, i, today)
    if low in SEASONS:
        return _season(tokens, i)
    return _part_of_year(tokens, i, today)


def _written(token: Token, i: int) -> _Period | None:
    parts = [int(part) for part in token.text.replace("/", "-").split("-")]
    if len(parts) == 2:
        return _iso_month(parts[0], parts[1], i + 1)
    year, month, day = parts if token.kind == ISO_DATE else (parts[2], parts[1], parts[0])
    if token.kind == SLASH_DATE and month > 12:
        month, day = day, month
    return _day(year, month, day, i + 1)


def _iso_month(year: int, month: int, end: int) -> _Period:
    """The month of "2024-06"; "2011-12" rather spans two years."""
    if month == (year + 1) % 100:
        return _Period(date(year, 1, 1), date(year + 1, 12, 31), "season", f"{year}/{month:02d}", end)
    return _month(year, month, end)


def _day(year: int, month: int, day: int, end: int) -> _Period | None:
    if not (1 <= year <= 9998 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    when = date(year, month, day)
    return _Period(when, when, "day", when.isoformat() if year != NO_YEAR else f"--{month:02d}-{day:02d}", end)


def _month(year: int, month: int, end: int) -> _Period:
    last = calendar.monthrange(year, month)[1]
    shown = f"{year:04d}-{month:02d}" if year != NO_YEAR else f"--{month:02d}"
    return _Period(date(year, month, 1), date(year, month, last), "month", shown, end)


def year_of(token: Token) -> int | None:
    """The year that a token of four plain digits may be."""
    if token.kind == NUMBER and len(token.text) == 4 and token.text.isdigit():
        year = int(token.text)
        return year if 1100 <= year <= 2199 else None
    return None


def _year_after(tokens: list[Token], i: int) -> tuple[int | None, int]:
    """A year that completes a day or month at `i`: "2024", ", 2024", "of 2024"."""
    for skip in (0, 1):
        if skip and tokens[i].low not in (",", "of"):
            break
        year = year_of(tokens[i + skip])
        if year and not (tokens[i].low == "," and tokens[i + 2].kind == WORD and tokens[i + 2].low.endswith("s")):
            return year, i + skip + 1
    return None, i


def _day_number(tokens: list[Token], i: int) -> tuple[int, int] | None:
    """A day of the month at `i` ("22", "22nd", "twenty-second" is not one) and the index behind it."""
    token = tokens[i]
    if token.kind != NUMBER or len(token.text) > 2 or not 1 <= int(token.text) <= 31:
        return None
    ordinal = read_ordinal(tokens, i)
    return ordinal or (int(token.text), i + 1)


def _day_first(tokens: list[Token], i: int, today: date | None) -> _Period | None:
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
        return None
    year, end = _year_after(tokens, at + 1)
    start = _dated(tokens, i, year, month, day, today, end)
    if start is None or last == day:
        return start
    stop = _day(start.first.year, month, last, end)
    return stop and _Period(start.first, stop.first, "day", f"{start.shown}/{last:02d}", end)


def _dated(
    tokens: list[Token], i: int, year: int | None, month: int, day: int | None, today: date | None, end: int
) -> _Period | None:
    """A day or month, its year as written or the nearest that fits."""
    if year is None:
        year = NO_YEAR if today is None else _nearest_year(month, day or 15, today, _looks_ahead(tokens, i))
    return _day(year, month, day, end) if day else _month(year, month, end)


def _nearest_year(month: int, day: int, today: date, ahead: bool) -> int:
    """The year that makes a day or month recent, or near when the sentence looks ahead."""
    behind, before = (60, 305) if ahead else (300, 65)
    day = min(day, 28)
    for year in (today.year - 1, today.year, today.year + 1):
        distance = (date(year, month, day) - today).days
        if -behind <= distance <= before:
            return year
    return today.year


def _looks_ahead(tokens: list[Token], i: int) -> bool:
    """Whether the words just before speak of the future."""
    return any(token.low in _FUTURE for token in tokens[max(0, i - 8) : i])


def _month_first(tokens: list[Token], i: int, today: date | None) -> _Period | None:
    """As in "March 22, 2024", "March 2024", "March"."""
    month = MONTHS[tokens[i].low]
    at = i + 2 if tokens[i + 1].low == "." and len(tokens[i].low) < 5 and tokens[i + 2].kind == NUMBER else i + 1
    day = _day_number(tokens, at)
    if (day and not tokens[day[1]].glued) or (day and tokens[day[1]].low in (",", ".", ")", ";")):
        year, end = _year_after(tokens, day[1])
        found = _dated(tokens, i, year, month, day[0], today, end)
        if found and (year or not _counts_something(tokens, day[1])):
            return found
    year, end = _year_after(tokens, at)
    if year:
        return _month(year, month, end)
    if len(tokens[i].low) < 4 and tokens[i].low != "may":
        return None
    alone = i == 0 and tokens[i + 1].kind == END
    if tokens[i].low in _VERBS_TOO and not alone and tokens[i - 1].low not in _BEFORE_MONTH:
        return None
    return _dated(tokens, i, None, month, None, today, i + 1)


def _counts_something(tokens: list[Token], i: int) -> bool:
    """Whether a plural noun stands at `i`: in "In March 22 people died" the 22 is no day."""
    return tokens[i].kind == WORD and tokens[i].low.endswith(("s", "people", "men", "children"))


_YEAR_CUES = word_set(
    """
    in since by until till from of during for before after to and between through around about early late
    mid around summer spring autumn winter than year season
    """
)


def _year(tokens: list[Token], i: int) -> _Period | None:
    """A year, a decade ("1980s"), a season over two years ("2023/24")."""
    year = year_of(tokens[i])
    if year is None:
        return None
    after = tokens[i + 1]
    if after.low == "s" and after.glued and year % 10 == 0:
        span = 99 if year % 100 == 0 and year < 2000 else 9
        return _Period(date(year, 1, 1), date(year + span, 12, 31), "decade", f"{year}s", i + 2)
    if after.low == "/" and after.glued and tokens[i + 2].glued and len(tokens[i + 2].text) in (2, 4):
        second = tokens[i + 2].text
        if second.isdigit() and int(second) % 100 == (year + 1) % 100:
            shown = f"{year}/{int(second) % 100:02d}"
            return _Period(date(year, 1, 1), date(year + 1, 12, 31), "season", shown, i + 3)
    if not _reads_as_year(tokens, i):
        return None
    return _Period(date(year, 1, 1), date(year, 12, 31), "year", f"{year}", i + 1)


def _reads_as_year(tokens: list[Token], i: int) -> bool:
    """Whether four digits are a year: a cue before, or nothing counted behind."""
    before, after = tokens[i - 1] if i else tokens[-1], tokens[i + 1]
    if before.low in ("–", "-") and before.glued and i > 1 and year_of(tokens[i - 2]):
        return True
    if before.kind == "money" or (before.low == "-" and before.glued and i > 1 and tokens[i - 2].kind == NUMBER):
        return False
    if after.kind in (WORD, END) and after.glued and after.kind == WORD:
        return False
    if _counts_something(tokens, i + 1) and before.low not in _YEAR_CUES - {
        "of",
        "from",
        "to",
        "and",
        "about",
        "around",
        "for",
        "than",
        "after",
    }:
        return after.low in ("was", "is", "has", "as", "this", "its", "his", "elections")
    if before.low in _YEAR_CUES or before.kind == END:
        return True
    return after.low not in ("%", "percent", "per") and 1900 <= int(tokens[i].text) <= 2099


def _weekday(tokens: list[Token], i: int, today: date | None) -> _Period | None:
    """As in "Sunday", "Tuesday, 4 March"."""
    weekday = WEEKDAYS[tokens[i].low]
    at = i + 2 if tokens[i + 1].low == "," else i + 1
    if at > i + 1 or tokens[at].kind == NUMBER or tokens[at].low in MONTHS:
        dated = _period(tokens, at, today)
        if dated and dated.unit == "day":
            return dated
    if today is None:
        base = date(NO_YEAR, 6, 1)
        when = base + timedelta((weekday - base.weekday()) % 7)
        return _Period(when, when, "weekday", tokens[i].text, i + 1)
    back = (today.weekday() - weekday) % 7
    when = today + timedelta(7 - back) if _looks_ahead(tokens, i) and back else today - timedelta(back)
    return _Period(when, when, "weekday", when.isoformat(), i + 1)


def _relative(tokens: list[Token], i: int, today: date | None) -> _Period | None:
    """As in "last year", "next month", "this week", "last Monday", "last April", "yesterday"."""
    low, what = tokens[i].low, tokens[i + 1].low
    if low in ("yesterday", "tomorrow"):
        if today is None:
            return None
        when = today + timedelta(1 if low == "tomorrow" else -1)
        return _Period(when, when, "day", when.isoformat(), i + 1)
    step = {"last": -1, "this": 0, "next": 1}[low]
    if what in WEEKDAYS or what in MONTHS or what in SEASONS:
        return _period(tokens, i + 1, today)
    if what not in ("year", "month", "week", "quarter") or tokens[i + 2].low == "'s":
        return None
    if today is None:
        return _Period(date.min, date(NO_YEAR - 1, 12, 31), f"{low} {what}", f"{low} {what}", i + 2)
    return _stepped(today, what, step, i + 2)


def _stepped(today: date, what: str, step: int, end: int) -> _Period:
    if what == "year":
        year = today.year + step
        return _Period(date(year, 1, 1), date(year, 12, 31), "year", f"{year}", end)
    if what == "month":
        months = today.year * 12 + today.month - 1 + step
        return _month(months // 12, months % 12 + 1, end)
    if what == "week":
        monday = today - timedelta(today.weekday()) + timedelta(7 * step)
        return _Period(monday, monday + timedelta(6), "week", f"{monday.isoformat()}/P7D", end)
    quarters = today.year * 4 + (today.month - 1) // 3 + step
    return _quarter(quarters // 4, quarters % 4 + 1, 1, end)


def _quarter(year: int, number: int, quarters: int, end: int) -> _Period:
    """The `number`-th run of `quarters` quarters of a year."""
    months = 3 * quarters
    first = (number - 1) * months + 1
    last = first + months - 1
    shown = (
        f"{year}-{'Q' if quarters == 1 else 'H'}{number}"
        if year != NO_YEAR
        else f"--{'Q' if quarters == 1 else 'H'}{number}"
    )
    stop = date(year, last, calendar.monthrange(year, last)[1])
    return _Period(date(year, first, 1), stop, "quarter", shown, end)


def _season(tokens: list[Token], i: int) -> _Period | None:
    at = i + 2 if tokens[i + 1].low == "of" else i + 1
    year = year_of(tokens[at])
    if year is None:
        return None
    # Which months it is depends on the hemisphere, so it is only known to lie in its year.
    return _Period(date(year, 1, 1), date(year, 12, 31), "season", f"{tokens[i].low} {year}", at + 1)


def _part_of_year(tokens: list[Token], i: int, today: date | None) -> _Period | None:
    """As in "first quarter of 2025", "second half of 2024", "third quarter"."""
    ordinal = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(tokens[i].low)
    what = tokens[i + 1].low
    if ordinal is None or what not in ("quarter", "half") or (what == "half" and ordinal > 2):
        return None
    after = i + 2
    year = year_of(tokens[after + 1]) if tokens[after].low in ("of", "in") else year_of(tokens[after])
    if year is None:
        follows = " ".join(token.low for token in tokens[after : after + 3])
        if (what == "half" and follows[:7] != "of that") or follows == "in a row":
            return None
        return _quarter(today.year if today else NO_YEAR, ordinal, 1 if what == "quarter" else 2, after)
    end = after + 1 if year_of(tokens[after]) else after + 2
    return _quarter(year, ordinal, 1 if what == "quarter" else 2, end)
