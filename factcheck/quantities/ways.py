"""Which way a value went: the words that say that it rose, and those that say that it fell."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from factcheck.quantities.numerals import is_numeral
from factcheck.quantities.wordlist import WORD, word_set

RISES = word_set(
    """
    rise rises rose risen rising grow grows grew grown growing growth increase increases increased increasing up higher
    gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping soar soars soared soaring
    surge surges surged surging raise raises raised raising lift lifted hike hiked boosted expand expands expanded
    expanding expansion widened widens add adds added adding rocketed advanced swelled swells mounted dearer costlier
    improve improves improved strengthened appreciated accelerated lengthened thickened deepened warmed rebounded
    ballooned escalated
    """
)
FALLS = word_set(
    """
    fall falls fell fallen falling drop drops dropped dropping decline declines declined declining down lower lowers
    lowered lowering decrease decreases decreased decreasing shrink shrinks shrank shrunk shrinking lose loses lost
    losing cut cuts cutting reduce reduces reduced reducing reduction reductions slump slumps slumped slumping
    sink sinks sank sunk slid slide slides sliding slowed narrowed narrows cheaper plunge plunges plunged plunging shed
    sheds dip dips dipped slip slips slipped trimmed slashed eased receded dwindled tumbled plummeted contracted
    contracts contraction weakened depreciated decelerated shortened thinned cooled
    """
)
_HEDGE = re.compile(r"\b(?:more|fewer|less|higher|lower|greater) than (?:an? |one (?!in\b))?(\S+)", re.IGNORECASE)
NO_RISE = re.compile(
    r"\b(?:ma(?:kes?|king|de)|t(?:akes?|aking|ook)|(?:add|end|settle|sign|pick|show|turn|back|clean|break|clear|"
    r"follow|join|line|link|pull|wake|wrap|tie|team)(?:s|ed|d|ing)?|set|sets|gave|gives?|given) up\b"
    r"|\bup to\b",
    re.IGNORECASE,
)
"""Where "up" is no rise: "makes up a quarter", "settle up", "up to 600"."""


class Direction(Enum):
    """Whether a value is said to have gone up or down."""

    UP = 1
    DOWN = -1
    UNKNOWN = 0


@lru_cache(maxsize=1024)  # a sentence is asked once for each of its numbers
def unhedged(text: str) -> frozenset[str]:
    """The words of a text in small letters, without those that only hedge a number: "more than 60"."""
    said = NO_RISE.sub(" ", _HEDGE.sub(_number_kept, text))
    return frozenset(word.lower() for word in WORD.findall(said))


def changes(words: frozenset[str]) -> bool:
    """Whether words say that something changed.

    Args:
        words: As `unhedged` gives them.
    """
    return not words.isdisjoint(RISES | FALLS)


def direction(words: frozenset[str]) -> Direction:
    """Which way words say that a value went, if they say one.

    Args:
        words: As `unhedged` gives them.
    """
    up, down = not words.isdisjoint(RISES), not words.isdisjoint(FALLS)
    return Direction.UNKNOWN if up == down else Direction.UP if up else Direction.DOWN


def _number_kept(hedge: re.Match[str]) -> str:
    """Nothing for the hedge of a number, which compares nothing; "fewer than in 2019" as it is."""
    return "" if is_numeral(hedge.group(1)) else hedge.group()
