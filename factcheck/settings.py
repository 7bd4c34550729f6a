"""One frozen Settings, built at the edge and passed explicitly."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

BUNDLED = "bundled"
NO_NLI = "none"
SENTENCE = "sentence"


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
    """

    nli: str = BUNDLED
    retriever: str = BUNDLED
    splitter: str = BUNDLED
    min_confidence: float = 0.0
    threads: int | None = None
    snippets: int = 4


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
