"""A pane of words and other renderables, laid out once for its width and drawn line by line."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeAlias

from rich.console import RenderableType
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.strip import Strip

from factcheck.tui.line_pane import LinePane
from factcheck.tui.rows import Row, lines_of

Block: TypeAlias = RenderableType | Row | tuple[RenderableType | Row, ...]
"""What stands below each other; texts and rows are laid out fast."""


class RenderedPane(LinePane):
    """Blocks below each other; the layout of the screen does not depend on how long they are."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._blocks: Sequence[Block] = ()
        self._strips: list[Strip] = []
        self._places: list[int] = []
        self._width = 0
        self._nothing = Strip([])

    @property
    def ink(self) -> Style:
        """What words without a look of their own are drawn in."""
        return self.base_style

    def draw(self, blocks: Sequence[Block]) -> None:
        """Show these and nothing else."""
        self._blocks = blocks
        self._lay_out()
        self.redraw()

    def look(self, y: int) -> Hashable:
        """What a line in sight shows: itself."""
        return self.strip(self.scroll_offset.y + y)

    def line(self, y: int) -> Strip:
        """A line in sight."""
        return self.strip(self.scroll_offset.y + y)

    def strip(self, line: int) -> Strip:
        """A line of the blocks; an empty one behind the last."""
        return self._strips[line] if line < len(self._strips) else self._nothing

    def _lay_out(self) -> None:
        self._width = self.room
        if self._width <= 0:
            return
        self._strips, self._places = [], []
        self._nothing = Strip.blank(self._width, self.ink)
        for block in self._blocks:
            self._places.append(len(self._strips))
            for part in block if isinstance(block, tuple) else (block,):
                self._strips += self._lines(part)
        self.set_length(len(self._strips))

    def _lines(self, part: RenderableType | Row) -> Iterator[Strip]:
        console, width = self.app.console, self._width
        if isinstance(part, Text | Row):
            lines = part.lines(width, console) if isinstance(part, Row) else lines_of(part, width, console)
            for text in lines:
                yield self._dressed(text.render(console), text.cell_len)
        else:
            options = console.options.update(width=width, height=None)
            for line in console.render_lines(part, options, pad=False):
                yield self._dressed(line, Segment.get_line_length(line))

    def _dressed(self, segments: Iterable[Segment], length: int) -> Strip:
        """A line as wide as the pane."""
        ink = self.ink
        words = [Segment(text, ink + style if style else ink) for text, style, _ in segments]
        if length < self._width:
            words.append(Segment(" " * (self._width - length), ink))
        strip = Strip(words, max(length, self._width))
        return strip if length <= self._width else strip.crop(0, self._width)

    def bring_into_view(self, block: int) -> None:
        """Scroll to a block."""
        if block < len(self._places):
            ends = [*self._places[1:], len(self._strips)]
            top = self.scroll_offset.y
            if self._places[block] < top or ends[block] > top + self.in_sight:
                self.scroll_to(y=self._places[block], animate=False, immediate=True)

    def fit(self) -> None:
        """Lay out anew for another width."""
        if self.room != self._width:
            self._lay_out()
        self.set_length(len(self._strips))
        self.refresh()
