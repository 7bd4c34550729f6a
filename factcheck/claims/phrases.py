"""Questions about noun phrases, and their short form for a second mention."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from factcheck.claims.draft import Piece, Pieces
from factcheck.claims.tree import Tree
from factcheck.claims.vocabulary import word_set

_SHORT = (
    "det",
    "amod",
    "compound",
    "nummod",
    "flat",
    "nmod:poss",
    "advmod",
    "case",
    "det:predet",
    "goeswith",
    "fixed",
    "nmod:desc",
)
_AMOUNTS = word_set(
    "half quarter third fifth dozen dozens hundreds thousands millions most all twice double triple both none"
)
_INDEFINITE = frozenset({"a", "an", "some", "another"})
_DEFINITE = word_set("the this that these those its his her their our every each")


def has_number(tree: Tree, words: Collection[int]) -> bool:
    """Whether words hold a number or a word of amount."""
    return any(is_number(tree, word) for word in words)


def is_number(tree: Tree, word: int) -> bool:
    """Whether a word is a number or an amount ("half", "dozens")."""
    text = tree.words[word]
    return tree.upos[word] == "NUM" or text[0].isdigit() or text in _AMOUNTS


def is_definite(tree: Tree, noun: int) -> bool:
    """Whether a phrase names something known: a name, or one with "the", a possessive, a demonstrative."""
    if tree.upos[noun] in ("PROPN", "PRON"):
        return True
    return tree.child(noun, "nmod:poss") is not None or any(
        tree.words[det] in _DEFINITE for det in tree.children(noun, "det", "det:predet")
    )


def is_indefinite(tree: Tree, noun: int) -> bool:
    """Whether a noun phrase brings something new: "a siege", "seven inmates"."""
    if is_definite(tree, noun):
        return False
    return tree.child(noun, "nummod") is not None or any(
        tree.words[det] in _INDEFINITE for det in tree.children(noun, "det")
    )


def short_phrase(tree: Tree, noun: int, cuts: Collection[int]) -> list[int]:
    """A noun phrase for a second mention: no relative clause, no apposition, few prepositional phrases."""
    kept = [noun]
    for child in tree.children(noun):
        if child in cuts or tree.rels[child] == "punct":
            continue
        rel = tree.rels[child]
        of = rel == "nmod" and tree.has(child, "case", "of")
        named = rel == "nmod" and tree.upos[noun] == "PROPN" and tree.upos[child] == "PROPN"
        year = rel == "nmod:unmarked" and tree.upos[child] == "NUM" and child < noun  # "the 1994 championships"
        if (rel in _SHORT or year) and not (rel == "case" and tree.words[child] != "'s"):
            kept += tree.subtree(child, without=cuts)
        elif of or named:
            inner = short_phrase(tree, child, cuts)
            kept += inner + tree.children(child, "case")
        elif rel == "conj" and not (set(tree.subtree(child)) & set(cuts)):
            kept += short_phrase(tree, child, cuts) + tree.children(child, "cc")
    return _filled(tree, sorted(set(kept)))


def _filled(tree: Tree, words: list[int]) -> list[int]:
    """With the hyphens and commas that stand between kept words."""
    kept = set(words)
    for word in range(words[0], words[-1]):
        inner = word not in kept and word - 1 in kept and word + 1 in kept
        if inner and tree.words[word] in ("-", ",", "&", "/", "–"):
            kept.add(word)
    return sorted(kept)


def again(tree: Tree, words: Sequence[int]) -> Pieces:
    """A noun phrase mentioned again: "a siege" becomes "the siege"."""
    pieces: list[Piece] = list(words)
    if words and tree.words[words[0]] in ("a", "an", "another") and tree.upos[words[0]] == "DET":
        pieces[0] = "the"
    return tuple(pieces)


def owned_by(tree: Tree, owner: Sequence[Piece]) -> Pieces:
    """A phrase as an owner: "the firm's", "the nurses'"."""
    last = owner[-1]
    word = tree.words[last] if isinstance(last, int) else last
    plural = isinstance(last, int) and tree.upos[last] == "NOUN" and word.endswith("s")
    return (*owner, "'" if plural else "'s")


_TIMES = word_set(
    "second minute hour day week weekend month quarter year decade century season monday tuesday "
    "wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december spring summer autumn winter morning afternoon evening "
    "night noon midnight am pm"
)
_PARTS_OF_TIME = frozenset({"end", "start", "beginning", "middle"})


def is_time(tree: Tree, words: Sequence[int]) -> bool:
    """Whether a phrase says when or how long: it names a unit of time, day or month, or is a bare year."""
    texts = [tree.words[word] for word in words]
    if any(text in _TIMES or text.removesuffix("s") in _TIMES for text in texts):
        return True
    numbers = [text for text in texts if text[0].isdigit()]
    nouns = [w for w in words if tree.upos[w] in ("NOUN", "PROPN", "SYM") and tree.words[w] not in _PARTS_OF_TIME]
    return bool(numbers) and not nouns and all(re.fullmatch(r"(?:1[5-9]|20)\d\d(?:s|/\d+)?", n) for n in numbers)
