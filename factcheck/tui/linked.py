"""Claims that say the same: one decision can be for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.claim import Claim
from factcheck.decisions import identical_facts, same_figures


class Linked:
    """An article's claims by what they share, each named by its index."""

    def __init__(self, claims: Sequence[Claim] = ()) -> None:
        self._twins = _companions(len(claims), identical_facts(claims))
        self._figures = _companions(len(claims), same_figures(claims))

    def twins(self, index: int) -> tuple[int, ...]:
        """The other claims that state the same fact."""
        return tuple(sorted(self._twins[index]))

    def figures(self, index: int) -> tuple[int, ...]:
        """The other claims that give one of this claim's figures in other words."""
        return tuple(sorted(self._figures[index] - self._twins[index]))

    def to(self, index: int) -> tuple[int, ...]:
        """The claims of the same fact or figure, which one decision can be for."""
        return tuple(sorted(self._twins[index] | self._figures[index]))


def _companions(count: int, groups: Iterable[tuple[int, ...]]) -> list[frozenset[int]]:
    """For each of so many claims the others of its groups."""
    found: list[set[int]] = [set() for _ in range(count)]
    for group in groups:
        for index in group:
            found[index] |= set(group) - {index}
    return [frozenset(others) for others in found]
