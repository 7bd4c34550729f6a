"""A box in the middle of the terminal, as large as what it shows or as the terminal allows.

The widget itself always has the whole screen: one of another size for each text would have the screen laid out, styled
and painted several times at a key.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from factcheck.tui.fitting import cut
from factcheck.tui.rendered_pane import Block, RenderedPane

_WIDTH = 96
"""Cells of a box: more cannot be read well."""
_FRAME = 2
"""Cells that the frame takes, in each direction."""
_MARGINS = 3
"""Cells of a line for a blank on either side and the scroll bar."""


class FramedPane(RenderedPane):
    """Blocks below each other in a frame with a title; the rest of the screen is empty."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"inside", "frame"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._title = ""
        self._box = Region()

    @property
    def room(self) -> int:
        """Cells of a line."""
        return min(_WIDTH, self._fitted.width) - _FRAME - _MARGINS

    @property
    def in_sight(self) -> int:
        """Lines that can be seen at once."""
        return self._fitted.height - _FRAME

    def show(self, title: str, blocks: Sequence[Block]) -> None:
        """Show these from their top, in a box that fits them."""
        self._title = title
        self.scroll_home(animate=False, immediate=True)
        self.draw(blocks)
        self._frame()

    @property
    def _bar_place(self) -> Region:
        """Where the scroll bar stands."""
        return Region(self._box.right - _FRAME - 1, self._box.y + 1, 1, self.in_sight)

    def set_length(self, lines: int) -> None:
        """Say how many lines there are to scroll through, of which the frame hides two."""
        super().set_length(lines + _FRAME)

    def _frame(self) -> None:
        width, height = min(_WIDTH, self._fitted.width), min(len(self._strips) + _FRAME, self._fitted.height)
        self._box = Region((self._fitted.width - width) // 2, (self._fitted.height - height) // 2, width, height)
        self.refresh()

    def fit(self) -> None:
        """Fit another terminal."""
        super().fit()
        self._frame()

    # Drawing

    @property
    def ink(self) -> Style:
        """What words without a look of their own are drawn in."""
        return self.get_component_rich_style("inside")

    def bar_beside(self, y: int) -> Segment:
        """A line of the scroll bar."""
        return super().bar_beside(y - self._box.y - 1)

    def look(self, y: int) -> Hashable:
        """What a line of the screen shows of the blocks."""
        line = y - self._box.y - 1
        return self.strip(line + self.scroll_offset.y) if 0 <= line < self._box.height - _FRAME else None

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        box, width = self._box, self._fitted.width
        if not box.y <= y < box.bottom:
            return Strip.blank(width, self.base_style)
        if y == box.y:
            inside = self._edge("╭─", self._title, "╮")
        elif y == box.bottom - 1:
            inside = self._edge("╰", "", "╯")
        else:
            inside = self._inner(y - box.y - 1)
        before = Segment(" " * box.x, self.base_style)
        return Strip([before, *inside]).adjust_cell_length(width, self.base_style)

    def _edge(self, begins: str, title: str, ends: str) -> list[Segment]:
        room = self._box.width - cell_len(begins) - cell_len(ends)
        title = f" {cut(title, room - 2)} " if title else ""
        frame = self.get_component_rich_style("frame")
        line = Segment("─" * (room - cell_len(title)) + ends, frame)
        return [Segment(begins, frame), Segment(title, self.ink), line]

    def _inner(self, line: int) -> list[Segment]:
        shown, frame = self.strip(line + self.scroll_offset.y), self.get_component_rich_style("frame")
        blank, edge = Segment(" ", self.ink), Segment("│", frame)
        bar = self.bar_beside(self._box.y + 1 + line) if len(self._strips) > self.in_sight else blank
        return [edge, blank, *shown, bar, blank, edge]
