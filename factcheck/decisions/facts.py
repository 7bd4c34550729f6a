"""Which claims of an article say the same fact, or the same figure of one thing: a decision can be given to all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.claim import Claim, Hedge, Quantity
from factcheck.consistency.comparing import COMPARED
from factcheck.consistency.words import content, fates, others

_ARTICLES = frozenset({"a", "an", "the"})
_RECALLED = re.compile(r"\b(?:the|this|that|these|those|its|their|his|her)\s+$", re.IGNORECASE)
"""Before a number: it points back to one that was given."""
_FEWEST = 3
"""Words of meaning in which two claims must agree where neither points back."""
_REACH = 60
"""How many earlier figures of the sort one is held against: keeps long articles fast."""
_WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")


def identical_facts(claims: Sequence[Claim]) -> list[tuple[int, ...]]:
    """Groups of claims that say the same, by index, only those of two or more.

    The same is said by the same words in the same order, whatever their case and articles, with the same quantities
    of the same things in whatever notation. "400 people died" and "400 people were hurt" are two facts.
    """
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        groups[_fact(claim)].append(index)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def same_figures(claims: Sequence[Claim]) -> list[tuple[int, ...]]:
    """Groups of claims that give one figure of one thing in other words, by index; a claim may be in several.

    "Trips rose 12 percent" and "The 12 percent rise is the largest since 2011": a number that points back, exact, with
    what it counts or a word of meaning in common; or one that stands among the same words in another order.
    """
    seen: dict[tuple[object, ...], list[_Figure]] = defaultdict(list)
    groups: list[list[int]] = []
    for index, claim in enumerate(claims):
        for meaning, figure in _figures(index, claim):
            earlier = next((e for e in seen[meaning][-_REACH:] if _of_one_thing(e, figure)), None)
            figure.group = earlier.group if earlier else []
            if index not in figure.group:
                figure.group.append(index)
            if earlier is None:
                groups.append(figure.group)
            seen[meaning].append(figure)
    return [tuple(group) for group in groups if len(group) > 1]


@dataclass(slots=True)
class _Figure:
    """A number of a claim with what is said around it, and the claims that give the same."""

    index: int
    points_back: bool
    counted: bool
    stems: frozenset[str]
    fates: frozenset[str]
    others: frozenset[str]
    group: list[int]


def _figures(index: int, claim: Claim) -> Iterator[tuple[tuple[object, ...], _Figure]]:
    for quantity in claim.quantities:
        before, found, after = claim.text.partition(quantity.text)
        exact = quantity.hedge is Hedge.EXACT and quantity.interval.is_point
        if found and exact and quantity.kind in COMPARED:
            around = f"{before} {after}"
            yield (
                (claim.modality, *_meaning(quantity)),
                _Figure(
                    index,
                    bool(_RECALLED.search(before)),
                    bool(quantity.counted),
                    frozenset(content(around)),
                    fates(around),
                    others(around),
                    [],
                ),
            )


def _of_one_thing(earlier: _Figure, later: _Figure) -> bool:
    if earlier.others != later.others or (earlier.fates and later.fates and earlier.fates != later.fates):
        return False
    if later.points_back:
        return later.counted or bool(earlier.stems & later.stems)
    return earlier.stems == later.stems and len(later.stems) >= _FEWEST


def _fact(claim: Claim) -> tuple[object, ...]:
    """The claim's words with its quantities' meanings in the places of their expressions."""
    said: list[object] = [claim.modality]
    rest = claim.text
    for quantity in claim.quantities:
        before, found, after = rest.partition(quantity.text)
        if found:
            said += [*_words(before), _meaning(quantity)]
            rest = after
    return (*said, *_words(rest))


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if word not in _ARTICLES]


def _meaning(quantity: Quantity) -> tuple[object, ...]:
    of = (quantity.unit, quantity.per, quantity.counted, *sorted(quantity.modifiers))
    return (quantity.kind, quantity.interval, *of)
