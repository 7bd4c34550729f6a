"""What tells findings apart from run to run: their content, never a line number, a date or a version.

Inserting a paragraph, re-wrapping a line or moving a sentence changes no fingerprint; changing the sentence does.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from factcheck.document import Document, Span
from factcheck.report import Finding, Report
from factcheck.sentences import Sentence, sentences

_LENGTH = 32  # hex digits: 128 bits


def normalised(text: str) -> str:
    """The text in NFC with every run of blanks one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def content_hashes(report: Report) -> dict[Finding, str]:
    """For each finding, reported or silenced, a hash of its sentence, of the words at fault, and which ones they are.

    The last counts, in the article, the equal words in equal sentences before; and where a rule reports one place
    twice, which of the two it is.
    """
    places = [_Places(document) for document in report.documents]
    seen: Counter[tuple[str, int, str]] = Counter()
    found: dict[Finding, str] = {}
    for finding in sorted([*report.findings, *(one.finding for one in report.silenced)], key=_order):
        content = places[finding.document].content(finding.span)
        key = (finding.rule, finding.document, content)
        found[finding] = _hash([content, seen[key]])
        seen[key] += 1
    return found


def fingerprints(report: Report, paths: Sequence[str] | None = None) -> dict[Finding, str]:
    """A fingerprint in hex for each finding, reported or silenced; no two findings of a report have the same.

    Args:
        report: With its findings.
        paths: What the articles are called, by document; as the user named them if None.
    """
    names = paths or [document.path for document in report.documents]
    return {
        finding: _hash([finding.rule, names[finding.document], content])
        for finding, content in content_hashes(report).items()
    }


def _hash(parts: Sequence[str | int]) -> str:
    written = json.dumps(parts, ensure_ascii=True)  # also of half a surrogate pair
    return hashlib.sha256(written.encode("ascii")).hexdigest()[:_LENGTH]


def _order(finding: Finding) -> tuple[int, Span, str, int]:
    """By place; claims' ids by their number, since those before may change it but not the order."""
    number = (finding.claim or "")[1:]
    return finding.document, finding.span, finding.rule, int(number) if number.isdecimal() else 0


class _Places:
    """An article's sentences, asked for the content of a place."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._sentences = sentences(document)
        self._starts = [sentence.span.start for sentence in self._sentences]
        self._before: list[int] = []
        seen: Counter[str] = Counter()
        for sentence in self._sentences:
            self._before.append(seen[normalised(sentence.text)])
            seen[normalised(sentence.text)] += 1

    def content(self, span: Span) -> str:
        """The sentence and the words of a place, and how many equal ones stand before it, as one text."""
        words = normalised(span.of(self._text))
        index = bisect_right(self._starts, span.start) - 1
        if index < 0 or not self._sentences[index].span.overlaps(span):
            return json.dumps(["", words, normalised(self._text[: span.start]).count(words) if words else 0])
        sentence = self._sentences[index]
        return json.dumps([normalised(sentence.text), words, self._before[index], self._earlier(sentence, span)])

    def _earlier(self, sentence: Sentence, span: Span) -> int:
        """How often the words of a place stand in its sentence before it."""
        words = span.of(self._text)
        return self._text.count(words, sentence.span.start, span.start) if words else 0
