"""A small article with claims, evidence and verdicts made by hand, for tests of the review screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from factcheck.claim import Claim, Interval, Quantity, QuantityKind
from factcheck.decisions import Ledger
from factcheck.document import Document, Metadata, Reference, Span
from factcheck.evidence import (
    Evidence,
    EvidenceRelation,
    QuantityEvidence,
    QuantityRelation,
    QuantityVerdict,
    Verdict,
    VerdictLabel,
)
from factcheck.readers.markdown import read_markdown
from factcheck.report import CheckedClaim, DecisionKind, Report
from factcheck.tui.state import ReviewState

TEXT = """# Ferry traffic

The harbour board said trips rose 12 percent to 4.6 million. The ferry Alma carries 90 cars.

A strike was called off. It was a good year.
"""
YEARBOOK = "Passenger trips increased by 9.5 percent to 4.61 million. Alma has room for 90 cars."
WIRE = "Trips were up about a tenth. The talks go on."


def document(text: str, path: str, meta: Metadata | None = None) -> Document:
    blocks = tuple(read_markdown(path, text, 0).blocks)
    return Document(path, text, blocks, meta or Metadata(), "0" * 64)


def span_in(text: str, quote: str) -> Span:
    start = text.index(quote)
    return Span(start, start + len(quote))


def checked(id: str, label: VerdictLabel, *spans: Span, text: str = "") -> CheckedClaim:
    claim = Claim(id, text or f"claim {id}", spans, Span(spans[0].start, spans[-1].end))
    return CheckedClaim(0, claim, Verdict(label, 0.9))


def _quantity(text: str, quote: str, meaning: str) -> Quantity:
    return Quantity(span_in(text, quote), quote, QuantityKind.PERCENT, 12, Interval(12, 12), unit="%", meaning=meaning)


def _claim(
    id: str,
    text: str,
    sentence: str,
    quote: str,
    article: str,
    *,
    quantity: Quantity | None = None,
    judged: bool = True,
) -> Claim:
    return Claim(
        id,
        text,
        (span_in(article, quote),),
        span_in(article, sentence),
        checkworthy=judged,
        quantities=(quantity,) if quantity else (),
    )


def _evidence(reference: int, text: str, quote: str, relation: EvidenceRelation) -> Evidence:
    odds = {r: 0.9 if r is relation else 0.05 for r in EvidenceRelation}
    return Evidence(
        reference,
        span_in(text, quote),
        relation,
        odds[EvidenceRelation.SUPPORTS],
        odds[EvidenceRelation.NEUTRAL],
        odds[EvidenceRelation.CONTRADICTS],
    )


def report(path: str = "ferries.md", text: str = TEXT, yearbook: str = YEARBOOK) -> Report:
    """Five claims: contradicted, supported, supported, unverified, not judged."""
    about = Metadata("Yearbook", "Harbour board", date(2026, 4, 2), "primary")
    references = (
        Reference("r1", document(yearbook, "refs/r1.md", about)),
        Reference("r2", document(WIRE, "refs/r2.md", Metadata("Agency wire"))),
    )
    claims = zip(_claims(text), _verdicts(text, yearbook), strict=True)
    return Report(
        (document(text, path),), references, claims=tuple(CheckedClaim(0, claim, verdict) for claim, verdict in claims)
    )


def _claims(text: str) -> tuple[Claim, ...]:
    rise = "The harbour board said trips rose 12 percent to 4.6 million."
    alma, strike, year = "The ferry Alma carries 90 cars.", "A strike was called off.", "It was a good year."
    twelve = _quantity(text, "12 percent", "12 %")
    return (
        _claim("c1", "Trips rose 12 percent.", rise, "trips rose 12 percent", text, quantity=twelve),
        _claim("c2", "Trips rose to 4.6 million.", rise, "to 4.6 million", text),
        _claim("c3", alma, alma, alma, text),
        _claim("c4", strike, strike, strike, text),
        _claim("c5", year, year, year, text, judged=False),
    )


def _verdicts(text: str, yearbook: str) -> tuple[Verdict, ...]:
    increase = yearbook[: yearbook.index("million.") + 8]
    contradiction = QuantityVerdict(
        _quantity(text, "12 percent", "12 %"),
        VerdictLabel.CONTRADICTED,
        QuantityRelation.CONFLICTING,
        QuantityEvidence(0, span_in(yearbook, "9.5 percent"), "9.5 %", "4.61 / 4.21 - 1 = 9.5 %"),
    )
    by_yearbook = _evidence(0, yearbook, increase, EvidenceRelation.CONTRADICTS)
    by_wire = _evidence(1, WIRE, "Trips were up about a tenth.", EvidenceRelation.NEUTRAL)
    for_trips = _evidence(0, yearbook, increase, EvidenceRelation.SUPPORTS)
    for_alma = _evidence(0, yearbook, "Alma has room for 90 cars.", EvidenceRelation.SUPPORTS)
    return (
        Verdict(
            VerdictLabel.CONTRADICTED, 0.94, "article 12 %, source 9.5 %", (by_yearbook, by_wire), (contradiction,)
        ),
        Verdict(VerdictLabel.SUPPORTED, 0.9, "", (for_trips,)),
        Verdict(VerdictLabel.SUPPORTED, 0.97, "", (for_alma,)),
        Verdict(VerdictLabel.UNVERIFIED, 0.8, "no source speaks of it"),
        Verdict(VerdictLabel.UNVERIFIED, 0.5),
    )


def with_url(url: str) -> Report:
    """The report whose first reference says where it is on the web."""
    whole = report()
    first = whole.references[0]
    document = replace(first.document, meta=replace(first.document.meta, url=url))
    return replace(whole, references=(replace(first, document=document), *whole.references[1:]))


TWINS = "The board counted 90 cars. It was calm. The board counted 90 cars. Then the board counted 90 cars."


def twins() -> Report:
    """Four claims, the first, third and fourth of which state one fact; nothing supports them."""
    said = "The board counted 90 cars."
    spans = [Span(0, 26), Span(27, 39), Span(40, 66), Span(72, 98)]
    texts = [said, "It was calm.", said, said]
    claims = tuple(
        CheckedClaim(0, Claim(f"c{n}", text, (span,), span), Verdict(VerdictLabel.UNVERIFIED, 0.7))
        for n, (text, span) in enumerate(zip(texts, spans, strict=True), start=1)
    )
    return replace(report(), documents=(document(TWINS, "ferries.md"),), claims=claims)


def other(reviewer: str, *kinds: DecisionKind | None, note: str = "") -> ReviewState:
    """Another reviewer, who has decided the first claims so."""
    state = ReviewState(report().documents[0], Ledger.of(Path("ferries.md"), reviewer))
    state.load(report())
    for index, kind in enumerate(kinds):
        state.select(index)
        if note:
            state.set_note(note)
        if kind:
            state.decide(kind)
    return state
