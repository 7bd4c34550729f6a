"""A sentence's words as a tree to walk: children, subtrees, phrases; word indices count from 0."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from factcheck.claims.parse import Parse
from factcheck.claims.tokens import Token

ROOT = -1


class Tree:
    """The dependency tree of one sentence.

    Attributes:
        tokens: Its words.
        heads: The head of each word, or ROOT.
        rels: The relation to it.
        upos: Parts of speech.
        words: The words in lower case, curly apostrophes straight.
    """

    def __init__(self, tokens: Sequence[Token], parse: Parse) -> None:
        self.tokens = tokens
        self.heads = [head - 1 for head in parse.heads]
        self.rels = list(parse.deprels)
        self.upos = list(parse.upos)
        self.words = [token.text.lower().replace("’", "'") for token in tokens]
        self._children: list[list[int]] = [[] for _ in tokens]
        for word, head in enumerate(self.heads):
            if head != ROOT:
                self._children[head].append(word)
        self.root = self.heads.index(ROOT) if ROOT in self.heads else 0

    def __len__(self) -> int:
        return len(self.tokens)

    def children(self, head: int, *rels: str) -> list[int]:
        """The dependents of a word in order of place, those of the given relations if any are given."""
        found = self._children[head]
        return [child for child in found if self.rels[child] in rels] if rels else list(found)

    def child(self, head: int, *rels: str) -> int | None:
        """The first dependent of a word with one of the relations."""
        return next((child for child in self._children[head] if self.rels[child] in rels), None)

    def subtree(self, head: int, without: Collection[int] = ()) -> list[int]:
        """A word and all below it in order of place, except the words of `without` and what hangs on them."""
        found: list[int] = []
        todo = [head]
        while todo:
            word = todo.pop()
            found.append(word)
            todo += (child for child in self._children[word] if child not in without)
        return sorted(found)

    def ancestors(self, word: int) -> Iterator[int]:
        """The head of a word, its head, and so on to the root."""
        head = self.heads[word]
        while head != ROOT:
            yield head
            head = self.heads[head]

    def attach(self, word: int, head: int, rel: str) -> None:
        """Hang a word (that is not the root) on another head, which must not lie below it."""
        self._children[self.heads[word]].remove(word)
        self.heads[word] = head
        self.rels[word] = rel
        self._children[head] = sorted([*self._children[head], word])

    def reroot(self, word: int, rel: str) -> None:
        """Make a child of the root the root, and the root its dependent with a relation."""
        old = self.root
        self._children[old].remove(word)
        self.heads[word], self.rels[word] = ROOT, "root"
        self.heads[old], self.rels[old] = word, rel
        self._children[word] = sorted([*self._children[word], old])
        self.root = word

    def has(self, head: int, rel: str, *words: str) -> bool:
        """Whether a word has a dependent of this relation that reads like one of the words, if any."""
        return any(not words or self.words[child] in words for child in self.children(head, rel))
