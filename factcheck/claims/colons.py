"""Clauses after a colon: "The plan failed: the dam had never been surveyed" says two things."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.cuts import RELATIVE_WORDS
from factcheck.claims.marks import PAIRS, track
from factcheck.claims.parse import Parse
from factcheck.claims.tokens import Token
from factcheck.claims.tree import Tree
from factcheck.claims.units import FINITE
from factcheck.claims.verbs import SAYING, is_predicate, subject

_LEAST_BEFORE = 5  # words; fewer without a verb are a label
_LEAST_CLAUSE = 3
_LEAST_AFTER = 4


def colon_in(tokens: Sequence[Token]) -> int | None:
    """The place of the first colon outside quotations and brackets that a clause may follow; None if there is none."""
    closing: list[str] = []
    for i, token in enumerate(tokens):
        track(token.text, closing)
        if token.text == ":" and not closing:
            after = tokens[i + 1 :]
            told = any(before.text.lower() in FINITE for before in tokens[:i])
            enough = i >= (_LEAST_CLAUSE if told else _LEAST_BEFORE) and len(after) > _LEAST_AFTER
            spoken = any(before.text.lower() in SAYING for before in tokens[max(0, i - 3) : i])
            glued = bool(after) and after[0].span.start == token.span.end
            return i if enough and not spoken and not glued and after[0].text not in PAIRS else None
    return None


def is_clause(tokens: Sequence[Token], parse: Parse) -> bool:
    """Whether words by themselves are a clause with a subject and a finite verb."""
    tree = Tree(tokens, parse)
    own = subject(tree, tree.root)
    return own is not None and tree.words[own] not in RELATIVE_WORDS and is_predicate(tree, tree.root)
