"""A reviewer's log led to the claims of today, beside what the others' logs say of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from factcheck.decisions import (
    Anchor,
    AnchorIndex,
    Changes,
    Citation,
    Decide,
    Ledger,
    SignOff,
    Snapshot,
    Sources,
    Standing,
    Standings,
    changes,
    objection,
    pass_of,
    review_of,
    sign_off_objection,
    snapshot,
    stamps_on_disk,
)
from factcheck.document import Document
from factcheck.report import CheckedClaim, DecisionKind, Report
from factcheck.review.vocabulary import STALE
from factcheck.settings import Review


@dataclass(frozen=True, slots=True)
class Say:
    """What is to be said of a claim from now on; what is None stays as it is.

    Attributes:
        index: The claim.
        kind: The decision; None: open.
        citations, note, correction: What goes with it.
    """

    index: int
    kind: DecisionKind | None
    citations: tuple[Citation, ...] | None = None
    note: str | None = None
    correction: str | None = None


class _Rest(TypedDict):
    """What of a decision has a name of its own in the ledger's methods."""

    citations: tuple[Citation, ...]
    note: str
    correction: str
    replaces: Decide | None


class Record:
    """The decisions on an article, one reviewer's and the others'.

    Methods that write raise DecisionError when the log cannot be written; nothing has changed then.

    Attributes:
        review: What the project asks of reviewers.
        others: Other reviewers' decisions, by reviewer.
        steps: How many steps are done since it was opened, less those undone.
        since: What has changed since the reviewer's last visit; None before the check is done or at the first visit.
        since_pass: Claims that read otherwise than when the pass before this one was finished, or were not there.
        others_since: What others have said since then, the oldest first.
    """

    def __init__(self, ledger: Ledger, review: Review) -> None:
        self.review = review
        self.others: dict[str, dict[int, Standing]] = {}
        self.others_since: tuple[tuple[str, Decide], ...] = ()
        self.steps = 0
        self.since: Changes | None = None
        self.since_pass: tuple[int, ...] = ()
        self._ledger = ledger
        self._sign_offs: dict[str, tuple[SignOff, ...]] = {}
        self._revisions: tuple[str, ...] = ()
        self._stamps: dict[Path, tuple[int, int]] = {}
        self._looked_at: dict[str, Snapshot] = {}
        self._held: dict[int, DecisionKind | str] | None = None
        self._lead(AnchorIndex(()), (), Sources(()))

    @property
    def reviewer(self) -> str:
        """Whose log it is."""
        return self._ledger.reviewer

    @property
    def pass_number(self) -> int:
        """The pass that the reviewer decides in, from 1."""
        return self._ledger.pass_number

    @property
    def log_problems(self) -> list[str]:
        """Lines of the reviewer's own log that could not be used."""
        return [f"{self._ledger.path.name}, line {p.line}: {p.message}" for p in self._ledger.problems]

    @property
    def standing(self) -> Mapping[int, Standing]:
        """This reviewer's decisions by the claim's index."""
        return self._led.found

    @property
    def lost(self) -> tuple[Decide, ...]:
        """This reviewer's decisions whose claim is not there any more."""
        return self._led.lost

    def lead(self, article: Document, claims: Sequence[CheckedClaim], report: Report) -> list[str]:
        """Lead all decisions, as the disk has them now, to these claims.

        Returns:
            What of the logs cannot be read or used.
        """
        sources, path = Sources(report.references), Path(article.path)
        self._stamps = stamps_on_disk(path, self.review.directory)
        found = review_of(article, (checked.claim for checked in claims), sources, self.review)
        mine = found.reviewers.get(self.reviewer)
        if mine:
            self._ledger.take(mine.log.history, mine.log.problems, self._stamps.get(self._ledger.path))
        else:
            self._ledger.reload()
        self.others = {
            name: reviewed.standing for name, reviewed in sorted(found.reviewers.items()) if name != self.reviewer
        }
        visit = self._ledger.last_visit
        said_since = found.since(visit.at) if visit else []
        self.others_since = tuple(pair for pair in said_since if pair[0] != self.reviewer)
        self._sign_offs, self._revisions = found.sign_offs, found.revisions
        self._enter_pass()
        self._lead(found.index, claims, sources)
        return [f"{error.path}: {error.message}" for error in found.errors]

    def _enter_pass(self) -> None:
        """Go on in the pass that is the reviewer's now."""
        self._ledger.pass_number, self._held = pass_of(self.review, self.reviewer, self.signed_by_all()), None

    def is_current(self, article: Document) -> bool:
        """Whether the logs on the disk say what was taken over from them and what was said since."""
        now = stamps_on_disk(Path(article.path), self.review.directory)
        mine = self._ledger.path
        return now == {**self._stamps, **({mine: self._ledger.stamp} if self._ledger.stamp else {})}

    def _lead(self, index: AnchorIndex, claims: Sequence[CheckedClaim], sources: Sources) -> None:
        self.index, self.anchors = index, index.anchors
        self.sources = sources
        self._claims, self._held = claims, None
        self._led = Standings(self.index, sources, self.review)
        self._led.replay(self._ledger.in_force())

    def _follow(self, decide: Decide) -> None:
        """Take over what the step that made a decision has changed, done or undone."""
        history, self._held = self._ledger.history, None
        if not self._led.follow(history.touched_by(decide), history.is_in_force):
            self._led.replay(history.in_force())

    # What is said

    def note(self, index: int) -> str:
        """The reviewer's note on a claim."""
        standing = self.standing.get(index)
        return standing.decide.note if standing else ""

    def correction(self, index: int) -> str:
        """The wording that the reviewer suggests for a claim."""
        standing = self.standing.get(index)
        return standing.decide.correction if standing else ""

    def cited(self, index: int) -> tuple[Citation, ...]:
        """The evidence that the reviewer cites for a claim, as far as the references still have it."""
        standing = self.standing.get(index)
        return tuple(filter(self.sources.hold, standing.decide.citations)) if standing else ()

    def kind(self, index: int) -> DecisionKind | None:
        """What the reviewer decided in this pass, stale or not; None: nothing."""
        standing = self.standing.get(index)
        if standing is None or standing.decide.pass_number < self.pass_number:
            return None
        return standing.decide.kind

    def held(self) -> dict[int, DecisionKind | str]:
        """What the reviewer decided in this pass, by the claim's index; `STALE` where it does not hold any more."""
        if self._held is None:
            number = self.pass_number
            self._held = {
                index: STALE if standing.stale else standing.decide.kind
                for index, standing in self.standing.items()
                if standing.decide.kind and standing.decide.pass_number >= number
            }
        return self._held

    def earlier(self, index: int) -> DecisionKind | None:
        """What the reviewer decided in an earlier pass and not again in this one."""
        standing = self.standing.get(index)
        return standing.decide.kind if standing and self.kind(index) is None else None

    def stale(self, index: int) -> str:
        """What has changed since the reviewer's decision, for people; empty if it holds."""
        standing = self.standing.get(index)
        return standing.stale if standing else ""

    # Saying

    def objection(self, kind: DecisionKind | None, citations: Sequence[Citation], note: str) -> str:
        """Why the project would not take that decision, for people; "" if nothing speaks against it."""
        return objection(self.review, kind, citations, note)

    def say(self, *said: Say) -> None:
        """Record what is said of one claim, or of several as one step."""
        if len(said) == 1:
            last = self._ledger.decide(*self._anchored(said[0]), **self._rest(said[0]))
        else:
            last = self._ledger.decide_all([self._ledger.draft(*self._anchored(s), **self._rest(s)) for s in said])[-1]
        self._follow(last)
        self.steps += 1

    def _anchored(self, say: Say) -> tuple[Anchor, DecisionKind | None]:
        return self.anchors[say.index], say.kind

    def _rest(self, say: Say) -> _Rest:
        standing = self.standing.get(say.index)
        return {
            "citations": self.cited(say.index) if say.citations is None else say.citations,
            "note": self.note(say.index) if say.note is None else say.note,
            "correction": self.correction(say.index) if say.correction is None else say.correction,
            "replaces": standing.decide if standing else None,
        }

    def undo(self) -> list[int] | None:
        """Take back the last step; the claims it was of that are still there, or None if there was no step."""
        return self._flipped(self._ledger.undo(), -1)

    def redo(self) -> list[int] | None:
        """Bring back the step last undone; returns as `undo`."""
        return self._flipped(self._ledger.redo(), 1)

    def _flipped(self, decide: Decide | None, by: int) -> list[int] | None:
        if decide is None:
            return None
        self.steps += by
        self._follow(decide)
        matches = (
            self.index.unchanged(each.anchor) or self.index.changed(each.anchor)
            for each in self._ledger.step_of(decide)
        )
        return sorted(match.index for match in matches if match)

    # Visits and passes

    def compare(self, article: Document, report: Report) -> None:
        """Find out what has changed since the last visit and the last pass; only for a check that is done."""
        visit = self._ledger.last_visit
        now = snapshot(article, report.references, self._claims, self.anchors)
        self.since = changes(visit.seen, now) if visit else None
        self._looked_at[article.sha256] = now
        signed = (each for offs in self.signed_by_all().values() for each in offs)
        before = [each for each in signed if each.pass_number == self.pass_number - 1]
        last = max(before, key=lambda each: each.at, default=None)
        self.since_pass = changes(last.seen, now).claims if last else ()

    def revision(self, article: Document) -> int:
        """Which of the article's files that reviewers have had before them this is, from 1."""
        known = list(dict.fromkeys((*self._revisions, *self._looked_at, article.sha256)))
        return known.index(article.sha256) + 1

    @property
    def last_visit(self) -> str:
        """When the reviewer last left the article, UTC; "" if never."""
        visit = self._ledger.last_visit
        return visit.at if visit else ""

    def leave(self, article: Document, report: Report) -> None:
        """Remember what the reviewer has seen, for the next visit to be compared with; also revisions in between."""
        for digest, seen in self._looked_at.items():
            if digest != article.sha256 and digest not in self._revisions:
                self._ledger.visit(seen)
        self._ledger.visit(snapshot(article, report.references, self._claims, self.anchors))

    @property
    def sign_off_objection(self) -> str:
        """Why the reviewer cannot finish the pass, for people; "" if nothing speaks against it."""
        return sign_off_objection(self.review, self.reviewer, self.signed_by_all())

    @property
    def is_finished(self) -> bool:
        """Whether the reviewer has finished the pass that he or she is in."""
        return any(each.pass_number == self.pass_number for each in self.signed)

    @property
    def signed(self) -> tuple[SignOff, ...]:
        """The passes that the reviewer has finished, oldest first."""
        return self._ledger.sign_offs

    def signed_by_all(self) -> dict[str, tuple[SignOff, ...]]:
        """The passes that each reviewer has finished."""
        return {**self._sign_offs, self.reviewer: self._ledger.sign_offs}

    def sign_off(self, article: Document, report: Report, counts: Mapping[str, int]) -> SignOff:
        """Finish the pass; the last one signs the article off."""
        seen = snapshot(article, report.references, self._claims, self.anchors)
        done = self._ledger.sign_off(seen, passes=self.review.passes, counts=tuple(counts.items()))
        self._enter_pass()
        return done

    def withdraw(self) -> bool:
        """Take back the reviewer's last sign-off; returns whether there was one."""
        withdrawn = self._ledger.withdraw() is not None
        self._enter_pass()
        return withdrawn
