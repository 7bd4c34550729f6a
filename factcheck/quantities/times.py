"""Times of day, as minutes after midnight."""

from __future__ import annotations

import re

from factcheck.claim import QuantityKind
from factcheck.quantities.draft import Draft
from factcheck.quantities.number_words import SMALL
from factcheck.quantities.tokens import CLOCK, NUMBER, WORD, Token

_HALVES = {"am": 0, "pm": 720}
_POINT = re.compile(r"([0-9]{1,2})\.([0-5][0-9])")
_PAST = {"half": 30, "quarter": 15, "twenty": 20, "ten": 10, "five": 5}


def read_time(tokens: list[Token], i: int) -> Draft | None:
    """The time of day at token `i`: "22:40", "10.40pm", "6 p.m.", "two o'clock", "half past ten", "noon"."""
    token = tokens[i]
    if token.kind == CLOCK:
        return _clock(tokens, i)
    if token.kind == NUMBER:
        return _digits(tokens, i)
    if token.kind != WORD:
        return None
    if token.low in ("noon", "midday", "midnight"):
        return _draft(i, i + 1, 0 if token.low == "midnight" else 720, 1)
    if token.low in _PAST and tokens[i + 1].low in ("past", "to"):
        hour = _hour(tokens[i + 2])
        if hour is not None and (tokens[i + 1].low == "past" or token.low == "quarter"):
            minutes = _PAST[token.low] * (1 if tokens[i + 1].low == "past" else -1)
            return _draft(i, i + 3, (hour * 60 + minutes) % 1440, 1)
    if token.low in SMALL and tokens[i + 1].low == "o'clock" and 0 < SMALL[token.low] < 13:
        return _draft(i, i + 2, SMALL[token.low] * 60, 60)
    return None


def _clock(tokens: list[Token], i: int) -> Draft | None:
    hour, minute = (int(part) for part in tokens[i].text.split(":")[:2])
    half, end = _half(tokens, i + 1)
    if hour > 24 or (half is not None and not 0 < hour < 13):
        return None
    hour = hour if half is None else hour % 12
    return _draft(i, end, (hour * 60 + minute + (half or 0)) % 1440, 1)


def _digits(tokens: list[Token], i: int) -> Draft | None:
    half, end = _half(tokens, i + 1)
    text = tokens[i].text
    if half is None:
        if tokens[i + 1].low == "o'clock" and text.isdigit() and 0 < int(text) < 13:
            return _draft(i, i + 2, int(text) * 60, 60)
        return None
    match = _POINT.fullmatch(text)
    hour, minute = (int(match[1]), int(match[2])) if match else (int(text) if len(text) < 3 else 99, 0)
    if not 0 < hour < 13:
        return None
    return _draft(i, end, hour % 12 * 60 + minute + half, 1 if match else 60)


def _half(tokens: list[Token], i: int) -> tuple[int | None, int]:
    """What "am" or "pm" at `i` adds, and the index behind it; None if there is neither."""
    if tokens[i].low in _HALVES:
        return _HALVES[tokens[i].low], i + 1
    dotted = "".join(token.low for token in tokens[i : i + 3])
    if dotted in ("a.m", "p.m"):
        end = i + 4 if tokens[i + 3].low == "." and tokens[i + 3].glued else i + 3
        return _HALVES[dotted.replace(".", "")], end
    return None, i


def _hour(token: Token) -> int | None:
    value = int(token.text) if token.kind == NUMBER and token.text.isdigit() else SMALL.get(token.low, 0)
    return value if 0 < value < 13 else None


def _draft(start: int, end: int, minutes: int, precision: int) -> Draft:
    return Draft(start, end, QuantityKind.TIME, minutes, precision, unit="min", shown=clock(minutes))


def clock(minutes: float) -> str:
    """Minutes after midnight as "22:40"."""
    whole = round(minutes) % 1440
    return f"{whole // 60:02d}:{whole % 60:02d}"
