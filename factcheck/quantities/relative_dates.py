"""Dates told from the text's own date: "on Sunday", "last year", "yesterday", "this weekend"."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.quantities.periods import (
    MONTHS,
    NO_YEAR,
    SEASONS,
    WEEKDAYS,
    Period,
    at_date,
    in_month,
    in_quarter,
    in_season,
    in_week,
    in_weekend,
    in_year,
    in_years,
)  # fmt: skip
from factcheck.quantities.tokens import Token
from factcheck.quantities.wordlist import word_set
from factcheck.quantities.years import century_name

RELATIVE = frozenset({"last", "next", "this", "yesterday", "tomorrow", "tonight", "weekend"})
_FUTURE = word_set("will would shall should due next plan plans planned expect expects expected by going scheduled")
_REPORTED = word_set("said says told announced reported confirmed added wrote found showed happened began")
"""Verbs of what is past, behind which the day is too: "… will rise, the firm said on Wednesday"."""
_LASTING = frozenset({"is", "are", "be", "remain", "remains", "stays", "stay"})
_DAYS = {"yesterday": -1, "tomorrow": 1, "tonight": 0}
_STEPS = {"last": -1, "this": 0, "next": 1}
_REACH = 8
"""How many words back the future is looked for."""
_NEAR = 2
"""Among how many words back "by" tells of a time to come, and not of how much something changed."""
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
_PERIODS = frozenset({"year", "month", "week", "quarter", "weekend", "decade", "century"})
_AT_WEEKEND = frozenset({"at", "over", "on", "during", "before", "after", "since", "by", "until", "last"})


def looks_ahead(tokens: list[Token], i: int) -> bool:
    """Whether the words just before speak of the future."""
    near = [tokens[j].low for j in range(i - 1, max(-1, i - _REACH - 1), -1)]
    for steps, word in enumerate(near):
        if word in _REPORTED or word == ";":
            return False
        if word in _FUTURE and (word != "by" or steps < _NEAR):
            return near[steps + 1 : steps + 2] != ["had"]
    return "until" in near[:2] and any(word in _LASTING for word in near)


def read_weekday(tokens: list[Token], i: int, today: date | None) -> Period:
    """As in "Sunday", "Wednesday night": the last one, or the next when the text looks ahead."""
    weekday = WEEKDAYS[tokens[i].low]
    end = i + 2 if tokens[i + 1].low in _PARTS_OF_DAY else i + 1
    if today is None:
        base = date(NO_YEAR, 6, 1)
        when = base + timedelta((weekday - base.weekday()) % 7)
        return Period(when, when, "weekday", tokens[i].text, end)
    back = (today.weekday() - weekday) % 7
    when = today + timedelta(7 - back) if looks_ahead(tokens, i) and back else today - timedelta(back)
    return at_date(when, "weekday", end)


def read_relative(tokens: list[Token], i: int, today: date | None) -> Period | None:
    """As in "last year", "next month", "this week", "last night", "yesterday", "at the weekend"."""
    low, what = tokens[i].low, tokens[i + 1].low
    if low in _DAYS:
        end = i + 2 if what in _PARTS_OF_DAY else i + 1
        return None if today is None else at_date(today + timedelta(_DAYS[low]), "day", end)
    if low == "weekend":
        return _the_weekend(tokens, i, today)
    step = _STEPS[low]
    if what in _PARTS_OF_DAY:
        if today is None or (step == 0) == (what == "night"):
            return None
        return at_date(today + timedelta(step), "day", i + 2)
    if what in SEASONS:
        return _season(what, low, step, today, i + 2)
    if what not in _PERIODS:
        return None
    if today is None:
        return _unresolved(f"{low} {what}", i + 2)
    return _stepped(today, what, step, i + 2)


def names_date(tokens: list[Token], i: int) -> bool:
    """Whether a weekday or month follows the "last", "this" or "next" at `i`."""
    return tokens[i + 1].low in WEEKDAYS or (tokens[i + 1].low in MONTHS and tokens[i + 1].text[:1].isupper())


def _unresolved(words: str, end: int) -> Period:
    """What nothing resolves: its unit is its name, so that only the same words agree with it."""
    return Period(date.min, date(NO_YEAR - 1, 12, 31), words, words, end)


def _stepped(today: date, what: str, step: int, end: int) -> Period:
    monday = today - timedelta(today.weekday())
    if what == "year":
        return in_year(today.year + step, end)
    if what == "decade":
        first = today.year // 10 * 10 + 10 * step
        return in_years(first, first + 9, "decade", f"{first}s", end)
    if what == "century":
        number = (today.year - 1) // 100 + 1 + step
        return in_years(number * 100 - 99, number * 100, "century", century_name(number), end)
    if what == "month":
        months = today.year * 12 + today.month - 1 + step
        return in_month(months // 12, months % 12 + 1, end)
    if what == "week":
        return in_week(monday + timedelta(7 * step), end)
    if what == "weekend":
        behind = -7 if step < 0 else 7 * step
        return in_weekend(monday + timedelta(5 + behind), end)
    quarters = today.year * 4 + (today.month - 1) // 3 + step
    return in_quarter(quarters // 4, quarters % 4 + 1, 1, end)


def _the_weekend(tokens: list[Token], i: int, today: date | None) -> Period | None:
    """As in "at the weekend", "over the weekend": the one behind, or the one ahead when the text looks ahead."""
    before = [tokens[j].low for j in range(max(0, i - 2), i)]
    if len(before) < 2 or before[1] != "the" or before[0] not in _AT_WEEKEND:
        return None
    if today is None:
        return _unresolved("the weekend", i + 1)
    saturday = today - timedelta((today.weekday() - 5) % 7)
    return in_weekend(saturday + timedelta(7) if looks_ahead(tokens, i) else saturday, i + 1)


def _season(what: str, low: str, step: int, today: date | None, end: int) -> Period:
    """As in "last summer": the last that is over."""
    if today is None:
        return _unresolved(f"{low} {what}", end)
    over = today.month > SEASONS[what]
    return in_season(today.year + {-1: 0 if over else -1, 0: 0, 1: 1 if over else 0}[step], what, end)
