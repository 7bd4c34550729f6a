"""A pane of lines of which only those are drawn anew that look otherwise than before."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from rich.style import Style
from textual.scroll_view import ScrollView


class LinePane(ScrollView):
    """Draws its lines itself and remembers what they showed."""

    DEFAULT_CSS = """
    LinePane { scrollbar-gutter: stable; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, can_focus=True)
        self._drawn: Sequence[Hashable] = ()
        self._base: Style | None = None

    @property
    def base_style(self) -> Style:
        """The pane's own style; looked up once, not for each line."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def notify_style_update(self) -> None:
        """Look the style up again: the theme or the focus has changed."""
        super().notify_style_update()
        self._base = None

    def redraw(self, looks: Sequence[Hashable]) -> None:
        """Draw the lines in sight that look otherwise than before.

        Args:
            looks: What each line in sight shows, from the top; equal where nothing has changed.
        """
        top, size = self.scroll_offset.y, self.size
        drawn, self._drawn = self._drawn, (top, size, *looks)
        if len(drawn) != len(self._drawn) or drawn[:2] != self._drawn[:2]:
            self.refresh()
            return
        changed = [line for line, (old, new) in enumerate(zip(drawn[2:], looks, strict=True)) if old != new]
        for line in changed:
            self.refresh_line(top + line)
