"""How many things a passage lists: "women among the laureates: A. Holm (1989), B. Reyes (2006) and C. Ito"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SENTENCE = re.compile(r"[^.;!?\n]*(?:[.;!?](?=\S)[^.;!?\n]*)*")
_BRACKETS = re.compile(r" ?\([^()]*\)")
_SEPARATOR = re.compile(r",? and |, |; ")
_MOST = 20
_NAME = r"(?:[A-Z][\w’'.-]*)(?: (?:of|de|da|van|von|al|the|[A-Z][\w’'.-]*)){0,4}"
_NAMES = re.compile(rf"{_NAME}(?:, {_NAME}){{0,{_MOST}}},? and {_NAME}")
_LONGEST = 6
"""How many words an item of a list behind a colon may have."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list.

    Attributes:
        count: How many items it has.
        text: The items.
        about: The sentence that holds it.
        label: What stands before its colon, if it has one.
    """

    count: int
    text: str
    about: str
    label: str = ""


def listings(passage: str) -> Iterator[Listing]:
    """The lists of a passage: what stands behind a colon, and names in a row.

    Args:
        passage: Its text.
    """
    for sentence in _SENTENCE.findall(passage):
        bare = _BRACKETS.sub("", sentence)
        head, colon, rest = bare.partition(": ")
        behind = _items(rest) if colon and head else []
        if len(behind) > 1:
            shown = rest[: rest.rindex(behind[-1]) + len(behind[-1])].strip()
            yield Listing(len(behind), shown, bare, head.strip())
            continue
        for names in _NAMES.finditer(bare):
            items = _items(names.group())
            if len(items) > 1:
                yield Listing(len(items), names.group(), bare)


def _items(text: str) -> list[str]:
    """The items of a list; none where one is too long, holds a figure, or there are too many."""
    items = [item.strip() for item in _SEPARATOR.split(text.strip())]
    if len(items) > 2 and items[-1][:1].islower() and all(item[:1].isupper() for item in items[:-1]):
        items.pop()  # "A. Ferrars, I. Blaylock, the last dissenting"
    fits = all(item and len(item.split()) <= _LONGEST and not re.search(r"\d|:", item) for item in items)
    return items if fits and len(items) <= _MOST else []
