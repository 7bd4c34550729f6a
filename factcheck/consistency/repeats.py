"""Sentences that say the same thing twice in nearly the same words, with two numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.claim import Hedge, Quantity, QuantityKind
from factcheck.consistency.comparing import COMPARED, alike, conflicting
from factcheck.consistency.finding import Inconsistency, differing
from factcheck.consistency.reading import Line, Mention, Role, mentions
from factcheck.consistency.words import apart, content, names, share_a_name, words
from factcheck.document import Span

_CLAUSE = re.compile(r"[;:–—()]|,(?!\d)|\b(?:and|but|while|whereas|although)\b")
_FEWEST = 3
"""Words of meaning that a clause must have, the number apart, to be recognised."""
_SMALLEST = 3
_REACH = 60
"""How many numbers of the sort a statement is compared with: keeps long texts fast."""
_NEAR = 2
"""Words on either side of a number that tell what it is of."""


@dataclass(frozen=True, slots=True)
class _Statement:
    """A number with its clause: all stems and those behind it, the verb before it, its dates and telling words."""

    mention: Mention
    clause: str
    stems: frozenset[str]
    right: tuple[str, ...]
    verb: str
    dates: frozenset[str]
    apart: frozenset[str]


def repeats(lines: Sequence[Line]) -> Iterator[Inconsistency]:
    """Numbers that differ from an earlier one in the same words."""
    seen: defaultdict[tuple[QuantityKind, str], list[_Statement]] = defaultdict(list)
    for mention in mentions(list(lines), Role.TEXT):
        quantity = mention.quantity
        if not _is_plain(quantity) or mention.line.sentence.identifiers:
            continue
        statement = _statement(mention)
        earlier = seen[quantity.kind, quantity.counted]
        other = next((e for e in earlier[-_REACH:] if _says_the_same(e, statement)), None)
        if other is not None and conflicting(quantity, other.mention.quantity):
            yield differing(mention, other.mention)
        earlier.append(statement)


def _is_plain(quantity: Quantity) -> bool:
    """Whether a number is stated of something; a small or broken count is as often a label or a version."""
    if quantity.kind is QuantityKind.COUNT and (quantity.value < _SMALLEST or quantity.value != int(quantity.value)):
        return False
    exact = quantity.hedge is Hedge.EXACT and quantity.interval.is_point
    return quantity.kind in COMPARED and exact and bool(quantity.unit or quantity.counted)


def _statement(mention: Mention) -> _Statement:
    quantity, text = mention.quantity, mention.line.text
    before, after = mention.line.before(quantity), mention.line.after(quantity)
    start = max((match.end() for match in _CLAUSE.finditer(before)), default=0)
    end = _CLAUSE.search(after)
    clause = Span(quantity.span.start - len(before) + start, quantity.span.end + (end.start() if end else len(after)))
    right = tuple(content(text[quantity.span.end : clause.end]))
    return _Statement(
        mention,
        clause.of(text),
        frozenset((*content(before[start:]), *right)),
        right,
        _last_plain(before[start:]),
        frozenset(
            " ".join(q.text.split())
            for q in mention.line.quantities
            if q.kind is QuantityKind.DATE and clause.contains(q.span)
        ),
        apart(clause.of(text)),
    )


def _last_plain(text: str) -> str:
    """The stem of the last word of meaning that is no name: of the verb, mostly."""
    plain = " ".join(word for word in words(text) if word[0].islower())
    return "".join(content(plain)[-1:])


def _says_the_same(one: _Statement, other: _Statement) -> bool:
    in_same_words = one.stems == other.stems and len(one.stems) >= _FEWEST and one.dates == other.dates
    # What is quick to tell comes first: a number meets many others.
    if not (in_same_words or _with_one_verb(one, other)) or one.apart != other.apart:
        return False
    mine, theirs = one.mention, other.mention
    if mine.index == theirs.index or not alike(mine.quantity, theirs.quantity):
        return False
    if mine.line.section != theirs.line.section and not names(one.clause) & names(other.clause):
        return False
    if in_same_words:
        return set(mine.quantity.modifiers) == set(theirs.quantity.modifiers)
    return _of_one_name(one, other)


def _with_one_verb(one: _Statement, other: _Statement) -> bool:
    """Whether both say the same right before and behind the number."""
    return bool(one.verb and one.right) and one.verb == other.verb and one.right[:_NEAR] == other.right[:_NEAR]


def _of_one_name(one: _Statement, other: _Statement) -> bool:
    """Whether two sentences that say the same around their numbers have a name in common."""
    differ = one.dates ^ other.dates
    if (one.dates and other.dates and differ) or any(char.isdigit() for date in differ for char in date):
        return False
    return share_a_name(one.mention.line.text, other.mention.line.text)
