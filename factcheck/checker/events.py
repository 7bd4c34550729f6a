"""What a run tells of while it goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.claim import Claim
from factcheck.evidence import Verdict

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how many of its steps are done, and how many there are."""


def silent(*_: object) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class Events:
    """Who is told of what.

    Attributes:
        progress: A stage's name, how many of its steps are done, and how many there are.
        claims: A document's index, and its claims as soon as it is split, in order of place, with the ids that they
            have in the report.
        verdicts: A document's index, and verdicts by the ids of their claims, as they are reached. A verdict may be
            told again: a number that several claims share gets one verdict in the end.
    """

    progress: Progress = silent
    claims: Callable[[int, Sequence[Claim]], None] = silent
    verdicts: Callable[[int, Mapping[str, Verdict]], None] = silent

    @property
    def streams(self) -> bool:
        """Whether anybody wants verdicts before all of a document's are there."""
        return self.verdicts is not silent


@dataclass(slots=True)
class Telling:
    """Tells of one document in the words of the report: with the ids and indices that things have there.

    Attributes:
        events: Who is told.
        document: The document's index.
        first: How many claims the documents before it have.
        final: Makes of a verdict what stands in the report.
        is_split: Whether the listener was told of the claims.
    """

    events: Events
    document: int
    first: int
    final: Callable[[Verdict], Verdict]
    is_split: bool = False

    def claims(self, claims: Sequence[Claim]) -> list[Claim]:
        """The claims as they stand in the report, of which the listener is told once."""
        named = [replace(claim, id=self._id(claim.id)) for claim in claims]
        if not self.is_split:
            self.events.claims(self.document, named)
        self.is_split = True
        return named

    def verdicts(self, verdicts: Mapping[str, Verdict]) -> list[Verdict]:
        """The verdicts as they stand in the report, of which the listener is told.

        Args:
            verdicts: By the ids that the claims have within the document.
        """
        final = {self._id(claim): self.final(verdict) for claim, verdict in verdicts.items()}
        self.events.verdicts(self.document, final)
        return list(final.values())

    def _id(self, own: str) -> str:
        return f"c{self.first + int(own[1:])}"
