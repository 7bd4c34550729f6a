"""How far a review is: in all, by part of the article, by kind of claim, by reviewer, by pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.claim import QuantityKind
from factcheck.document import BlockKind, Document, Span
from factcheck.report import CheckedClaim, DecisionKind

if TYPE_CHECKING:
    from factcheck.tui.browsing import Browsing

SIGNS = "!?+.-"
_DATES = frozenset({QuantityKind.DATE, QuantityKind.TIME, QuantityKind.DURATION})
_QUOTE_MARKS = '"“”„«»'


@dataclass(frozen=True, slots=True)
class Counts:
    """How far the review is.

    Attributes:
        total: Claims that ask for a decision: all but those not judged and not decided.
        decided: Those decided and not stale.
        open_by_sign: The others by the machine's sign as shown.
        lost: Decisions whose claim is not in the article any more.
        machine: All claims by the machine's sign as shown.
        by_kind: How many have been decided so.
    """

    total: int
    decided: int
    open_by_sign: dict[str, int]
    lost: int
    machine: dict[str, int] = field(default_factory=dict)
    by_kind: dict[DecisionKind, int] = field(default_factory=dict)

    @property
    def open(self) -> int:
        """Claims that wait for a decision."""
        return sum(self.open_by_sign.values())


@dataclass(frozen=True, slots=True)
class Share:
    """How many claims of a group are decided."""

    name: str
    decided: int
    total: int


def counts_of(state: Browsing) -> Counts:
    """The counts as they are now."""
    waiting: Counter[str] = Counter()
    machine: Counter[str] = Counter()
    kinds: Counter[DecisionKind] = Counter()
    for index in range(len(state.claims)):
        sign = state.sign(index)
        machine[sign] += 1
        if state.is_open(index):
            waiting[sign] += 1
        elif kind := state.kind(index):
            kinds[kind] += 1
    decided = kinds.total()
    return Counts(
        decided + waiting.total(),
        decided,
        {sign: waiting[sign] for sign in SIGNS if waiting[sign]},
        len(state.lost),
        {sign: machine[sign] for sign in SIGNS if machine[sign]},
        {kind: kinds[kind] for kind in DecisionKind if kinds[kind]},
    )


def shares(state: Browsing, name_of: Callable[[CheckedClaim], str], order: Iterable[str]) -> list[Share]:
    """How far each group of claims is, groups without claims left out."""
    total: Counter[str] = Counter()
    decided: Counter[str] = Counter()
    for index, checked in enumerate(state.claims):
        is_decided = state.kind(index) is not None and not state.is_open(index)
        if is_decided or state.is_open(index):
            name = name_of(checked)
            total[name] += 1
            decided[name] += is_decided
    return [Share(name, decided[name], total[name]) for name in order if total[name]]


SECTIONS = ("headline", "lead", "body", "captions", "tables")
KINDS = ("numbers", "dates", "quotes", "names", "other")


def section_of(article: Document) -> Callable[[CheckedClaim], str]:
    """What part of an article each of its claims stands in."""
    blocks = article.blocks
    first = next((b.span for b in blocks if b.kind is BlockKind.HEADING), Span(0, 0))
    lead = next((b.span for b in blocks if b.kind is BlockKind.PARAGRAPH), Span(0, 0))
    starts = {b.span: b.kind for b in blocks}

    def name(checked: CheckedClaim) -> str:
        sentence = checked.claim.sentence
        if sentence.overlaps(first):
            return "headline"
        if sentence.overlaps(lead):
            return "lead"
        kind = next((kind for span, kind in starts.items() if span.overlaps(sentence)), BlockKind.PARAGRAPH)
        if kind is BlockKind.FRONT_MATTER:
            return "headline"
        if kind is BlockKind.CAPTION:
            return "captions"
        return "tables" if kind in (BlockKind.TABLE_ROW, BlockKind.TABLE_HEADER) else "body"

    return name


def group_of(article: Document) -> Callable[[CheckedClaim], str]:
    """What each claim of an article turns on."""

    def name(checked: CheckedClaim) -> str:
        claim = checked.claim
        if claim.quantities:
            return "dates" if all(q.kind in _DATES for q in claim.quantities) else "numbers"
        words = " ".join(span.of(article.text) for span in claim.spans)
        if claim.attribution or any(mark in words for mark in _QUOTE_MARKS):
            return "quotes"
        inner = claim.text.split()[1:]
        return "names" if any(word[:1].isupper() for word in inner) else "other"

    return name
