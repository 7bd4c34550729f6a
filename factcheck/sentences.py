"""Sentences of a text: units of prose with their way back to the file.

Segmentation is sentencex's (Wikimedia), which knows abbreviations, initials and quotes; where it parts
what belongs together ("approx. 10", "version 2.0. is"), the pieces are joined again. A sentence's `text`
leaves out what the block masks (link targets, emphasis signs, HTML tags) and folds line breaks and runs
of blanks into one space; `offsets` leads every code point of it back to the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import sentencex

from factcheck.document import PROSE, Block, BlockKind, Document, Span

_GAP = re.compile(r"[ \t]*(?:\r\n|\r|\n)\s*|[ \t]{2,}|\t")
_BREAK_TAG = re.compile(r"<br\b", re.IGNORECASE)
# A stop that ends no sentence: after these words, after a number that opens the piece, before a small letter.
_OPEN_END = re.compile(r"(?:\b(?:approx|circa|est|max|min|incl|excl|resp|ft)\.|^\W*\d+[.)])\s*$", re.IGNORECASE)
_SMALL_START = re.compile(r"[a-z]+(?![A-Za-z])")
_STOP_END = re.compile(r"\w\.\s*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading, list item or table row.

    Attributes:
        span: Its place in the file.
        text: Its prose, without masked ranges.
        offsets: For each code point of `text` its place in the file; non-decreasing, same length as `text`.
        block: Index of its block in the document.
        kind: The block's kind.
        identifiers: Ranges of `text` that are names, not prose (inline code, URLs).
    """

    span: Span
    text: str
    offsets: tuple[int, ...]
    block: int
    kind: BlockKind
    identifiers: tuple[Span, ...] = ()

    def to_file(self, span: Span) -> Span:
        """The place in the file of a non-empty range of `text`."""
        return Span(self.offsets[span.start], self.offsets[span.end - 1] + 1)


def sentences(document: Document) -> list[Sentence]:
    """All sentences of a document's prose and its table rows, in order of place."""
    found: list[Sentence] = []
    for index, block in enumerate(document.blocks):
        if block.kind in PROSE:
            found += _of_prose(document.text, index, block)
        elif block.kind is BlockKind.TABLE_ROW:
            prose = _prose(document.text, block)
            found += _cut(prose, Span(0, len(prose.text)), index, block)
    return found


@dataclass(frozen=True, slots=True)
class _Prose:
    text: str
    offsets: list[int]


def _prose(text: str, block: Block) -> _Prose:
    """A block's characters without its masked ranges, each line break or run of blanks one space."""
    chars: list[str] = []
    offsets: list[int] = []
    at = block.span.start
    for hole in (*block.masked, Span(block.span.end, block.span.end)):
        chars.append(text[at : hole.start])
        offsets += range(at, hole.start)
        if _BREAK_TAG.match(text, hole.start, hole.end):  # it parts words as a line break does
            chars.append(" ")
            offsets.append(hole.start)
        at = hole.end
    raw = "".join(chars)
    folded: list[str] = []
    kept: list[int] = []
    last = 0
    for gap in _GAP.finditer(raw):
        folded += [raw[last : gap.start()], " "]
        kept += [*offsets[last : gap.start()], offsets[gap.start()]]
        last = gap.end()
    folded.append(raw[last:])
    kept += offsets[last:]
    return _Prose("".join(folded), kept)


def _of_prose(text: str, index: int, block: Block) -> list[Sentence]:
    prose = _prose(text, block)
    return [sentence for place in _segments(prose.text) for sentence in _cut(prose, place, index, block)]


def _segments(text: str) -> list[Span]:
    """The places of the sentences of a prose, from one's start to the next one's."""
    found: list[Span] = []
    at = 0
    for piece in sentencex.segment("en", text):
        start = text.index(piece, at)
        at = start + len(piece)
        before = found[-1].of(text) if found else ""
        small = _SMALL_START.match(piece) and _STOP_END.search(before)
        if found and (small or _OPEN_END.search(before)):
            found[-1] = Span(found[-1].start, at)
        else:
            found.append(Span(start, at))
    return found


def _cut(prose: _Prose, place: Span, index: int, block: Block) -> list[Sentence]:
    """The sentence at a range of the prose, trimmed; none if it is blank."""
    raw = place.of(prose.text)
    start = place.start + len(raw) - len(raw.lstrip())
    end = place.start + len(raw.rstrip())
    if start >= end:
        return []
    offsets = tuple(prose.offsets[start:end])
    names = []
    for identifier in block.identifiers:
        inside = [i for i, offset in enumerate(offsets) if identifier.start <= offset < identifier.end]
        if inside:
            names.append(Span(inside[0], inside[-1] + 1))
    whole = Span(offsets[0], offsets[-1] + 1)
    return [Sentence(whole, prose.text[start:end], offsets, index, block.kind, tuple(names))]
