"""A reviewer's decisions on an article: what is in force, and new ones, each on disk before it counts."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from factcheck.decisions.anchor import Anchor
from factcheck.decisions.event import Batch, Citation, Decide, Event, Redo, SignOff, Undo, Visit
from factcheck.decisions.history import History
from factcheck.decisions.log import Problem, Stamp, append, read_log, stamp_of
from factcheck.decisions.place import log_folder, reviewer_id
from factcheck.decisions.snapshot import Snapshot
from factcheck.report import DecisionKind


class Ledger:
    """One log, replayed and kept up to date.

    Attributes:
        path: The log's file.
        reviewer: Whose decisions they are.
        problems: Lines that could not be used.
        pass_number: The pass that decisions are made in from now on, from 1.
        stamp: The file's as far as it is known here; None: there was no file.

    Raises:
        DecisionError: The log cannot be read; from the methods, it cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.reviewer = path.stem
        self.pass_number = 1
        self.stamp = stamp_of(path)
        self._history, self.problems = read_log(path)

    @classmethod
    def of(cls, article: Path, reviewer: str | None = None, directory: Path | None = None) -> Ledger:
        """The ledger of an article's reviewer.

        Args:
            article: The article's file.
            reviewer: Its name; None for that of git's or the system's user.
            directory: Where decisions are kept; None for `.factcheck/decisions` of the article's project.
        """
        return cls(log_folder(article, directory) / f"{reviewer_id(reviewer, article)}.jsonl")

    @property
    def history(self) -> History:
        """All that was done."""
        return self._history

    def reload(self) -> None:
        """Take in what the same reviewer did elsewhere, in a second window or by a pull."""
        stamp = stamp_of(self.path)
        self.take(*read_log(self.path), stamp)

    def take(self, history: History, problems: tuple[Problem, ...], stamp: Stamp | None) -> None:
        """Take in the log as somebody has just read it; the stamp is that of before they did."""
        self._history, self.problems, self.stamp = history, problems, stamp

    def draft(
        self,
        anchor: Anchor,
        kind: DecisionKind | None,
        *,
        citations: Sequence[Citation] = (),
        note: str = "",
        correction: str = "",
        replaces: Decide | None = None,
    ) -> Decide:
        """A reviewer's whole say on a claim, not recorded yet; kind None opens it again."""
        earlier = replaces.id if replaces else None
        return Decide(_new_id(), _now(), anchor, kind, tuple(citations), note, earlier, correction, self.pass_number)

    def decide(
        self,
        anchor: Anchor,
        kind: DecisionKind | None,
        *,
        citations: Sequence[Citation] = (),
        note: str = "",
        correction: str = "",
        replaces: Decide | None = None,
    ) -> Decide:
        """Record a reviewer's whole say on a claim; arguments as of `draft`."""
        event = self.draft(anchor, kind, citations=citations, note=note, correction=correction, replaces=replaces)
        self._record(event)
        return event

    def decide_all(self, drafts: Iterable[Decide]) -> tuple[Decide, ...]:
        """Record several drafts as one step: on disk all or none, undone and redone together."""
        decides = tuple(drafts)
        if decides:
            self._record(Batch(_new_id(), _now(), decides))
        return decides

    def undo(self) -> Decide | None:
        """Take back the last step that counts and return its last decision; None if there is none.

        `step_of` gives the others of a batch.
        """
        last = self._history.last_done
        if last is None:
            return None
        self._record(Undo(last[0], _now(), _new_id()))
        return last[1][-1]

    def redo(self) -> Decide | None:
        """Bring back the step last undone and return its last decision; None if there is none."""
        last = self._history.last_undone
        if last is None:
            return None
        self._record(Redo(last[0], _now(), _new_id()))
        return last[1][-1]

    def step_of(self, decide: Decide) -> tuple[Decide, ...]:
        """All decisions made by the key press that made this one."""
        return self._history.step_of(decide)

    def in_force(self) -> list[Decide]:
        """The decisions that count now, oldest first."""
        return self._history.in_force()

    @property
    def last_visit(self) -> Visit | None:
        """When the reviewer last looked at the article, and what it was then; None: never."""
        return self._history.last_visit

    def visit(self, seen: Snapshot) -> None:
        """Remember what the reviewer has seen; once when leaving is enough."""
        self._record(Visit(_new_id(), _now(), seen))

    @property
    def sign_offs(self) -> tuple[SignOff, ...]:
        """The passes that the reviewer has finished, oldest first."""
        return self._history.sign_offs

    def sign_off(self, seen: Snapshot, *, passes: int = 1, counts: Iterable[tuple[str, int]] = ()) -> SignOff:
        """Finish the pass; the last one signs the article off.

        Args:
            seen: The article, its references and claims.
            passes: How many passes the article is to have.
            counts: How many claims had each state ("ok", "open").
        """
        event = SignOff(_new_id(), _now(), self.pass_number, passes, seen, tuple(counts))
        self._record(event)
        return event

    def withdraw(self) -> SignOff | None:
        """Take back the reviewer's last sign-off and return it; None if there is none."""
        last = self.sign_offs[-1:]
        for sign_off in last:
            self._record(Undo(sign_off.id, _now(), _new_id()))
        return last[0] if last else None

    def _record(self, event: Event) -> None:
        alone = stamp_of(self.path) == self.stamp
        append(self.path, event)
        if alone:
            self.stamp = stamp_of(self.path)
        self._history.apply(event)


def _new_id() -> str:
    return secrets.token_hex(8)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
