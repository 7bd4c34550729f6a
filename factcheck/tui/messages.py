"""What the checking thread tells the screen; each message names the check that it is from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.message import Message

from factcheck.evidence import Verdict
from factcheck.report import Report
from factcheck.tui.found import Split


@dataclass
class Progressed(Message):
    """The check has come further."""

    check: int
    stage: str
    done: int
    total: int


@dataclass
class FilesRead(Message):
    """Article and references have been read again.

    Attributes:
        changed: Whether one of them differs.
        unchanged: What is to be said if none does.
    """

    changed: bool
    unchanged: str


@dataclass
class NotRead(Message):
    """The article could not be read again."""

    reason: str


@dataclass
class ClaimsFound(Message):
    """The article is split into claims."""

    check: int
    split: Split


@dataclass
class Judged(Message):
    """Some claims are judged."""

    check: int
    verdicts: Mapping[str, Verdict]


@dataclass
class Checked(Message):
    """The check is done."""

    check: int
    report: Report


@dataclass
class Failed(Message):
    """The check has failed."""

    check: int
    reason: str
