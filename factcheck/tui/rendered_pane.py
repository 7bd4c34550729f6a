"""A pane of words and other renderables, laid out once for its width and drawn line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from rich.console import RenderableType
from rich.text import Text
from textual.strip import Strip

from factcheck.tui.line_pane import LinePane
from factcheck.tui.rows import Row, lines_of

_NOTHING = Strip([])
Block: TypeAlias = RenderableType | Row | tuple[RenderableType | Row, ...]
"""What stands below each other; texts and rows are laid out fast."""


class RenderedPane(LinePane):
    """Blocks below each other; the layout of the screen does not depend on how long they are."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._blocks: Sequence[Block] = ()
        self._strips: list[Strip] = []
        self._places: list[int] = []
        self._width = self._laid_out = 0

    def draw(self, blocks: Sequence[Block]) -> None:
        """Show these and nothing else."""
        self._blocks = blocks
        self._lay_out()
        self.redraw([self.look(y) for y in range(self.size.height)])

    def look(self, y: int) -> object:
        """What a line of the screen shows of the blocks."""
        return self.strip(self.scroll_offset.y + y)

    def strip(self, line: int) -> Strip:
        """A line of the blocks, without the pane's colours; an empty one behind the last."""
        return self._strips[line] if line < len(self._strips) else _NOTHING

    def _lay_out(self) -> None:
        self._width = self.room
        if self._width <= 0:
            return
        self._strips, self._places = [], []
        self._laid_out += 1
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
                yield Strip(list(text.render(console)))
        else:
            options = console.options.update(width=width, height=None)
            for line in console.render_lines(part, options, pad=False):
                yield Strip(line)

    def bring_into_view(self, block: int) -> None:
        """Scroll to a block."""
        if block < len(self._places):
            ends = [*self._places[1:], len(self._strips)]
            top = self.scroll_offset.y
            if self._places[block] < top or ends[block] > top + self.in_sight:
                self.scroll_to(y=self._places[block], animate=False, immediate=True)

    def line(self, y: int) -> Strip:
        """A line in sight."""
        line = self.scroll_offset.y + y
        return self.kept((self._laid_out, line), lambda: self._dressed(self.strip(line)))

    def _dressed(self, strip: Strip) -> Strip:
        return strip.adjust_cell_length(self.room).apply_style(self.base_style)

    def fit(self) -> None:
        """Lay out anew for another width."""
        if self.room != self._width:
            self._lay_out()
        self.set_length(len(self._strips))
        self.refresh()
