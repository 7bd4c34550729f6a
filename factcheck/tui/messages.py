"""What the checking thread tells the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.message import Message

from factcheck.report import Report

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how many of its steps are done, and how many there are."""

Load = Callable[[Progress], Report]
"""Checks the article; called in a thread. Its FactcheckErrors are shown."""


@dataclass
class Progressed(Message):
    """The check has come further."""

    stage: str
    done: int
    total: int


@dataclass
class Checked(Message):
    """The check is done."""

    report: Report


@dataclass
class Failed(Message):
    """The check has failed."""

    reason: str
