"""Which claims of an article say the same fact: a decision on one of them can be given to all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from factcheck.claim import Claim, Quantity

_ARTICLES = frozenset({"a", "an", "the"})
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
