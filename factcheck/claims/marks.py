"""Brackets and quotation marks, and which of them are open."""

from __future__ import annotations

BRACKETS = {"(": ")", "[": "]"}
QUOTES = {"“": "”", '"': '"', "«": "»"}
PAIRS = BRACKETS | QUOTES
"""Opening marks with their closing ones."""


def track(text: str, closing: list[str]) -> None:
    """Keep the stack of closing marks still to come, at each word in turn."""
    if closing and text == closing[-1]:
        closing.pop()
    elif text in PAIRS:
        closing.append(PAIRS[text])
