"""Clocks that times of day are told by: the zone behind a time, or the one that a text names for all its times."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from factcheck.claim import Quantity, QuantityKind

_OFFSETS = {
    "GMT": 0.0, "UTC": 0.0, "WET": 0.0, "BST": 1.0, "WEST": 1.0, "CET": 1.0, "CEST": 2.0, "EET": 2.0, "EEST": 3.0,
    "MSK": 3.0, "SAST": 2.0, "EAT": 3.0, "GST": 4.0, "IST": 5.5, "HKT": 8.0, "SGT": 8.0, "JST": 9.0, "KST": 9.0,
    "AEST": 10.0, "AEDT": 11.0, "NZST": 12.0, "NZDT": 13.0, "EST": -5.0, "EDT": -4.0, "CST": -6.0, "CDT": -5.0,
    "MST": -7.0, "MDT": -6.0, "PST": -8.0, "PDT": -7.0,
}  # fmt: skip
"""Hours that a zone is ahead of Greenwich, in the reading that English texts mean most."""
_NAMED = rf"(?P<name>{'|'.join(_OFFSETS)})\b(?:\s?(?P<sign>[+−–-])\s?(?P<hours>\d{{1,2}})(?::?(?P<minutes>\d\d))?\b)?"
_ZONE = re.compile(rf"\b{_NAMED}")
_FOR_ALL = (
    re.compile(rf"\b[Aa]ll times\b[^.;|\n]{{0,30}}?\b(?P<zone>{_NAMED})"),
    re.compile(rf"\b[Tt]imes (?:are|in|given|shown|stated|quoted|\()[^.;|\n]{{0,30}}?\b(?P<zone>{_NAMED})"),
)
"""As in "All times are local (UTC+1)", "times in CET"."""


def offset(time: Quantity) -> float | None:
    """How many hours a time's zone is ahead of Greenwich; None where none is told."""
    found = _ZONE.search(time.reading or time.text)
    if found is None:
        return None
    hours = _OFFSETS[found["name"]]
    if found["hours"] is None:
        return hours
    size = int(found["hours"]) + int(found["minutes"] or 0) / 60
    return hours + (size if found["sign"] == "+" else -size)


@lru_cache(maxsize=256)
def clock_of(text: str) -> str:
    """The zone that a text names for all its times; "" if it names none.

    Args:
        text: A whole document.
    """
    found = next(filter(None, (pattern.search(text) for pattern in _FOR_ALL)), None)
    return found["zone"] if found else ""


def zone_in(header: str) -> str:
    """The zone that the header of a table's column names; "" if it names none."""
    found = _ZONE.search(header)
    return found.group() if found else ""


def by_clock(quantity: Quantity, zone: str) -> Quantity:
    """A time of day as it reads with the zone of its text; any other quantity, and a time with a zone, as it is."""
    if not zone or quantity.kind is not QuantityKind.TIME or offset(quantity) is not None:
        return quantity
    return replace(quantity, reading=f"{quantity.text} {zone}")
