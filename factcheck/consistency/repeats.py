"""Sentences that say the same thing twice in nearly the same words, with two numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.claim import Hedge, Quantity, QuantityKind
from factcheck.consistency.comparing import COMPARED, alike, conflicting
from factcheck.consistency.finding import Inconsistency, differing
from factcheck.document import Span
from factcheck.consistency.reading import Line, Mention, Role, mentions
from factcheck.consistency.words import apart, content, share_a_name

_CLAUSE = re.compile(r"[;:–—()]|,(?!\d)|\b(?:and|but|while|whereas|although)\b")
_FEWEST = 3
"""Words of meaning that a clause must have, the number apart, to be recognised."""
_NEAR = 2
"""Words on either side of a number that tell what it is of."""


@dataclass(frozen=True, slots=True)
class _Statement:
    """A number with the stems of its clause before and behind it, and the dates and telling words of the clause."""

    mention: Mention
    left: tuple[str, ...]
    right: tuple[str, ...]
    dates: frozenset[str]
    apart: frozenset[str]


def repeats(lines: Sequence[Line]) -> Iterator[Inconsistency]:
    """Numbers that differ from an earlier one in the same words."""
    seen: defaultdict[tuple[QuantityKind, str, tuple[str, ...]], list[_Statement]] = defaultdict(list)
    for mention in mentions(list(lines), Role.TEXT):
        quantity = mention.quantity
        exact = quantity.hedge is Hedge.EXACT and quantity.interval.is_point
        if quantity.kind not in COMPARED or not exact or not (quantity.unit or quantity.counted):
            continue
        statement = _statement(mention)
        earlier = seen[quantity.kind, quantity.counted, statement.left[-1:]]
        other = next((e for e in earlier if _says_the_same(e, statement)), None)
        if other is not None and conflicting(quantity, other.mention.quantity):
            yield differing(mention, other.mention)
        earlier.append(statement)


def _statement(mention: Mention) -> _Statement:
    quantity, text = mention.quantity, mention.line.text
    before, after = mention.line.before(quantity), mention.line.after(quantity)
    starts = [match.end() for match in _CLAUSE.finditer(before)]
    end = _CLAUSE.search(after)
    clause = Span(starts[-1] if starts else 0, quantity.span.end + (end.start() if end else len(after)))
    return _Statement(
        mention,
        tuple(content(before[clause.start :])),
        tuple(content(text[quantity.span.end : clause.end])),
        frozenset(
            " ".join(q.text.split())
            for q in mention.line.quantities
            if q.kind is QuantityKind.DATE and clause.contains(q.span)
        ),
        apart(clause.of(text)),
    )


def _says_the_same(one: _Statement, other: _Statement) -> bool:
    if not alike(one.mention.quantity, other.mention.quantity) or one.apart != other.apart:
        return False
    if (
        one.mention.line.sentence.block == other.mention.line.sentence.block
        and one.mention.index == other.mention.index
    ):
        return False
    mine, theirs = set(one.left + one.right), set(other.left + other.right)
    if mine == theirs and len(mine) >= _FEWEST and one.dates == other.dates:
        return _modifiers(one.mention.quantity) == _modifiers(other.mention.quantity)
    return _of_one_name(one, other)


def _of_one_name(one: _Statement, other: _Statement) -> bool:
    """Whether both sentences name the same, and say the same right before and behind the number."""
    if not share_a_name(one.mention.line.text, other.mention.line.text) or (
        one.dates and other.dates and one.dates != other.dates
    ):
        return False
    if any(any(char.isdigit() for char in date) for date in one.dates ^ other.dates):
        return False
    if not one.left or not other.left or not one.right:
        return False
    return one.left[-1] == other.left[-1] and one.right[:_NEAR] == other.right[:_NEAR]


def _modifiers(quantity: Quantity) -> frozenset[str]:
    return frozenset(quantity.modifiers)
