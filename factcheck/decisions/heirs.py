"""What a claim became when its words were edited: the most alike claim of the article as it is now.

A likeness never makes a decision hold: it only says beside which claim a stale one is shown, to be confirmed or
decided anew. `benchmarks/reanchoring.py` measures how often that is the right one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz import fuzz, process

_CANDIDATES = 6
"""Claims looked at closely, of those most alike in text and of those most alike in sentence."""

_LEAST_RATIO = 40
"""Percent; below it a claim is not looked at closely."""

_LEAST_TEXT = 0.5
"""Below it the claim itself is another one, however alike its surroundings."""

_LEAST = 0.72
"""Below it, weighing everything, the claim is gone."""

_LEAD = 0.03
"""A claim that is not ahead of the next by this much cannot be told from it."""


_WHOLE = 20
"""Code points of a wording that can be looked for in a longer one; shorter ones are found anywhere."""

_OF_PART = 0.92
"""What a part is worth beside a whole."""


class Worded(Protocol):
    """What of an anchor is compared."""

    @property
    def text(self) -> str:
        """The claim as a stand-alone sentence."""

    @property
    def sentence(self) -> str:
        """The article's sentence."""

    @property
    def prefix(self) -> str:
        """What stands before the sentence."""

    @property
    def suffix(self) -> str:
        """What stands after it."""


@dataclass(frozen=True, slots=True)
class Heir:
    """A claim that another one may have become.

    Attributes:
        index: Its index among the claims of today.
        likeness: How alike the two are, 0 to 1.
    """

    index: int
    likeness: float


class Heirs:
    """The claims of today, asked for the one that a claim of earlier days became."""

    def __init__(self, anchors: Sequence[Worded]) -> None:
        self._anchors = anchors
        self._texts = [anchor.text for anchor in anchors]
        self._sentences = [anchor.sentence for anchor in anchors]

    def find(self, anchor: Worded) -> Heir | None:
        """The heir, or None if no claim is alike enough or several are equally so."""
        near = {
            index
            for words, choices in ((anchor.text, self._texts), (anchor.sentence, self._sentences))
            for _, _, index in process.extract(
                words, choices, scorer=fuzz.ratio, limit=_CANDIDATES, score_cutoff=_LEAST_RATIO
            )
        }
        heirs = [Heir(index, _likeness(anchor, self._anchors[index])) for index in near]
        ranked = sorted(heirs, key=lambda heir: (-heir.likeness, heir.index))
        if not ranked or ranked[0].likeness < _LEAST:
            return None
        if len(ranked) > 1 and ranked[0].likeness - ranked[1].likeness < _LEAD:
            return None
        return ranked[0]


def _likeness(old: Worded, new: Worded) -> float:
    text = _alike(old.text, new.text)
    if text < _LEAST_TEXT:
        return 0.0
    around = (fuzz.ratio(old.prefix, new.prefix) + fuzz.ratio(old.suffix, new.suffix)) / 200
    return 0.5 * text + 0.2 * _alike(old.sentence, new.sentence) + 0.3 * around


def _alike(one: str, other: str) -> float:
    """Likeness of wordings; words that changed places, and a wording that is part of the other, are alike."""
    part = _OF_PART * fuzz.partial_ratio(one, other) if min(len(one), len(other)) >= _WHOLE else 0.0
    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other), part) / 100
