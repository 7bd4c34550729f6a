"""What a date is to what it dates: its beginning or its end, the day first set or the one that took its place.

Also whether it is a life's.
"""

from __future__ import annotations

import re

from factcheck.quantities.contrasts import Place

_RANGE_BEHIND = re.compile(r"\s?(?:to|until|till|through|–|—|-)\s?(?:\w+day,? )?(?:\d{1,2}\b|[A-Z][a-z]{2,8}\b)")
_RANGE_BEFORE = re.compile(
    r"(?:\d|[A-Z][a-z]{2,8}|\d(?:st|nd|rd|th))\s?(?:to|until|till|through|–|—|-)\s?(?:\w+day,? )?$"
)
_BEGINS = re.compile(
    r"\b(?:open(?:s|ed|ing)?|start(?:s|ed|ing)?|beg[aiu]ns?|beginning|launch(?:es|ed)?|kick(?:s|ed)? off)\b"
    r"[^.;,]{0,30}$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:clos(?:es|ed|ing)|end(?:s|ed|ing)?|finish(?:es|ed)?|comes? down|expire[sd]?|until|till|last day|runs? out|"
    r"is over|wound up|winds up)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
_FIRST_SET = re.compile(
    r"\b(?:original(?:ly)?|initial(?:ly)?|first (?:listed|planned|scheduled|set|due|fixed|announced)|"
    r"(?:had been|was|were) (?:planned|scheduled|due|listed|meant|to (?:open|start|begin|be)))\b[^.;,]{0,30}$"
    r"|\b(?:instead of|rather than|not|from) (?:on )?$",
    re.IGNORECASE,
)
_SET_ANEW = re.compile(
    r"\b(?:(?:brought forward|put off|put back|postponed|moved|rescheduled|delayed|pushed back|deferred) "
    r"(?:to|until|till)|"
    r"will now|is now|now (?:due|set|planned|scheduled))\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
_LIFE = re.compile(r"\d{4}\s?[–-]\s?\d{4}")
_NAME_BEFORE = re.compile(r"[A-Z]\w+ [A-Z]\w+ \($")
LIVED = re.compile(r"\b(?:born|died|dead|death|birth|live[sd]?|life|aged?)\b", re.IGNORECASE)
"""Words of a claim that tells of somebody's life."""
_FAR = 80
"""Characters before a date that tell what it is."""


def of_another_role(claim_text: str, mine: Place, passage: str, theirs: Place) -> bool:
    """Whether a claim tells as the end what a passage tells as the beginning, as the new day what was the old, or so.

    Args:
        claim_text: The claim.
        mine: Where its date stands in it.
        passage: The passage.
        theirs: Where its date stands there.
    """
    pairs = (
        (_limit(claim_text, mine), _limit(passage, theirs)),
        (_version(claim_text, mine), _version(passage, theirs)),
    )
    return any(one and other and one != other for one, other in pairs)


def _limit(text: str, place: Place) -> str:
    """Whether a date is when something begins or when it ends; nothing where that is not told."""
    if _RANGE_BEHIND.match(text, place[1]):
        return "beginning"
    before = text[max(0, place[0] - _FAR) : place[0]]
    if _RANGE_BEFORE.search(before):
        return "end"
    begins, ends = _BEGINS.search(before), _ENDS.search(before)
    if begins and ends:
        return "beginning" if begins.start() > ends.start() else "end"
    return "beginning" if begins else "end" if ends else ""


def _version(text: str, place: Place) -> str:
    """Whether a date is the one first set or the one that it was moved to; nothing where that is not told."""
    before = text[max(0, place[0] - _FAR) : place[0]]
    if _SET_ANEW.search(before):
        return "new"
    return "old" if _FIRST_SET.search(before) else ""


def is_life(text: str, place: Place) -> bool:
    """Whether a date is the span of somebody's life: "Ilse Brandow (1931–2004)"."""
    return _LIFE.fullmatch(text, *place) is not None and _NAME_BEFORE.search(text[: place[0]]) is not None
