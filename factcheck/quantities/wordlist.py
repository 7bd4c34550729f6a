"""Words of a text, and word lists written as text."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_]+")
"""A word without its digits."""


def word_set(text: str) -> frozenset[str]:
    """The blank-separated words of a text."""
    return frozenset(text.split())
