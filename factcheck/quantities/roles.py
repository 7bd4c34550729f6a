"""What a per cent or a fraction tells: a share of something, or how much something changed or differs."""

from __future__ import annotations

import re
from enum import Enum

from factcheck.claim import SHARES, Quantity
from factcheck.quantities.contrasts import Place
from factcheck.quantities.heads import SAME_THING, related_heads
from factcheck.quantities.nouns import singular
from factcheck.quantities.ways import FALLS, NO_RISE, RISES
from factcheck.quantities.wording import stems

_OF = re.compile(
    r"\s+of (?:the|its|his|her|their|our|all|those|these|them|whom|which)\b(?: (?:its|the))?(?: (?P<noun>[a-z]+s)\b)?"
)
_COMPARED = "more|less|fewer|higher|lower|faster|slower|larger|smaller|bigger|cheaper|dearer|longer|shorter|older"
_MORE = re.compile(rf"\s+(?:{_COMPARED}|up|down)\b")
_MORE_IN = re.compile(rf"\b(?:{_COMPARED})$")
_MOVED = re.compile(
    rf"\b(?:{'|'.join(sorted(RISES | FALLS))})(?: by)?(?: about| around| some| nearly| almost)? $", re.I
)


class Role(Enum):
    """What a share in figures is told for."""

    SHARE = "share"
    CHANGE = "change"


def role(quantity: Quantity, text: str, place: Place) -> Role | None:
    """What a per cent or a fraction tells by the words around it, or None where they do not say.

    Args:
        quantity: A quantity of any kind.
        text: Where it stands.
        place: Its start and end there.
    """
    if quantity.kind not in SHARES or quantity.unit == "pp":
        return None
    if (
        _MORE_IN.search(quantity.text)
        or _MORE.match(text, place[1])
        or _MOVED.search(NO_RISE.sub(" ", text[: place[0]]))
    ):
        return Role.CHANGE
    return Role.SHARE if _OF.match(text, place[1]) else None


def of_other_wholes(one_text: str, one: Place, other_text: str, other: Place) -> bool:
    """Whether two shares are of things with unlike names: "two-thirds of the vouchers", "two-thirds of the callers"."""
    mine, theirs = _OF.match(one_text, one[1]), _OF.match(other_text, other[1])
    if mine is None or theirs is None or not mine["noun"] or not theirs["noun"]:
        return False
    heads = singular(mine["noun"]), singular(theirs["noun"])
    return related_heads(*heads) < SAME_THING and not stems(heads[0]) & stems(heads[1])
