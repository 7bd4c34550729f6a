"""What a claim says in the place of pronouns and short descriptions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.claims.coreference import Referent
from factcheck.claims.draft import Draft
from factcheck.claims.tokens import Token


@dataclass(frozen=True, slots=True)
class Naming:
    """What is put in for one expression of a draft.

    Attributes:
        words: The expression.
        head: The word in whose place it is said; the others are left out.
        text: What is put in.
        referent: What it stands for.
    """

    words: tuple[int, ...]
    head: int
    text: str
    referent: Referent


def namings(draft: Draft, tokens: Sequence[Token], referents: Mapping[int, Referent]) -> list[Naming]:
    """What to say for a draft's expressions: each referent once, and not where the draft names it already."""
    meant = {word for referent in referents.values() for word in referent.words}
    said = {tokens[word].text.lower() for word in draft.words if word not in meant}
    found: list[Naming] = []
    for word in draft.words:
        referent = referents.get(word)
        if referent is None or not _stands(draft, referent.words):
            continue
        last = re.split(r"[\s-]", referent.text)[-1].lower()
        if last not in said:
            text = referent.text if not referent.possessive else possessive(referent.text)
            found.append(Naming(referent.words, word, text, referent))
            said.add(last)
    return found


def possessive(text: str) -> str:
    """A name or phrase as an owner."""
    return text + ("'" if text.endswith("s") else "'s")


def _stands(draft: Draft, words: Sequence[int]) -> bool:
    """Whether a draft holds an expression's words side by side."""
    if words[0] not in draft.pieces:
        return False
    at = draft.pieces.index(words[0])
    return draft.pieces[at : at + len(words)] == tuple(words)
