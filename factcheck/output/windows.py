"""One line of a text cut down around the place that matters, in terminal cells."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from factcheck.document import Span
from factcheck.output.plain import visible

WIDTH = 100
"""Columns for which outputs are laid out, whatever the terminal has: the same bytes everywhere."""

_CUT = "…"


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a line.

    Attributes:
        text: What to show, with "…" where it was cut.
        shown: Which code points of the line stand in it.
        shift: What to add to an offset into the line to get the one into `text`.
    """

    text: str
    shown: Span
    shift: int

    def place(self, span: Span) -> Span:
        """Where a range of the line stands in `text`; empty if it was cut away."""
        start = max(span.start, self.shown.start)
        return Span(start, max(start, min(span.end, self.shown.end))).shifted(self.shift)

    def cells_before(self, offset: int) -> int:
        """Terminal cells in front of an offset into `text`."""
        return cell_len(self.text[:offset])


def flat(text: str) -> str:
    """Harmless text on one line, each code point in its place: line breaks and tabs become spaces."""
    return visible(text).replace("\n", " ").replace("\t", " ")


def window(line: str, focus: Span, width: int) -> Window:
    """The line if it fits in `width` cells, else as much as fits around the focus.

    Args:
        line: One line, harmless (see `flat`).
        focus: What must be seen; if it is too long itself, its beginning.
        width: Terminal cells.
    """
    if cell_len(line) <= width:
        return Window(line, Span(0, len(line)), 0)
    room = width - 2 * len(_CUT)
    end = _fitting(line, focus.start, focus.end, room)
    room -= cell_len(line[focus.start : end])
    before = min(room // 2, cell_len(line[: focus.start]))
    after = _fitting(line, end, len(line), room - before)
    start = _fitting_before(line, focus.start, room - cell_len(line[end:after]))
    shown = _whole_words(line, Span(start, after), Span(focus.start, end))
    left = _CUT if shown.start > 0 else ""
    right = _CUT if shown.end < len(line) else ""
    return Window(left + shown.of(line) + right, shown, len(left) - shown.start)


def _fitting(line: str, start: int, limit: int, room: int) -> int:
    """How far after `start` the line may be shown."""
    end = start
    while end < limit and (room := room - cell_len(line[end])) >= 0:
        end += 1
    return end


def _fitting_before(line: str, end: int, room: int) -> int:
    """How far before `end` the line may be shown."""
    start = end
    while start > 0 and (room := room - cell_len(line[start - 1])) >= 0:
        start -= 1
    return start


def _whole_words(line: str, shown: Span, focus: Span) -> Span:
    """The range without words that are cut in two, but with all of the focus."""
    start, end = shown.start, shown.end
    if start > 0 and line[start - 1] != " ":
        space = line.find(" ", start, focus.start)
        start = space + 1 if space >= 0 else start
    if end < len(line) and line[end] != " ":
        space = line.rfind(" ", focus.end, end)
        end = space if space >= 0 else end
    return Span(start, end)
