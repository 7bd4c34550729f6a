"""What a reviewer's decisions mean for the article and the references as they are now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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


class Standings:
    """A reviewer's decisions in force, led to the claims of today.

    Decisions whose claim is unchanged come first, so that none of the others can take its place; of the others the
    most alike, and of equals the newest. No decision is dropped: what leads to no claim, or to one that has another
    decision, is lost, and kept as such.

    Attributes:
        found: The standing decision of each claim by its index.
        lost: Those that lead to no claim, oldest first.
    """

    def __init__(self, claims: AnchorIndex, sources: Sources, review: Review = _DEFAULT) -> None:
        """Begin without decisions.

        Args:
            claims: The article as it is.
            sources: The references as they are.
            review: What the project asks of a decision.
        """
        self.found: dict[int, Standing] = {}
        self.lost: tuple[Decide, ...] = ()
        self._claims, self._sources, self._review = claims, sources, review
        self._heirs: frozenset[int] = frozenset()

    def replay(self, decisions: Sequence[Decide]) -> None:
        """Lead all decisions in force, oldest first."""
        self.found = {}
        changed: list[tuple[Match, int, Decide]] = []
        lost: list[tuple[int, Decide]] = []
        for age, decide in enumerate(decisions):
            match = self._claims.unchanged(decide.anchor)
            if match:
                earlier = self.found.get(match.index)
                older = (*earlier.outweighed, earlier.decide) if earlier else ()
                self.found[match.index] = Standing(decide, self._objection(decide), older)
            elif heir := self._claims.changed(decide.anchor):
                changed.append((heir, age, decide))
            else:
                lost.append((age, decide))
        for heir, age, decide in sorted(changed, key=lambda each: (-each[0].likeness, -each[1])):
            if heir.index in self.found:
                lost.append((age, decide))
            else:
                self.found[heir.index] = Standing(decide, heir.changed)
        self._heirs = frozenset(heir.index for heir, _, _ in changed)
        saying = [(age, decide) for age, decide in lost if decide.kind or decide.note or decide.correction]
        self.lost = tuple(decide for _, decide in sorted(saying, key=lambda each: each[0]))

    def follow(self, touched: Iterable[Decide], is_in_force: Callable[[Decide], bool]) -> bool:
        """Take over what came into force or went out of it.

        Args:
            touched: The decisions whose state has changed.
            is_in_force: Tells whether a decision is.

        Returns:
            False if all must be replayed, since more than these hangs on it: then nothing has changed.
        """
        at: dict[int, set[Decide]] = {}
        for decide in touched:
            match = self._claims.unchanged(decide.anchor)
            if match is None or match.index in self._heirs:
                return False
            at.setdefault(match.index, set()).add(decide)
        now: dict[int, list[Decide]] = {}
        for index, decides in at.items():
            earlier = self.found.get(index)
            known = {earlier.decide, *earlier.outweighed} if earlier else set()
            now[index] = [decide for decide in known | decides if is_in_force(decide)]
            if len(now[index]) > 1:
                return False
        for index, left in now.items():
            self.found.pop(index, None)
            for decide in left:
                self.found[index] = Standing(decide, self._objection(decide))
        return True

    def _objection(self, decide: Decide) -> str:
        gone = [citation.reference for citation in decide.citations if not self._sources.hold(citation)]
        if gone:
            return f"the passage cited from {', '.join(dict.fromkeys(gone))} has changed"
        return objection(self._review, decide.kind, decide.citations, decide.note)


def standings(
    decisions: Sequence[Decide], claims: AnchorIndex, sources: Sources, review: Review = _DEFAULT
) -> tuple[dict[int, Standing], tuple[Decide, ...]]:
    """The standing decision of each claim by its index, and the lost ones; arguments as of `Standings`."""
    led = Standings(claims, sources, review)
    led.replay(decisions)
    return led.found, led.lost
