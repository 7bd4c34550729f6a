"""What the review screen shows and where the reviewer is, without a screen: looking never decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from factcheck.decisions import (
    Anchor,
    Citation,
    Decide,
    Ledger,
    Standing,
    normalised,
)
from factcheck.document import Document
from factcheck.evidence import Verdict
from factcheck.report import CheckedClaim, DecisionKind, Finding, Report
from factcheck.review.passages import Passage, passages_of
from factcheck.review.vocabulary import CODES, NOT_JUDGED, OPEN, STALE, number_of, sign_of
from factcheck.settings import Review
from factcheck.tui import found
from factcheck.tui.counts import Counts, counts_of, groups_of, sections_of
from factcheck.tui.filters import SORTS, matching
from factcheck.tui.linked import Linked
from factcheck.tui.listing import Listing
from factcheck.tui.record import Record

NO_SIGN = "-"
"""Stands for the machine's sign while there is none or while it is hidden."""


class Browsing:
    """An article's claims, what is decided on them, and where the reviewer is.

    Claims are named by their index in `claims`.

    Attributes:
        article: The article under review.
        report: The machine's report, as far as it is known; empty at first.
        record: The decisions.
        waiting: Claims that are not judged yet.
        marked: Claims that the reviewer has marked.
        filter: The filter's text.
        sorts: What sorts of claims are listed, keys of `SORTS`; empty: all.
        hides_verdicts: Whether the machine's verdicts are hidden until the reviewer has decided.
        blind: Whether others' decisions are hidden as well, whatever the reviewer asks.
        readonly: Whether nothing can be decided.
        advances: Whether a decision leads on to the next open claim.
        last: The claim that was decided last, until the reviewer does something else.
        notice: What the last action did, for people.
        judged_anew: Claims that the last check judged otherwise than the one before.
        problems: What could not be read.
        section_names: What part of the article each claim stands in.
        group_names: What each claim turns on.
        linked: Which claims say the same.
    """

    def __init__(
        self,
        article: Document,
        ledger: Ledger,
        *,
        review: Review | None = None,
        blind: bool = False,
        readonly: bool = False,
        claim: str | None = None,
    ) -> None:
        """Open a review.

        Args:
            article: The article.
            ledger: The reviewer's log.
            review: What the project asks of reviewers; the defaults if None.
            blind: Hide verdicts and others' decisions until the reviewer has decided.
            readonly: Refuse every decision.
            claim: The number or id of the claim to begin with; None: the first open one.
        """
        self.article = article
        self.report = Report((article,))
        self.record = Record(ledger, review or Review())
        self.waiting: frozenset[int] = frozenset()
        self.marked: set[int] = set()
        self.filter = ""
        self.sorts: frozenset[str] = frozenset()
        self.blind, self.readonly = blind, readonly
        self.hides_verdicts = blind
        self.advances = True
        self.last: int | None = None
        self.notice = ""
        self.problems = self.record.log_problems
        self.section_names: list[str] = []
        self.group_names: list[str] = []
        self._listing = Listing()
        self._wanted = claim
        self.linked = Linked()
        self.judged_anew: frozenset[int] = frozenset()
        self._findings: dict[str, list[Finding]] = {}
        self._counts: Counts | None = None
        self._judged, self._by_machine = self.report, list[str]()
        self._complete: Report | None = None

    # What the machine has found

    def take_claims(self, split: found.Split) -> None:
        """Take over the claims before they are judged."""
        self._take(split.report, split.waiting)

    def take_verdicts(self, verdicts: Mapping[str, Verdict]) -> None:
        """Take over some verdicts by the claims' ids."""
        self.report = found.judged(self.report, verdicts)
        self.waiting = frozenset(i for i in self.waiting if self.claims[i].claim.id not in verdicts)
        self._counts = None

    def load(self, report: Report) -> None:
        """Take over what the machine found in the end; at first the first open claim is selected."""
        earlier = self._complete
        self._take(report, frozenset())
        self.problems += [f"{error.path}: {error.message}" for error in report.errors]
        self.record.compare(self.article, self.report)
        if earlier is not None:
            self.judged_anew = frozenset(found.differing(earlier, self.report))
        self._complete = self.report

    def _take(self, report: Report, waiting: frozenset[int]) -> None:
        claims = tuple(checked for checked in report.claims if checked.document == 0)
        selected = [] if self.current is None else [self.record.anchors[self.current]]
        marked = [self.record.anchors[index] for index in self.marked]
        self.article, self.waiting, self.judged_anew = report.documents[0], waiting, frozenset()
        self.report = replace(report, claims=claims)
        self.problems = self.record.lead(self.article, claims, self.report)
        if not self.hides_verdicts and self._complete is None and self.record.pass_number > 1:
            self.hides_verdicts = True
            self.notice = self.notice or "verdicts are hidden until you decide (m shows them)"
        self._findings = found.by_claim(report)
        self.section_names = sections_of(self.article, claims)
        self.group_names = groups_of(self.article, claims)
        self.linked = Linked([checked.claim for checked in claims])
        self.marked = set(self._found(marked))
        self._settle(next(iter(self._found(selected)), None))

    def take_decisions(self) -> None:
        """Take over what the logs say now: this reviewer's from another window, and the others'."""
        if self.record.is_current(self.article):
            return
        unread = [f"{error.path}: {error.message}" for error in self.report.errors]
        self.problems = self.record.lead(self.article, self.claims, self.report) + unread
        self.refresh_counts()
        self._refilter()

    def _found(self, anchors: Iterable[Anchor]) -> list[int]:
        index = self.record.index
        matches = (index.unchanged(anchor) or index.changed(anchor) for anchor in anchors)
        return [match.index for match in matches if match]

    def _settle(self, selected: int | None) -> None:
        """List the claims anew; select that one, or the one the session was to begin with, or the first open one."""
        self._counts = None
        self._listing.current = selected
        self._refilter()
        if selected is None and self.rows:
            self._listing.current = self.rows[-1]
            if not self._listing.next(self.is_open):
                self._listing.current = self.rows[0]
        if self._wanted is not None and self.claims:
            wanted, self._wanted = self._wanted.removeprefix("c"), None
            index = next((i for i, c in enumerate(self.claims) if number_of(c) == wanted), None)
            if index is None:
                self.notice = f"there is no claim {wanted}"
            else:
                self.select(index)

    # What is shown

    @property
    def claims(self) -> tuple[CheckedClaim, ...]:
        """The article's claims; empty until they are known."""
        return self.report.claims

    @property
    def reviewer(self) -> str:
        """Whose decisions these are."""
        return self.record.reviewer

    @property
    def standing(self) -> Mapping[int, Standing]:
        """This reviewer's decisions."""
        return self.record.standing

    @property
    def lost(self) -> tuple[Decide, ...]:
        """This reviewer's decisions whose claim is not there any more."""
        return self.record.lost

    @property
    def is_complete(self) -> bool:
        """Whether the check is done."""
        return self._complete is self.report

    def kind(self, index: int) -> DecisionKind | None:
        """What the reviewer decided in this pass."""
        return self.record.kind(index)

    def code(self, index: int) -> str:
        """The human side of a claim in two characters."""
        kind = self.kind(index)
        if kind is None:
            return OPEN
        return STALE if self.record.stale(index) else CODES[kind]

    def hidden(self, index: int) -> bool:
        """Whether the machine's verdict on a claim is not to be seen yet."""
        return self.hides_verdicts and self.code(index) in (OPEN, STALE)

    def sign(self, index: int) -> str:
        """The machine's sign as shown."""
        sign = sign_of(self.claims[index])
        waits = index in self.waiting or (sign != NOT_JUDGED and self.hidden(index))
        return NO_SIGN if waits else sign

    def said(self) -> list[DecisionKind | str]:
        """Of each claim what was decided in this pass; `OPEN` or `STALE` where it waits for that, "" if it need not."""
        held = self.record.held()
        return [held.get(i) or ("" if sign == NOT_JUDGED else OPEN) for i, sign in enumerate(self._signs())]

    def shown_signs(self) -> list[str]:
        """Of each claim the machine's sign as shown."""
        signs, waiting = self._signs(), self.waiting
        if not (self.hides_verdicts or waiting):
            return signs
        held = self.record.held() if self.hides_verdicts else {}
        return [
            NO_SIGN
            if index in waiting or (self.hides_verdicts and sign != NOT_JUDGED and held.get(index, STALE) == STALE)
            else sign
            for index, sign in enumerate(signs)
        ]

    def _signs(self) -> list[str]:
        if self._judged is not self.report:
            self._judged, self._by_machine = self.report, list(map(sign_of, self.claims))
        return self._by_machine

    def is_open(self, index: int) -> bool:
        """Whether a claim waits for a decision."""
        code = self.code(index)
        return code == STALE or (code == OPEN and sign_of(self.claims[index]) != NOT_JUDGED)

    def passages(self, index: int) -> list[Passage]:
        """The evidence for a claim as shown, best first."""
        return passages_of(self.claims[index].verdict)

    def citation(self, passage: Passage) -> Citation:
        """A passage as a decision cites it."""
        reference = self.report.references[passage.reference]
        return Citation(reference.id, normalised(passage.span.of(reference.text)))

    def findings(self, index: int) -> list[Finding]:
        """What the rules report of a claim; nothing before the check is done."""
        return self._findings.get(self.claims[index].claim.id, [])

    def cited(self, index: int) -> tuple[Citation, ...]:
        """The evidence that the reviewer cites for a claim, as far as the references still have it."""
        return self.record.cited(index)

    def note(self, index: int) -> str:
        """The reviewer's note on a claim."""
        return self.record.note(index)

    def correction(self, index: int) -> str:
        """The wording that the reviewer suggests for a claim."""
        return self.record.correction(index)

    def others(self, index: int) -> dict[str, Standing]:
        """What other reviewers said of a claim; nothing while that is not to be seen."""
        if self.blind and self.code(index) in (OPEN, STALE):
            return {}
        said = {name: standings[index] for name, standings in self.record.others.items() if index in standings}
        return {name: standing for name, standing in said.items() if standing.decide.kind or standing.decide.note}

    def differs(self, index: int) -> bool:
        """Whether decisions that hold contradict each other; a pass contradicts nothing."""
        kinds = {s.decide.kind for s in self.others(index).values() if not s.stale}
        kinds.add(None if self.record.stale(index) else self.kind(index))
        return len(kinds - {None, DecisionKind.PASS}) > 1

    def changed(self, index: int) -> bool:
        """Whether a claim or its verdict is another one than at the last visit, check or decision."""
        since = self.record.since
        visit = since is not None and (index in since.claims or index in since.verdicts)
        otherwise = index in self.judged_anew or index in self.record.since_pass
        return visit or otherwise or bool(self.record.stale(index))

    def counts(self) -> Counts:
        """How far the review is."""
        if self._counts is None:
            self._counts = counts_of(self)
        return self._counts

    def decided_by_others(self) -> dict[str, int]:
        """How many claims each of the others has decided; nothing in a blind review."""
        if self.blind:
            return {}
        return {
            name: sum(standing.decide.kind is not None for standing in standings.values())
            for name, standings in self.record.others.items()
        }

    def refresh_counts(self) -> None:
        """Count anew when next asked."""
        self._counts = None

    # Moving: never decides

    @property
    def rows(self) -> list[int]:
        """The claims that pass the filter, in order."""
        return self._listing.rows

    @property
    def current(self) -> int | None:
        """The selected claim, always one of `rows`; None if there is none."""
        return self._listing.current

    def move(self, by: int) -> None:
        """Go down, or up when negative, staying inside the list."""
        self._listing.move(by)

    def select(self, index: int) -> None:
        """Go to a claim; a filter that hides it is taken away."""
        if index not in self.rows:
            self.sorts = frozenset()
            self.set_filter("")
        self._listing.current = index

    def next_open(self, step: int = 1) -> None:
        """Go to the next claim without a decision, or the previous one for step -1; at the end begin again.

        When none is left, claims passed over are next.
        """
        passed = CODES[DecisionKind.PASS]
        if not self._listing.next(self.is_open, step) and not self._listing.next(
            lambda index: self.code(index) == passed, step
        ):
            self.notice = "no open claim here" if self.filter or self.sorts else "no open claim left"

    def set_filter(self, text: str) -> None:
        """Show only claims whose text or note matches a regular expression; "!" before it inverts."""
        self.filter = text
        self._refilter()

    def toggle_sort(self, key: str) -> None:
        """Show only claims of a sort as well, or no longer; "x" takes all filters away."""
        if key == "x":
            self.sorts, self.filter = frozenset(), ""
        elif SORTS[key].tells and self.hides_verdicts:
            self.notice = "verdicts are hidden: decide first"
        else:
            self.sorts ^= {key}
        self._refilter()

    def _refilter(self) -> None:
        self._listing.show(matching(self, self.filter, self.sorts))

    def toggle_verdicts(self) -> None:
        """Hide the machine's verdicts until the reviewer has decided, or show them."""
        if self.blind:
            self.notice = "this is a blind review: a verdict is shown once you have decided"
            return
        self.hides_verdicts = not self.hides_verdicts
        self.notice = "verdicts hidden until you decide" if self.hides_verdicts else "verdicts shown"
        if self.hides_verdicts:
            self.sorts = frozenset(key for key in self.sorts if not SORTS[key].tells)
        self.refresh_counts()
        self._refilter()

    def toggle_mark(self) -> None:
        """Mark the selected claim, or no longer, and go on to the next."""
        if self.current is not None:
            self.marked ^= {self.current}
            self.move(1)
            self.notice = f"{len(self.marked)} marked" if self.marked else "none marked"
