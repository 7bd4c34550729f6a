"""Conditions that hold for more than the clause they stand in."""

from __future__ import annotations

from factcheck.claims.draft import Pieces
from factcheck.claims.tree import Tree

_CONDITIONS = ("if", "unless", "provided", "once")


def condition_of(tree: Tree, head: int) -> Pieces:
    """The condition that opens a clause, for what goes on after "and": "If it rains, the road closes and ..."."""
    for clause in tree.children(head, "advcl"):
        words = tree.subtree(clause)
        if words[0] == 0 and clause < head and tree.words[0] in _CONDITIONS:
            while words and tree.upos[words[-1]] == "PUNCT":
                words.pop()
            return tuple(words)
    return ()
