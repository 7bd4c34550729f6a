"""A small report made by hand: an article on a ferry line with one claim of each sort."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.claim import Claim, Interval, Quantity, QuantityKind, Skipped, SkipReason
from factcheck.document import Block, BlockKind, Document, Metadata, Reference, Span
from factcheck.evidence import (
    Evidence,
    EvidenceRelation,
    QuantityEvidence,
    QuantityRelation,
    QuantityVerdict,
    Verdict,
    VerdictLabel,
)
from factcheck.report import CheckedClaim, Decision, ModelId, Report

SUPPORTED, CONTRADICTED, UNVERIFIED = (
    VerdictLabel.SUPPORTED,
    VerdictLabel.CONTRADICTED,
    VerdictLabel.UNVERIFIED,
)

ARTICLE = """# Ferries fill up

Ferry trips rose 12 percent to 4.6 million in the year to March, the harbour authority said on 2 May.

Captain Mira Toll steered the first electric boat.
The strike planned for May went ahead. It cost 300,000 euros. What a good year it was!
"""

SENTENCES = (
    "Ferry trips rose 12 percent to 4.6 million in the year to March, the harbour authority said on 2 May.",
    "Captain Mira Toll steered the first electric boat.",
    "The strike planned for May went ahead.",
    "It cost 300,000 euros.",
    "What a good year it was!",
)

ANNUAL = "Passenger trips increased by 9.5 percent to 4,610,000. Figures were released on 3 May 2026.\n"
WIRE = "The strike set for May was called off on Tuesday after talks.\n"


def document(text: str, path: str, meta: Metadata | None = None) -> Document:
    """A document of a single paragraph."""
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text.rstrip())))
    return Document(path, text, (block,), meta or Metadata(), f"{len(text):064x}")


def at(text: str, words: str) -> Span:
    """Where words stand for the first time in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def quantity(words: str, value: float, kind: QuantityKind = QuantityKind.COUNT, meaning: str = "") -> Quantity:
    """A quantity of the article."""
    return Quantity(at(ARTICLE, words), words, kind, value, Interval(value, value), meaning=meaning or words)


def claim(
    number: int,
    text: str,
    words: str,
    verdict: Verdict,
    *,
    checkworthy: bool = True,
    decision: Decision | None = None,
) -> CheckedClaim:
    """A claim carried by words of the article."""
    span = at(ARTICLE, words)
    sentence = next(at(ARTICLE, line) for line in SENTENCES if at(ARTICLE, line).contains(span))
    quantities = tuple(judged.quantity for judged in verdict.quantities)
    made = Claim(f"c{number}", text, (span,), sentence, checkworthy=checkworthy, quantities=quantities)
    return CheckedClaim(0, made, verdict, decision)


def evidence(reference: int, text: str, words: str, relation: EvidenceRelation, odds: float) -> Evidence:
    """Evidence for or against a claim, the model being as sure as `odds`."""
    rest = (1 - odds) / 2
    supports = relation is EvidenceRelation.SUPPORTS
    first, last = (odds, rest) if supports else (rest, odds)
    return Evidence(reference, at(text, words), relation, first, rest, last)


def references() -> tuple[Reference, ...]:
    """An annual report and a wire story."""
    annual = Metadata("Annual report", "Harbour authority", date(2026, 5, 3), "primary")
    return (
        Reference("annual", document(ANNUAL, "references/annual.md", annual)),
        Reference("wire", document(WIRE, "references/wire.txt")),
    )


PERCENT = QuantityVerdict(
    quantity("12 percent", 12, QuantityKind.PERCENT, "12 %"),
    CONTRADICTED,
    QuantityRelation.CONFLICTING,
    QuantityEvidence(0, at(ANNUAL, "9.5 percent"), "9.5 %"),
    distance="2.5 percentage points apart",
)
MILLION = QuantityVerdict(
    quantity("4.6 million", 4.6e6, meaning="4600000 trips"),
    SUPPORTED,
    QuantityRelation.ENTAILED,
    QuantityEvidence(0, at(ANNUAL, "4,610,000"), "4610000 trips"),
)
DAY = QuantityVerdict(
    quantity("on 2 May", 737546, QuantityKind.DATE, "2026-05-02"),
    CONTRADICTED,
    QuantityRelation.CONFLICTING,
    QuantityEvidence(0, at(ANNUAL, "on 3 May 2026"), "2026-05-03"),
)
EUROS = QuantityVerdict(quantity("300,000 euros", 300000, QuantityKind.MONEY, "300000 EUR"), UNVERIFIED)


def verdict(
    label: VerdictLabel,
    *found: Evidence,
    quantities: tuple[QuantityVerdict, ...] = (),
    rationale: str = "",
    confidence: float = 0.9,
) -> Verdict:
    """A verdict on a claim."""
    return Verdict(label, confidence, rationale, found, quantities)


def claims() -> tuple[CheckedClaim, ...]:
    """Claims of the article, by place."""
    trips = evidence(0, ANNUAL, ANNUAL.split(". ")[0] + ".", EvidenceRelation.CONTRADICTS, 0.91)
    total = evidence(0, ANNUAL, ANNUAL.split(". ")[0] + ".", EvidenceRelation.SUPPORTS, 0.97)
    off = evidence(1, WIRE, WIRE.strip(), EvidenceRelation.CONTRADICTS, 0.984)
    rose = verdict(
        CONTRADICTED, trips, quantities=(PERCENT,), rationale="article 12 percent, source annual 9.5 percent"
    )
    return (
        claim(1, "Ferry trips rose 12 percent in the year to March.", "Ferry trips rose 12 percent", rose),
        claim(
            2,
            "Ferry trips rose to 4.6 million.",
            "to 4.6 million",
            verdict(SUPPORTED, total, quantities=(MILLION,)),
        ),
        claim(
            3,
            "The harbour authority said so on 2 May.",
            "the harbour authority said on 2 May",
            verdict(CONTRADICTED, quantities=(DAY,)),
        ),
        claim(
            4,
            "Captain Mira Toll steered the first electric boat.",
            "Captain Mira Toll steered the first electric boat",
            verdict(UNVERIFIED),
        ),
        claim(
            5,
            "The strike planned for May went ahead.",
            "The strike planned for May went ahead",
            verdict(CONTRADICTED, off),
        ),
        claim(
            6,
            "The strike cost 300,000 euros.",
            "It cost 300,000 euros",
            verdict(UNVERIFIED, quantities=(EUROS,)),
        ),
        claim(7, "It was a good year.", "What a good year it was", verdict(UNVERIFIED), checkworthy=False),
    )


def report(*checked: CheckedClaim, sources: tuple[Reference, ...] | None = None) -> Report:
    """The report on the article without findings, of all its claims unless some are given."""
    read = references() if sources is None else sources
    return Report(
        documents=(document(ARTICLE, "ferries.md"),),
        references=read,
        checked_against=(tuple(range(len(read))),),
        claims=checked or claims(),
        skipped=((Skipped(Span(0, 1), "#", SkipReason.LIST_MARKER),),),
        models=(ModelId("nli", "ab" * 32),),
    )


def without_references() -> Report:
    """The report on the article when there is nothing to check it against: everything is unverified."""
    unjudged = tuple(
        replace(
            checked,
            verdict=verdict(
                UNVERIFIED, quantities=tuple(QuantityVerdict(q, UNVERIFIED) for q in checked.claim.quantities)
            ),
        )
        for checked in claims()
    )
    return report(*unjudged, sources=())
