"""Articles whose every line is a sentence and a claim, and references, for tests of decisions."""

from __future__ import annotations

from factcheck.claim import Claim
from factcheck.document import Block, BlockKind, Document, Metadata, Reference, Span
from factcheck.evidence import Verdict, VerdictLabel
from factcheck.report import CheckedClaim, Report


def article(text: str, path: str = "article.md") -> Document:
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    return Document(path, text, (block,), Metadata(), "0" * 64)


def reference(text: str, id: str = "r1") -> Reference:
    return Reference(id, article(text, f"{id}.md"))


def claims_of(document: Document) -> list[Claim]:
    """One claim a line, worded like the line without its final stop."""
    found: list[Claim] = []
    at = 0
    for line in document.text.splitlines(keepends=True):
        span = Span(at, at + len(line.rstrip()))
        at += len(line)
        if span.start < span.end:
            found.append(Claim(f"c{len(found) + 1}", span.of(document.text).rstrip("."), (span,), span))
    return found


def report_of(document: Document, *references: Reference) -> Report:
    verdict = Verdict(VerdictLabel.UNVERIFIED, 0.5)
    claims = tuple(CheckedClaim(0, claim, verdict) for claim in claims_of(document))
    return Report((document,), references, claims=claims)
