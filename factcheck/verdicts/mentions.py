"""What a claim names of a table: its rows, columns and dates, and which of them goes with a number."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.claim import Quantity, QuantityKind
from factcheck.document import Span
from factcheck.quantities import find_quantities
from factcheck.quantities.wordlist import word_set

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s\b|['’](?=\s)")
_UNSAID = frozenset({"the", "of", "and", "in", "per"})
_LONGEST = 6  # words of a name
_BEHIND = re.compile(
    r"(?:(?!\b(?:and|but|while|than|to|with)\b)[^\d.;:,()]){0,30}"
    r"\b(?:in|for|at|on|by|of|during|from|against)(?: the)?(?: year(?: to)?)?\s+"
)
"""What stands between a number and the name that goes with it: "3.4 million passengers in the North"."""
STEM = 5
"""Letters by which a title's words are known again."""
OPENINGS = word_set(
    """
    the a an in at on by for from of to its it their they this that these those all total altogether overall together
    there some over under about nearly almost around more fewer less no our we and between during since than both each
    january february march april may june july august september october november december
    """
)
"""Words with a capital that name nobody: those that open sentences, and months."""
COMMON = word_set(
    """
    was were with which that than from million billion thousand percent year total share more fewer less compared number
    rose fell grew increased decreased increase decrease rise fall difference between other same time
    """
)
"""Words that say how numbers hang together, which the arithmetic has looked at."""
_TOTALS = frozenset({"total", "totals", "all", "overall", "sum", "altogether", "combined", "together", "aggregate"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a claim, folded, with their places.

    Attributes:
        words: As `folded` gives them.
        places: Where each stands in the claim's text.
    """

    words: tuple[str, ...]
    places: tuple[Span, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        """The words of a text."""
        masked = _POSSESSIVE.sub(lambda match: " " * len(match.group()), text)
        found = [match for match in _WORD.finditer(masked) if match.group().lower() not in _UNSAID]
        return cls(tuple(_fold(match.group()) for match in found), tuple(Span(*match.span()) for match in found))

    def mentions(self, names: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], list[Span]]:
        """Where the claim has which of some names; a longer name hides the shorter ones within it.

        Args:
            names: As `folded` gives them.
        """
        known = {name for name in names if name}
        lengths = sorted({len(name) for name in known if len(name) <= _LONGEST}, reverse=True)
        found: dict[tuple[str, ...], list[Span]] = {}
        at = 0
        while at < len(self.words):
            length = next((n for n in lengths if self.words[at : at + n] in known and at + n <= len(self.words)), 0)
            if length:
                place = Span(self.places[at].start, self.places[at + length - 1].end)
                found.setdefault(self.words[at : at + length], []).append(place)
            at += length or 1
        return found


def folded(name: str) -> tuple[str, ...]:
    """A name's words in small letters, plural and singular alike."""
    return Words.of(name).words


def is_total(names: Sequence[tuple[str, ...]]) -> bool:
    """Whether a row is the total of others, by its names."""
    return any((name and name[0] in _TOTALS) or name[:2] == ("grand", "total") for name in names)


def speaks_of_total(words: Collection[str]) -> bool:
    """Whether a claim speaks of a whole: "in total", "altogether"."""
    return bool(set(words) & (_TOTALS | {"whole", "entire"}))


def dates_in(text: str) -> list[Quantity]:
    """The dates of a claim's text, at their places in it."""
    return [q for q in _quantities(text) if q.kind is QuantityKind.DATE]


def numbers_in(text: str) -> list[Quantity]:
    """The other numbers of a claim's text, at their places in it."""
    return [q for q in _quantities(text) if q.kind is not QuantityKind.DATE]


@lru_cache(maxsize=256)
def _quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a claim, which is held against one table after another."""
    return find_quantities(text).quantities


def nearest(text: str, at: Span, mentions: Sequence[Span], others: Sequence[Span] = ()) -> list[Span]:
    """Of some mentions those that go with the number at a place: the one right behind it, else the last before it.

    A mention that opens the sentence ("In 2022, ...") comes before all its numbers; where none stands before the number
    all may go with it, save those right behind other numbers.

    Args:
        text: The claim.
        at: Where the number stands.
        mentions: Where the names or dates stand, sorted.
        others: Where its other numbers stand.
    """
    behind = _right_behind(text, at, mentions)
    if behind is not None:
        return [behind]
    taken = {_right_behind(text, other, mentions) for other in others}
    free = [mention for mention in mentions if mention not in taken]
    before = [mention for mention in free if mention.end <= at.start]
    return [max(before)] if before else free


def _right_behind(text: str, at: Span, mentions: Sequence[Span]) -> Span | None:
    behind = min((mention for mention in mentions if mention.start >= at.end), default=None)
    return behind if behind is not None and _BEHIND.fullmatch(text, at.end, behind.start) else None


def _fold(word: str) -> str:
    word = word.lower()
    if len(word) > 3 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("uses") and len(word) > 4 and not word.endswith(("ouses", "auses")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
