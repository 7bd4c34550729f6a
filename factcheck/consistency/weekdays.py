"""Weekdays that do not fit their dates: "Tuesday, 4 March 2025"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.document import PROSE, BlockKind, Document, Span
from factcheck.quantities.periods import MONTHS
from factcheck.sentences import Sentence, sentences

_DAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
_DAYS |= {name.lower(): i for i, name in enumerate(calendar.day_abbr)} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = "|".join(sorted(_DAYS, key=len, reverse=True))
_ONE = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9:.,]?[0-9])"
_YEAR = r"(?:,?\s(?:of\s)?(?P<year>1[0-9]{3}|20[0-9]{2})\b)?"
_DATED = re.compile(
    rf"\b(?P<weekday>{_DAY})\b\.?,?\s(?:the\s|on\s)?(?:"
    rf"{_ONE}\s(?:of\s)?(?P<month>{_MONTH})\b\.?{_YEAR}"
    rf"|(?P<month2>{_MONTH})\b\.?\s{_ONE.replace('<day>', '<day2>')}{_YEAR.replace('<year>', '<year2>')}"
    r"|(?P<iso>[12][0-9]{3}-[01][0-9]-[0-3][0-9])\b)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\b{_ONE}\s(?P<month>{_MONTH})\b\.?{_YEAR.rstrip('?')}(?:,\s(?:which was\s)?an?\s|\s\()(?P<weekday>{_DAY})\b",
    re.IGNORECASE,
)
_RANGE = re.compile(rf"\b(?:{_DAY})\b\.?\s?(?:to|through|until|and|or|–|-)\s?$", re.IGNORECASE)
"""As in "Tuesday to Sunday, 4 March to 8 June": the days of a week, apart from the dates."""
_YEARS = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})\b")
_GREGORIAN = 1753
"""Before this year the day of the week depends on the country's calendar."""
_JULIAN_TO = 1924
"""Until this year some countries counted days in the old style, twelve or thirteen behind."""
_HALF_YEAR = 183


@dataclass(frozen=True, slots=True)
class WrongWeekday:
    """A date with a weekday that it does not have.

    Attributes:
        span: The weekday with its date, in the file.
        said: The weekday as written, in full.
        falls: The weekday that the date has.
        day: The date, in the year of the text or the nearest to the document's date.
    """

    span: Span
    said: str
    falls: str
    day: date


def wrong_weekdays(document: Document) -> Iterator[WrongWeekday]:
    """Dates whose weekday is wrong in every year that they can mean, by place.

    Without a year of its own a date may lie in the year that makes it nearest to the document's date, or in one that
    its sentence names. Years named elsewhere in the article are those of other days as often as not.
    """
    found = [s for s in sentences(document) if s.kind in PROSE or s.kind is BlockKind.TABLE_ROW]
    for sentence in found:
        for pattern in (_DATED, _BEHIND):
            for match in pattern.finditer(sentence.text):
                wrong = _wrong(sentence, match, document.meta.date)
                if wrong is not None:
                    yield wrong


def _wrong(sentence: Sentence, match: re.Match[str], today: date | None) -> WrongWeekday | None:
    if not match["weekday"][0].isupper() or any(
        name.start <= match.start() < name.end for name in sentence.identifiers
    ):
        return None
    if _RANGE.search(sentence.text[: match.start()]):
        return None
    days = _days(sentence, match.groupdict(), today)
    weekday = _DAYS[match["weekday"].lower()]
    if not days or any(_falls_on(day, weekday) for day in days):
        return None
    span = sentence.to_file(Span(match.start(), match.end() - match.group().endswith(".")))
    return WrongWeekday(span, calendar.day_name[weekday], calendar.day_name[days[0].weekday()], days[0])


def _falls_on(day: date, weekday: int) -> bool:
    """Whether a day has a weekday, in the old style too where that was in use."""
    if day.weekday() == weekday:
        return True
    behind = 11 + (day.year >= 1800) + (day.year >= 1900)
    return day.year < _JULIAN_TO and (day + timedelta(behind)).weekday() == weekday


def _days(sentence: Sentence, parts: dict[str, str | None], today: date | None) -> list[date]:
    """The days that a date may mean, the likeliest first; none if no year is known or the calendar is not."""
    if parts.get("iso"):
        return _valid([tuple(int(part) for part in str(parts["iso"]).split("-"))])
    month = MONTHS[str(parts["month"] or parts.get("month2")).lower()]
    day = int(str(parts["day"] or parts.get("day2")))
    written = parts["year"] or parts.get("year2")
    if written:
        return _valid([(int(written), month, day)])
    named = [int(year) for year in _YEARS.findall(sentence.text)]
    near = _valid([(year, month, day) for year in range(today.year - 1, today.year + 2)]) if today else []
    if today:
        near = sorted(near, key=lambda one: abs((one - today).days))[:1]
        near = [one for one in near if abs((one - today).days) <= _HALF_YEAR]
    return near + _valid([(year, month, day) for year in named])


def _valid(days: list[tuple[int, ...]]) -> list[date]:
    found = []
    for year, month, day in days:
        if year >= _GREGORIAN and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
            found.append(date(year, month, day))
    return found
