"""Words of the screen that outputs do not need."""

from __future__ import annotations

from factcheck.claim import QuantityKind
from factcheck.report import CheckedClaim

UNCHANGED = "nothing has changed in article and references: the verdict stands"
AS_IT_WAS = "the article is as it was"
NOTHING_NEW = "nothing new: it is among the references already"
"""What comes of a check anew, or of another reference, that changes nothing."""
_BRIEF = {
    QuantityKind.COUNT: "num",
    QuantityKind.ORDINAL: "ord",
    QuantityKind.PERCENT: "pct",
    QuantityKind.FRACTION: "part",
    QuantityKind.MULTIPLE: "times",
    QuantityKind.MEASURE: "unit",
    QuantityKind.DURATION: "dur",
}


def brief_kind(checked: CheckedClaim) -> str:
    """What the claim turns on, in at most five characters: its first quantity's kind, "said" or "text"."""
    if checked.claim.quantities:
        kind = checked.claim.quantities[0].kind
        return _BRIEF.get(kind, kind.value)
    return "said" if checked.claim.attribution else "text"


def bar(decided: int, total: int, width: int) -> str:
    """How far something is, in characters that every terminal has."""
    full = 0 if not total else decided * width // total
    return f"[{'#' * full}{'.' * (width - full)}]"


def claims(number: int) -> str:
    """So many claims, in words."""
    return "1 claim" if number == 1 else f"{number or 'no'} claims"


def checked_again(judged_otherwise: int) -> str:
    """What came of a check anew."""
    return f"checked again: {claims(judged_otherwise)} judged otherwise"
