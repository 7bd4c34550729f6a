"""Times of day, as minutes after midnight."""

from __future__ import annotations

import re

from factcheck.claim import QuantityKind
from factcheck.quantities.draft import Draft
from factcheck.quantities.number_words import SMALL
from factcheck.quantities.tokens import CLOCK, NUMBER, WORD, Token
from factcheck.quantities.wordlist import word_set

_HALVES = {"am": 0, "pm": 720}
_BEFORE_LAP = word_set("in clocked ran of time runs lasted finished record took running swam rode best")
"""Words behind which hours, minutes and seconds are how long someone took."""
_BEFORE_CLOCK = word_set("at by from until till since before after around about between and to")
"""Words behind which hours, minutes and seconds are a time of day; elsewhere "2:06:41" is what a race took."""
_BEFORE_MINUTES = frozenset({"in", "clocked"})
"""Words behind which minutes and seconds are how long someone took."""
_PARTS_OF_DAY = {"morning": 0, "afternoon": 720, "evening": 720}
_POINT = re.compile(r"([0-9]{1,2})\.([0-5][0-9])")
_PAST = {"half": 30, "quarter": 15, "twenty": 20, "ten": 10, "five": 5}


def read_time(tokens: list[Token], i: int) -> Draft | None:
    """The time of day at token `i`: "22:40", "10.40pm", "0540 GMT", "two o'clock", "half past ten", "noon"."""
    draft = _time(tokens, i)
    if draft is not None:
        draft.end = _zone(tokens, draft.end)
    return draft


def _time(tokens: list[Token], i: int) -> Draft | None:
    token = tokens[i]
    if token.kind == CLOCK:
        return _clock(tokens, i)
    if token.kind == NUMBER:
        return _digits(tokens, i)
    return _worded(tokens, i) if token.kind == WORD else None


def _worded(tokens: list[Token], i: int) -> Draft | None:
    token = tokens[i]
    if token.low == "between":
        return _digits(tokens, i + 1, "and", i) if tokens[i + 1].kind == NUMBER else None
    if token.low in ("noon", "midday", "midnight"):
        return _draft(i, i + 1, 0 if token.low == "midnight" else 720, 1)
    if token.low == "a" and tokens[i + 1].low == "quarter":
        return _past_hour(tokens, i, i + 1)
    past = _past_hour(tokens, i, i) if token.low in _PAST else None
    if past is not None:
        return past
    if token.low in SMALL and 0 < SMALL[token.low] < 13:
        half, end = _half(tokens, i + 1)
        if half is not None:
            return _draft(i, end, SMALL[token.low] % 12 * 60 + half, 60)
        if tokens[i + 1].low == "o'clock":
            return _draft(i, i + 2, SMALL[token.low] * 60, 60)
    return None


def _past_hour(tokens: list[Token], start: int, i: int) -> Draft | None:
    """As in "half past ten", "a quarter to seven"."""
    to = tokens[i + 1].low == "to"
    hour = _hour(tokens[i + 2]) if to or tokens[i + 1].low == "past" else None
    if hour is None or (to and tokens[i].low != "quarter"):
        return None
    minutes = _PAST[tokens[i].low] * (-1 if to else 1)
    half, end = _half(tokens, i + 3)
    return _draft(
        start, end, ((hour * 60 + minutes) % 720 + half if half is not None else hour * 60 + minutes) % 1440, 1
    )


def _clock(tokens: list[Token], i: int) -> Draft | None:
    parts = tokens[i].text.split(":")
    hour, minute = int(parts[0]), int(parts[1].partition(".")[0])
    told = i > 0 and tokens[i - 1].low in (_BEFORE_LAP if len(parts) == 3 else _BEFORE_MINUTES)
    half, end = _half(tokens, i + 1)
    raced = len(parts) == 3 and len(parts[0]) == 1 and _before(tokens, i) not in _BEFORE_CLOCK
    if "." in parts[-1] or hour > 24 or ((told or raced) and half is None and tokens[i + 1].text not in _ZONES):
        return _lap(parts, i)
    if half is not None and not 0 < hour < 13:
        return None
    hour = hour if half is None else hour % 12
    return _draft(i, end, (hour * 60 + minute + (half or 0)) % 1440, 1)


def _before(tokens: list[Token], i: int) -> str:
    return tokens[i - 1].low if i else ""


def _lap(parts: list[str], i: int) -> Draft:
    """A time that someone took: "2:04:39", "1:45.32"."""
    whole, rest = (3600, 60) if len(parts) == 3 else (60, 1)
    seconds = int(parts[0]) * whole + float(parts[1]) * rest + (float(parts[2]) if len(parts) == 3 else 0.0)
    precision = 10.0 ** -len(parts[-1].partition(".")[2])
    return Draft(i, i + 1, QuantityKind.DURATION, seconds, precision, unit="s")


