"""Whose age a number is: of "Doyle arrested a 45-year-old man" it is not Doyle's."""

from __future__ import annotations

import re

from factcheck.quantities.contrasts import Place
from factcheck.quantities.kinds import is_human
from factcheck.quantities.wordlist import WORD

_NAME = re.compile(r"\b[A-Z]\w{2,}")
_OBJECT = re.compile(r"\b(?!(?:is|was|as|be|been|were|are|became|being)\b)[a-z]+\san?\s$")
"""What stands before "45-year-old man" where it is no apposition to a name."""
_BESIDE = re.compile(r"\b(?P<noun>[a-z]+), (?:aged )?$")
_SUBJECT = re.compile(r"\bThe (?P<noun>[a-z]+)\b")


def of_somebody_else(claim: str, mine: Place, passage: str, theirs: Place) -> bool:
    """Whether a passage tells an age of somebody else than the claim, whom both name.

    Args:
        claim: The claim.
        mine: Where its age stands.
        passage: The passage.
        theirs: Where its age stands.
    """
    before = passage[: theirs[0]]
    if _OBJECT.search(before) and set(_NAME.findall(claim)) & set(_NAME.findall(before)):
        return True
    beside, subject = _BESIDE.search(before), _SUBJECT.search(claim[: mine[0]])
    if beside is None or subject is None or not (is_human(beside["noun"]) and is_human(subject["noun"])):
        return False
    return beside["noun"] not in WORD.findall(claim) and subject["noun"] in WORD.findall(passage)
