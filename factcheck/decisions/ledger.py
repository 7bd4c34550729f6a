"""A reviewer's decisions on an article: what is in force, and new ones, each on disk before it counts."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from factcheck.decisions.anchor import Anchor
from factcheck.decisions.event import Citation, Decide, Event, Redo, Undo
from factcheck.decisions.log import append, read_log
from factcheck.decisions.place import log_folder, reviewer_id
from factcheck.report import DecisionKind


class Ledger:
    """One log, replayed and kept up to date.

    Attributes:
        path: The log's file.
        reviewer: Whose decisions they are.
        problems: Lines that could not be used.

    Raises:
        DecisionError: The log cannot be read; from the methods, it cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.reviewer = path.stem
        self._history, self.problems = read_log(path)

    @classmethod
    def of(cls, article: Path, reviewer: str | None = None) -> Ledger:
        """The ledger of an article's reviewer; without a name that of git's or the system's user."""
        return cls(log_folder(article) / f"{reviewer_id(reviewer, article)}.jsonl")

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
        """Record a reviewer's whole say on a claim; kind None opens it again."""
        earlier = replaces.id if replaces else None
        event = Decide(secrets.token_hex(8), _now(), anchor, kind, tuple(citations), note, earlier, correction)
        self._record(event)
        return event

    def undo(self) -> Decide | None:
        """Take back the last decision that counts and return it; None if there is none."""
        last = self._history.last_done
        if last:
            self._record(Undo(last.id, _now()))
        return last

    def redo(self) -> Decide | None:
        """Bring back the decision last undone and return it; None if there is none."""
        last = self._history.last_undone
        if last:
            self._record(Redo(last.id, _now()))
        return last

    def in_force(self) -> list[Decide]:
        """The decisions that count now, one for each claim decided on, oldest first."""
        return self._history.in_force()

    def _record(self, event: Event) -> None:
        append(self.path, event)
        self._history.apply(event)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
