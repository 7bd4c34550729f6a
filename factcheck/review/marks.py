"""Which claim a place of the article is shown as belonging to.

Claims share words ("six armed hostage-takers" may carry two). Each place is shown as part of one claim, the
one that most needs the reviewer's eye.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.document import Span
from factcheck.report import CheckedClaim
from factcheck.review.vocabulary import sign_of

_URGENCY = "!?+."


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the article that is shown as part of a claim.

    Attributes:
        span: Where.
        claim: Index of the claim.
        sign: To be shown before it, or "" where the claim only goes on after a gap.
    """

    span: Span
    claim: int
    sign: str


def marks_of(claims: Sequence[CheckedClaim], text: str) -> list[Mark]:
    """The marks of an article's text, sorted and disjoint; stops and blanks alone get none."""
    edges: dict[int, list[tuple[bool, int]]] = {}
    for index, checked in enumerate(claims):
        for span in checked.claim.spans:
            edges.setdefault(span.start, []).append((True, index))
            edges.setdefault(span.end, []).append((False, index))
    active: set[tuple[int, int]] = set()
    marks: list[Mark] = []
    places = sorted(edges)
    for start, end in pairwise(places):
        for opens, index in edges[start]:
            ranked = (_URGENCY.index(sign_of(claims[index])), index)
            (active.add if opens else active.discard)(ranked)
        if not active or not any(char.isalnum() for char in text[start:end]):
            continue
        owner = min(active)[1]
        last = marks[-1] if marks else None
        if last and last.claim == owner and last.span.end == start:
            marks[-1] = Mark(Span(last.span.start, end), owner, last.sign)
        else:
            sign = "" if last and last.claim == owner else sign_of(claims[owner])
            marks.append(Mark(Span(start, end), owner, sign))
    return marks
