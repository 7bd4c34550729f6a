"""How a claim's time of day relates to a source's where they count by other clocks: time zones, "two o'clock"."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.claim import Interval, Quantity
from factcheck.quantities.clocks import offset

_HALF_TOLD = re.compile(r"[ap]\.?m\b|morning|afternoon|evening|night|noon|midday", re.IGNORECASE)
_ON_A_DIAL = re.compile(r"o['’]clock|\b(?:past|to)\b", re.IGNORECASE)
_DAY, _HALF_DAY, _HOUR = 1440.0, 720.0, 60.0


def on_one_clock(claim: Quantity, source: Quantity) -> Quantity | None:
    """A source's time of day as the claim's clock shows it.

    Args:
        claim: A time of day.
        source: Another.

    Returns:
        The source's, moved to the claim's zone where both name one, or where the source, as logs do, names none and
        tells the same moment by Greenwich; and to the other half of the day where one of them leaves open which it
        means. None where only one names a zone and the two may be the same moment.
    """
    ours, theirs = offset(claim), offset(source)
    if ours is not None and theirs is not None:
        source = _moved(source, (ours - theirs) * _HOUR)
    elif ours and theirs is None and _moved(source, ours * _HOUR).value == claim.value:
        return _moved(source, ours * _HOUR)
    elif (ours is not None or theirs is not None) and _whole_hours(claim.value - source.value):
        return None
    if _half_open(claim) != _half_open(source):
        other = _moved(source, _HALF_DAY)
        if abs(other.value - claim.value) < abs(source.value - claim.value):
            return other
    return source


def _whole_hours(minutes: float) -> bool:
    return minutes != 0 and minutes % _HOUR == 0


def _half_open(time: Quantity) -> bool:
    """Whether a time leaves open which half of the day it means: "two o'clock", "half past ten"."""
    return bool(_ON_A_DIAL.search(time.text)) and not _HALF_TOLD.search(time.text)


def _moved(time: Quantity, minutes: float) -> Quantity:
    """Some minutes later, on the same dial."""
    value = (time.value + minutes) % _DAY
    shift = value - time.value
    low, high = time.interval.low + shift, time.interval.high + shift
    return replace(time, value=value, interval=Interval(low, high, time.interval.open_low, time.interval.open_high))
