"""What the splitter needs of a dependency parser."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Parse(Protocol):
    """One sentence's tree, an entry for each word."""

    @property
    def heads(self) -> Sequence[int]:
        """The head of each word, counted from 1; 0 marks the root."""

    @property
    def deprels(self) -> Sequence[str]:
        """Universal Dependencies relations to the head."""

    @property
    def upos(self) -> Sequence[str]:
        """Universal parts of speech."""


class Parser(Protocol):
    """Anything that parses tokenised English sentences; its name and digest go into the report."""

    name: str
    sha256: str

    def parse(self, sentences: Sequence[Sequence[str]]) -> Sequence[Parse]:
        """One Parse for each sentence, an entry for each of its words."""
