"""A small article with claims, evidence and verdicts made by hand, for tests of the review screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.claim import Claim, Interval, Quantity, QuantityKind
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
from factcheck.report import CheckedClaim, Report

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
    rise = "The harbour board said trips rose 12 percent to 4.6 million."
    increase = yearbook[: yearbook.index("million.") + 8]
    twelve = _quantity(text, "12 percent", "12 %")
    contradiction = QuantityVerdict(
        twelve,
        VerdictLabel.CONTRADICTED,
        QuantityRelation.CONFLICTING,
        QuantityEvidence(0, span_in(yearbook, "9.5 percent"), "9.5 %", "4.61 / 4.21 - 1 = 9.5 %"),
    )
    by_yearbook = _evidence(0, yearbook, increase, EvidenceRelation.CONTRADICTS)
    by_wire = _evidence(1, WIRE, "Trips were up about a tenth.", EvidenceRelation.NEUTRAL)
    for_trips = _evidence(0, yearbook, increase, EvidenceRelation.SUPPORTS)
    for_alma = _evidence(0, yearbook, "Alma has room for 90 cars.", EvidenceRelation.SUPPORTS)
    contradicted, supported, unverified = (
        VerdictLabel.CONTRADICTED,
        VerdictLabel.SUPPORTED,
        VerdictLabel.UNVERIFIED,
    )
    claims = (
        CheckedClaim(
            0,
            _claim("c1", "Trips rose 12 percent.", rise, "trips rose 12 percent", text, quantity=twelve),
            Verdict(contradicted, 0.94, "article 12 %, source 9.5 %", (by_yearbook, by_wire), (contradiction,)),
        ),
        CheckedClaim(
            0,
            _claim("c2", "Trips rose to 4.6 million.", rise, "to 4.6 million", text),
            Verdict(supported, 0.9, "", (for_trips,)),
        ),
        CheckedClaim(
            0,
            _claim(
                "c3",
                "The ferry Alma carries 90 cars.",
                "The ferry Alma carries 90 cars.",
                "The ferry Alma carries 90 cars.",
                text,
            ),
            Verdict(supported, 0.97, "", (for_alma,)),
        ),
        CheckedClaim(
            0,
            _claim("c4", "A strike was called off.", "A strike was called off.", "A strike was called off.", text),
            Verdict(unverified, 0.8, "no source speaks of it"),
        ),
        CheckedClaim(
            0,
            _claim("c5", "It was a good year.", "It was a good year.", "It was a good year.", text, judged=False),
            Verdict(unverified, 0.5),
        ),
    )
    about = Metadata("Yearbook", "Harbour board", date(2026, 4, 2), "primary")
    references = (
        Reference("r1", document(yearbook, "refs/r1.md", about)),
        Reference("r2", document(WIRE, "refs/r2.md", Metadata("Agency wire"))),
    )
    return Report((document(text, path),), references, claims=claims)


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
