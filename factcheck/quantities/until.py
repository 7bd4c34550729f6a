"""Time from a date of a passage to the day that the sources are of: ages of people, "five years ago", "since 2006"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from factcheck.claim import Hedge, Interval, Quantity, QuantityKind
from factcheck.quantities.elapsed import Found, elapsed
from factcheck.quantities.meaning import number
from factcheck.quantities.periods import NO_YEAR, year_of
from factcheck.quantities.wording import Wording

_BORN = re.compile(r"\b(?:born|b\.|birth)\b[^.;]{0,60}$", re.IGNORECASE)
_LASTING = re.compile(r"\bsince\s+(?:the |early |late |mid-)?$", re.IGNORECASE)
_AGO = re.compile(r"\bago\b", re.IGNORECASE)
_OLDEST = 115
_TIES = 2
"""Words that the claim and the sentence of a date share, for years to be counted from it."""


def until(claim: Quantity, sources: Sequence[Quantity], words: Wording, today: date) -> Iterator[Found]:
    """What a claim's age or stretch of time may be as of a day.

    Args:
        claim: The article's quantity.
        sources: The quantities of one passage, by place.
        words: What stands around them.
        today: The day.

    Yields:
        Operands, arithmetic, and the value: years for ages, seconds for stretches of time.
    """
    for i, source in enumerate(sources):
        if source.kind is not QuantityKind.DATE or year_of(source.interval.low) == NO_YEAR or " " in source.unit:
            continue
        before = words.text[: words.places[i][0]]
        if _is_age(claim):
            if _BORN.search(before):
                yield from _ages(i, source, today)
            continue
        gone_by = claim.kind is QuantityKind.DURATION and (_AGO.search(claim.text) or _LASTING.search(before))
        if gone_by and words.shared((i,)) >= _TIES:
            for _, text, seconds in elapsed([source, _as_date(source, today)], claim.unit):
                yield (i,), text, seconds


def _is_age(claim: Quantity) -> bool:
    return claim.kind is QuantityKind.AGE or (claim.kind is QuantityKind.COUNT and not claim.counted)


def _ages(i: int, born: Quantity, today: date) -> Iterator[Found]:
    """The ages that somebody may have who was born on a day, in a month or in a year."""
    first, last = (date.fromordinal(int(end)) for end in (born.interval.low, born.interval.high))
    for birth in dict.fromkeys((first, last)):
        years = today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))
        if 0 < years <= _OLDEST:
            yield (i,), f"{born.text} to {today.isoformat()} = {number(years)} years", float(years)


def _as_date(source: Quantity, today: date) -> Quantity:
    """A day as a date of another's precision."""
    value = float(today.toordinal())
    text = (
        today.isoformat() if source.unit == "day" else f"{today:%Y-%m}" if source.unit == "month" else str(today.year)
    )
    return replace(source, value=value, interval=Interval(value, value), hedge=Hedge.EXACT, text=text)
