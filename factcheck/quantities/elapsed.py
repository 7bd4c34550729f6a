"""Time between the dates and clock times of a snippet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.claim import Hedge, Quantity, QuantityKind
from factcheck.quantities.meaning import number
from factcheck.quantities.periods import NO_YEAR, WEEKDAYS, year_of
from factcheck.quantities.units import DAY, UNITS

_NEAR = 30
"""How many characters a date and a time may lie apart to be one moment."""
_FEW = 3
"""Up to so many moments all pairs are tried, beyond only neighbours: in a log some pair fits any length."""
_MINUTE = 60.0
_WEEK = 7 * DAY
_LEAP_YEAR = 366
_RANGE = re.compile(r"[0-9]\s?[-–—]\s?[0-9]")


@dataclass(frozen=True, slots=True)
class _Moment:
    """A point in time.

    Attributes:
        operands: The quantities that make it.
        text: As written.
        seconds: Since day 0, or since midnight when `dated` is false.
        granularity: "minute", "day", "month" or "year".
        dated: Whether the day is known.
        yearless: Whether the year is not.
        weekly: Whether only the day of the week is known; its seconds are since Monday.
    """

    operands: tuple[int, ...]
    text: str
    seconds: float
    granularity: str
    dated: bool
    yearless: bool = False
    weekly: bool = False

    @property
    def sort(self) -> tuple[str, bool, bool, bool]:
        """What two moments must share for the time between them to be told."""
        return self.granularity, self.dated, self.yearless, self.weekly


Found = tuple[tuple[int, ...], str, float]


def elapsed(sources: Sequence[Quantity], unit: str) -> Iterator[Found]:
    """Stretches of time between two moments of one granularity, and the lengths of written ranges of days.

    Args:
        sources: The quantities of a snippet, by place.
        unit: The claim's unit of time, in which results are shown.

    Yields:
        Operands, arithmetic and seconds.
    """
    moments = _moments(sources)
    reach = len(moments) if len(moments) <= _FEW else 1
    for place, one in enumerate(moments):
        for other in [later for later in moments[place + 1 :] if later.sort == one.sort][:reach]:
            early, late = (one, other) if one.seconds <= other.seconds else (other, one)
            seconds = late.seconds - early.seconds
            if one.granularity in ("month", "year"):
                seconds = _whole(early, late)
            if early is other and (one.weekly or not one.dated):  # the day or the week after
                early, late, seconds = one, other, (_WEEK if one.weekly else DAY) - seconds
            if seconds > 0:
                text = f"{early.text} to {late.text} = {_shown(seconds, unit)}"
                yield early.operands + late.operands, text, seconds
    for i, source in enumerate(sources):
        days = source.interval.high - source.interval.low + 1
        if (
            source.kind is QuantityKind.DATE
            and source.unit == "year"
            and days > _LEAP_YEAR
            and _RANGE.search(source.text)
        ):
            years = year_of(source.interval.high) - year_of(source.interval.low)
            yield (i,), f"{source.text} = {_shown(years * UNITS['year'].factor, unit)}", years * UNITS["year"].factor
        if source.unit == "day" and days > 1:
            yield (i,), f"{source.text} = {_shown(days * DAY, unit)}", days * DAY


def ages(sources: Sequence[Quantity]) -> Iterator[Found]:
    """Whole years between two dates given to the day, or to months that are not the same one of their years.

    Yields:
        Operands, arithmetic and years.
    """
    days = [(i, source) for i, source in enumerate(sources) if is_day(source) or _is_month(source)]
    for place, (i, one) in enumerate(days):
        for j, other in days[place + 1 :]:
            born, then = sorted((date.fromordinal(int(one.value)), date.fromordinal(int(other.value))))
            years = then.year - born.year - ((then.month, then.day) < (born.month, born.day))
            is_clear = (is_day(one) and is_day(other)) or born.month != then.month
            if is_clear and years > 0 and NO_YEAR not in (born.year, then.year):
                first, second = ((i, one), (j, other)) if one.value <= other.value else ((j, other), (i, one))
                yield (
                    (first[0], second[0]),
                    f"{first[1].text} to {second[1].text} = {years} years",
                    float(years),
                )


def is_day(source: Quantity) -> bool:
    """Whether a quantity is a single day."""
    return source.kind is QuantityKind.DATE and source.unit == "day" and source.interval.is_point


def _is_month(source: Quantity) -> bool:
    return source.kind is QuantityKind.DATE and source.unit == "month"


def _shown(seconds: float, unit: str) -> str:
    name = unit if unit in UNITS else "d"
    return f"{number(round(seconds / UNITS[name].factor, 2))} {name}"


def _whole(early: _Moment, late: _Moment) -> float:
    """Between months or years as such: whole months or years, whatever the day."""
    first, last = (date.fromordinal(int(moment.seconds // DAY)) for moment in (early, late))
    if early.granularity == "year":
        return (last.year - first.year) * UNITS["year"].factor
    return ((last.year - first.year) * 12 + last.month - first.month) * UNITS["month"].factor


def _moments(sources: Sequence[Quantity]) -> list[_Moment]:
    found: list[_Moment] = []
    used: set[int] = set()
    for i, source in enumerate(sources):
        if i in used or source.hedge not in (Hedge.EXACT, Hedge.ABOUT):
            continue
        after = sources[i + 1] if i + 1 < len(sources) else None
        kinds = {source.kind, after.kind} if after is not None else set()
        adjacent = after is not None and after.span.start - source.span.end <= _NEAR
        if after is not None and adjacent and kinds == {QuantityKind.DATE, QuantityKind.TIME}:
            day, clock = (source, after) if source.kind is QuantityKind.DATE else (after, source)
            weekday = _weekday(day)
            if weekday is not None:
                used.add(i + 1)
                text = f"{clock.meaning if clock.interval.is_point else clock.text} {day.text}"
                seconds = weekday * DAY + clock.value * _MINUTE
                found.append(_Moment((i, i + 1), text, seconds, "minute", True, weekly=True))
                continue
            if day.unit in ("day", "weekday") and day.interval.is_point:
                used.add(i + 1)
                seconds = day.value * DAY + clock.value * _MINUTE
                text = f"{clock.meaning if clock.interval.is_point else clock.text} {day.text}"
                found.append(_Moment((i, i + 1), text, seconds, "minute", True, _yearless(day)))
                continue
        moment = _single(i, source)
        if moment is not None:
            found.append(moment)
    return found


def _single(i: int, source: Quantity) -> _Moment | None:
    if source.kind is QuantityKind.TIME:
        return _Moment((i,), source.text, source.value * _MINUTE, "minute", False)
    if source.kind is not QuantityKind.DATE or " " in source.unit:
        return None
    weekday = _weekday(source)
    if weekday is not None:
        return _Moment((i,), source.text, weekday * DAY, "day", True, weekly=True)
    if source.unit in ("day", "weekday") and source.interval.is_point:
        return _Moment((i,), source.text, source.value * DAY, "day", True, _yearless(source))
    if source.unit in ("month", "year"):
        return _Moment((i,), source.text, source.value * DAY, source.unit, True, _yearless(source))
    return None


def _weekday(day: Quantity) -> int | None:
    """Which day of the week, from 0, a text without a date of its own names by nothing else."""
    if day.unit != "weekday" or year_of(day.value) != NO_YEAR:
        return None
    return next((WEEKDAYS[word] for word in day.text.lower().split() if word in WEEKDAYS), None)


def _yearless(day: Quantity) -> bool:
    return date.fromordinal(int(day.value)).year == NO_YEAR
