"""What a reviewer's decisions mean for the article and the references as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.decisions.anchor import AnchorIndex
from factcheck.decisions.event import Citation, Decide
from factcheck.document import Reference
from factcheck.fingerprint import normalised


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision on a claim of today.

    Attributes:
        decide: The decision.
        stale: What has changed since, for people; empty if it still holds.
    """

    decide: Decide
    stale: str = ""


class Sources:
    """The references of a run, asked whether a cited passage still stands in them."""

    def __init__(self, references: Iterable[Reference]) -> None:
        self._references = {reference.id: reference for reference in references}
        self._text = cache(lambda id: normalised(self._references[id].text))
        self.hold = cache(self._hold)

    def _hold(self, citation: Citation) -> bool:
        """Whether the reference still has the passage."""
        return citation.reference in self._references and citation.quote in self._text(citation.reference)


def standings(
    decisions: Sequence[Decide], claims: AnchorIndex, sources: Sources
) -> tuple[dict[int, Standing], tuple[Decide, ...]]:
    """Lead a reviewer's decisions in force to the claims of today.

    Decisions whose claim is unchanged come first, so that none of the others can take its place. No decision
    is dropped: what leads to no claim is lost, and returned as such.

    Returns:
        The standing decision of each claim by its index, and the lost ones, oldest first.
    """
    found: dict[int, Standing] = {}
    rest: list[Decide] = []
    for decide in decisions:
        match = claims.unchanged(decide.anchor)
        if match:
            found[match.index] = Standing(decide, _gone(decide, sources))
        else:
            rest.append(decide)
    lost: list[Decide] = []
    taken = set(found)
    for decide in reversed(rest):
        match = claims.changed(decide.anchor)
        if match and match.index not in taken:
            taken.add(match.index)
            found[match.index] = Standing(decide, match.changed)
        elif decide.kind or decide.note:
            lost.insert(0, decide)
    return found, tuple(lost)


def _gone(decide: Decide, sources: Sources) -> str:
    gone = [citation.reference for citation in decide.citations if not sources.hold(citation)]
    return f"the passage cited from {', '.join(dict.fromkeys(gone))} has changed" if gone else ""
