"""Changes that the two values beside them deny: "rose 12 percent from 400 to 440", "fell from 310 to 355"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claim import Interval, Quantity, QuantityKind
from factcheck.consistency.comparing import alike, room
from factcheck.consistency.finding import Inconsistency
from factcheck.consistency.reading import Line, Role
from factcheck.document import Span
from factcheck.quantities.meaning import number, with_unit

_UP = "rose|rises?|risen|rising|grew|grows?|grown|growing|increas(?:e[sd]?|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|up"
_DOWN = (
    "fell|falls?|fallen|falling|dropp?(?:s|ed|ing)?|declin(?:es?|ed|ing)|decreas(?:e[sd]?|ing)|shr[ai]nks?|sank|down"
)
_VERB = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
_CHANGED = frozenset(
    {QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.PERCENT, QuantityKind.DURATION}
)
_FROM = re.compile(r"\bfrom\s+$")
_TO = re.compile(r"^\s*(?:(?:in|during|at) [\w ]{1,20})?\s*(?:to|and now)\s+$")
_BACK = re.compile(r"^\s*(?:[^\s.;,]+\s){0,2}from\s+$")
_LEADS_TO = re.compile(r"\bto\s+$")
_UP_FROM = re.compile(r"^[^.;]{0,30}?[,(–—]\s*(?P<way>up|down) from\s+$")
_LEADS = re.compile(r"^,?\s*(?:[\w’'-]+\s){0,2}(?:from|to)\s+$")
"""What stands between the size of a change and its values."""
_LOOSE = 0.12
"""Share by which "doubled" or "halved" may be off."""
_FRACTION_ROOM = 3.0
"""Percentage points by which "a third" or "a quarter" may be off."""
_FAR = 60
"""Characters between the verb of change and its values."""
_BLURRED = re.compile(r"\b(?:not|never|between|or|place|rank\w*|rate of|years? earlier)\b")


def changes(lines: Sequence[Line]) -> Iterator[Inconsistency]:
    """Changes whose direction or size the values beside them deny."""
    for line in lines:
        if line.role is Role.TABLE:
            continue
        for i, (one, other) in enumerate(zip(line.quantities, line.quantities[1:], strict=False)):
            if not _two_values(one, other):
                continue
            found = _from_to(line, i, one, other) or _to_from(line, i, one, other) or _up_from(line, one, other)
            if found is not None:
                yield found


def _two_values(one: Quantity, other: Quantity) -> bool:
    """Whether two neighbours may be the old and the new value of one thing."""
    return one.kind in _CHANGED and alike(one, other) and one.value > 0 and other.value > 0 and one.unit != "pp"


def _from_to(line: Line, i: int, old: Quantity, new: Quantity) -> Inconsistency | None:
    """As in "rose (10 percent) from 400 to 440"."""
    before = line.before(old)
    if not _FROM.search(before) or not _TO.match(line.between(old, new)):
        return None
    return _change(line, i, old, new)


def _to_from(line: Line, i: int, new: Quantity, old: Quantity) -> Inconsistency | None:
    """As in "rose (10 percent) to 440 from 400"."""
    if not _LEADS_TO.search(line.before(new)) or not _BACK.match(line.between(new, old)):
        return None
    return _change(line, i, old, new)


def _change(line: Line, i: int, old: Quantity, new: Quantity) -> Inconsistency | None:
    """What a verb of change, or the number before the two values, says otherwise; `i` is the place of the first."""
    first = min(old, new, key=lambda quantity: quantity.span)
    before = line.before(first)
    if not _bare(line, old, new):
        return None
    said = line.quantities[i - 1] if i else None
    if said is not None and said.kind is QuantityKind.MULTIPLE and _LEADS.match(line.between(said, first)):
        return _multiple(line, said, old, new)
    verbs = list(_VERB.finditer(before, max(0, len(before) - _FAR)))
    if not verbs or _BLURRED.search(before[verbs[-1].start() :]):
        return None
    verb = verbs[-1]
    if _goes(old, new, up=verb["down"] is not None):
        return _against(line, old, new, Span(verb.start(), verb.end()))
    if said is None or not _LEADS.match(line.between(said, first)):
        return None
    return _size(line, said, old, new)


def _multiple(line: Line, said: Quantity, old: Quantity, new: Quantity) -> Inconsistency | None:
    """As in "more than doubled from 4,000 to 7,000"."""
    ratio = new.value / old.value
    low, high = said.interval.low * (1 - _LOOSE), said.interval.high * (1 + _LOOSE)
    least, most = _ends(new).low / _ends(old).high, _ends(new).high / max(_ends(old).low, 1e-12)
    if low <= most and least <= high:
        return None
    proof = f"{with_unit(new)} / {with_unit(old)} = {number(round(ratio, 2))}"
    places = (line.place(old), line.place(new))
    return Inconsistency(line.place(said), "does not follow from the values beside it", proof, places)


def _bare(line: Line, old: Quantity, new: Quantity) -> bool:
    """Whether both are plain values: "by 5 to 10 percent" is a range of changes, "8 to 10 places" a rank."""
    return old.interval.is_bounded and new.interval.is_bounded and not _BLURRED.search(line.between(old, new))


def _goes(old: Quantity, new: Quantity, *, up: bool) -> bool:
    """Whether the values surely go that way, hedges allowed for."""
    return old.interval.high < new.interval.low if up else new.interval.high < old.interval.low


def _against(line: Line, old: Quantity, new: Quantity, verb: Span) -> Inconsistency:
    """Values that go the other way than the word at `verb` says."""
    others = (line.place(old), line.sentence.to_file(verb))
    reason = f"does not go with `{verb.of(line.text).lower()}`"
    return Inconsistency(line.place(new), reason, f"{with_unit(old)} to {with_unit(new)}", others)


def _up_from(line: Line, new: Quantity, old: Quantity) -> Inconsistency | None:
    """As in "355 pupils, up from 310"."""
    match = _UP_FROM.match(line.between(new, old))
    if match is None or not _goes(old, new, up=match["way"] == "down"):
        return None
    return _against(line, old, new, Span(*match.span("way")).shifted(new.span.end))


def _size(line: Line, said: Quantity, old: Quantity, new: Quantity) -> Inconsistency | None:
    """A percentage that no rounding of the two values gives."""
    fraction = said.kind is QuantityKind.FRACTION
    if not (fraction or said.kind is QuantityKind.PERCENT) or not said.interval.is_bounded:
        return None
    points = said.unit == "pp"
    if points is not (old.kind is QuantityKind.PERCENT) and (points or old.kind is QuantityKind.PERCENT):
        return None
    least, most = _bounds(_ends(old), _ends(new), points=points)
    decimals = len(said.text.partition(".")[2].split(" ")[0].rstrip("%"))
    give, scale = (_FRACTION_ROOM, 100.0) if fraction else (10.0**-decimals / 2, 1.0)
    if said.interval.low * scale - give <= most and least <= said.interval.high * scale + give:
        return None
    change = abs(new.value - old.value) if points else abs(new.value - old.value) / old.value * 100
    sign = "+" if new.value > old.value else "−"
    unit = " percentage points" if points else "%"
    proof = f"{with_unit(old)} to {with_unit(new)} = {sign}{number(round(change, 1))}{unit}"
    return Inconsistency(
        line.place(said), "does not follow from the values beside it", proof, (line.place(old), line.place(new))
    )


def _ends(quantity: Quantity) -> Interval:
    """What a value may be: rounded where its digits say so, as hedged otherwise."""
    if not quantity.interval.is_point:
        return quantity.interval
    give = room(quantity)
    return Interval(quantity.value - give, quantity.value + give)


def _bounds(old: Interval, new: Interval, *, points: bool) -> tuple[float, float]:
    """The smallest and the greatest size that the change may have."""
    sizes = [
        abs(b - a) if points else abs(b - a) / max(a, 1e-12) * 100
        for a in (old.low, old.high)
        for b in (new.low, new.high)
    ]
    crossing = old.low <= new.high and new.low <= old.high
    return (0.0 if crossing else min(sizes)), max(sizes)
