"""What a reviewer's decisions mean for the article and the references as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.decisions.anchor import AnchorIndex, Match
from factcheck.decisions.event import Citation, Decide
from factcheck.decisions.policy import objection
from factcheck.document import Reference
from factcheck.fingerprint import normalised
from factcheck.settings import Review


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision on a claim of today.

    Attributes:
        decide: The decision.
        stale: What has changed since, or what speaks against it, for people; empty if it still holds.
        outweighed: Older ones of the same reviewer on the same claim, made in another copy of the log.
    """

    decide: Decide
    stale: str = ""
    outweighed: tuple[Decide, ...] = ()


class Sources:
    """The references of a run, asked whether a cited passage still stands in them.

    Args:
        references: None if they are not known: then every passage is taken to stand.
    """

    def __init__(self, references: Iterable[Reference] | None) -> None:
        self._known = references is not None
        self._references = {reference.id: reference for reference in references or ()}
        self._text = cache(lambda id: normalised(self._references[id].text))
        self.hold = cache(self._hold)

    def _hold(self, citation: Citation) -> bool:
        """Whether the reference still has the passage."""
        if not self._known:
            return True
        return citation.reference in self._references and citation.quote in self._text(citation.reference)


_DEFAULT = Review()


def standings(
    decisions: Sequence[Decide], claims: AnchorIndex, sources: Sources, review: Review = _DEFAULT
) -> tuple[dict[int, Standing], tuple[Decide, ...]]:
    """Lead a reviewer's decisions in force to the claims of today.

    Decisions whose claim is unchanged come first, so that none of the others can take its place; of the others the
    most alike, and of equals the newest. No decision is dropped: what leads to no claim, or to one that has another
    decision, is lost, and returned as such.

    Args:
        decisions: In force, oldest first.
        claims: The article as it is.
        sources: The references as they are.
        review: What the project asks of a decision.

    Returns:
        The standing decision of each claim by its index, and the lost ones, oldest first.
    """
    found: dict[int, Standing] = {}
    changed: list[tuple[Match, int, Decide]] = []
    lost: list[tuple[int, Decide]] = []
    for age, decide in enumerate(decisions):
        match = claims.unchanged(decide.anchor)
        if match:
            earlier = found.get(match.index)
            older = (*earlier.outweighed, earlier.decide) if earlier else ()
            found[match.index] = Standing(decide, _objection(decide, sources, review), older)
        elif heir := claims.changed(decide.anchor):
            changed.append((heir, age, decide))
        else:
            lost.append((age, decide))
    for heir, age, decide in sorted(changed, key=lambda each: (-each[0].likeness, -each[1])):
        if heir.index in found:
            lost.append((age, decide))
        else:
            found[heir.index] = Standing(decide, heir.changed)
    saying = [(age, decide) for age, decide in lost if decide.kind or decide.note or decide.correction]
    return found, tuple(decide for _, decide in sorted(saying, key=lambda each: each[0]))


def _objection(decide: Decide, sources: Sources, review: Review) -> str:
    gone = [citation.reference for citation in decide.citations if not sources.hold(citation)]
    if gone:
        return f"the passage cited from {', '.join(dict.fromkeys(gone))} has changed"
    return objection(review, decide.kind, decide.citations, decide.note)
