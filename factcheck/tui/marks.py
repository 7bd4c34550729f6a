"""A text with marks, broken into lines of a width: no screen needed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rich.cells import cell_len

from factcheck.document import Span
from factcheck.output.windows import flat
from factcheck.review.marks import Mark

_WORD = re.compile(r"\S+|[^\S\n]+")


class MarkedText:
    """A text with marks, broken into lines of a width.

    Attributes:
        text: As in the file.
        marks: Sorted and disjoint.
        lines: What each line of the screen shows of the text, blanks at a break left out.
    """

    def __init__(self, text: str, marks: Sequence[Mark] = ()) -> None:
        self.text = text
        self.marks = marks
        self._starts = [mark.span.start for mark in marks]
        self._signs = [mark.span.start for mark in marks if mark.sign]
        self.lines: list[Span] = []

    def wrap(self, width: int) -> None:
        """Break the text into lines of at most `width` cells, signs included."""
        self.lines = []
        at = 0
        for line in re.split(r"(\r\n|\r|\n)", self.text):
            if line not in ("\r\n", "\r", "\n"):
                self.lines += map(self._trimmed, self._wrapped(Span(at, at + len(line)), max(width, 2)))
            at += len(line)
        # A text that ends with a line break has no further line.
        if len(self.lines) > 1 and self.text.endswith(("\n", "\r")):
            self.lines.pop()

    def _wrapped(self, line: Span, width: int) -> Iterator[Span]:
        start, room = line.start, width
        for word in _WORD.finditer(self.text, line.start, line.end):
            span = Span(*word.span())
            cells = self._cells(span)
            if cells > room and word[0].isspace():
                yield Span(start, span.start)
                start, room = span.end, width
                continue
            if cells > room and start < span.start:
                yield Span(start, span.start)
                start, room = span.start, width
            if cells <= room:
                room -= cells
                continue
            for place in range(span.start, span.end):
                cells = self._cells(Span(place, place + 1))
                if cells > room and start < place:
                    yield Span(start, place)
                    start, room = place, width
                room -= cells
        yield Span(start, line.end)

    def _trimmed(self, line: Span) -> Span:
        return Span(line.start, line.start + len(line.of(self.text).rstrip()))

    def _cells(self, span: Span) -> int:
        signs = bisect_left(self._signs, span.end) - bisect_left(self._signs, span.start)
        return cell_len(flat(span.of(self.text))) + signs

    def line_of(self, offset: int) -> int:
        """The line that shows a place of the text, from 0."""
        return max(0, bisect_right(self.lines, offset, key=lambda line: line.start) - 1)

    def marks_in(self, span: Span) -> list[Mark]:
        """The marks that a part of the text touches."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_left(self._starts, span.end)
        return [mark for mark in self.marks[first:last] if mark.span.overlaps(span)]

    def parts(self, line: int, cuts: Sequence[Span] = ()) -> Iterator[tuple[Span, Mark | None]]:
        """A line in pieces that lie wholly in or out of each mark and of each span of `cuts`."""
        span = self.lines[line]
        marks = self.marks_in(span)
        edges = {span.start, span.end}
        for other in (*(mark.span for mark in marks), *cuts):
            edges |= {edge for edge in (other.start, other.end) if span.start < edge < span.end}
        ordered = sorted(edges)
        for start, end in pairwise(ordered):
            piece = Span(start, end)
            yield piece, next((mark for mark in marks if mark.span.contains(piece)), None)
