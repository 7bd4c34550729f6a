"""Who did it to whom: "Kasten bought Velo Nord" beside "Kasten was bought by Velo Nord".

To a model both look alike. Only the plainest case is told here: both sentences have one verb in common, all that the
claim has before it stands behind it in the passage and the other way round, and the voices do not explain it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

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
_MUTUAL = frozenset({"marr", "agre", "matc", "comp", "divo", "swap", "exch", "join", "clas", "equa", "kiss", "hugg"})
"""Verbs that both sides do to each other."""


class _Deed(NamedTuple):
    """A verb by its first letters, the words of who does it, and of whom it is done to."""

    verb: str
    doer: frozenset[str]
    done_to: frozenset[str]


def turned_round(claim: str, passage: str) -> bool:
    """Whether a passage says that those to whom a claim has something done did it to those whom it has do it."""
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
    return _Deed(verb.lower()[:_ROOT], does, done) if does and done else None
