"""Whether a sentence of an article and a passage of a source speak of the same thing, by their words alone.

This decides what is looked at again, not what is right: it is generous.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.consistency.words import content

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SHARED = 2
"""Words of meaning in common."""
_SHARE = 0.25
"""Of the shorter one's words of meaning."""


class Passages:
    """Passages of sources.

    Attributes:
        texts: Their texts, normalised.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = frozenset(texts)
        self._read = [(frozenset(content(text)), _numbers(text)) for text in sorted(self.texts)]

    def __bool__(self) -> bool:
        return bool(self.texts)

    def bear_on(self, sentence: str) -> bool:
        """Whether one of them speaks of what a sentence says."""
        words, numbers = frozenset(content(sentence)), _numbers(sentence)
        for other_words, other_numbers in self._read:
            shared = len(words & other_words)
            if shared and numbers & other_numbers:
                return True
            if shared >= _SHARED and shared >= _SHARE * min(len(words), len(other_words)):
                return True
        return False


def _numbers(text: str) -> frozenset[str]:
    return frozenset(match.replace(",", "") for match in _NUMBER.findall(text))
