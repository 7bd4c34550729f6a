"""Web addresses that lead to the very words of a page: text fragments, which browsers jump to and mark."""

from __future__ import annotations

from urllib.parse import quote

_ENDS = 5
"""Words of a long quotation's beginning and of its end that are named."""


def at_quotation(url: str, quotation: str) -> str:
    """The address with the place of a quotation: `https://example.org/page#:~:text=first%20words,last%20words`.

    Args:
        url: An address, with a fragment of its own or without.
        quotation: The words as a reader of the page sees them.
    """
    words = quotation.split()
    page, _, fragment = url.partition("#")
    if not words or ":~:" in fragment:
        return url
    ends = [words] if len(words) <= 2 * _ENDS else [words[:_ENDS], words[-_ENDS:]]
    return f"{page}#{fragment}:~:text={','.join(_encoded(' '.join(end)) for end in ends)}"


def _encoded(text: str) -> str:
    """Nothing left that parts a fragment: its hyphens, commas and ampersands mean something."""
    return quote(text, safe="", errors="replace").replace("-", "%2D")
