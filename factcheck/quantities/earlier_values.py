"""Values of a year gone by that stand in brackets behind those of now: "47 minutes (2023: 42)"."""

from __future__ import annotations

import re

from factcheck.quantities.contrasts import Place
from factcheck.quantities.ways import changes, unhedged

_WHEN = (
    r"\((?:in )?(?P<when>(?:19|20)\d\d|(?:previous|prior|last) (?:year|quarter|month|season)|"
    r"(?:year|quarter|month|season) (?:before|earlier)|previously|formerly|before)\b:?\s+"
)
_IN_BRACKET = re.compile(rf"{_WHEN}[^()]*$", re.IGNORECASE)
_BEFORE_BRACKET = re.compile(rf"[^()\d.;]{{0,24}}{_WHEN}\S*\d", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIGURE = re.compile(r"\d[\d.,]*")
_BACK = re.compile(
    r"\b(?:from|than|earlier|before|previous(?:ly)?|prior|ago|former(?:ly)?|compared|against|up|down|after|since|last)\b",
    re.IGNORECASE,
)
_FAR = 80


def of_another_year(claim_text: str, mine: Place, passage: str, theirs: Place) -> bool:
    """Whether a passage tells two years' values, and the claim is not of the one that this value is of.

    Args:
        claim_text: The claim.
        mine: Where its quantity stands in it.
        passage: The passage.
        theirs: Where the passage's quantity stands in it.
    """
    inside = _IN_BRACKET.search(passage[max(0, theirs[0] - _FAR) : theirs[0]])
    if inside is not None:
        return not _looks_back(claim_text, inside["when"])
    now = _BEFORE_BRACKET.match(passage, theirs[1])
    if now is None:
        return False
    beside = claim_text[: mine[0]] + claim_text[mine[1] :]
    return _FIGURE.findall(beside) == [now["when"]] and not _BACK.search(claim_text)


def is_label(passage: str, place: Place) -> bool:
    """Whether a date only says of when the value behind it is: "(2023: 42)"."""
    return passage[: place[0]].endswith("(") and passage.startswith(":", place[1])


def _looks_back(claim_text: str, when: str) -> bool:
    """Whether a claim may tell the value of an earlier time: it names that, or else compares."""
    years = _YEAR.findall(claim_text)
    if when in years:
        return True
    if when.isdecimal() and years:
        return False
    return _BACK.search(claim_text) is not None or changes(unhedged(claim_text))
