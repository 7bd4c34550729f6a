"""A pane of lines of which only those are drawn anew that look otherwise than before."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import groupby
from typing import Self

from rich.style import Style
from rich.text import Text
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

_KEPT = 400
"""Lines kept drawn at most: some screens full."""


class Entitled(Widget):
    """Has a border of which only the words are drawn anew when they change: Textual draws the whole widget."""

    _titles = ("", "")
    _is_silent = False

    def entitle(self, above: str, below: str = "") -> None:
        """Say something in the border."""
        if (above, below) == self._titles:
            return
        self._titles, self._is_silent = (above, below), True
        self.border_title, self.border_subtitle = Text(above), Text(below)
        self._is_silent = False
        x, y = self.content_offset
        width, height = self.outer_size
        self.refresh(Region(-x, -y, width, 1), Region(-x, height - 1 - y, width, 1))

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As in Textual, but for words in the border."""
        return (
            self if self._is_silent else super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        )


class LinePane(Entitled, ScrollView):
    """Draws its lines itself and remembers what they showed."""

    # A bar that comes and goes would have the screen laid out anew, which takes longer than all else at a key.
    DEFAULT_CSS = """
    LinePane { scrollbar-gutter: stable; overflow-x: hidden; overflow-y: scroll; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, can_focus=True)
        self._drawn: Sequence[object] = ()
        self._base: Style | None = None
        self._kept: dict[Hashable, Strip] = {}

    @property
    def base_style(self) -> Style:
        """The pane's own style; looked up once, not for each line."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Nothing: no rule asks for it, and Textual would style the pane anew."""

    def notify_style_update(self) -> None:
        """Look the style up again: the theme or the focus has changed."""
        super().notify_style_update()
        self._base = None

    def kept(self, look: Hashable, draw: Callable[[], Strip]) -> Strip:
        """The strip of a line that looks so, drawn if it has not been yet: a pane that is covered is drawn anew whole.

        Args:
            look: What the line shows, its width apart; equal for lines that are drawn alike.
            draw: Draws it.
        """
        key = (look, self.scrollable_content_region.width, self.base_style, self.app.theme)
        strip = self._kept.get(key)
        if strip is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            strip = self._kept[key] = draw()
        return strip

    def set_length(self, lines: int) -> None:
        """Say how many lines there are to scroll through; the screen is not laid out for it."""
        size = Size(self.scrollable_content_region.width, lines)
        if size != self.virtual_size:
            self.set_reactive(LinePane.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = lines
            if self.scroll_offset.y > self.max_scroll_y:
                self.scroll_to(y=self.max_scroll_y, animate=False, immediate=True)

    def redraw(self, looks: Sequence[object]) -> None:
        """Draw the lines in sight that look otherwise than before.

        Args:
            looks: What each line in sight shows, from the top; equal where nothing has changed.
        """
        top, size = self.scroll_offset.y, self.size
        drawn, self._drawn = self._drawn, (top, size, *looks)
        if len(drawn) != len(self._drawn) or drawn[:2] != self._drawn[:2]:
            self.refresh()
            return
        differs = [old != new for old, new in zip(drawn[2:], looks, strict=True)]
        line = 0
        for changed, run in groupby(differs):
            count = len(list(run))
            if changed:
                self.refresh_lines(top + line, count)
            line += count
