"""What the review screen does, without a screen: each decision one step in the reviewer's log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Concatenate, ParamSpec

from factcheck.decisions import Citation
from factcheck.evidence import VerdictLabel
from factcheck.report import DecisionKind
from factcheck.review.vocabulary import CODES, OPEN, STALE, number_of
from factcheck.tui.browsing import Browsing
from factcheck.tui.record import Say
from factcheck.tui.words import claims

_P = ParamSpec("_P")
READ_ONLY = "read only: nothing is changed"


def _writes(
    action: Callable[Concatenate[ReviewState, _P], None],
) -> Callable[Concatenate[ReviewState, _P], None]:
    """An action that changes the log: refused where the review is read only, and what is counted changes with it."""

    @wraps(action)
    def guarded(state: ReviewState, /, *args: _P.args, **kwargs: _P.kwargs) -> None:
        if state.readonly:
            state.notice = READ_ONLY
            return
        state.last = None
        state.refresh_counts()
        action(state, *args, **kwargs)
        state.refresh_counts()

    return guarded


class ReviewState(Browsing):
    """A review: what `Browsing` shows, and the reviewer's decisions.

    Methods that write raise DecisionError when the log cannot be written; nothing has changed then.
    """

    @_writes
    def decide(self, kind: DecisionKind) -> None:
        """Decide the selected claim and go to the next open one; the same again opens it again.

        A stale decision is confirmed by its own key. An ok on a claim that the machine found supported cites
        the first passage unless the reviewer has cited another.
        """
        index = self.current
        if index is None:
            return
        name = number_of(self.claims[index])
        if self.code(index) == CODES[kind]:
            self.record.say(Say(index, None))
            self.notice = f"saved: {name} open again"
            return
        cited = self._citing(index, kind)
        if objection := self.record.objection(kind, cited, self.note(index)):
            self.notice = f"not decided: {objection}"
            return
        self.record.say(Say(index, kind, cited))
        self.refresh_counts()
        self.notice = f"saved: {name} {kind.value}{self._numbers(index, cited)}"
        if self.advances:
            notice = self.notice
            self.next_open()
            self.notice = notice
        self.last = index

    def _citing(self, index: int, kind: DecisionKind) -> tuple[Citation, ...]:
        """What a decision cites: what the reviewer has chosen, else for an ok what supports the claim."""
        cited = self.cited(index)
        if cited or kind is not DecisionKind.OK or index in self.waiting or self.hidden(index):
            return cited
        passages = self.passages(index)
        supported = self.claims[index].verdict.label is VerdictLabel.SUPPORTED
        return (self.citation(passages[0]),) if supported and passages else ()

    def _numbers(self, index: int, cited: Sequence[Citation]) -> str:
        shown = enumerate(map(self.citation, self.passages(index)), start=1)
        numbers = [str(number) for number, citation in shown if citation in cited]
        return f", cites {' '.join(numbers)}" if numbers else ""

    # Many at once

    def companions(self) -> tuple[int, ...]:
        """The claims that `decide_all` is for: the marked ones, or else the selected one and those linked with it."""
        if self.marked:
            return tuple(sorted(self.marked))
        if self.current is None or not self.linked.to(self.current):
            return ()
        return tuple(sorted((self.current, *self.linked.to(self.current))))

    @_writes
    def decide_all(self, kind: DecisionKind) -> None:
        """Give one decision to all companions, as one step; those that have it already keep what goes with it.

        Claims of the same fact or figure take over the selected one's citations and note, unless they have own ones.
        """
        targets = [index for index in self.companions() if self.code(index) != CODES[kind]]
        said = [self._same(index, kind) for index in targets]
        taken = [s for s in said if not self.record.objection(kind, s.citations or (), s.note or "")]
        if not taken:
            refused = "they need a cited passage or a note" if said else "all have it"
            self.notice = (
                f"nothing to decide: {refused}" if self.companions() else "no marked claims, no identical facts"
            )
            return
        self.record.say(*taken)
        left = f", {len(said) - len(taken)} left: no cited passage, no note" if len(taken) < len(said) else ""
        self.notice = f"saved: {claims(len(taken))} {kind.value} in one step{left}"
        self.marked.clear()

    def _same(self, index: int, kind: DecisionKind) -> Say:
        source = self.current
        cited, note = self._citing(index, kind), self.note(index)
        if source is not None and source != index and index in self.linked.to(source):
            cited, note = cited or self.cited(source), note or self.note(source)
        return Say(index, kind, cited, note)

    # What goes with a decision

    @_writes
    def cite(self, number: int) -> None:
        """Cite the passage of that number, counted from 1, for the selected claim; again: no longer."""
        index = self.current
        if index is None:
            return
        passages = self.passages(index)
        if not 1 <= number <= len(passages):
            self.notice = f"no evidence {number}"
            return
        citation, cited = self.citation(passages[number - 1]), self.cited(index)
        with_it = citation not in cited
        left = (*cited, citation) if with_it else tuple(c for c in cited if c != citation)
        kind = self.kind(index)
        if objection := self.record.objection(kind, left, self.note(index)):
            self.notice = f"not changed: {objection}"
            return
        self.record.say(Say(index, kind, left))
        self.notice = f"saved: {number_of(self.claims[index])} {'cites' if with_it else 'no longer cites'} {number}"

    @_writes
    def set_note(self, text: str) -> None:
        """Keep a note on the selected claim; an empty one takes it away."""
        index, note = self.current, text.strip()
        if index is None or note == self.note(index):
            return
        if objection := self.record.objection(self.kind(index), self.cited(index), note):
            self.notice = f"not changed: {objection}"
            return
        self.record.say(Say(index, self.kind(index), note=note))
        self.notice = f"saved: {number_of(self.claims[index])} note {'kept' if note else 'taken away'}"

    @_writes
    def set_correction(self, text: str) -> None:
        """Suggest a wording for the selected claim; an empty one takes it away."""
        index, wording = self.current, text.strip()
        if index is None or wording == self.correction(index):
            return
        self.record.say(Say(index, self.kind(index), correction=wording))
        self.notice = f"saved: {number_of(self.claims[index])} correction {'kept' if wording else 'taken away'}"

    # Undo and redo

    @_writes
    def undo(self) -> None:
        """Take back the last decision, citation or note, also one of an earlier day, and go to its claim."""
        self._show_change("undone", self.record.undo())

    @_writes
    def redo(self) -> None:
        """Bring back what was last undone, and go to its claim."""
        self._show_change("redone", self.record.redo())

    def _show_change(self, word: str, claims: list[int] | None) -> None:
        self.refresh_counts()
        if claims is None:
            self.notice = f"nothing to be {word}"
        elif not claims:
            self.notice = f"{word}: on a claim that is not there any more"
        else:
            self.select(claims[0])
            names = " ".join(number_of(self.claims[index]) for index in claims)
            self.notice = f"{word}: {names} {self._word(claims[0])}"

    def _word(self, index: int) -> str:
        kind, code = self.kind(index), self.code(index)
        return "open" if code == OPEN or kind is None else f"{kind.value}{' (stale)' if code == STALE else ''}"

    @_writes
    def undo_to(self, steps: int) -> None:
        """Undo until only so many steps of this session are left."""
        claims: list[int] = []
        undone = 0
        while self.record.steps > steps and (found := self.record.undo()) is not None:
            undone, claims = undone + 1, found
        self.refresh_counts()
        if claims:
            self.select(claims[0])
        self.notice = f"{undone} undone"

    # Passes

    def open_claims(self) -> list[int]:
        """The claims that still wait for a decision, those passed over included."""
        return [index for index, said in enumerate(self.said()) if said in (OPEN, STALE, DecisionKind.PASS)]

    def sign_off_objection(self) -> str:
        """Why the pass cannot be finished now, for people; "" if nothing speaks against it."""
        if self.readonly:
            return READ_ONLY
        if not self.is_complete:
            return "the check is not done yet"
        return self.record.sign_off_objection

    @_writes
    def sign_off(self) -> None:
        """Finish the pass; the last one signs the article off."""
        if objection := self.sign_off_objection():
            self.notice = f"not signed off: {objection}"
            return
        counts = {kind.value: n for kind, n in self.counts().by_kind.items()} | {"open": self.counts().open}
        done = self.record.sign_off(self.article, self.report, counts)
        self.notice = f"saved: pass {done.pass_number} is finished"
        if done.pass_number >= self.record.review.passes:
            self.notice = "saved: the article is signed off"
        elif self.record.sign_off_objection:
            self.notice += ", the next is for another person"

    @_writes
    def withdraw(self) -> None:
        """Take back the last sign-off."""
        self.notice = "saved: the sign-off is withdrawn" if self.record.withdraw() else "there is no sign-off of yours"

    def leave(self) -> None:
        """Remember what was seen, for the next visit; a review that may not write or is not done leaves no trace."""
        if not self.readonly and self.is_complete:
            self.record.leave(self.article, self.report)
