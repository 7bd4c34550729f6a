"""Examples that a phrase gives: "played in films such as Dune and Heat" says that he played in Dune, and in Heat."""

from __future__ import annotations

from collections.abc import Collection

from factcheck.claims.draft import Draft, Piece
from factcheck.claims.tree import Tree

_PLACES = ("obj", "obl", "obl:agent", "nsubj:pass")


def by_example(tree: Tree, draft: Draft, body: Collection[int]) -> list[Draft]:
    """The draft without its examples, and once with each example in the place of the phrase; else the draft alone.

    Args:
        tree: The sentence.
        draft: The claim of a clause.
        body: The clause's own words outside quotations.
    """
    present = set(draft.words) & set(body)
    for noun in sorted(present):
        if tree.rels[noun] not in _PLACES:
            continue
        for given in tree.children(noun, "nmod"):
            if given in present and _leads_to_examples(tree, given):
                return _told(tree, draft, noun, given)
    return [draft]


def _leads_to_examples(tree: Tree, given: int) -> bool:
    """Whether a phrase gives examples that are names: "such as", "including", "like"."""
    return tree.upos[given] == "PROPN" and tree.has(given, "case", "such", "including", "like")


def _told(tree: Tree, draft: Draft, noun: int, given: int) -> list[Draft]:
    members = [given, *(w for w in tree.children(given, "conj") if tree.upos[w] in ("PROPN", "NOUN"))]
    phrase = set(tree.subtree(noun)) - {w for case in tree.children(noun, "case") for w in tree.subtree(case)}
    found = [draft.without(set(tree.subtree(given)))]
    for member in members:
        own = _own(tree, member, members)
        if not own:
            continue
        pieces: list[Piece] = []
        for piece in draft.pieces:
            if isinstance(piece, int) and piece in phrase:
                if piece == noun:
                    pieces += own
                continue
            pieces.append(piece)
        found.append(draft.having(pieces, own[0]))
    return found


def _own(tree: Tree, member: int, members: Collection[int]) -> list[int]:
    """A member's words without the others, conjunctions and what leads to the examples."""
    lead = {w for case in tree.children(member, "case", "cc", "punct") for w in tree.subtree(case)}
    words = [w for w in tree.subtree(member, without=[m for m in members if m != member]) if w not in lead]
    while words and tree.upos[words[-1]] == "PUNCT":
        words.pop()
    while words and tree.upos[words[0]] in ("PUNCT", "CCONJ"):
        words.pop(0)
    return words
