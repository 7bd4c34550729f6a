"""What a claim says its number is: a level, a change, a difference between two things, a share of a whole.

A table gives levels; "rose 9.7 percent" is to be computed from two of them, and must not be taken for one.
"""

from __future__ import annotations

import re
from enum import StrEnum

from factcheck.claim import SHARES, Quantity, QuantityKind
from factcheck.document import Span

_UP = (
    r"rose|risen|rises|rise|rising|increas\w+|grew|grows?|grown|growth|growing|gain\w*|climb\w*|jump\w*|soar\w*"
    r"|(?<!made )(?<!make )(?<!makes )up|added"
)
_DOWN = (
    r"fell|falls?|fallen|falling|decreas\w+|declin\w+|drop\w*|down|shr[aiu]nk\w*|lost|cut|slipp?\w*|plung\w*"
    r"|reduc\w+|lower(?:ed)?"
)
_BEFORE = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?P<between>[^.;:\d]{{0,40}})$", re.IGNORECASE)
_BEHIND = re.compile(rf"\s+(?:\w+ )?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
_LEVEL = re.compile(r"\b(?:to|from|at|was|were|stood|reach\w*)\b[^.;:]{0,15}$", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|of)\b[^.;:]{0,12}$", re.IGNORECASE)
_MORE = r"more|higher|longer|larger|bigger|greater|faster|heavier|better|above|ahead|older"
_LESS = r"fewer|less|lower|shorter|smaller|slower|lighter|worse|below|behind|younger"
_THAN = re.compile(
    rf"(?P<between>[^.;:\d]{{0,30}}?)\b(?:(?:(?P<more>{_MORE})|(?P<less>{_LESS}))\b[^.;:\d]{{0,30}}\bthan\b(?! [\d€£$])"
    rf"|(?P<above>above|ahead of)\b|(?P<below>below|behind)\b|(?P<other>\w{{3,}}er)\s+than\b)",
    re.IGNORECASE,
)
_OF = re.compile(r"(?:\s+\w+)?\s+of\s+(?:the |all |its |their )?\w", re.IGNORECASE)
_TIMES = re.compile(r"\s+(?:as|that|the|those|what|more|higher|larger|greater)\b", re.IGNORECASE)


class Cue(StrEnum):
    """What a number is said to be."""

    LEVEL = "level"
    CHANGE = "change"
    DIFFERENCE = "difference"
    RATIO = "ratio"
    SHARE = "share"


def cue(text: str, at: Span, quantity: Quantity) -> tuple[Cue, int]:
    """What a claim says its number is, and which way it goes: 1 up or more, -1 down or less, 0 if neither.

    Args:
        text: The claim.
        at: Where the number stands in it.
        quantity: The number.
    """
    before, behind = text[: at.start], text[at.end :]
    written = text[at.start : at.end]
    hedge = re.search(rf"\b(?:(?P<more>{_MORE})|(?P<less>{_LESS}))\b", written, re.IGNORECASE)
    if quantity.kind is QuantityKind.MULTIPLE:
        return Cue.RATIO, 1
    than = _THAN.match(behind)
    if hedge and re.match(r"[^.;:\d]{0,30}\bthan\b", behind):
        return Cue.DIFFERENCE, 1 if hedge["more"] else -1
    if than and (than["more"] or than["less"] or than["other"] or quantity.kind is not QuantityKind.DATE):
        return Cue.DIFFERENCE, 0 if than["other"] else 1 if than["more"] or than["above"] else -1
    moved = _BEFORE.search(before)
    if moved and not _LEVEL.search(moved["between"]):
        is_amount = quantity.kind in SHARES or _BY.search(before)
        if is_amount:
            return Cue.CHANGE, 1 if moved["up"] else -1
    turned = _BEHIND.match(behind)
    if turned and quantity.kind in SHARES:
        return Cue.CHANGE, 1 if turned["up"] else -1
    if quantity.kind in SHARES and quantity.unit != "pp" and _OF.match(behind):
        return Cue.SHARE, 0
    return Cue.LEVEL, 0
