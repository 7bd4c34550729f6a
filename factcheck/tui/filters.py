"""Which claims are listed: by their words, and by what is known or decided of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.document import Span
from factcheck.evidence import VerdictLabel
from factcheck.output.colour import VERDICT_SIGN
from factcheck.output.plain import one_line
from factcheck.review.vocabulary import OPEN, STALE

if TYPE_CHECKING:
    from factcheck.tui.browsing import Browsing


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of claims that the filter menu offers.

    Attributes:
        key: In the menu.
        name: In a word.
        about: For the menu.
        tells: Whether it tells the machine's verdict, so that it must wait while that is hidden.
        holds: Gives for a review what tells whether a claim, by its index, is one.
    """

    key: str
    name: str
    about: str
    tells: bool
    holds: Callable[[Browsing], Callable[[int], bool]]


def _signed(label: VerdictLabel) -> Callable[[Browsing], Callable[[int], bool]]:
    def holds(state: Browsing) -> Callable[[int], bool]:
        signs = state.shown_signs()
        return lambda index: signs[index] == VERDICT_SIGN[label]

    return holds


def _open(state: Browsing) -> Callable[[int], bool]:
    said = state.said()
    return lambda index: said[index] in (OPEN, STALE)


def _numbers(state: Browsing) -> Callable[[int], bool]:
    return lambda index: bool(state.claims[index].claim.quantities)


def _mine(state: Browsing) -> Callable[[int], bool]:
    return lambda index: state.kind(index) is not None


SORTS = {
    sort.key: sort
    for sort in (
        Sort("o", "open", "open: not decided, or changed since", False, _open),
        Sort("c", "contradicted", "contradicted by a source", True, _signed(VerdictLabel.CONTRADICTED)),
        Sort("u", "unverified", "unverified: no source settles it", True, _signed(VerdictLabel.UNVERIFIED)),
        Sort("n", "numbers", "with numbers or dates", False, _numbers),
        Sort("m", "mine", "mine: what I have decided", False, _mine),
        Sort("d", "differ", "where reviewers differ", False, lambda state: state.differs),
        Sort("h", "changed", "changed since my last visit or decision", False, lambda state: state.changed),
    )
}
"""By key."""


def matching(state: Browsing, text: str, sorts: frozenset[str]) -> list[int]:
    """The claims that pass.

    Args:
        state: Whose claims.
        text: A regular expression for text or notes, in any case; "!" before it inverts; what is no regular expression
            is sought as it stands.
        sorts: Keys of `SORTS`; a claim must be of all of them.
    """
    inverted, search = text.startswith("!"), _pattern(text.removeprefix("!")).search
    found: Iterable[int] = range(len(state.claims))
    if text.removeprefix("!"):
        noted = {index for index, note in _notes(state) if search(note)}
        texts = enumerate(checked.claim.text for checked in state.claims)
        found = [index for index, text in texts if bool(index in noted or search(text)) != inverted]
    for key in sorted(sorts):
        found = filter(SORTS[key].holds(state), found)
    return list(found)


@lru_cache(1)
def _pattern(text: str) -> re.Pattern[str]:
    try:
        return re.compile(text, re.IGNORECASE)
    except re.error:
        return re.compile(re.escape(text), re.IGNORECASE)


def lit(text: str, filter: str) -> Iterator[Span]:
    """Where a text has what is filtered for; nowhere for a filter that inverts."""
    if filter and not filter.startswith("!"):
        yield from (Span(*match.span()) for match in _pattern(filter).finditer(text) if match.group())


def _notes(state: Browsing) -> Iterator[tuple[int, str]]:
    """All notes that may be seen, each after its claim."""
    for index, standing in state.standing.items():
        yield index, standing.decide.note
    for name, standings in state.record.others.items():
        for index, standing in standings.items():
            if standing.decide.note and name in state.others(index):
                yield index, standing.decide.note


def filtered(state: Browsing) -> str:
    """The filter in force, for people."""
    return ", ".join(filter(None, (*(SORTS[key].name for key in sorted(state.sorts)), one_line(state.filter))))
