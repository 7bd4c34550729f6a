"""Limits that words before a number set: "costs exceed 40%", "no rise above 2%", "capped at 2%", "the minimum is"."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from factcheck.claim import TEMPORAL, Hedge, Interval, Quantity
from factcheck.quantities.contrasts import Place

_REACH = 24
_FAR = 300
"""Characters before a number that are looked at: for a verb, and for what is denied."""
_EXCEEDS = re.compile(
    r"(?<!not )\b(?:(?:exceed(?:s|ed|ing)?|top(?:s|ped)|surpass(?:es|ed)?)\s(?:the |a )?"
    r"|(?:climb(?:s|ed)?|rises?|rose|risen|grew|went|gone|soar(?:s|ed)?|push(?:es|ed)?|jump(?:s|ed)?|moved?|edged?)"
    r" past\s)$",
    re.IGNORECASE,
)
_SHORT_OF = re.compile(r"\b(?:f[ae]lls?|fallen|falling|came|comes?|stop(?:s|ped)) short of\s(?:the )?$", re.I)
_IS_SHORT_OF = re.compile(r"\b(?:was|were|is|are) short of\s(?:the )?$", re.I)
"""What sets a bound above that was not reached; but who "is short of 400 teachers" lacks them all."""
_CAPPED = re.compile(r"\b(?:capped|limited|limit|cap|ceiling)\s(?:at|to|of)\s$", re.IGNORECASE)
_FLOOR = re.compile(r"\bminimum\b[^.;,]{0,80}\b(?:is|was|of)\s$", re.IGNORECASE)
_CEILING = re.compile(
    r"\bmaximum\b[^.;,]{0,80}\b(?:is|was|of)\s$|\b(?:maximum|allowable|allowed|permitted)\b[^.;,]{0,80}\bto\s$",
    re.IGNORECASE,
)
_NO_MORE = re.compile(r"\bno\s(?!longer|one)(?:[\w-]+\s){1,4}$", re.IGNORECASE)
"""What makes of "above 2%" the most that there may be: "no rent increase"."""
_SENTENCE = 120
"""Characters before a number among which "the minimum number of visitors is" stands."""


def limited(quantity: Quantity, text: str, place: Place) -> Quantity:
    """A number with the limit that the words before it set, if they set one.

    Args:
        quantity: The number.
        text: Where it stands.
        place: Its start and end there.
    """
    before = text[max(0, place[0] - _REACH) : place[0]]
    point = quantity.interval.low if quantity.hedge is Hedge.OVER else quantity.value
    if quantity.kind in TEMPORAL or not quantity.value:
        return quantity
    if quantity.hedge is Hedge.OVER and _NO_MORE.search(text[max(0, place[0] - _FAR) : place[0]]):
        return replace(quantity, hedge=Hedge.AT_MOST, interval=Interval(0.0, point))
    if quantity.hedge is not Hedge.EXACT or not quantity.interval.is_point:
        return quantity
    if _EXCEEDS.search(before):
        return replace(quantity, hedge=Hedge.OVER, interval=Interval(point, math.inf, open_low=True))
    if _SHORT_OF.search(before) or (_IS_SHORT_OF.search(before) and not quantity.counted):
        return replace(quantity, hedge=Hedge.UNDER, interval=Interval(0.0, point, open_high=True))
    near = text[max(0, place[0] - _SENTENCE) : place[0]]
    if _FLOOR.search(near):
        return replace(quantity, hedge=Hedge.AT_LEAST, interval=Interval(point, math.inf))
    if _CAPPED.search(before) or _CEILING.search(near):
        return replace(quantity, hedge=Hedge.AT_MOST, interval=Interval(0.0, point))
    return quantity
