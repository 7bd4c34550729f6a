"""Units that a sentence tells once for several numbers: "Ortiz 38.4 per cent, Vance 29.4", "in thousands: north 1,510".

Press releases, results and tables in running text are full of them. A bare number takes the unit of the one that it is
listed with, or the one that leads the list or the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.claim import Hedge, Interval, Quantity, QuantityKind
from factcheck.quantities.meaning import describe
from factcheck.quantities.money import currency_named
from factcheck.quantities.units import to_base

_UNITS = frozenset({QuantityKind.PERCENT, QuantityKind.MONEY, QuantityKind.MEASURE})
_ITEM = re.compile(
    r"(?:\s(?:in|on|at|for)\s(?:[A-Z][a-z]+|\d{4})(?:\s\d{4})?)?\s*(?:[,;]\s+(?:and\s+|of which\s+)?|\(|\s+and\s+)"
    r"(?:(?:[A-Z][\w’'.-]*|of|the|de)\s*){0,5}(?:\([^()\d]*\)\s*)?(?:(?:\d{1,2}\s)?(?:[A-Z][a-z]+\s)?\d{4}:?\s*)?[:–-]?\s*"
)
"""What stands between two numbers of a list: at most the name that has the second, and the year that it is of."""
_ADDED = frozenset({QuantityKind.DURATION, QuantityKind.MEASURE, QuantityKind.COUNT})
_FURTHER = re.compile(r"^[^.;]{0,80}\b(?:a further|an additional|another)\s+$", re.IGNORECASE)
_PREPOSITION = re.compile(r"\s(to|for|by|at|of|from)\s$")
_GOES_ON = re.compile(r"^[^.;]{0,60}?(?:,|\band\b|\bwhile\b|\bbut\b)[^.;]{0,60}$")
_PLACED = re.compile(r"\s(in|at|for|among|from) (?:the )?[A-Z]")
_STOPS = re.compile(r"\s*(?:[.,;:)]|$)")
_FURTHER_WITHIN = re.compile(r"(?:a further|an additional|another)\s", re.IGNORECASE)
_LEAD = re.compile(
    r"\bin (?P<scale>thousand|million|billion)s?\b(?: of)?(?: (?P<unit>[a-z]+|[A-Z]{3}))?(?=\s*(?:[:.,;)]|$))"
)
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_AMOUNTS = re.compile(
    r"\b(?:revenues?|turnover|sales|profits?|loss(?:es)?|earnings|incomes?|costs?|expenses?|expenditure|spending|cash|debts?"
    r"|dividends?|assets|equity|ebitda|ebit|investments?|capital|fees?|margin|taxe?s?|budget|receipts)\b[^.;:]{0,40}:?[^.;:]*$",
    re.IGNORECASE,
)
"""Labels of amounts of money, behind which a bare number is one."""
_NUMBER = re.compile(r"\d[\d.,]*")
_FAR = 20.0
"""How many times a listed number may be as large as the one whose scale it takes."""
_FAR_BACK = 80


def told_once(text: str, quantities: Sequence[Quantity], lead: str = "") -> tuple[Quantity, ...]:
    """The quantities of a sentence, the bare ones with the unit that it tells once.

    Args:
        text: The sentence.
        quantities: Its quantities, with offsets in it.
        lead: What stands before it in its paragraph.
    """
    found: list[Quantity] = []
    own = _LEAD.search(text)
    above = next(iter(list(_LEAD.finditer(lead))[-1:]), None)
    for quantity in quantities:
        if own is not None and own.start() <= quantity.span.start < own.end():
            continue  # "in thousands" is none itself
        if not _is_bare(quantity):
            found.append(_further(quantity, found, text))
            continue
        before = next((one for one in reversed(found) if one.kind in _UNITS), None)
        if before is not None and _ITEM.fullmatch(text, before.span.end, quantity.span.start):
            found.append(_like(quantity, before))
        elif own is not None and own.end() <= quantity.span.start:
            found.append(_scaled(quantity, own))
        elif above is not None and _AMOUNTS.search(text[max(0, quantity.span.start - _FAR_BACK) : quantity.span.start]):
            found.append(_scaled(quantity, above) if above["unit"] else quantity)
        else:
            found.append(_further(quantity, found, text))
    return tuple(found)


def _further(quantity: Quantity, before: Sequence[Quantity], text: str) -> Quantity:
    """A bare number behind "a further" in the unit of the one before it: "five years and a further three"."""
    last = before[-1] if before else None
    bare = quantity.kind is QuantityKind.COUNT and not (quantity.counted or quantity.unit or quantity.per)
    if last is None or not bare or last.kind not in _ADDED or not quantity.interval.is_point:
        return quantity
    told = _FURTHER.search(text[last.span.end : quantity.span.start]) or _FURTHER_WITHIN.match(quantity.text)
    told = told or _repeats(text, last, quantity)
    if told is None or (last.kind is QuantityKind.COUNT and not last.counted):
        return quantity
    value, precision = quantity.value, quantity.precision
    if last.kind in (QuantityKind.DURATION, QuantityKind.MEASURE):
        value, precision = (to_base(x, last.unit) for x in (value, precision))
    interval = Interval(value, value)
    return replace(
        quantity, kind=last.kind, unit=last.unit, counted=last.counted, value=value, interval=interval,
        precision=precision, meaning=describe(last.kind, interval, last.unit, last.counted, ""),
    )  # fmt: skip


def _repeats(text: str, last: Quantity, quantity: Quantity) -> re.Match[str] | None:
    """Whether a second clause leaves out the unit: "sentenced to 12 years and the younger to nine"."""
    before, between = _PREPOSITION.search(text[: last.span.start]), text[last.span.end : quantity.span.start]
    if not _GOES_ON.search(between):
        return None
    mine, theirs = _PLACED.match(text[quantity.span.end :]), _PLACED.match(between)
    if mine and theirs and mine[1] == theirs[1]:  # "84 years in Westhill but only 75 in Docktown"
        return mine
    if before is None or not between.endswith(f" {before[1]} "):
        return None
    return _STOPS.match(text[quantity.span.end :])


def _is_bare(quantity: Quantity) -> bool:
    plain = quantity.kind is QuantityKind.COUNT and quantity.hedge is Hedge.EXACT and quantity.interval.is_point
    named = quantity.counted or quantity.unit or quantity.per or quantity.reading
    return plain and not named and _NUMBER.fullmatch(quantity.text) is not None


def _like(quantity: Quantity, before: Quantity) -> Quantity:
    """A bare number in the unit of the one before it, and in its scale where both are then of one size."""
    written = before.reading or before.text
    shown = _NUMBER.search(written)
    rest = written[shown.end() :] if shown else ""
    lead = written[: shown.start()] if shown else ""
    value, precision = quantity.value, quantity.precision
    if before.kind is QuantityKind.MEASURE:
        value, precision = (to_base(x, before.unit) for x in (value, precision))
    elif before.kind is QuantityKind.MONEY and shown is not None:
        factor = abs(before.value) / (float(shown.group().replace(",", "").rstrip(".")) or 1.0)
        if factor > 1 and abs(before.value) / _FAR <= value * factor <= abs(before.value) * _FAR:
            value, precision = value * factor, precision * factor
        elif factor > 1:
            return quantity
    elif before.kind is QuantityKind.PERCENT and not (0 <= value <= 100 and (before.unit == "%")):
        return quantity
    return _read(quantity, before.kind, before.unit, value, precision, f"{lead}{quantity.text}{rest}")


def _scaled(quantity: Quantity, lead: re.Match[str]) -> Quantity:
    """A bare number in the scale and the unit that a lead tells: "in million kronor"."""
    factor = _SCALES[lead["scale"]]
    unit = currency_named(lead["unit"]) if lead["unit"] else ""
    kind = QuantityKind.MONEY if unit else QuantityKind.COUNT
    if lead["unit"] and not unit:
        return quantity
    reading = " ".join(filter(None, (quantity.text, lead["scale"], lead["unit"])))
    return _read(quantity, kind, unit, quantity.value * factor, quantity.precision * factor, reading)


def _read(quantity: Quantity, kind: QuantityKind, unit: str, value: float, precision: float, reading: str) -> Quantity:
    interval = Interval(value, value)
    meaning = describe(kind, interval, unit, "", "")
    return replace(
        quantity,
        kind=kind,
        unit=unit,
        value=value,
        interval=interval,
        precision=precision,
        meaning=meaning,
        reading=reading,
    )
