"""What a run tells of while it goes on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from factcheck.claim import Claim
from factcheck.evidence import Verdict

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how many of its steps are done, and how many there are."""


class Stream(Protocol):
    """Hears of a run's results while it goes on; what it heard last is not final, the report is."""

    def split(self, claims: Sequence[tuple[int, Claim]]) -> Collection[str]:
        """Hear of a document's claims, each after its index, and say which ids to judge before the others."""

    def judged(self, verdicts: Mapping[str, Verdict]) -> None:
        """Hear of some verdicts by the claims' ids."""


def silent(*_: object) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Tells of one document with the ids and indices that things have in the report.

    Attributes:
        stream: Who hears of it, or None.
        document: The document's index.
        ahead: How many claims the documents before it have; None where its claims have ids of their own.
        final: Makes of a verdict what stands in the report.
    """

    stream: Stream | None
    document: int
    ahead: int | None
    final: Callable[[Verdict], Verdict]

    def named(self, claims: Sequence[Claim]) -> list[Claim]:
        """The claims as they stand in the report."""
        return [replace(claim, id=self._named(claim.id)) for claim in claims]

    def split(self, claims: Sequence[Claim]) -> Collection[str]:
        """Tell of the claims; which of them are to be judged first."""
        if self.stream is None:
            return ()
        own = {self._named(claim.id): claim.id for claim in claims}
        first = self.stream.split([(self.document, claim) for claim in self.named(claims)])
        return {own[id] for id in first if id in own}

    def judged(self, verdicts: Mapping[str, Verdict]) -> None:
        """Tell of some verdicts."""
        if self.stream is not None:
            self.stream.judged({self._named(id): self.final(verdict) for id, verdict in verdicts.items()})

    def _named(self, own: str) -> str:
        return own if self.ahead is None else f"c{self.ahead + int(own[1:])}"
