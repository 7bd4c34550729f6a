"""Whose a number is in a list of entries that semicolons part: "bridges damaged: 12; bridges destroyed: 3"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.quantities.contrasts import Place
from factcheck.quantities.wording import SENTENCE_END, around, stems
from factcheck.quantities.wordlist import WORD

CALENDAR = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\b"
)
_NUMERAL = re.compile(r"\d")
_FAR = 300
"""Characters on either side of a number that are looked at."""


def another_label(claim_text: str, passage: str, theirs: Place, rivals: Sequence[Place]) -> bool:
    """Whether a number stands behind another label than the claim's, which has a number of its own.

    Args:
        claim_text: The claim.
        passage: The passage.
        theirs: Where the number stands in the passage.
        rivals: Where the passage's other numbers that compare with it stand.
    """
    said, mine = stems(claim_text), _label(passage, theirs)
    if not mine:  # most numbers stand in running text
        return False
    others = [_label(passage, place) for place in rivals]
    return any((other - mine) & said and not (mine - other) & said for other in others if other - mine and mine - other)


def another_entry(claim_text: str, passage: str, theirs: Place, rivals: Sequence[Place]) -> bool:
    """Whether a date stands in the entry of another name than the claim's, which has an entry with a date of its own.

    As 1996 does for Ana in "Service Medal: Bo, 1996; Ana, 1998".

    Args: as of `another_label`.
    """
    mine = _entry(passage, theirs)
    if not _names(mine):
        return False
    named, said = _names(claim_text), stems(claim_text)
    others = [_entry(passage, place) for place in rivals]
    return any((_names(other) - stems(mine)) & named and not (stems(mine) - stems(other)) & said for other in others)


def _label(passage: str, place: Place) -> frozenset[str]:
    """The stems of the label that a number stands behind in its entry; none where it has none."""
    first, _ = around(passage, place, SENTENCE_END, _FAR)
    label, colon, between = passage[first : place[0]].rpartition(":")
    return stems(label) if colon and not _NUMERAL.search(between) else frozenset()


def _entry(passage: str, place: Place) -> str:
    """The entry that a date stands in, without the list's label; nothing in running text."""
    first, last = around(passage, place, SENTENCE_END, _FAR)
    if ";" not in passage[max(0, first - 1) : first] + passage[last : last + 1]:
        return ""
    return passage[first:last].rpartition(": ")[2]


def _names(text: str) -> frozenset[str]:
    """The stems of a text's words with a capital, months and weekdays apart."""
    words = (word for word in WORD.findall(CALENDAR.sub(" ", text)) if word[0].isupper())
    return frozenset().union(*(stems(word) for word in words))
