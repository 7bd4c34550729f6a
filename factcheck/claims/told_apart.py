"""One clause, several claims: each figure, date, example and member of a coordination that stands for itself."""

from __future__ import annotations

from collections.abc import Collection

from factcheck.claims.adjuncts import by_adjunct
from factcheck.claims.coordination import distributed
from factcheck.claims.draft import Draft
from factcheck.claims.examples import by_example
from factcheck.claims.figures import by_figure
from factcheck.claims.tree import Tree


def told_apart(tree: Tree, draft: Draft, head: int, body: Collection[int]) -> list[Draft]:
    """The claims of a clause's draft, in order; the draft alone where it tells one thing.

    Args:
        tree: The sentence.
        draft: What the clause says.
        head: Its predicate.
        body: Its own words outside quotations.
    """
    return [
        claim
        for figure in by_figure(tree, draft, head, body)
        for event in by_adjunct(tree, figure, head, body)
        for example in by_example(tree, event, body)
        for claim in distributed(tree, example, body)
    ]
