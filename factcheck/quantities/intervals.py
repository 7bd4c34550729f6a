"""Questions to intervals."""

from __future__ import annotations

import math

from factcheck.claim import Interval


def scaled(interval: Interval, factor: float) -> Interval:
    """All its numbers times a positive factor."""
    return Interval(interval.low * factor, interval.high * factor, interval.open_low, interval.open_high)


def widened(interval: Interval, by: float) -> Interval:
    """Both ends moved outwards."""
    return Interval(interval.low - by, interval.high + by, interval.open_low, interval.open_high)


def same(one: Interval, other: Interval) -> bool:
    """Whether two intervals hold the same numbers, but for the noise of unit conversion."""
    ends = ((one.low, other.low), (one.high, other.high))
    close = all(a == b or math.isclose(a, b, rel_tol=1e-9) for a, b in ends)
    return close and (one.open_low, one.open_high) == (other.open_low, other.open_high)


def within(inner: Interval, outer: Interval) -> bool:
    """Whether `outer` holds every number of `inner`."""
    low = inner.low > outer.low or (inner.low == outer.low and (inner.open_low or not outer.open_low))
    high = inner.high < outer.high or (inner.high == outer.high and (inner.open_high or not outer.open_high))
    return low and high


def disjoint(one: Interval, other: Interval) -> bool:
    """Whether they share no number."""
    if one.high < other.low or other.high < one.low:
        return True
    touch_low = one.high == other.low and (one.open_high or other.open_low)
    touch_high = other.high == one.low and (other.open_high or one.open_low)
    return touch_low or touch_high
