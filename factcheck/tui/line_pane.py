"""A pane of lines of which only those are drawn anew that look otherwise than before."""

from __future__ import annotations

from collections.abc import Hashable
from itertools import groupby
from typing import Self

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBarRender
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
    """Draws its lines itself, and a scroll bar beside them, and remembers what they showed.

    Textual's scroll bar is a widget of its own, which costs as much to paint as all that is written beside it.
    """

    DEFAULT_CSS = """
    LinePane { overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 0; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, can_focus=True)
        self._looks: list[Hashable] = []
        self._seen_at = Size(0, 0), 0
        self._base: Style | None = None
        self._kept: dict[Hashable, Strip] = {}
        self._bar_key: Hashable = None
        self._bar: list[Segment] = []
        self._is_held = False
        self._fitted = Size(0, 0)

    # What subclasses say

    def look(self, y: int) -> Hashable:
        """What a line in sight shows; equal for lines that are drawn alike."""
        raise NotImplementedError

    def draw_line(self, y: int) -> Strip:
        """A line in sight, `room` cells wide."""
        raise NotImplementedError

    def fit(self) -> None:
        """Make what is shown fit another size; nothing has been painted in it yet."""

    # Looks

    @property
    def room(self) -> int:
        """Cells of a line, beside the scroll bar."""
        return self._fitted.width - 1

    @property
    def in_sight(self) -> int:
        """Lines that can be seen at once."""
        return self._fitted.height

    @property
    def base_style(self) -> Style:
        """The pane's own style; looked up once, not for each line."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Nothing: no rule asks for it, and Textual would style the pane anew."""

    def notify_style_update(self) -> None:
        """Look all styles up again: the theme has changed."""
        super().notify_style_update()
        self._base = self._bar_key = None
        self._kept.clear()

    def line(self, y: int) -> Strip:
        """A line in sight, drawn if none that looks so has been yet: a pane that is covered is drawn anew whole."""
        known = self._seen_at == (self._fitted, self.scroll_offset.y) and y < len(self._looks)
        key = (self._looks[y] if known else self.look(y), self._fitted.width)
        strip = self._kept.get(key)
        if strip is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            strip = self._kept[key] = self.draw_line(y)
        return strip

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the pane, beside the scroll bar as it is now."""
        self._draw_bar()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """A line with the scroll bar beside it."""
        return Strip([*self.line(y), self.bar_beside(y)], self.room + 1)

    def redraw(self) -> None:
        """Draw the lines in sight that look otherwise than before."""
        before, seen_at = self._looks, self._seen_at
        self._looks = [self.look(y) for y in range(self._fitted.height)]
        self._seen_at = self._fitted, self.scroll_offset.y
        if seen_at != self._seen_at:
            self.refresh()
            return
        differs = [old != new for old, new in zip(before, self._looks, strict=True)]
        line = self.scroll_offset.y
        for changed, run in groupby(differs):
            count = len(list(run))
            if changed:
                self.refresh_lines(line, count)
            line += count

    # Size and scrolling

    def set_length(self, lines: int) -> None:
        """Say how many lines there are to scroll through; the screen is not laid out for it."""
        size = Size(self.room, lines)
        if size != self.virtual_size:
            self.set_reactive(LinePane.virtual_size, size)
            self.refresh(self._bar_place)
            if self.scroll_offset.y > self.max_scroll_y:
                self.scroll_to(y=self.max_scroll_y, animate=False, immediate=True)

    def watch_scroll_y(self, old: float, new: float) -> None:
        """Draw what is in sight now."""
        if round(old) != round(new):
            self.refresh(self.size.region)

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        # Textual tells of another size after it has painted in it what was there before.
        if self.size != self._fitted:
            self._fitted = self.size
            self.fit()
        return changed

    # The scroll bar

    @property
    def _bar_place(self) -> Region:
        """Where it stands."""
        return Region(self._fitted.width - 1, 0, 1, self.in_sight)

    def bar_beside(self, y: int) -> Segment:
        """A line of the scroll bar."""
        return self._bar[y]

    def _draw_bar(self) -> None:
        place, styles = self._bar_place, self.styles
        lines, top = self.virtual_size.height - self._fitted.height + place.height, self.scroll_offset.y
        key = (place.height, lines, top)
        if key != self._bar_key:
            behind = self.background_colors[1] + styles.scrollbar_background
            drawn = ScrollBarRender.render_bar(
                place.height,
                lines,
                place.height if place.height < lines else 0,
                top,
                back_color=behind.rich_color,
                bar_color=(behind + styles.scrollbar_color).rich_color,
            )
            self._bar_key, self._bar = key, [_bare(segment) for segment in drawn.segments]

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the scroll bar."""
        at = event.get_content_offset(self)
        if at is not None and self._bar_place.contains(*at):
            self._is_held = True
            self.capture_mouse()
            self._pull(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Scroll with the bar that is held."""
        if self._is_held:
            self._pull(event)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let it go."""
        if self._is_held:
            self._is_held = False
            self.release_mouse()
            event.stop()

    def _pull(self, event: events.MouseEvent) -> None:
        place = self._bar_place
        part = (event.y - self.gutter.top - place.y) / max(place.height - 1, 1)
        self.scroll_to(y=round(self.max_scroll_y * min(max(part, 0), 1)), animate=False, immediate=True)
        event.stop()


def _bare(segment: Segment) -> Segment:
    """A piece of the scroll bar without what Textual's own would do where it is clicked."""
    style = segment.style or Style()
    return Segment(segment.text, Style(color=style.color, bgcolor=style.bgcolor, reverse=style.reverse))
