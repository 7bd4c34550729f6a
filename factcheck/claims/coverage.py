"""Whether anything that a sentence tells has been left out of its claims."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.claims.draft import Draft
from factcheck.claims.tree import ROOT, Tree
from factcheck.claims.units import Unit
from factcheck.claims.verbs import SAYING
from factcheck.claims.vocabulary import word_set

_PHRASES = frozenset(
    ["nsubj", "obj", "iobj", "obl", "obl:unmarked", "nmod", "nmod:poss", "nmod:desc", "flat", "compound", "amod"]
)
_LEADING = word_set("among them these including whom which whose more less than most about with from")
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ", "X", "SYM"})


def has_lost_words(unit: Unit, tree: Tree, drafts: Iterable[Draft]) -> bool:
    """Whether a content word of a unit is in no claim: neither in its words nor in who is said to have said it.

    Verbs of saying are left aside, with whom or where it was said: an attribution stands for them. So are single
    words in brackets.
    """
    told: set[int] = set()
    for draft in drafts:
        told.update(draft.words)
        told.update(piece for piece in draft.attribution if isinstance(piece, int))
    content = (w for w in range(len(tree)) if tree.upos[w] in _CONTENT and any(c.isalnum() for c in tree.words[w]))
    if any(word not in told and not _tells_who_says_it(tree, word) for word in content):
        return True
    start = len(tree)
    for aside in unit.asides:
        words = [start + i for i, token in enumerate(aside.tokens) if _is_telling(token.text)]
        start += len(aside.tokens) + len(aside.tail)
        if len([word for word in words if word not in told]) > 1:
            return True
    return False


def _is_telling(word: str) -> bool:
    return word[0].isalpha() and len(word) > 3 and word.lower() not in _LEADING


def _tells_who_says_it(tree: Tree, word: int) -> bool:
    """Whether a word is a verb of saying or hangs on one by phrases alone: "a source told the agency that ..."."""
    while tree.words[word] not in SAYING:
        if tree.rels[word] not in _PHRASES or tree.heads[word] == ROOT:
            return False
        word = tree.heads[word]
    return True
