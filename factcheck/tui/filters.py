"""Which claims are listed: by their words, and by what is known or decided of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

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
    inverted, pattern = text.startswith("!"), text.removeprefix("!")
    try:
        search = re.compile(pattern, re.IGNORECASE).search
    except re.error:
        search = re.compile(re.escape(pattern), re.IGNORECASE).search
    found: Iterable[int] = range(len(state.claims))
    if pattern:
        noted = {index for index, note in _notes(state) if search(note)}
        texts = enumerate(checked.claim.text for checked in state.claims)
        found = [index for index, text in texts if bool(index in noted or search(text)) != inverted]
    for key in sorted(sorts):
        found = filter(SORTS[key].holds(state), found)
    return list(found)


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
