"""What a rule is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from factcheck.report import Finding, Level, Report


class Rule(Protocol):
    """Reports places of an article. Its module's docstring is its documentation page."""

    @property
    def id(self) -> str:
        """A letter and three digits, never reused."""

    @property
    def name(self) -> str:
        """The id's alias in words."""

    @property
    def level(self) -> Level:
        """How severe its findings are."""

    def check(self, report: Report) -> Iterator[Finding]:
        """Its findings in a judged report, in any order."""