def _digits(tokens: list[Token], i: int, joint: str = "-", start: int = -1) -> Draft | None:
    """A time that begins with digits at `i`, or, where a joint and more digits follow, the two ends of a stretch."""
    half, end = _half(tokens, i + 1)
    text = tokens[i].text
    start = i if start < 0 else start
    if half is None:
        if start < i or tokens[i + 1].low in ("-", "–"):
            return _stretch(tokens, start, i, joint)
        if tokens[i + 1].low == "o'clock" and text.isdecimal() and 0 < int(text) < 13:
            return _draft(i, i + 2, int(text) * 60, 60)
        return _four_digits(tokens, i)
    minutes = _minutes(text)
    if minutes is None or start < i:
        return None
    return _draft(i, end, minutes + half, 1 if "." in text else 60)


def _stretch(tokens: list[Token], start: int, i: int, joint: str) -> Draft | None:
    """As in "between 2 and 3 p.m.", "2-3pm": both ends in one half of the day."""
    if tokens[i + 1].low != joint and not (joint == "-" and tokens[i + 1].low == "–"):
        return None
    half, end = _half(tokens, i + 3)
    first, last = _minutes(tokens[i].text), _minutes(tokens[i + 2].text)
    if half is None or first is None or last is None or first >= last:
        return None
    draft = _draft(start, end, first + half, 60)
    draft.low, draft.high, draft.shown = first + half, last + half, ""
    return draft


def _minutes(text: str) -> int | None:
    """Minutes after midnight or noon of "10.40" or "10"."""
    match = _POINT.fullmatch(text)
    hour, minute = (
        (int(match[1]), int(match[2])) if match else (int(text) if text.isdecimal() and len(text) < 3 else 99, 0)
    )
    return hour % 12 * 60 + minute if 0 < hour < 13 else None


def _four_digits(tokens: list[Token], i: int) -> Draft | None:
    """As in "0540 GMT", "17.30 CET", "1730 hrs": known by what stands behind."""
    text = tokens[i].text.replace(".", "")
    hours = tokens[i + 1].low in ("hrs", "hours") and text[0] in "012" and "." not in tokens[i].text
    if not (len(text) == 4 and text.isdecimal() and (tokens[i + 1].text in _ZONES or (hours and int(text) < 2400))):
        return None
    hour, minute = int(text[:2]), int(text[2:])
    if hour > 24 or minute > 59 or (hours and text[2:] == "00" and text[0] != "0" and not _told(tokens, i)):
        return None
    return _draft(i, i + 2 if hours else i + 1, (hour * 60 + minute) % 1440, 1)


def _told(tokens: list[Token], i: int) -> bool:
    """Whether a word before the digits at `i` tells a time, so that "1700 hours" is none of work."""
    return i > 0 and tokens[i - 1].low in ("at", "by", "until", "since", "before", "after", "around", "from")


_ZONES = word_set(
    """
    GMT UTC BST CET CEST EST EDT CST CDT MST MDT PST PDT EET EEST MSK IST JST AEST AEDT NZST NZDT WET ET PT Z
    """
)


def _zone(tokens: list[Token], i: int) -> int:
    """The index behind a time zone or "local time" at `i`, or `i`."""
    if tokens[i].text in _ZONES:
        return i + 1
    return i + 2 if tokens[i].low == "local" and tokens[i + 1].low == "time" else i


def _half(tokens: list[Token], i: int) -> tuple[int | None, int]:
    """What "am" or "pm" at `i` adds, and the index behind it; None if there is neither."""
    if tokens[i].low in _HALVES:
        return _HALVES[tokens[i].low], i + 1
    dotted = "".join(token.low for token in tokens[i : i + 3])
    if dotted in ("a.m", "p.m"):
        end = i + 4 if tokens[i + 3].low == "." and tokens[i + 3].glued else i + 3
        return _HALVES[dotted.replace(".", "")], end
    words = [token.low for token in tokens[i : i + 3]]
    if words[:2] == ["in", "the"] and words[2] in _PARTS_OF_DAY:
        return _PARTS_OF_DAY[words[2]], i + 3
    return (720, i + 2) if words[:2] == ["at", "night"] else (None, i)


def _hour(token: Token) -> int | None:
    value = int(token.text) if token.kind == NUMBER and token.text.isdecimal() else SMALL.get(token.low, 0)
    return value if 0 < value < 13 else None


def _draft(start: int, end: int, minutes: int, precision: int) -> Draft:
    return Draft(start, end, QuantityKind.TIME, minutes, precision, unit="min", shown=clock(minutes))


def clock(minutes: float) -> str:
    """Minutes after midnight as "22:40"."""
    whole = round(minutes) % 1440
    return f"{whole // 60:02d}:{whole % 60:02d}"
