"""Bare URLs in running text: shown to the reader, but names and not prose."""

from __future__ import annotations

import re

from factcheck.document import Span

_URL = re.compile(r"(?<![\w/.@-])(?:https?://|ftp://|www\.(?=\w))[^\s<>\"“”|`]+", re.IGNORECASE)
_SENTENCE_MARKS = "?!.,:;*_~'’]}"


def bare_urls(text: str) -> list[Span]:
    """The URLs written out in a text, without the punctuation of the sentence around them."""
    return [Span(match.start(), _end(text, match)) for match in _URL.finditer(text)]


def _end(text: str, match: re.Match[str]) -> int:
    """Where a URL ends: a closing bracket belongs to it only if it was opened in it (as in GFM)."""
    start, end = match.span()
    unopened = text.count(")", start, end) - text.count("(", start, end)
    while end > start and (text[end - 1] in _SENTENCE_MARKS or (text[end - 1] == ")" and unopened > 0)):
        unopened -= text[end - 1] == ")"
        end -= 1
    return end
