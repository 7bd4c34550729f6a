"""Who did it to whom: "Kasten bought Velo Nord" beside "Kasten was bought by Velo Nord".

To a model both look alike. Only the plainest cases are told here: both sentences have one word in common, all that the
claim has before it stands behind it in the passage and the other way round, and the voices do not explain it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.quantities.owners import MARK
from factcheck.quantities.wording import SENTENCE_END, stems

_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being|be|got)\s+(?:\w+ly\s+)?(?P<verb>\w{3,}(?:ed|t|n|d))\s+by\b", re.I
)
_VERB = re.compile(r"\b(?P<verb>[a-z]{2,}(?:ed|ght)|beat|shot|sold|hit|led|outbid|overtook)\b")
_SECOND = re.compile(
    r"\s+(?:for|to|in|on|at|with|after|before|because|over|during|from|since|when|while|which|who)\b|(?<=\w)\s+(?=[€$£]?\d)"
)
"""Where what is done to somebody ends."""
_ROOT = 4
"""Letters by which two forms of a verb are one."""
_ONE_DEED = {"defe": "beat", "thra": "beat", "trou": "beat", "rout": "beat", "vanq": "beat"}
"""Verbs that say the same, by their first letters."""
_MUTUAL = frozenset({"marr", "agre", "matc", "comp", "divo", "swap", "exch", "join", "clas", "equa", "kiss", "hugg"})
"""Verbs that both sides do to each other."""
_WON = re.compile(r"(?:The )?(?P<who>[A-Z]\w+(?: [A-Z]\w+)*) (?:won|win|lifted|took|claimed|beat|defeated)\b")
_BEATEN = re.compile(
    r"\b(?:beat|beats|beating|defeat(?:ed|s|ing)?|thrash(?:ed|ing)|overcame|overcoming|saw off|edg(?:ed|ing) past"
    r"|(?:win|victory|triumph) over)\s+(?:the )?(?P<who>[A-Z]\w+(?: [A-Z]\w+)*)"
)
_IS = re.compile(r"\b(?:is|are|was|were|been|being|be|got)\s+(?:\w+ly\s+)?$", re.I)
"""What makes of a verb behind it a passive."""
_WITH = re.compile(r"\b(?:with|alongside|beside|each other|one another)\b|:")
"""What makes of a deed one that both do, or of a sentence none."""


class _Deed(NamedTuple):
    """A verb by its first letters, the words of who does it, and of whom it is done to."""

    verb: str
    doer: frozenset[str]
    done_to: frozenset[str]


def turned_round(claim: str, passage: str) -> bool:
    """Whether a passage says that those to whom a claim has something done did it to those whom it has do it."""
    return _by_voice(claim, passage) or _by_order(claim, passage) or _beaten(claim, passage)


def _beaten(claim: str, passage: str) -> bool:
    """Whether a passage tells that those were beaten of whom a claim says that they won."""
    won = _WON.match(claim)
    return won is not None and any(won["who"] == found["who"] for found in _BEATEN.finditer(passage))


def _by_order(claim: str, passage: str) -> bool:
    """Whether two sentences of one voice differ in what stands on which side of a word: "the bank owes the state"."""
    parts = [part for part in SENTENCE_END.split(passage) if part]
    return any(_mirrored(claim, part) for part in parts) and not any(_alike(claim, part) for part in parts)


def _mirrored(claim: str, sentence: str) -> bool:
    return any(
        before <= other_behind and other_before <= behind and not before & other_before
        for before, behind, other_before, other_behind in _around_pivots(claim, sentence)
    )


def _alike(claim: str, sentence: str) -> bool:
    return any(before <= other_before for before, _, other_before, _ in _around_pivots(claim, sentence))


def _around_pivots(claim: str, sentence: str) -> Iterator[tuple[frozenset[str], ...]]:
    """For each word that both have once, in one voice, what stands on its sides in the one and in the other."""
    mine, theirs = _pivots(claim), _pivots(sentence)
    for root in mine.keys() & theirs.keys() - _MUTUAL:
        here, there = mine[root], theirs[root]
        sides = (*_sides(claim, here), *_sides(sentence, there))
        one_voice = bool(_IS.search(claim[: here[0]])) == bool(_IS.search(sentence[: there[0]]))
        mutual = _WITH.search(claim, here[1]) or _WITH.search(sentence, there[1])
        if one_voice and sides[0] and sides[2] and not mutual:
            yield sides


def _pivots(sentence: str) -> dict[str, tuple[int, int]]:
    """The places of words in small letters that carry meaning, by their first letters, those that come but once."""
    found: dict[str, list[tuple[int, int]]] = {}
    for word in re.finditer(r"\b[a-z]{4,}\b", sentence):
        if stems(word.group()):
            found.setdefault(_root(word.group()), []).append(word.span())
    return {root: places[0] for root, places in found.items() if len(places) == 1}


def _sides(sentence: str, place: tuple[int, int]) -> tuple[frozenset[str], frozenset[str]]:
    behind = sentence[place[1] :]
    end = MARK.search(behind)
    return stems(sentence[: place[0]]), stems(behind[: end.start()] if end else behind)


def _by_voice(claim: str, passage: str) -> bool:
    """Whether both tell one deed, with the sides the other way round as their voices have it."""
    mine = _deed(claim)
    if mine is None or mine.verb in _MUTUAL:
        return False
    deeds = [deed for part in SENTENCE_END.split(passage) if (deed := _deed(part)) is not None]
    return any(
        deed.verb == mine.verb and mine.doer <= deed.done_to and mine.done_to <= deed.doer and mine.doer != mine.done_to
        for deed in deeds
    ) and not any(deed.verb == mine.verb and deed.doer <= mine.doer for deed in deeds)


def _deed(sentence: str) -> _Deed | None:
    """What a sentence of one clause says was done by whom to whom; None where either side is missing."""
    passive = _PASSIVE.search(sentence)
    if passive is not None:
        before, behind = sentence[: passive.start()], _object(sentence[passive.end() :])
        return _made(passive["verb"], behind, before)
    for found in _VERB.finditer(sentence):
        before, behind = sentence[: found.start()], _object(sentence[found.end() :])
        if "," in before or behind.startswith(":") or not (deed := _made(found["verb"], before, behind)):
            continue
        return deed
    return None


def _object(behind: str) -> str:
    end = _SECOND.search(behind)
    return behind[: end.start()] if end else behind


def _made(verb: str, doer: str, done_to: str) -> _Deed | None:
    """The deed, unless a side says nothing: figures alone, or pronouns."""
    does, done = stems(doer), stems(done_to)
    return _Deed(_root(verb), does, done) if does and done else None


def _root(verb: str) -> str:
    """The first letters of a verb, or of the usual one of those that say the same."""
    return _ONE_DEED.get(verb.lower()[:_ROOT], verb.lower()[:_ROOT])
