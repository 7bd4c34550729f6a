"""A long article with claims, references and verdicts made up by a formula: for what must not slow down with length."""

from __future__ import annotations

import random

from factcheck.claim import Claim, Interval, Quantity, QuantityKind
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
from factcheck.report import CheckedClaim, Report

_NOUNS = ("ferries", "bridges", "schools", "clinics", "farms", "mills", "harbours", "libraries")
_PLACES = ("Alder Bay", "Birch Ford", "Cedar Hill", "Dune Head", "Elm Park", "Fern Vale")
_RELATIONS = {
    VerdictLabel.SUPPORTED: (EvidenceRelation.SUPPORTS, QuantityRelation.EQUAL),
    VerdictLabel.CONTRADICTED: (EvidenceRelation.CONTRADICTS, QuantityRelation.CONFLICTING),
    VerdictLabel.UNVERIFIED: (EvidenceRelation.NEUTRAL, QuantityRelation.INCOMPARABLE),
}


def _text(sentences: list[str], title: str) -> tuple[str, list[Span], tuple[Block, ...]]:
    """Paragraphs of three sentences below a heading."""
    text = f"# {title}\n\n"
    blocks = [Block(BlockKind.HEADING, Span(2, len(text) - 2))]
    spans = []
    for start in range(0, len(sentences), 3):
        at = len(text)
        for sentence in sentences[start : start + 3]:
            spans.append(Span(len(text), len(text) + len(sentence)))
            text += sentence + " "
        text = text.rstrip() + "\n\n"
        blocks.append(Block(BlockKind.PARAGRAPH, Span(at, len(text) - 2)))
    return text, spans, tuple(blocks)


def report(claims: int, references: int, *, seed: int = 1, path: str = "long.md") -> Report:
    """A report of so many claims, each with evidence from three of the references.

    Args:
        claims: How many.
        references: How many.
        seed: Of the choices.
        path: The article's.
    """
    choose = random.Random(seed)
    said = []
    for number in range(claims):
        thing, place = choose.choice(_NOUNS), choose.choice(_PLACES)
        said.append(f"{place} counted {100 + number * 7 % 900} {thing} in {1950 + number % 70}, the council said.")
    text, spans, blocks = _text(said, "What the councils counted")
    sources, places = [], []
    for index in range(references):
        lines = [sentence.replace("counted", "reported") for sentence in choose.sample(said, min(40, claims))]
        source, found, parts = _text(lines, f"Report {index + 1}")
        about = Metadata(f"Report {index + 1}", "Statistics office")
        sources.append(
            Reference(f"r{index + 1}", Document(f"refs/r{index + 1}.md", source, parts, about, f"{index:064x}"))
        )
        places.append(found)
    checked = [_claim(choose, number, text, span, sources, places) for number, span in enumerate(spans)]
    article = Document(path, text, blocks, Metadata(), "f" * 64)
    return Report((article,), tuple(sources), (tuple(range(references)),), tuple(checked))


def _claim(
    choose: random.Random, number: int, text: str, span: Span, sources: list[Reference], places: list[list[Span]]
) -> CheckedClaim:
    words = span.of(text)
    figure = next(word for word in words.split() if word.isdigit())
    at = span.start + words.index(figure)
    quantity = Quantity(
        Span(at, at + len(figure)), figure, QuantityKind.COUNT, float(figure), Interval(float(figure), float(figure)),
        meaning=figure,
    )  # fmt: skip
    label = choose.choice(list(VerdictLabel))
    relation, numeric = _RELATIONS[label]
    evidence = []
    for index in choose.sample(range(len(sources)), min(3, len(sources))):
        evidence.append(Evidence(index, choose.choice(places[index]), relation, 0.3, 0.3, 0.4))
    value = None
    if evidence and label is not VerdictLabel.UNVERIFIED:
        first = evidence[0]
        source = first.span.of(sources[first.reference].text)
        other = next(word for word in source.split() if word.isdigit())
        start = first.span.start + source.index(other)
        value = QuantityEvidence(first.reference, Span(start, start + len(other)), other)
    claim = Claim(f"c{number + 1}", words, (Span(span.start, span.end - 1),), span, quantities=(quantity,))
    numbers = (QuantityVerdict(quantity, label, numeric, value),)
    return CheckedClaim(0, claim, Verdict(label, 0.8, f"article {figure}", tuple(evidence), numbers))
