"""Ranges ("between 22 and 47", "20–30", "371 to 402 MB/s") and changes ("rose from 31 to 48 seconds")."""

from __future__ import annotations

from factcheck.claim import QuantityKind
from factcheck.quantities.amounts import is_minus, read_amount
from factcheck.quantities.draft import Draft
from factcheck.quantities.money import read_prefixed_money
from factcheck.quantities.numerals import read_cardinal
from factcheck.quantities.tokens import MONEY, Token
from factcheck.quantities.wordlist import word_set
from factcheck.quantities.years import year_of

_DASHES = frozenset({"-", "–", "—"})
_CHANGES = word_set(
    """
    rise rises rose risen raise raised raises raising fall falls fell fallen falling rising grow grew
    grown grows increase increased increases increasing decrease decreased cut cuts cutting widen widened
    widens narrow narrowed drop dropped drops lift lifted lower lowered lowers reduce reduced reduces go
    goes went gone up down climb climbed climbs jump jumped improve improved move moved decline declined
    slip slipped shrink shrank shrunk swell swelled extend extended change changed changes double doubled
    slide slid soar soared plunge plunged
    """
)
_RANGES = ("rang", "var", "any", "cost", "price", "temperature", "between", "age")
_JOINTS = _DASHES | {"to", "or", "±"}
_REACH = 7
_LONGEST_UNIT = 6
"""How many tokens a unit may have between a number and the joint behind it: "10 kg of rice per head to"."""
_CLOSE = 2.0
"""How many times the first number the second of "three or four" may be."""
_FAR = 4.0
"""From how many times the first number on "by 20 to 400" is a rise and what it led to, not a range."""


def read_range(tokens: list[Token], i: int) -> Draft | None:
    """The range at token `i`: two numbers in rising order that share one unit."""
    low = tokens[i].low
    if low == "between":
        return _joined(tokens, i, i + 1, frozenset({"and"}))
    if low == "from":
        return None if _is_change(tokens, i) else _joined(tokens, i, i + 1, frozenset({"to"}))
    if i > 0 and tokens[i - 1].low == "from":
        return _joined(tokens, i, i, _DASHES)
    return _joined(tokens, i, i, _JOINTS)


def _is_change(tokens: list[Token], i: int) -> bool:
    """Whether the "from" at token `i` begins a change from one value to another, told by a verb before it.

    With a unit on the first value too ("from €31m to €48m") it is one unless a word says that it is a range.
    """
    before = [token.low for token in tokens[max(0, i - _REACH) : i]]
    if any(word in _CHANGES for word in before):
        return True
    first = read_amount(tokens, i + 1)
    own_unit = first is not None and first.unit != "" and tokens[first.end].low == "to"
    return own_unit and not any(word.startswith(_RANGES) for word in before)


def read_start_of_change(tokens: list[Token], i: int) -> Draft | None:
    """The first number of "from 30 to 40 seconds" (token `i` is the number), with the unit of the second."""
    if i == 0 or tokens[i - 1].low != "from":
        return None
    first = read_amount(tokens, i)
    if first is None or first.kind is not QuantityKind.COUNT or first.counted or tokens[first.end].low != "to":
        return None
    second = read_amount(tokens, first.end + 1)
    if second is None or second.kind in (QuantityKind.FRACTION, QuantityKind.MULTIPLE):
        return None
    if second.kind is QuantityKind.COUNT and not second.counted:
        return None
    first.kind, first.unit, first.per = second.kind, second.unit, second.per
    first.counted, first.modifiers = second.counted, second.modifiers
    return first


def _behind_joint(tokens: list[Token], at: int, joints: frozenset[str]) -> int:
    """The index behind "to", "-", "- to" or another joint at `at`, or 0: "16- to 24-year-olds", "two-to-three-week"."""
    if tokens[at].low == "-" and tokens[at].glued and tokens[at + 1].low in ("to", "or"):
        return at + 3 if tokens[at + 2].low == "-" and tokens[at + 2].glued else at + 2
    return at + 1 if tokens[at].low in joints else 0


def _joined(tokens: list[Token], start: int, i: int, joints: frozenset[str]) -> Draft | None:
    """A range whose first number stands at `i`; its unit stands behind the second, or behind both."""
    currency = tokens[i].kind == MONEY
    negative = is_minus(tokens, i)
    numeral = read_cardinal(tokens, i + 1 if currency or negative else i)
    if numeral is None or numeral.low is not None:
        return None
    if tokens[numeral.end].low == "±":
        return _around(tokens, start, numeral.end + 1, numeral.value)
    at = _behind_joint(tokens, numeral.end, joints)
    if not at:
        near = any(token.low in joints for token in tokens[numeral.end : numeral.end + _LONGEST_UNIT])
        return _with_own_units(tokens, start, i, joints) if near else None
    second = read_prefixed_money(tokens, at - 1, tokens[i]) if currency else None
    second = second or read_amount(tokens, at)
    if second is None or second.low is not None or second.kind is QuantityKind.FRACTION:
        return None
    if currency != (second.kind is QuantityKind.MONEY) and currency:
        return None
    if year_of(tokens[i]) and year_of(tokens[at]) and second.kind is QuantityKind.COUNT:
        return None
    value = -numeral.value if negative else numeral.value
    low = _aligned(value, second)
    by = start > 0 and tokens[start - 1].low == "by"
    alternative = tokens[numeral.end].low == "or"
    if (alternative and second.value > _CLOSE * low) or (by and second.value > _FAR * low):
        return None
    return _range(start, low, second)


def _around(tokens: list[Token], start: int, i: int, value: float) -> Draft | None:
    """As in "10 ± 2 kg": the margin stands at `i`."""
    margin = read_amount(tokens, i)
    if margin is None or margin.low is not None:
        return None
    margin.start, margin.low, margin.high, margin.value = start, value - margin.value, value + margin.value, value
    return margin


def _with_own_units(tokens: list[Token], start: int, i: int, joints: frozenset[str]) -> Draft | None:
    """As in "between SKr1.1bn and SKr1.3bn", "10% to 15%", "5 km–8 km": both sides carry the unit."""
    first = read_amount(tokens, i)
    if first is None or tokens[first.end].low not in joints or first.low is not None or tokens[first.end].low == "or":
        return None
    if first.kind in (QuantityKind.COUNT, QuantityKind.FRACTION, QuantityKind.MULTIPLE):
        return None
    second = read_amount(tokens, first.end + 1)
    if second is None or (second.kind, second.unit) != (first.kind, first.unit) or second.low is not None:
        return None
    if start > 0 and tokens[start - 1].low == "by" and tokens[first.end].low == "to" and second.value > 2 * first.value:
        return None
    return _range(start, first.value, second)


_LEAST_SCALE = 1000.0
"""The least that a scale word makes of a number: in "2 to 4,760" there is none."""


def _aligned(value: float, second: Draft) -> float:
    """The first number in the scale of the second: in "3 to 5 million" it is three million."""
    scale = 1.0
    while _LEAST_SCALE <= second.precision > scale and value * scale * 1000 <= second.value * 10:
        scale *= 1000
    return value * scale if value * scale < second.value else value


def _range(start: int, low: float, second: Draft) -> Draft | None:
    if low >= second.value:
        return None
    second.start, second.low, second.high = start, low, second.value
    second.value = (low + second.value) / 2
    return second
