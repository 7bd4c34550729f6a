"""How far a review is: in all, by part of the article, by kind of claim, by reviewer, by pass."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.claim import QuantityKind
from factcheck.document import BlockKind, Document
from factcheck.report import CheckedClaim, DecisionKind

if TYPE_CHECKING:
    from factcheck.tui.browsing import Browsing

SIGNS = "!?+.-"
_DATES = frozenset({QuantityKind.DATE, QuantityKind.TIME, QuantityKind.DURATION})
_QUOTE_MARKS = '"“”„«»'


@dataclass(frozen=True, slots=True)
class Share:
    """How many claims of a group are decided."""

    name: str
    decided: int
    total: int


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
        sections: How far each part of the article is.
        groups: How far the claims are that turn on numbers, on dates, and so on.
        differing: How many claims reviewers differ on.
    """

    total: int
    decided: int
    open_by_sign: dict[str, int]
    lost: int
    machine: dict[str, int] = field(default_factory=dict)
    by_kind: dict[DecisionKind, int] = field(default_factory=dict)
    sections: tuple[Share, ...] = ()
    groups: tuple[Share, ...] = ()
    differing: int = 0

    @property
    def open(self) -> int:
        """Claims that wait for a decision."""
        return sum(self.open_by_sign.values())


def counts_of(state: Browsing) -> Counts:
    """The counts as they are now. They are made after each key that decides, so claims that are alike count at once."""
    waiting: Counter[str] = Counter()
    machine: Counter[str] = Counter()
    kinds: Counter[DecisionKind] = Counter()
    # Parts and groups share the counters: no name is of both.
    asking: Counter[str] = Counter()
    done: Counter[str] = Counter()
    alike = Counter(zip(state.section_names, state.group_names, state.shown_signs(), state.said(), strict=True))
    for (section, group, sign, said), number in alike.items():
        machine[sign] += number
        if isinstance(said, DecisionKind):
            kinds[said] += number
            done[section] += number
            done[group] += number
        elif said:
            waiting[sign] += number
        else:
            continue
        asking[section] += number
        asking[group] += number
    decided = kinds.total()
    others = set().union(*state.record.others.values())
    return Counts(
        decided + waiting.total(),
        decided,
        {sign: waiting[sign] for sign in SIGNS if waiting[sign]},
        len(state.lost),
        {sign: machine[sign] for sign in SIGNS if machine[sign]},
        {kind: kinds[kind] for kind in DecisionKind if kinds[kind]},
        tuple(Share(name, done[name], asking[name]) for name in SECTIONS if asking[name]),
        tuple(Share(name, done[name], asking[name]) for name in KINDS if asking[name]),
        sum(map(state.differs, others)),
    )


SECTIONS = ("headline", "lead", "body", "captions", "tables")
KINDS = ("numbers", "dates", "quotes", "names", "other")
_PARTS = {
    BlockKind.FRONT_MATTER: "headline",
    BlockKind.CAPTION: "captions",
    BlockKind.TABLE_ROW: "tables",
    BlockKind.TABLE_HEADER: "tables",
}


def sections_of(article: Document, claims: Iterable[CheckedClaim]) -> list[str]:
    """What part of the article each claim stands in."""
    blocks = article.blocks
    starts = [block.span.start for block in blocks]
    first = next((b for b in blocks if b.kind is BlockKind.HEADING), None)
    lead = next((b for b in blocks if b.kind is BlockKind.PARAGRAPH), None)
    names = []
    for checked in claims:
        at = bisect_right(starts, checked.claim.sentence.start) - 1
        block = blocks[at] if at >= 0 else None
        if block is None or block is first:
            names.append("headline" if block else "body")
        else:
            names.append("lead" if block is lead else _PARTS.get(block.kind, "body"))
    return names


def groups_of(article: Document, claims: Iterable[CheckedClaim]) -> list[str]:
    """What each claim turns on."""
    return [_group(article, checked) for checked in claims]


def _group(article: Document, checked: CheckedClaim) -> str:
    claim = checked.claim
    if claim.quantities:
        return "dates" if all(q.kind in _DATES for q in claim.quantities) else "numbers"
    words = " ".join(map(article.prose, claim.spans))
    if claim.attribution or any(mark in words for mark in _QUOTE_MARKS):
        return "quotes"
    inner = claim.text.split()[1:]
    return "names" if any(word[:1].isupper() for word in inner) else "other"
