"""How a claim's date relates to a source's: by their days, as far as both say the year."""

from __future__ import annotations

import re
from datetime import date

from factcheck.claim import Hedge, Interval, Quantity
from factcheck.evidence import QuantityRelation
from factcheck.quantities.intervals import disjoint, within
from factcheck.quantities.periods import NO_YEAR, WEEKDAYS, year_of

_ROOM = {"day": 3.0, "month": 31.0, "year": 5 * 366.0}
"""Days on either side that "around" leaves open, by what a date names."""
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First month of each season in the north."""
_STRETCH = re.compile(r"[0-9]\s?[-–—]\s?[0-9]|\bto\b")
_WHOLE_YEARS = frozenset({"year", "decade", "century"})


def relate_dates(claim: Quantity, source: Quantity) -> QuantityRelation:
    """A source inside the claim's period entails the claim; a claim inside the source's period stays open."""
    if " " in claim.unit or " " in source.unit:
        return _unresolved(claim, source)
    if _other_weekday(claim, source):
        return QuantityRelation.CONFLICTING
    if _open_weekday(claim) or _open_weekday(source):
        return _weekdays(claim, source)
    said, shown = _loose(claim), _loose(source)
    if "season" in (claim.unit, source.unit) and not disjoint(said, shown):
        return _seasons(claim, source)
    if _yearless(claim) != _yearless(source):
        if claim.unit in _WHOLE_YEARS or source.unit in _WHOLE_YEARS:
            return QuantityRelation.COMPATIBLE
        said, shown = _in_one_year(said, shown)
    return _by_days(claim, source, said, shown)


def _by_days(claim: Quantity, source: Quantity, said: Interval, shown: Interval) -> QuantityRelation:
    """The relation of two dates by the days they hold."""
    if said == shown:
        return QuantityRelation.EQUAL
    if within(shown, said) or _is_end_of(claim, source):
        return QuantityRelation.ENTAILED
    if not disjoint(said, shown):
        return QuantityRelation.COMPATIBLE
    same_days = not disjoint(*_in_one_year(said, shown))
    years = claim.unit in _WHOLE_YEARS and source.unit in _WHOLE_YEARS
    if same_days and not years and not (_names_year(claim) and _names_year(source)):
        return QuantityRelation.COMPATIBLE
    return QuantityRelation.CONFLICTING


def _loose(date_: Quantity) -> Interval:
    """The days that a date holds, and those around it that "around 1150" leaves open."""
    if date_.hedge is not Hedge.ABOUT or date_.unit not in _ROOM:
        return date_.interval
    room = _ROOM[date_.unit]
    first, last = date.min.toordinal(), date.max.toordinal()
    return Interval(max(first, date_.interval.low - room), min(last, date_.interval.high + room))


def _is_end_of(claim: Quantity, source: Quantity) -> bool:
    """Whether a year is the first or the last of a stretch of years, as a list of posts gives it: "1961–63"."""
    if claim.unit != "year" or source.unit != "year" or not _STRETCH.search(source.text):
        return False
    year = year_of(claim.interval.low)
    ends = year_of(source.interval.low), year_of(source.interval.high)
    return ends[0] < ends[1] and year == year_of(claim.interval.high) and year in ends


def _unresolved(claim: Quantity, source: Quantity) -> QuantityRelation:
    """As in "last year" with no date to resolve it: only the same words say the same."""
    same = claim.meaning == source.meaning
    return QuantityRelation.EQUAL if same else QuantityRelation.COMPATIBLE


def _seasons(claim: Quantity, source: Quantity) -> QuantityRelation:
    """Seasons of one year agree by name; against other dates of that year they stay open."""
    if claim.meaning == source.meaning:
        return QuantityRelation.EQUAL
    if claim.unit == source.unit and claim.interval == source.interval:
        return QuantityRelation.CONFLICTING
    return QuantityRelation.ENTAILED if _inside_season(claim, source) else QuantityRelation.COMPATIBLE


def _inside_season(claim: Quantity, source: Quantity) -> bool:
    """Whether a source's days lie in the northern months of the claim's season, which most texts mean."""
    first = _SEASONS.get(claim.meaning.split()[0] if claim.unit == "season" else "")
    days = [date.fromordinal(int(end)) for end in (source.interval.low, source.interval.high)]
    if first is None or source.unit not in ("day", "month"):
        return False
    return all((day.month - first) % 12 < 3 for day in days) and not _yearless(source)


def _other_weekday(one: Quantity, other: Quantity) -> bool:
    """Whether a weekday is not the one that is written before a day: "a Saturday", "Thursday 11 July"."""
    written = other.text.lower().split(maxsplit=1)[:1] if other.unit == "day" else []
    named = WEEKDAYS.get(written[0].strip(",.")) if written else None
    return one.unit == "weekday" and named is not None and (int(one.value) - 1) % 7 != named


def _open_weekday(quantity: Quantity) -> bool:
    return quantity.unit == "weekday" and _yearless(quantity)


def _weekdays(claim: Quantity, source: Quantity) -> QuantityRelation:
    """A weekday of no known week fits the days that fall on it."""
    for one in (claim, source):
        if one.unit not in ("weekday", "day") or (one.unit == "day" and _yearless(one)):
            return QuantityRelation.COMPATIBLE
    if (claim.value - source.value) % 7:
        return QuantityRelation.CONFLICTING
    return QuantityRelation.EQUAL if claim.unit == source.unit else QuantityRelation.ENTAILED


def _yearless(quantity: Quantity) -> bool:
    return year_of(quantity.interval.low) == NO_YEAR


def _in_one_year(one: Interval, other: Interval) -> tuple[Interval, Interval]:
    """Two periods in the year of the one that has a year, or of the second."""
    year = year_of(other.low) if year_of(other.low) != NO_YEAR else year_of(one.low)
    return _moved(one, year), _moved(other, year)


def _moved(interval: Interval, year: int) -> Interval:
    first, last = (date.fromordinal(int(end)) for end in (interval.low, interval.high))
    span = last.year - first.year
    return Interval(float(_in_year(first, year)), float(_in_year(last, min(year + span, date.max.year))))


def _in_year(when: date, year: int) -> int:
    try:
        return when.replace(year=year).toordinal()
    except ValueError:  # 29 February in a common year
        return when.replace(year=year, day=28).toordinal()


def _names_year(quantity: Quantity) -> bool:
    return re.search(r"[0-9]{4}", quantity.text) is not None
