"""Whose a number is, where a sentence gives several of one sort: "Spain 60 percent and Italy 25 percent".

Values alone would bear out "Italy 60 percent". What stands beside each number, between the marks that part them, tells
them apart: where the claim has all the words of another number's side and lacks some of this one's, the number is not
the claim's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from factcheck.quantities.contrasts import Place
from factcheck.quantities.listed_entries import CALENDAR
from factcheck.quantities.wording import SENTENCE_END, around, stems
from factcheck.quantities.wordlist import WORD

MARK = re.compile(r"[,;()]|\b(?:and|while|whereas|but|against|compared (?:with|to))\b", re.IGNORECASE)
_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
LOOKING_BACK = re.compile(r"\b(?:since|from|than|against|over|with|to)\s+(?:in\s+)?$", re.IGNORECASE)
"""Words that name a year only to compare with it: "up from 2022"."""
_NUMERAL = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|half|quarter)\b",
    re.IGNORECASE,
)
"""A number in another part of a claim."""
_RANK = re.compile(r"\b(?:first|second|third|fourth|fifth|sixth|seventh|last|former|latter)\b", re.IGNORECASE)
_DIGITS = re.compile(r"\d[\d.,]*\d|\d")
_PART = re.compile(r"\bof (?:them|whom|which|these|those)$", re.IGNORECASE)
_OF_THE = re.compile(r"\bof (?:the|its|his|her|their|these|those) $", re.IGNORECASE)
"""What makes of a claim's number the whole of which the claim tells a part."""
_TOPIC = re.compile(r"\s*(?:Of|In|At|For|Among|On|From|Under|With|During|After|Before|By|Between|Across)\b[^,;]*,\s")
"""What a sentence begins with that is of all its numbers: "Of the joint venture, 55 per cent ...".
"""
_GOES_ON = re.compile(r"[\s,;]*(?:and|but)?\s*(?:is|are|was|were|has|have|had|will|would|can|could)\b", re.IGNORECASE)
"""A part that goes on to say more of the same subject: "and is now expected"."""
_FAR = 300
"""Characters on either side of a number that are looked at."""


class _Words(NamedTuple):
    """What names an owner on one side of a number, whether by names, which of a row it is, and the other words."""

    words: frozenset[str]
    named: bool | None
    places: frozenset[str]
    plain: frozenset[str]


class _Side(NamedTuple):
    """What stands around one of several numbers: the words before it, and those behind."""

    before: _Words
    behind: _Words


def another_owner(claim_text: str, mine: Place, passage: str, theirs: Place, rivals: Sequence[Place]) -> bool:
    """Whether a number of a passage is of something else than the claim's, which another of its numbers is told of.

    Args:
        claim_text: The claim.
        mine: Where its quantity stands in it.
        passage: The passage.
        theirs: Where the number stands in the passage.
        rivals: Where the passage's other numbers of its sort stand.
    """
    first, last = around(passage, theirs, SENTENCE_END, _FAR)
    if _swapped(claim_text, mine, passage, theirs, [place for place in rivals if first <= place[0] < place[1] <= last]):
        return True
    mentioned = set(_DIGITS.findall(claim_text))  # a claim that tells both numbers has the words of both
    near = [
        place
        for place in rivals
        if first <= place[0] < place[1] <= last and not set(_DIGITS.findall(passage[slice(*place)])) & mentioned
    ]
    if not near or _RESPECTIVELY.search(passage, first, last):
        return False
    said = _said(claim_text, mine)
    sides = _sides(passage, tuple(sorted({theirs, *near})), (first, last))
    own = sides.get(theirs)
    parted = _OF_THE.search(claim_text[: mine[0]]) is None
    return own is not None and any(
        _is_of(said, own, sides[place], parted and _PART.search(passage[slice(*place)]) is not None)
        or (len(mentioned) == 1 and _has_words_of(said, own, sides[place]))
        for place in near
        if place in sides
    )


def _swapped(claim_text: str, mine: Place, passage: str, theirs: Place, rivals: Sequence[Place]) -> bool:
    """Whether a claim that tells several numbers gives this one to the owner of another: "Berg 9 goals and Falk 14"."""
    first, last = around(claim_text, mine, MARK, _FAR)
    if not rivals or _RESPECTIVELY.search(passage) or _RESPECTIVELY.search(claim_text):
        return False
    if not _NUMERAL.search(claim_text[:first] + " " + claim_text[last:]):
        return False
    said = _words(claim_text[first:last], frozenset()).words | _places(claim_text[first:last])
    sides = _sides(passage, tuple(sorted({theirs, *rivals})), around(passage, theirs, SENTENCE_END, _FAR))
    own = sides.get(theirs)
    return own is not None and any(
        _at_another_place(here.places, there.places, said)
        or (here.named and there.named and there.words <= said and not here.words & said)
        for place in rivals
        if place in sides
        for here, there in zip(own, sides[place], strict=True)
    )


