"""What a finding is known by when the text around it moves: no line number, no offset, no version.

Prose is the hard case: a paragraph is often one line, and a line added at the top moves every finding below. A finding
is therefore its rule, its file, its sentence and its expression; equal ones are counted.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter

from factcheck.document import Document, Span
from factcheck.report import Finding, Report

_HEX_DIGITS = 32


def fingerprints(report: Report) -> list[str]:
    """For each of a report's findings, in its order, 32 hexadecimal digits.

    They stay as they are when other sentences change, are added or removed.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for finding in report.findings:
        document = report.documents[finding.document]
        sentence = normalised(sentence_of(report, finding).of(document.text))
        key = (finding.rule, document.path, sentence, normalised(finding.span.of(document.text)))
        seen[key] += 1
        found.append(content_hash(*key, str(seen[key])))
    return found


def normalised(text: str) -> str:
    """A text as it is compared: composed, in small letters, blanks folded."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def content_hash(*parts: str) -> str:
    """32 hexadecimal digits of some texts; no two lists of texts run together."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()[:_HEX_DIGITS]


def sentence_of(report: Report, finding: Finding) -> Span:
    """The sentence that a finding is about: its claim's, else the part of the article in which it stands."""
    for checked in report.claims:
        if checked.claim.id == finding.claim:
            return checked.claim.sentence
    return _block(report.documents[finding.document], finding.span)


def _block(document: Document, span: Span) -> Span:
    return next((block.span for block in document.blocks if block.span.contains(span)), span)
