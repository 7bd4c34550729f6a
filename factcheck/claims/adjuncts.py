"""Dated events, told in two: "was born in Lyon in 1912" says where and when.

Only where a date with its year stands beside a named place, agent or body is an event told twice, each time with
one of them: both are facts that an editor looks up, and often in different sources. Days and months without a year
are how news tells when, and stay.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from factcheck.claims.draft import Draft
from factcheck.claims.phrases import is_time
from factcheck.claims.tree import Tree

_YEAR = re.compile(r"1\d{3}|20\d\d")
_ADJUNCTS = ("obl", "obl:unmarked", "obl:agent")
_AGES = frozenset({"age", "aged"})
_ROLES = frozenset({"as", "into", "than", "to", "from", "of"})  # complements rather than settings


def by_adjunct(tree: Tree, draft: Draft, head: int, body: Collection[int]) -> list[Draft]:
    """The draft of a dated event once with its date and once with its named settings; else the draft alone.

    Args:
        tree: The sentence.
        draft: The claim of a clause.
        head: The clause's predicate.
        body: The clause's own words outside quotations.
    """
    present = set(draft.words) & set(body)
    if tree.upos[head] != "VERB":
        return [draft]
    adjuncts = [child for child in tree.children(head, *_ADJUNCTS) if child in present]
    dated = [child for child in adjuncts if _is_dated(tree, child)]
    named = [child for child in adjuncts if child not in dated and _is_named(tree, child)]
    if not dated or not named:
        return [draft]
    return [draft.without(_words_of(tree, dated)), draft.without(_words_of(tree, named), at=dated[0])]


def _is_dated(tree: Tree, child: int) -> bool:
    words = tree.subtree(child)
    return is_time(tree, words) and any(_YEAR.fullmatch(tree.words[word]) for word in words)


def _is_named(tree: Tree, child: int) -> bool:
    """Whether an adjunct names where, by whom or for whom, or tells at what age."""
    words = tree.subtree(child)
    if is_time(tree, words) or any(tree.words[case] in _ROLES for case in tree.children(child, "case")):
        return False
    return any(tree.upos[word] == "PROPN" or tree.words[word] in _AGES for word in words)


def _words_of(tree: Tree, adjuncts: Collection[int]) -> set[int]:
    return {word for child in adjuncts for word in tree.subtree(child)}
