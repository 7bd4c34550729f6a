"""What every export starts from: one article's report and each reviewer's say on its claims."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.decisions import Decide, Sources, Standing, attach, reviewers_standings
from factcheck.document import Document
from factcheck.report import CheckedClaim, Report


@dataclass(frozen=True, slots=True)
class Said:
    """A reviewer's standing decision on a claim."""

    reviewer: str
    standing: Standing

    @property
    def word(self) -> str:
        """The decision in words, with what makes it stale; "open" where only a note was left."""
        kind = self.standing.decide.kind
        word = kind.value if kind else "open"
        return f"{word} (stale: {self.standing.stale})" if self.standing.stale else word


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A report on one article with all that was decided.

    Attributes:
        report: Its only document is the article; each claim's decision is the one that counts.
        said: By claim, what each reviewer said of it: first the one whose decision counts, then by name.
    """

    report: Report
    said: tuple[tuple[Said, ...], ...]

    @property
    def article(self) -> Document:
        """The article."""
        return self.report.documents[0]

    def counted(self, index: int) -> Said | None:
        """The say that counts on a claim: the decision, or else the first note; None if there is neither."""
        return self.said[index][0] if self.said[index] else None

    def claim(self, name: str) -> int | None:
        """The index of a claim by its id or number ("c17", "17"), or None if there is none."""
        id = name if name.startswith("c") else f"c{name}"
        return next((i for i, checked in enumerate(self.report.claims) if checked.claim.id == id), None)


def gather(report: Report) -> Reviewed:
    """Put the decisions kept beside an article's project to its report.

    Args:
        report: A report on one article.

    Returns:
        The report with today's decisions; what of the logs cannot be read joins its errors.
    """
    attached = attach(report)
    # A report that had its decisions already names what could not be read of them already.
    attached = replace(attached, errors=tuple(dict.fromkeys(attached.errors)))
    found, _ = reviewers_standings(attached.documents[0], attached.claims, Sources(attached.references))
    said = tuple(_said(checked, index, found) for index, checked in enumerate(attached.claims))
    return Reviewed(attached, said)


def _said(checked: CheckedClaim, index: int, found: dict[str, dict[int, Standing]]) -> tuple[Said, ...]:
    counts = checked.decision.reviewer if checked.decision else None
    ordered = sorted(found.items(), key=lambda item: (item[0] != counts, item[0]))
    return tuple(
        Said(reviewer, standing)
        for reviewer, by_claim in ordered
        if (standing := by_claim.get(index)) and _says_something(standing.decide)
    )


def _says_something(decide: Decide) -> bool:
    """Whether anything is left of it: one that was taken back has neither kind nor words."""
    return bool(decide.kind or decide.note or decide.correction)
