"""What a claim compares with what: "as many women as men", "39% more than a year before", "up from five"."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.claim import Quantity
from factcheck.quantities.nouns import singular
from factcheck.quantities.ways import Direction
from factcheck.quantities.wordlist import WORD, word_set

_AGAINST = (
    dict.fromkeys(["more", "higher", "longer", "older", "larger", "bigger", "dearer"], Direction.UP)
    | dict.fromkeys(["less", "fewer", "lower", "shorter", "younger", "smaller", "cheaper", "off"], Direction.DOWN)
    | dict.fromkeys(["faster", "slower"], Direction.UNKNOWN)  # what takes less time is faster
)
_BEHIND = 30
"""How many characters behind a number tell what it is compared with."""
_LEFT = re.compile(
    r"\b(?:up|down|r[io]se|risen|rising|f[ae]ll|fallen|falling|grow[ns]?|grew|growing|(?:drop|climb|jump|increas|reduc|"
    r"rais|lower|declin)\w*|cut)\s(?:\w+\s)?from\s(?:about |around |some |nearly |almost )?$",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\s+as \w+(?: \w+)? again\b")
"""What makes of "half" a half more: "half as many again", "half as fast again"."""
_AS_AS = re.compile(r"\bas [a-z]+\b(?P<what>[^.;]{0,80}?)\bas\b(?P<other>(?:\s+(?!to\b)[\w'’-]+){1,4})", re.IGNORECASE)
_THAN = re.compile(
    r"\b(?:(?P<up>more|higher|taller|longer|larger|bigger|heavier|older|faster|wider|deeper|greater|dearer|warmer|hotter)"
    r"|fewer|less|lower|shorter|smaller|lighter|younger|slower|narrower|cheaper|colder|cooler)\b(?P<what>[^.;]{0,60}?)"
    r"\bthan\b(?P<other>(?:\s+(?!to\b)[\w'’-]+){1,5})",
    re.IGNORECASE,
)
_ANYWHERE = word_set(
    """
    the a an of in on at to by for with and or that it its was were is are be had has have did do does one ones those
    """
)


@lru_cache(maxsize=1024)
def compared_sides(claim_text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words that only one side of a comparison has: of "as … as" and "more than" the greater thing's come first."""
    found = _AS_AS.search(claim_text) or _THAN.search(claim_text)
    if found is None:
        return frozenset(), frozenset()
    one, other = plain(claim_text[: found.start()] + found["what"]), plain(found["other"])
    sides = one - other, other - one
    return sides if found.re is _AS_AS or found["up"] else sides[::-1]


def plain(text: str) -> frozenset[str]:
    """A text's words in small letters and the singular, without those that stand in any sentence."""
    return frozenset(singular(word) for word in WORD.findall(text.lower())) - _ANYWHERE


def against(claim_text: str, claim: Quantity) -> Direction | None:
    """Which way a quantity tells that a value differs from another, or None: "39% more than", "a fifth off".

    Args:
        claim_text: The claim.
        claim: Its quantity.
    """
    at = claim_text.find(claim.text)
    behind = claim_text[at + len(claim.text) :] if at >= 0 else ""
    if _AGAIN.match(behind):
        return Direction.UP
    words = [claim.text.lower().rpartition(" ")[2], *WORD.findall(behind[:_BEHIND].lower())[:1]]
    return next((_AGAINST[word] for word in words if word in _AGAINST), None)


def is_left(claim_text: str, claim: Quantity) -> bool:
    """Whether a quantity is a value that changed: "up from five the day before".

    Args: as of `against`.
    """
    return _LEFT.search(claim_text[: max(0, claim_text.find(claim.text))]) is not None
