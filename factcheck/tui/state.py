"""What the review screen shows and does, without a screen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factcheck.decisions import (
    AnchorIndex,
    Citation,
    Decide,
    Ledger,
    Sources,
    Standing,
    anchors_of,
    normalised,
    reviewers_standings,
    standings,
)
from factcheck.document import Document
from factcheck.evidence import VerdictLabel
from factcheck.report import CheckedClaim, DecisionKind, Report
from factcheck.review.passages import Passage, passages_of
from factcheck.review.vocabulary import CODES, NOT_JUDGED, OPEN, STALE, number_of, sign_of


@dataclass(frozen=True, slots=True)
class Counts:
    """How far the review is.

    Attributes:
        total: Claims that ask for a decision: all but those not judged and not decided.
        decided: Those decided and not stale.
        open_by_sign: The others by the machine's sign.
        lost: Decisions whose claim is not in the article any more.
    """

    total: int
    decided: int
    open_by_sign: dict[str, int]
    lost: int

    @property
    def open(self) -> int:
        """Claims that wait for a decision."""
        return sum(self.open_by_sign.values())


class ReviewState:
    """An article's claims, the reviewer's decisions on them, and where the reviewer is.

    Claims are named by their index in `claims`. Methods that write raise DecisionError when the log cannot be
    written; nothing has changed then.

    Attributes:
        article: The article under review.
        report: The machine's report; empty until `load`.
        claims: The article's claims; empty until `load`.
        rows: The claims that pass the filter, in order.
        current: The selected claim, always one of `rows`; None if there is none.
        filter: The filter's text.
        standing: This reviewer's decisions.
        lost: This reviewer's decisions whose claim is not there any more.
        others: Other reviewers' decisions, by reviewer.
        notice: What the last action did, for people.
    """

    def __init__(self, article: Document, ledger: Ledger) -> None:
        self.article = article
        self.report = Report((article,))
        self.claims: tuple[CheckedClaim, ...] = ()
        self.rows: list[int] = []
        self.current: int | None = None
        self.filter = ""
        self.standing: dict[int, Standing] = {}
        self.lost: tuple[Decide, ...] = ()
        self.others: dict[str, dict[int, Standing]] = {}
        self.notice = ""
        self.problems = [f"{ledger.path.name}, line {p.line}: {p.message}" for p in ledger.problems]
        self._ledger = ledger
        self._anchors = anchors_of(article, ())
        self._index = AnchorIndex(self._anchors)
        self._sources = Sources(())

    @property
    def reviewer(self) -> str:
        """Whose decisions these are."""
        return self._ledger.reviewer

    def load(self, report: Report) -> None:
        """Take over what the machine found; the first open claim is selected."""
        self.report = report
        self.claims = tuple(checked for checked in report.claims if checked.document == 0)
        self._anchors = anchors_of(self.article, (checked.claim for checked in self.claims))
        self._index = AnchorIndex(self._anchors)
        self._sources = Sources(report.references)
        found, errors = reviewers_standings(self.article, self.claims, self._sources)
        self.others = {reviewer: said for reviewer, said in found.items() if reviewer != self.reviewer}
        own = self._ledger.path.name
        self.problems += [f"{e.path}: {e.message}" for e in errors if not e.path.endswith("/" + own)]
        self.problems += [f"{error.path}: {error.message}" for error in report.errors]
        self._replay()
        self.rows = list(range(len(self.claims)))
        self.current = self._next(self._is_open, -1, 1)
        if self.current is None and self.rows:
            self.current = 0

    def _replay(self) -> None:
        self.standing, self.lost = standings(self._ledger.in_force(), self._index, self._sources)

    # What is shown

    def code(self, index: int) -> str:
        """The human side of a claim in two characters."""
        standing = self.standing.get(index)
        if not standing or not standing.decide.kind:
            return OPEN
        return STALE if standing.stale else CODES[standing.decide.kind]

    def passages(self, index: int) -> list[Passage]:
        """The evidence for a claim as shown, best first."""
        return passages_of(self.claims[index].verdict)

    def citation(self, passage: Passage) -> Citation:
        """A passage as a decision cites it."""
        reference = self.report.references[passage.reference]
        return Citation(reference.id, normalised(passage.span.of(reference.text)))

    def cited(self, index: int) -> tuple[Citation, ...]:
        """The evidence that the reviewer cites for a claim, as far as the references still have it."""
        standing = self.standing.get(index)
        return tuple(filter(self._sources.hold, standing.decide.citations)) if standing else ()

    def note(self, index: int) -> str:
        """The reviewer's note on a claim."""
        standing = self.standing.get(index)
        return standing.decide.note if standing else ""

    def correction(self, index: int) -> str:
        """The wording that the reviewer suggests instead of a claim's."""
        standing = self.standing.get(index)
        return standing.decide.correction if standing else ""

    def counts(self) -> Counts:
        """How far the review is."""
        waiting = Counter(sign_of(self.claims[i]) for i in range(len(self.claims)) if self._is_open(i))
        decided = sum(self.code(i) not in (OPEN, STALE) for i in range(len(self.claims)))
        total = decided + sum(waiting.values())
        return Counts(total, decided, {sign: waiting[sign] for sign in "!?+." if waiting[sign]}, len(self.lost))

    def _is_open(self, index: int) -> bool:
        code = self.code(index)
        return code == STALE or (code == OPEN and sign_of(self.claims[index]) != NOT_JUDGED)

    # Moving: never decides

    def move(self, by: int) -> None:
        """Go down, or up when negative, staying inside the list."""
        if self.current is not None:
            place = self.rows.index(self.current) + by
            self.current = self.rows[max(0, min(place, len(self.rows) - 1))]

    def select(self, index: int) -> None:
        """Go to a claim; a filter that hides it is taken away."""
        if index not in self.rows:
            self.set_filter("")
        self.current = index

    def next_open(self, step: int = 1) -> None:
        """Go to the next claim without a decision, or the previous one for step -1; at the end begin again.

        When none is left, claims passed over are next.
        """
        if self.current is None:
            return
        place = self.rows.index(self.current)
        found = self._next(self._is_open, place, step)
        if found is None:
            found = self._next(lambda i: self.code(i) == CODES[DecisionKind.PASS], place, step)
        if found is None:
            self.notice = "no open claim here" if self.filter else "no open claim left"
        else:
            self.current = found

    def _next(self, wanted: Callable[[int], bool], place: int, step: int) -> int | None:
        count = len(self.rows)
        around = (self.rows[(place + step * n) % count] for n in range(1, count + 1))
        return next((index for index in around if wanted(index)), None)

    def set_filter(self, text: str) -> None:
        """Show only claims whose text, note or code matches a regular expression; "!" before it inverts."""
        self.filter = text
        inverted, pattern = text.startswith("!"), text.removeprefix("!")
        try:
            search = re.compile(pattern, re.IGNORECASE).search
        except re.error:
            search = re.compile(re.escape(pattern), re.IGNORECASE).search
        self.rows = [
            index
            for index, checked in enumerate(self.claims)
            if not pattern or bool(search(f"{checked.claim.text}\n{self.note(index)}")) != inverted
        ]
        if self.current not in self.rows:
            after = (index for index in self.rows if self.current is not None and index > self.current)
            self.current = next(after, self.rows[0] if self.rows else None)

    # Deciding: each one event in the log

    def decide(self, kind: DecisionKind) -> None:
        """Decide the selected claim and go to the next open one; the same again opens it again.

        A stale decision is confirmed by its own key. An ok on a claim that the machine found supported cites
        the first passage unless the reviewer has cited another.
        """
        index = self.current
        if index is None:
            return
        if self.code(index) == CODES[kind]:
            self._record(index, None, self.cited(index))
            self.notice = f"saved: {number_of(self.claims[index])} open again"
            return
        cited = self.cited(index) or (self._supporting(index) if kind is DecisionKind.OK else ())
        self._record(index, kind, cited)
        notice = f"saved: {number_of(self.claims[index])} {kind.value}{self._citing(index, cited)}"
        self.next_open()
        self.notice = notice

    def _supporting(self, index: int) -> tuple[Citation, ...]:
        passages = self.passages(index)
        supported = self.claims[index].verdict.label is VerdictLabel.SUPPORTED
        return (self.citation(passages[0]),) if supported and passages else ()

    def _citing(self, index: int, cited: Sequence[Citation]) -> str:
        shown = enumerate(map(self.citation, self.passages(index)), start=1)
        numbers = [str(number) for number, citation in shown if citation in cited]
        return f", cites {' '.join(numbers)}" if numbers else ""

    def cite(self, number: int) -> None:
        """Cite the passage of that number, counted from 1, for the selected claim; again: no longer."""
        index = self.current
        if index is None:
            return
        passages = self.passages(index)
        if number > len(passages):
            self.notice = f"no evidence {number}"
            return
        citation, cited = self.citation(passages[number - 1]), self.cited(index)
        with_it = citation not in cited
        left = (*cited, citation) if with_it else tuple(c for c in cited if c != citation)
        self._record(index, self._kind(index), left)
        self.notice = f"saved: {number_of(self.claims[index])} {'cites' if with_it else 'no longer cites'} {number}"

    def set_note(self, text: str) -> None:
        """Keep a note on the selected claim; an empty one takes it away."""
        index = self.current
        if index is not None and text.strip() != self.note(index):
            self._record(index, self._kind(index), self.cited(index), text.strip())
            self.notice = f"saved: {number_of(self.claims[index])} note kept"

    def set_correction(self, text: str) -> None:
        """Suggest a wording instead of the selected claim's; an empty one takes it away."""
        index = self.current
        if index is not None and text.strip() != self.correction(index):
            self._record(index, self._kind(index), self.cited(index), correction=text.strip())
            self.notice = f"saved: {number_of(self.claims[index])} correction kept"

    def _kind(self, index: int) -> DecisionKind | None:
        standing = self.standing.get(index)
        return standing.decide.kind if standing else None

    def _record(
        self,
        index: int,
        kind: DecisionKind | None,
        cited: Sequence[Citation],
        note: str | None = None,
        correction: str | None = None,
    ) -> None:
        standing = self.standing.get(index)
        self._ledger.decide(
            self._anchors[index],
            kind,
            citations=cited,
            note=self.note(index) if note is None else note,
            correction=self.correction(index) if correction is None else correction,
            replaces=standing.decide if standing else None,
        )
        self._replay()

    def undo(self) -> None:
        """Take back the last decision, citation or note, also one of an earlier day, and go to its claim."""
        self._show_change("undone", self._ledger.undo())

    def redo(self) -> None:
        """Bring back what was last undone, and go to its claim."""
        self._show_change("redone", self._ledger.redo())

    def _show_change(self, word: str, decide: Decide | None) -> None:
        if decide is None:
            self.notice = f"nothing to be {word}"
            return
        self._replay()
        match = self._index.unchanged(decide.anchor) or self._index.changed(decide.anchor)
        what = decide.kind.value if decide.kind else "open"
        if match:
            self.select(match.index)
            self.notice = f"{word}: {number_of(self.claims[match.index])} {what}"
        else:
            self.notice = f"{word}: {what}, on a claim that is not there any more"
