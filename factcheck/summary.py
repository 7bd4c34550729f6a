"""A report counted: numbers once a place, claims by verdict.

A number stands in each claim that speaks of it; editors and rules want it once, with one verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.document import Span
from factcheck.evidence import QuantityRelation, QuantityVerdict, VerdictLabel
from factcheck.report import CheckedClaim, Report

_PRECEDENCE = (VerdictLabel.CONTRADICTED, VerdictLabel.SUPPORTED, VerdictLabel.UNVERIFIED)
"""Which of several claims decides on the number they share: a conflict must not be lost, and a number that
one of them finds in the sources is not unverified because another says too little about it."""


@dataclass(frozen=True, slots=True)
class NumberPlace:
    """One numeric expression of an article and what the references say of it.

    Attributes:
        document: Index of its Document in the report.
        judged: The verdict on it.
        holder: The claim whose verdict that is.
        claims: All claims that hold it, in order of the report.
    """

    document: int
    judged: QuantityVerdict
    holder: CheckedClaim
    claims: tuple[CheckedClaim, ...]

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.judged.quantity.span


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of something have each verdict."""

    supported: int
    contradicted: int
    unverified: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.supported + self.contradicted + self.unverified


@dataclass(frozen=True, slots=True)
class Summary:
    """What was checked.

    Attributes:
        claims: Check-worthy claims by verdict.
        numbers: Numbers by verdict.
        skipped: Numeric expressions that are no quantities.
        exact, rounded, bounded, computed: How the supported numbers are supported; what remains is supported
            by the sense of a passage alone.
    """

    claims: Counts
    numbers: Counts
    skipped: int
    exact: int
    rounded: int
    bounded: int
    computed: int

    @property
    def by_value(self) -> int:
        """Supported numbers whose value was compared with one of the source."""
        return self.exact + self.rounded + self.bounded + self.computed


def number_places(report: Report) -> tuple[NumberPlace, ...]:
    """Each numeric expression of the articles once, by document and place."""
    holders: dict[tuple[int, Span], list[tuple[QuantityVerdict, CheckedClaim]]] = {}
    for claim in report.claims:
        for judged in claim.verdict.quantities:
            holders.setdefault((claim.document, judged.quantity.span), []).append((judged, claim))
    return tuple(_place(document, holders[document, span]) for document, span in sorted(holders))


def summarise(report: Report) -> Summary:
    """Count what was checked and what came of it."""
    places = number_places(report)
    ways = [support(place.judged) for place in places if place.judged.label is VerdictLabel.SUPPORTED]
    return Summary(
        claims=_counts(claim.verdict.label for claim in report.claims if claim.claim.checkworthy),
        numbers=_counts(place.judged.label for place in places),
        skipped=sum(len(skipped) for skipped in report.skipped),
        exact=ways.count("exact"),
        rounded=ways.count("rounded"),
        bounded=ways.count("bounded"),
        computed=ways.count("computed"),
    )


def _place(document: int, holders: Sequence[tuple[QuantityVerdict, CheckedClaim]]) -> NumberPlace:
    judged, holder = min(holders, key=lambda pair: _PRECEDENCE.index(pair[0].label))
    return NumberPlace(document, judged, holder, tuple(claim for _, claim in holders))


def _counts(labels: Iterable[VerdictLabel]) -> Counts:
    found = list(labels)
    return Counts(
        supported=found.count(VerdictLabel.SUPPORTED),
        contradicted=found.count(VerdictLabel.CONTRADICTED),
        unverified=found.count(VerdictLabel.UNVERIFIED),
    )


def support(judged: QuantityVerdict) -> str:
    """How the references support a number: "exact", "rounded", "bounded", "computed" or by "sense" alone."""
    if judged.evidence is not None and judged.evidence.arithmetic is not None:
        return "computed"
    if judged.relation is QuantityRelation.EQUAL:
        return "exact"
    if judged.relation is not QuantityRelation.ENTAILED:
        return "sense"
    return "rounded" if judged.quantity.interval.is_point else "bounded"
