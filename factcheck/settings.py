"""Frozen settings, built at the edge and passed explicitly."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from factcheck.claim import QuantityKind, SkipReason

BUNDLED = "bundled"
NO_NLI = "none"
SENTENCE = "sentence"


class FailLevel(StrEnum):
    """From which level on a finding makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


class SplitterName(StrEnum):
    """What turns articles into claims."""

    BUNDLED = BUNDLED
    SENTENCE = SENTENCE


@dataclass(frozen=True, slots=True)
class NumberSettings:
    """Which numeric expressions of an article are checked, and how far they may be rounded.

    Attributes:
        round_to: How far an unhedged number may be off, as a share of it: 0 for not at all, 0.01 for 1 %; None where
            the way in which it is written tells ("4.6 million" holds what rounds to it).
        left_out: Kinds of quantities that are not checked.
        checked: What is checked although it is no number by default ("Boeing 747" with `SkipReason.NAME`).
    """

    round_to: float | None = None
    left_out: frozenset[QuantityKind] = frozenset()
    checked: frozenset[SkipReason] = frozenset()


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run judges.

    Attributes:
        nli: "bundled", "none" (quantities decide alone), or a Hugging Face name or path of a cross-encoder.
        retriever: "bundled", or a sentence-transformers name or path.
        splitter: "bundled" (claims by rules over a parse) or "sentence" (each sentence is one claim).
        min_confidence: A contradiction below it becomes unverified, and a number supported with less is noted, 0 to 1.
        threads: Threads a model may use; None for one a core.
        snippets: How many snippets are judged for each claim.
        numbers: Which numbers are checked, and how far they may be rounded.
    """

    nli: str = BUNDLED
    retriever: str = BUNDLED
    splitter: str = BUNDLED
    min_confidence: float = 0.0
    threads: int | None = None
    snippets: int = 4
    numbers: NumberSettings = field(default_factory=NumberSettings)


@dataclass(frozen=True, slots=True)
class Review:
    """How articles are reviewed, and what a reviewer's decision is worth.

    Attributes:
        passes: How many reviewers, or passes of one, must let a claim stand: 1 or 2.
        pass2_other_person: Whether the second pass is another person's.
        require_evidence: Whether an ok must cite evidence or give a note.
        directory: Where decisions are kept; None for `.factcheck/decisions` of each article's project.
    """

    passes: int = 1
    pass2_other_person: bool = True
    require_evidence: bool = False
    directory: Path | None = None
