"""What a rule is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from factcheck.report import Finding, Level, Report


@dataclass(frozen=True, slots=True)
class Earlier:
    """An article and its references as they were when a reviewer let all claims stand and signed it off.

    Attributes:
        article: Its text then.
        references: The sources' texts then.
    """

    article: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A small article that a rule must report or let pass.

    Attributes:
        article: Its text, as Markdown.
        references: The sources' texts, each with its front matter, if any.
        flagged: The words at which the rule's finding stands; None where it must not report anything.
        model: Whether the NLI model has to read the sources; otherwise quantities decide alone.
        min_confidence: As the option of `factcheck check`.
        earlier: What was reviewed and signed off before the article became this; None: nothing.
    """

    article: str
    references: tuple[str, ...] = ()
    flagged: str | None = None
    model: bool = False
    min_confidence: float = 0.0
    earlier: Earlier | None = None


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

    @property
    def examples(self) -> tuple[Example, ...]:
        """Articles that it must report, and others that it must let pass."""

    def check(self, report: Report) -> Iterator[Finding]:
        """Its findings in a judged report, in any order."""
