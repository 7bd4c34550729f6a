"""The list of claims, one line each; only visible lines are drawn, so its length does not matter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from factcheck.output.plain import one_line
from factcheck.review.vocabulary import CODES, STYLES, number_of, sign_of
from factcheck.tui.state import ReviewState


class ClaimList(ScrollView, inherit_bindings=False):
    """Claims with the human decision, the machine's sign, number and text; lost decisions below them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*STYLES.values(), "aside", "selected"}
    DEFAULT_CSS = """
    ClaimList { scrollbar-gutter: stable; }
    """

    @dataclass
    class Selected(Message):
        """A claim was clicked."""

        claim: int

    def __init__(self, state: ReviewState, *, id: str | None = None) -> None:
        super().__init__(id=id, can_focus=True)
        self._state = state
        self._lost: list[str] = []

    def show(self) -> None:
        """Draw the state as it is now, with the selected claim in view."""
        state = self._state
        decided = [f"{CODES[d.kind] if d.kind else '  '} {one_line(d.anchor.text)}" for d in state.lost]
        self._lost = [f"not in the article any more ({len(decided)}):", *decided] if decided else []
        self.virtual_size = Size(self.scrollable_content_region.width, len(state.rows) + len(self._lost))
        if state.current is not None:
            row, top, height = state.rows.index(state.current), self.scroll_offset.y, self.size.height
            if not top <= row < top + height:
                self.scroll_to(y=max(0, row - height // 2), animate=False, immediate=True)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        row = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        if row < len(self._state.rows):
            return self._claim_line(self._state.rows[row], width)
        lost = row - len(self._state.rows)
        text = self._lost[lost] if lost < len(self._lost) else ""
        aside = self.rich_style + self.get_component_rich_style("aside", partial=True)
        return Strip([Segment(set_cell_size(text, width), aside)])

    def _claim_line(self, index: int, width: int) -> Strip:
        checked = self._state.claims[index]
        sign, selected = sign_of(checked), index == self._state.current
        base = self.rich_style
        if selected:
            base += self.get_component_rich_style("selected", partial=True)
        coloured = base + self.get_component_rich_style(STYLES[sign], partial=True)
        digits = len(str(len(self._state.claims)))
        pieces = [
            (f"{'>' if selected else ' '} {self._state.code(index)} ", base),
            (f"{sign} ", coloured),
            (f"{number_of(checked):>{digits}} ", coloured),
            (one_line(checked.claim.text), base),
        ]
        at = Style.from_meta({"claim": index})
        strip = Strip([Segment(text, style + at) for text, style in pieces])
        return strip.adjust_cell_length(width, base + at)

    def on_click(self, event: events.Click) -> None:
        """A click selects and never decides."""
        claim = event.style.meta.get("claim")
        if claim is not None:
            self.post_message(self.Selected(claim))

    def on_resize(self) -> None:
        """Keep the selected claim in view."""
        self.show()
