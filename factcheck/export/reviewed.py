"""What every export starts from: one article's report and each reviewer's say on its claims."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.decisions import Decide, Sources, Standing, attach, review_of
from factcheck.document import Document
from factcheck.report import CheckedClaim, Report
from factcheck.settings import Review

_LOST = "its claim is not in the article any more"


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
        if not self.standing.stale:
            return word
        return f"{word} ({'lost' if self.standing.stale == _LOST else 'stale'}: {self.standing.stale})"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A report on one article with all that was decided.

    Attributes:
        report: Its only document is the article; each claim's decision is the one that counts.
        said: By claim, what each reviewer said of it: first the one whose decision counts, then by name.
        lost: Decisions whose claim is not in the article any more.
    """

    report: Report
    said: tuple[tuple[Said, ...], ...]
    lost: tuple[Said, ...] = ()

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


def gather(report: Report, review: Review | None = None) -> Reviewed:
    """Put the decisions kept beside an article's project to its report.

    Args:
        report: A report on one article.
        review: What the project asks, and where decisions are kept; None for the defaults.

    Returns:
        The report with today's decisions; what of the logs cannot be read joins its errors.
    """
    attached = attach(report, review)
    # A report that had its decisions already names what could not be read of them already.
    attached = replace(attached, errors=tuple(dict.fromkeys(attached.errors)))
    claims = (checked.claim for checked in attached.claims)
    found = review_of(attached.documents[0], claims, Sources(attached.references), review).reviewers
    standing = {reviewer: reviewed.standing for reviewer, reviewed in found.items()}
    said = tuple(_said(checked, index, standing) for index, checked in enumerate(attached.claims))
    lost = tuple(Said(who, Standing(decide, _LOST)) for who, reviewed in found.items() for decide in reviewed.lost)
    return Reviewed(attached, said, lost)


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
