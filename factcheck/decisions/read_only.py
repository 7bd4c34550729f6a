"""A ledger to show to others: its decisions are there, and no new ones are taken."""

from __future__ import annotations

from factcheck.decisions.event import Event
from factcheck.decisions.ledger import Ledger
from factcheck.errors import DecisionError


class ReadOnlyLedger(Ledger):
    """A Ledger whose log is never written."""

    def _record(self, event: Event) -> None:  # noqa: ARG002 (as overridden)
        raise DecisionError("this review is for reading only")