def _is_of(said: frozenset[str], own: _Side, rival: _Side, is_part: bool) -> bool:
    """Whether a claim's words are those of another number's side and not of this one's.

    A part of this number ("20,000 of them at night") needs but words of its own.
    """
    for mine, theirs in zip(own, rival, strict=True):
        here, there = mine.words - theirs.words, theirs.words - mine.words
        alike = mine.named is None or theirs.named is None or mine.named == theirs.named
        if is_part and there and there <= said and not here & said:
            return True
        if alike and here and there and there <= said and not here <= said:
            return True
        if _at_another_place(mine.places, theirs.places, said):
            return True
    return False


def _has_words_of(said: frozenset[str], own: _Side, rival: _Side) -> bool:
    """Whether a claim of one number has the words beside another number, names apart, and none of those beside this."""
    for mine, theirs in zip(own, rival, strict=True):
        here, there = mine.plain - theirs.plain, theirs.plain - mine.plain
        if here and there and there <= said and not here & said:
            return True
    return False


def _at_another_place(here: frozenset[str], there: frozenset[str], said: frozenset[str]) -> bool:
    """Whether a claim names the day or the rank that another number is told of, and not this one's."""
    return bool(here and there) and not here & there and there <= said and not here & said


def _places(text: str) -> frozenset[str]:
    """The days, months and ranks that a text names: "on Friday", "the second"."""
    return frozenset(found.group().lower() for pattern in (CALENDAR, _RANK) for found in pattern.finditer(text))


def _said(claim_text: str, mine: Place) -> frozenset[str]:
    """A claim's words, and the years that it is of."""
    first, last = around(claim_text, mine, MARK, _FAR)
    years = {
        found.group()
        for found in _YEAR.finditer(claim_text)
        if (first <= found.start() < last or first > found.end())
        and not LOOKING_BACK.search(claim_text[: found.start()])
        and found.start() != mine[0]
    }
    return stems(claim_text) | years | _places(claim_text)


def _opens(passage: str, end: int, start: int) -> bool:
    """Whether a mark is the bracket that a number stands in behind its name: "wind (31%)"."""
    return end == start and passage[end - 1] == "("


@lru_cache(maxsize=4096)  # every claim asks for the sides of a snippet's numbers
def _sides(passage: str, places: tuple[Place, ...], sentence: Place) -> dict[Place, _Side]:
    """The sides of those numbers that a mark parts from each of their neighbours."""
    topic = _TOPIC.match(passage, sentence[0], places[0][0])
    edges: list[int | None] = [topic.end() if topic else sentence[0]]
    for one, other in pairwise(places):
        marks = [mark for mark in MARK.finditer(passage, one[1], other[0]) if not _opens(passage, mark.end(), other[0])]
        edges.append(marks[-1].start() if marks else None)
    edges.append(sentence[1])
    common = frozenset(word for word in WORD.findall(passage) if word.islower())
    found = {}
    for place, (low, high) in zip(places, pairwise(edges), strict=True):
        if low is not None and high is not None:
            found[place] = _Side(_words(passage[low : place[0]], common), _words(passage[place[1] : high], common))
    return found


def _words(part: str, common: frozenset[str]) -> _Words:
    """What names the owner in a part of a sentence: its names, else its words, and years; of a part with a subject.

    Args:
        part: Of the sentence.
        common: Words that the passage writes small as well, which are no names: "Bridges damaged: 12; bridges …".
    """
    years = frozenset(_YEAR.findall(part))
    bare = CALENDAR.sub(" ", part)
    if _GOES_ON.match(bare):
        return _Words(years, None, _places(part), frozenset())
    names = {word for word in WORD.findall(bare) if word[0].isupper() and word.lower() not in common}
    named = frozenset().union(*(stems(name) for name in names))
    opens = len(names) == 1 and bare.lstrip()[:1].isupper()
    named_or_not = None if opens or not (named or stems(bare)) else bool(named)
    plain = frozenset().union(*(stems(word) for word in WORD.findall(bare) if word.islower()))
    return _Words((named or stems(bare)) | years, named_or_not, _places(part), plain)
