"""Which reported claim says what an expected one says.

They are paired one to one, the most alike first. A pair stands at the same place, shares most of its words (Dice
coefficient of the words that carry meaning, at least 0.6) and has the same polarity.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from factcheck.document import Span

ENOUGH_SHARED = 0.6
NEARBY = 40  # code points that a claim may stand beside the quotation
EMPTY_WORDS = re.compile(
    r"an?|the|this|that|these|those|its?|he|she|they|his|her|their|of|in|on|at|to|for|by|from|with|and|or|as|than|"
    r"is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|who|whom|which|there"
)
NEGATIONS = frozenset(["cannot", "neither", "never", "no", "nobody", "none", "nor", "not", "without"])


def matched(expected: Sequence[tuple[Span, str]], reported: Sequence[tuple[Sequence[Span], str]]) -> dict[int, int]:
    """For each expected claim that was found, by index, the index of the reported one.

    Args:
        expected: Place of the quotation in the file, and text.
        reported: Spans in the file, and text.
    """
    ours = [_words(text) for _, text in expected]
    theirs = [_words(text) for _, text in reported]
    alike = [
        (_alikeness(ours[i], theirs[j]), i, j)
        for i, (place, _) in enumerate(expected)
        for j, (spans, _) in enumerate(reported)
        if _is_near(place, spans)
    ]
    partner: dict[int, int] = {}
    for likeness, i, j in sorted(alike, key=lambda item: -item[0]):
        if likeness >= ENOUGH_SHARED and i not in partner and j not in partner.values():
            partner[i] = j
    return partner


def _is_near(place: Span, spans: Sequence[Span]) -> bool:
    around = Span(max(0, place.start - NEARBY), place.end + NEARBY)
    return any(span.overlaps(around) for span in spans)


def _alikeness(ours: Counter[str], theirs: Counter[str]) -> float:
    if NEGATIONS.isdisjoint(ours) != NEGATIONS.isdisjoint(theirs):
        return 0.0
    return 2 * (ours & theirs).total() / max(1, ours.total() + theirs.total())


def _words(text: str) -> Counter[str]:
    words = re.findall(r"\w+(?:[.,]\d+)*", text.lower().replace("n't", " not").replace("n’t", " not"))
    return Counter(re.sub(r"(?<=\w{3})(?:ing|ed|es|s)$", "", word) for word in words if not EMPTY_WORDS.fullmatch(word))
