"""Whether anything that a sentence tells has been left out of its claims."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.claims.draft import Draft
from factcheck.claims.tree import Tree
from factcheck.claims.units import Unit
from factcheck.claims.verbs import SAYING

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ", "X", "SYM"})


def has_lost_words(unit: Unit, tree: Tree, drafts: Iterable[Draft]) -> bool:
    """Whether a content word of a unit is in no claim: neither in its words nor in who is said to have said it.

    Verbs of saying are left aside, an attribution stands for them; so are single words in brackets.
    """
    told: set[int] = set()
    for draft in drafts:
        told.update(draft.words)
        told.update(piece for piece in draft.attribution if isinstance(piece, int))
    content = (w for w in range(len(tree)) if tree.upos[w] in _CONTENT and tree.words[w] not in SAYING)
    if any(word not in told and any(c.isalnum() for c in tree.words[word]) for word in content):
        return True
    start = len(tree)
    for aside in unit.asides:
        words = [start + i for i, token in enumerate(aside.tokens) if token.text[0].isalpha() and len(token.text) > 3]
        start += len(aside.tokens) + len(aside.tail)
        if len([word for word in words if word not in told]) > 1:
            return True
    return False
