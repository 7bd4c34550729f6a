"""Values that a claim gives to the wrong one of two: "Germany gave 3 million and Austria 8 million" turned round."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.quantities.contrasts import Place
from factcheck.quantities.wording import SENTENCE_END, around

_CLAUSE = re.compile(r"[,;:()]|\b(?:and|while|but|whereas|against|compared with)\b")
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_NUMERAL = re.compile(r"\d")
_FAR = 300


def swapped(claim: str, mine: Place, passage: str, theirs: Place) -> bool:
    """Whether a number belongs to one name in a claim and to another in a passage, which both give both a number.

    Args:
        claim: The claim.
        mine: Where its number stands.
        passage: The passage.
        theirs: Where the other number stands.
    """
    said, shown = _owner(claim, mine), _owner(passage, theirs)
    if not said or not shown or said == shown:
        return False
    first, last = around(passage, theirs, SENTENCE_END, _FAR)
    return shown in _owners(claim) and said in _owners(passage[first:last])


def _owner(text: str, place: Place) -> str:
    """The first name of the clause that a number stands in, before it."""
    before = text[max(0, place[0] - _FAR) : place[0]]
    names = _NAME.findall(_CLAUSE.split(before)[-1])
    return names[0] if names else ""


@lru_cache(maxsize=1024)
def _owners(text: str) -> frozenset[str]:
    """The first names of the clauses of a text that have a number behind them."""
    found = ((_NAME.search(clause), clause) for clause in _CLAUSE.split(text))
    return frozenset(name.group() for name, clause in found if name and _NUMERAL.search(clause, name.end()))
