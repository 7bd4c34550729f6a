"""A pane of rich renderables, laid out once for its width and drawn line by line."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from textual.strip import Strip

from factcheck.tui.line_pane import LinePane

_NOTHING = Strip([])


class RenderedPane(LinePane):
    """Renderables below each other; the layout of the screen does not depend on how long they are."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._blocks: Sequence[RenderableType] = ()
        self._strips: list[Strip] = []
        self._places: list[int] = []
        self._width = self._laid_out = 0

    def draw(self, blocks: Sequence[RenderableType], width: int | None = None) -> int:
        """Show these and nothing else.

        Args:
            blocks: Below each other.
            width: Cells of a line; None: as many as the pane has now.

        Returns:
            How many lines they take.
        """
        self._blocks = blocks
        self._lay_out(self.scrollable_content_region.width if width is None else width)
        top = self.scroll_offset.y
        self.redraw([self._strip(line) for line in range(top, top + self.size.height)])
        return len(self._strips)

    def _strip(self, line: int) -> Strip:
        return self._strips[line] if line < len(self._strips) else _NOTHING

    def _lay_out(self, width: int) -> None:
        self._width = width
        if width <= 0:
            return
        options = self.app.console.options.update(width=width, height=None)
        self._strips, self._places = [], []
        self._laid_out += 1
        for block in self._blocks:
            self._places.append(len(self._strips))
            lines = self.app.console.render_lines(block, options, pad=False)
            self._strips += [Strip(line) for line in lines]
        self.set_length(len(self._strips))

    def bring_into_view(self, block: int) -> None:
        """Scroll to a block."""
        if block < len(self._places):
            ends = [*self._places[1:], len(self._strips)]
            top, height = self.scroll_offset.y, self.size.height
            if self._places[block] < top or ends[block] > top + height:
                self.scroll_to(y=self._places[block], animate=False, immediate=True)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        line = self.scroll_offset.y + y
        strip = self._strip(line)
        return self.kept((self._laid_out, line), lambda: self._dressed(strip))

    def _dressed(self, strip: Strip) -> Strip:
        return strip.adjust_cell_length(self.scrollable_content_region.width).apply_style(self.base_style)

    def on_resize(self) -> None:
        """Lay out anew for another width."""
        width = self.scrollable_content_region.width
        if width != self._width:
            self._lay_out(width)
        self.set_length(len(self._strips))
        self.refresh()
