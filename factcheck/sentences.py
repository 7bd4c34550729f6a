"""Sentences of a text: units of prose with their way back to the file.

A table row is a unit of its own, and no sentence reaches beyond its block; where the sentences of a block end,
`segmentation` tells. A sentence's `text` leaves out what the block masks (link targets, emphasis signs, HTML tags)
and folds line breaks and runs of blanks into one space; `offsets` leads every code point of it back to the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from factcheck.document import PROSE, Block, BlockKind, Document, Span
from factcheck.segmentation import segments

_GAP = re.compile(r"[ \t]*(?:\r\n|\r|\n)\s*|[ \t]{2,}|\t")

Segmenter = Callable[[str], list[Span]]
"""Finds the sentences of a prose without line breaks, in order; their blanks at either end do not matter."""


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
        entities: The places in the file of characters of `text` that are written as character references.
    """

    span: Span
    text: str
    offsets: tuple[int, ...]
    block: int
    kind: BlockKind
    identifiers: tuple[Span, ...] = ()
    entities: tuple[Span, ...] = ()

    def to_file(self, span: Span) -> Span:
        """The place in the file of a non-empty range of `text`."""
        last = self.offsets[span.end - 1]
        end = next((entity.end for entity in self.entities if entity.start == last), last + 1)
        return Span(self.offsets[span.start], end)


def sentences(document: Document, segmenter: Segmenter | None = None) -> list[Sentence]:
    """All sentences of a document's prose and its table rows, in order of place.

    Args:
        document: The text.
        segmenter: Who finds the sentences in the prose of a block; `segments` if None.
    """
    found: list[Sentence] = []
    for index, block in enumerate(document.blocks):
        if block.kind in PROSE:
            found += _of_prose(document.text, index, block, segmenter or segments)
        elif block.kind is BlockKind.TABLE_ROW:
            prose = _prose(document.text, block)
            found += _cut(prose, Span(0, len(prose.text)), index, block)
    return found


@dataclass(frozen=True, slots=True)
class _Prose:
    text: str
    offsets: list[int]
    names: list[Span]
    """The block's identifiers as ranges of the text, sorted."""


def _prose(text: str, block: Block) -> _Prose:
    """What is shown of a block, each line break or run of blanks one space."""
    raw, offsets = block.shown(text)
    folded: list[str] = []
    kept: list[int] = []
    last = 0
    for gap in _GAP.finditer(raw):
        folded += [raw[last : gap.start()], " "]
        kept += [*offsets[last : gap.start()], offsets[gap.start()]]
        last = gap.end()
    folded.append(raw[last:])
    kept += offsets[last:]
    ranges = (Span(bisect_left(kept, name.start), bisect_left(kept, name.end)) for name in block.identifiers)
    return _Prose("".join(folded), kept, sorted(name for name in ranges if name))


def _of_prose(text: str, index: int, block: Block, segmenter: Segmenter) -> list[Sentence]:
    prose = _prose(text, block)
    places = _joined(segmenter(prose.text), prose.names)
    return [sentence for place in places for sentence in _cut(prose, place, index, block)]


def _joined(places: Iterable[Span], names: list[Span]) -> Iterator[Span]:
    """The places, those joined that meet within a name: a stop in inline code or a URL ends no sentence."""
    start: int | None = None
    for place in places:
        start = place.start if start is None else start
        last = bisect_left(names, Span(place.end, 0)) - 1
        if last < 0 or names[last].end <= place.end:
            yield Span(start, place.end)
            start = None


def _cut(prose: _Prose, place: Span, index: int, block: Block) -> list[Sentence]:
    """The sentence at a range of the prose, trimmed; none if it is blank."""
    raw = place.of(prose.text)
    start = place.start + len(raw) - len(raw.lstrip())
    end = place.start + len(raw.rstrip())
    if start >= end:
        return []
    offsets = tuple(prose.offsets[start:end])
    first = bisect_left(prose.names, Span(start, 0))
    last = bisect_left(prose.names, Span(end, 0))
    names = tuple(Span(name.start - start, min(name.end, end) - start) for name in prose.names[first:last])
    inside = tuple(e.span for e in block.entities if offsets[0] <= e.span.start <= offsets[-1])
    sentence = Sentence(Span(offsets[0], 0), prose.text[start:end], offsets, index, block.kind, names, inside)
    return [replace(sentence, span=sentence.to_file(Span(0, end - start)))]
