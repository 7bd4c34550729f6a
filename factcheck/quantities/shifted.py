"""Dates told by how far they lie from another: "opened on 30 May, two days after the ribbon was cut"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from factcheck.claim import Quantity, QuantityKind
from factcheck.quantities.elapsed import Found, is_day
from factcheck.quantities.periods import NO_YEAR, year_of
from factcheck.quantities.units import DAY, UNITS
from factcheck.quantities.wording import Wording

_EARLIER = re.compile(r"\s+(?:after|later than|behind)\b", re.IGNORECASE)
"""What makes the other day the earlier one: the day told lies so long "after" it."""
_LATER = re.compile(r"\s+(?:before|ahead of|sooner than|earlier than|short of)\b", re.IGNORECASE)
_EITHER = re.compile(r"\s+(?:later|earlier|afterwards|before|from|on)\b", re.IGNORECASE)
_LASTING = re.compile(r"\b(?:for|lasts?|lasted|within|valid|over)\s(?:the (?:next|following) )?$", re.IGNORECASE)
_FINE = frozenset({"day", "month"})
"""Units of dates that a shifted day may bear out."""
_MONTH = 12
_DAY = timedelta(days=1)


def shifted(claim: Quantity, sources: Sequence[Quantity], words: Wording) -> Iterator[Found]:
    """The days that lie a passage's stretch of time from its dates, as it says.

    Args:
        claim: The article's date.
        sources: The quantities of one passage, by place.
        words: What stands around them.

    Yields:
        Operands, arithmetic and the day's number in the calendar.
    """
    if claim.unit not in _FINE:
        return
    days = [i for i, source in enumerate(sources) if is_day(source) and year_of(source.value) != NO_YEAR]
    for j, length in enumerate(sources):
        if length.kind is not QuantityKind.DURATION or not length.interval.is_point:
            continue
        for i in days:
            if not words.stems & (words.around[i] | words.around[j]):
                continue
            for way in _ways(words, j):
                moved = _moved(date.fromordinal(int(sources[i].value)), length, way)
                if moved is not None:
                    shown = f"{sources[i].text} {'+' if way > 0 else '−'} {length.text} = {moved.isoformat()}"
                    yield (i, j), shown, float(moved.toordinal())


def _ways(words: Wording, j: int) -> tuple[int, ...]:
    """Whether the day sought lies later (1) or earlier (-1), as the words around a stretch of time tell."""
    end = words.places[j][1]
    if _EARLIER.match(words.text, end):
        return (-1,)
    if _LATER.match(words.text, end):
        return (1,)
    lasting = _LASTING.search(words.text[: words.places[j][0]]) is not None
    return (1,) if lasting else (1, -1) if _EITHER.match(words.text, end) else ()


def _moved(day: date, length: Quantity, way: int) -> date | None:
    """The day so long after or before another; by months and years in the calendar's own."""
    size = length.value / UNITS[length.unit].factor if length.unit in ("month", "year") else 0
    try:
        if size and size == int(size):
            months = day.year * _MONTH + day.month - 1 + way * int(size) * (_MONTH if length.unit == "year" else 1)
            return date(months // _MONTH, months % _MONTH + 1, day.day)
        return day + way * (length.value / DAY) * _DAY if length.value >= DAY and not size else None
    except (ValueError, OverflowError):
        return None
