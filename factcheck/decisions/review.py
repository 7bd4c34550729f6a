"""An article's review as a whole: who said what of which claim, what is stale, lost or signed off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from factcheck.claim import Claim
from factcheck.decisions.anchor import AnchorIndex, anchors_of
from factcheck.decisions.event import Decide, SignOff
from factcheck.decisions.logs import ReadLogs, ReviewerLog, logs_on_disk
from factcheck.decisions.standing import Sources, Standing, standings
from factcheck.document import Document
from factcheck.report import CheckedClaim, DecisionKind, ReadError
from factcheck.settings import Review


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What one reviewer's log says of an article as it is now.

    Attributes:
        log: The log.
        standing: The decisions by the claim's index.
        lost: Those that lead to no claim.
    """

    log: ReviewerLog
    standing: dict[int, Standing]
    lost: tuple[Decide, ...]


@dataclass(frozen=True, slots=True)
class ArticleReview:
    """What all logs say of an article.

    Attributes:
        index: The article's claims, to find anchors in.
        reviewers: By name.
        errors: What of the logs cannot be read or used.
    """

    index: AnchorIndex
    reviewers: Mapping[str, Reviewed] = field(default_factory=dict)
    errors: tuple[ReadError, ...] = ()

    @property
    def sign_offs(self) -> dict[str, tuple[SignOff, ...]]:
        """The passes that each reviewer has finished."""
        return {name: reviewed.log.history.sign_offs for name, reviewed in self.reviewers.items()}

    @property
    def revisions(self) -> tuple[str, ...]:
        """The article's files that a reviewer has had before them, by SHA-256, the oldest first."""
        looks = (look for reviewed in self.reviewers.values() for look in reviewed.log.history.looks)
        return tuple(dict.fromkeys(look.seen.article for look in sorted(looks, key=lambda look: look.at)))

    def said(self) -> dict[int, dict[str, Standing]]:
        """Who said what of each claim that somebody decided on, by the claim's index."""
        found: dict[int, dict[str, Standing]] = defaultdict(dict)
        for name, reviewed in self.reviewers.items():
            for index, standing in reviewed.standing.items():
                if standing.decide.kind is not None:
                    found[index][name] = standing
        return dict(sorted(found.items()))

    def differing(self) -> dict[int, dict[str, Standing]]:
        """Those of `said` where decisions that hold contradict each other; a pass contradicts nothing."""
        return {index: said for index, said in self.said().items() if len(_kinds(said.values())) > 1}

    def since(self, at: str) -> list[tuple[str, Decide]]:
        """The decisions in force that were made at that time or later, with who made them, oldest first."""
        made = [
            (name, decide)
            for name, reviewed in self.reviewers.items()
            for decide in reviewed.log.history.in_force()
            if decide.at >= at
        ]
        return sorted(made, key=lambda pair: pair[1].at)


def review_of(
    document: Document,
    claims: Iterable[Claim],
    sources: Sources,
    review: Review | None = None,
    read_logs: ReadLogs | None = None,
) -> ArticleReview:
    """Read an article's logs and lead what they say to its claims; standard input has none.

    Args:
        document: The article as it is.
        claims: Its claims, by whose indices the decisions are given.
        sources: The references as they are.
        review: What the project asks, and where decisions are kept.
        read_logs: Gives the logs; None for those on the disk.
    """
    asked = review or Review()
    index = AnchorIndex(anchors_of(document, claims))
    if document.path == "-":
        return ArticleReview(index)
    read = read_logs or partial(logs_on_disk, directory=asked.directory)
    logs, errors = read(Path(document.path))
    found = {log.reviewer: Reviewed(log, *standings(log.history.in_force(), index, sources, asked)) for log in logs}
    return ArticleReview(index, found, tuple(errors))


def reviewers_standings(
    document: Document, claims: Iterable[CheckedClaim], sources: Sources, review: Review | None = None
) -> tuple[dict[str, dict[int, Standing]], list[ReadError]]:
    """What each reviewer's log says of an article's claims, by reviewer and by the claim's index in `claims`.

    Arguments are those of `review_of`.

    Returns:
        The standing decisions, and what of the logs could not be read.
    """
    found = review_of(document, (checked.claim for checked in claims), sources, review)
    return {name: reviewed.standing for name, reviewed in found.reviewers.items()}, list(found.errors)


def _kinds(said: Iterable[Standing]) -> set[DecisionKind]:
    holding = (standing.decide.kind for standing in said if not standing.stale)
    return {kind for kind in holding if kind is not None and kind is not DecisionKind.PASS}
