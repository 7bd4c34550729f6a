"""A long text as its reader sees it, line by line: only what is in sight is drawn."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from factcheck.document import PROSE, BlockKind, Document, Span
from factcheck.output.windows import flat
from factcheck.review.marks import Mark
from factcheck.review.reading import Reading
from factcheck.review.vocabulary import STYLES
from factcheck.tui.line_pane import LinePane
from factcheck.tui.marks import MarkedText

_ROWS = (BlockKind.TABLE_ROW, BlockKind.TABLE_HEADER)


class TextPane(LinePane):
    """A document's text with headings, what is no prose set back, and values that stand out.

    Subclasses say how marks look, what is selected and what stands before each line. They speak of places of the file;
    `reading` leads from there to what is shown.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {*STYLES.values(), "aside", "found", "heading", "selected", "value"}
    indent = 2
    """Cells before each line."""
    shows_values = True
    """Whether values stand out."""

    def __init__(self, document: Document, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._taken = 0
        self._lit: tuple[Span, ...] = ()
        self.take(document)

    def take(self, document: Document, marks: Sequence[Mark] = (), values: Sequence[Span] = ()) -> None:
        """Show this text.

        Args:
            document: The text.
            marks: Sorted and disjoint.
            values: Places that stand out.
        """
        self._taken += 1
        self.reading = Reading(document)
        shown = [replace(mark, span=self.reading.place(mark.span)) for mark in marks]
        self.text = MarkedText(self.reading.document.text, [mark for mark in shown if mark.span])
        self._blocks = [block.span.start for block in self.reading.document.blocks]
        self._values = sorted(set(map(self.reading.place, values)))
        self._longest = max(map(len, self._values), default=0)
        self._wrap()

    def _wrap(self) -> None:
        if self.room > self.indent:
            self.text.wrap(self.room - self.indent)
            self.set_length(len(self.text.lines))

    def fit(self) -> None:
        """Break the lines anew and keep in view what was."""
        self._wrap()
        self.bring_into_view()

    # What subclasses say

    def selected(self) -> tuple[Span, ...]:
        """The places that are selected."""
        return ()

    def margin_of(self, line: Span) -> str:
        """What stands before a line, given by its place in the shown text."""
        return "> " if any(span.overlaps(line) for span in self._lit) else "  "

    def sign(self, mark: Mark) -> str:
        """The sign of a mark as shown now, one cell wide."""
        return mark.sign

    def found_in(self, line: Span) -> list[Span]:  # noqa: ARG002 (subclasses look at it)
        """What of a line is sought, in the shown text."""
        return []

    # Drawing

    def bring_into_view(self) -> None:
        """Draw anew with what is selected in view."""
        lit = self._lit = tuple(filter(None, map(self.reading.place, self.selected())))
        if lit and self.text.lines:
            first = self.text.line_of(lit[0].start)
            last = self.text.line_of(lit[-1].end - 1)
            top, height = self.scroll_offset.y, self.in_sight
            if first < top or last >= top + height:
                self.scroll_to(y=max(0, first - height // 3), animate=False, immediate=True)
        self.redraw()

    def look(self, y: int) -> Hashable:
        """What a line in sight shows besides its words."""
        number = self.scroll_offset.y + y
        if number >= len(self.text.lines):
            return None
        line = self.text.lines[number]
        selected = tuple(part for part in self._lit if part.overlaps(line))
        marks = tuple((mark.claim, self.sign(mark)) for mark in self.text.marks_in(line))
        found = tuple(self.found_in(line))
        return (self._taken, line, self.margin_of(line), selected, marks, found, *self._values_in(line))

    def draw_line(self, y: int) -> Strip:
        """A line in sight."""
        number = self.scroll_offset.y + y
        if number >= len(self.text.lines):
            return Strip.blank(self.room, self.base_style)
        span = self.text.lines[number]
        base = self.base_style + self._block_style(span)
        selected = [part for part in self._lit if part.overlaps(span)]
        values, found = self._values_in(span), self.found_in(span)
        segments = [Segment(self.margin_of(span), base)]
        for part, mark in self.text.parts(number, [*selected, *values, *found]):
            text, style = flat(part.of(self.text.text)), base
            if mark:
                sign = self.sign(mark)
                if mark.sign and mark.span.start == part.start:
                    text = sign + text
                style += self.get_component_rich_style(STYLES.get(sign, "not-judged"), partial=True)
                style += Style(underline=True, meta={"claim": mark.claim})
            if any(place.contains(part) for place in values):
                style += self.get_component_rich_style("value", partial=True)
            if any(place.contains(part) for place in selected):
                style += self.get_component_rich_style("selected", partial=True)
            if any(place.contains(part) for place in found):
                style += self.get_component_rich_style("found", partial=True)
            segments.append(Segment(text, style))
        return Strip(segments).adjust_cell_length(self.room, base)

    def _values_in(self, line: Span) -> list[Span]:
        if not self.shows_values:
            return []
        first = bisect_left(self._values, Span(line.start - self._longest, 0))
        last = bisect_left(self._values, Span(line.end, 0))
        return [span for span in self._values[first:last] if span.overlaps(line)]

    def _block_style(self, line: Span) -> Style:
        at = bisect_right(self._blocks, line.end) - 1
        block = self.reading.document.blocks[at] if at >= 0 else None
        if block is None or not block.span.overlaps(line):
            return Style()
        if block.kind is BlockKind.HEADING:
            return self.get_component_rich_style("heading", partial=True)
        if block.kind in PROSE or block.kind in _ROWS:
            return Style()
        return self.get_component_rich_style("aside", partial=True)
