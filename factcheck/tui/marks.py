"""A text with marks, broken into lines of a width: no screen needed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import accumulate, pairwise

from rich.cells import cell_len

from factcheck.document import Span
from factcheck.output.windows import flat
from factcheck.review.marks import Mark

_PLAIN = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027]*")
"""Characters of one cell that are shown as they are."""
_WIDTHS = 4
"""Widths that a text stays broken for: zooming and back breaks it once each."""


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
        self._broken = lru_cache(_WIDTHS)(self._break)

    def wrap(self, width: int) -> None:
        """Break the text into lines of at most `width` cells, signs included."""
        self.lines = self._broken(max(width, 2))

    def _break(self, width: int) -> list[Span]:
        lines: list[Span] = []
        at = 0
        for line in re.split(r"(\r\n|\r|\n)", self.text):
            if line not in ("\r\n", "\r", "\n"):
                lines += self._wrapped(Span(at, at + len(line)), width)
            at += len(line)
        # A text that ends with a line break has no further line.
        if len(lines) > 1 and self.text.endswith(("\n", "\r")):
            lines.pop()
        return lines

    def _wrapped(self, line: Span, width: int) -> Iterator[Span]:
        """A line of the file in lines of the screen: broken at the last blank that is in reach, else inside a word."""
        text, reach = self.text, self._reach(line, width)
        start, end = line.start, self._trimmed(line.start, line.end)
        while (stop := reach(start)) < end:
            place = stop
            while place > start and not text[place].isspace():
                place -= 1
            if place == start:
                yield Span(start, stop)
                start = stop
                continue
            yield Span(start, self._trimmed(start, place))
            start = place + 1
            while text[start].isspace():
                start += 1
        yield Span(start, end)

    def _trimmed(self, start: int, end: int) -> int:
        """Where a part of the text ends without the blanks at its end."""
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return end

    def _reach(self, line: Span, width: int) -> Callable[[int], int]:
        """Tells how far the screen's line goes that starts at a place of the file's line."""
        if _PLAIN.fullmatch(self.text, line.start, line.end):
            return partial(self._plain_reach, width=width)
        cells = [cell_len(flat(char)) for char in line.of(self.text)]
        for sign in self._signs[self._signs_before(line.start) : self._signs_before(line.end)]:
            cells[sign - line.start] += 1
        taken = list(accumulate(cells, initial=0))

        def reach(start: int) -> int:
            return max(start + 1, line.start + bisect_right(taken, taken[start - line.start] + width) - 1)

        return reach

    def _plain_reach(self, start: int, *, width: int) -> int:
        """The same where each character takes one cell: almost everywhere, and much faster."""
        before = self._signs_before(start)
        stop = start + width
        while stop > start + 1 and stop - start + self._signs_before(stop) - before > width:
            stop -= 1
        return stop

    def _signs_before(self, offset: int) -> int:
        return bisect_left(self._signs, offset)

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
