"""The whole article as it is in the file, its claims marked in place."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from factcheck.document import PROSE, BlockKind, Span
from factcheck.evidence import VerdictLabel
from factcheck.output.windows import flat
from factcheck.review.marks import marks_of
from factcheck.review.vocabulary import STYLES, sign_of
from factcheck.tui.marks import MarkedText
from factcheck.tui.state import ReviewState

_GUTTER = 2


class ArticlePane(ScrollView):
    """Each claim underlined in its verdict's colour after its sign; the selected one highlighted."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*STYLES.values(), "aside", "heading", "selected"}
    DEFAULT_CSS = """
    ArticlePane { scrollbar-gutter: stable; }
    """

    @dataclass
    class Selected(Message):
        """A claim was clicked."""

        claim: int

    def __init__(self, state: ReviewState, *, id: str | None = None) -> None:
        super().__init__(id=id, can_focus=True)
        self._state = state
        self._text = MarkedText(state.article.text)
        self._blocks = [block.span.start for block in state.article.blocks]
        self._wrong: list[Span] = []

    def load(self) -> None:
        """Take over the claims of the state."""
        claims = self._state.claims
        self._text = MarkedText(self._state.article.text, marks_of(claims, self._state.article.text))
        self._wrong = [
            quantity.quantity.span
            for checked in claims
            for quantity in checked.verdict.quantities
            if quantity.label is VerdictLabel.CONTRADICTED
        ]
        self._wrap()

    def _wrap(self) -> None:
        width = self.scrollable_content_region.width
        self._text.wrap(width - _GUTTER)
        self.virtual_size = Size(width, len(self._text.lines))

    def show(self) -> None:
        """Draw the state as it is now, with the selected claim in view."""
        selected = self._selected()
        if selected and self._text.lines:
            first = self._text.line_of(selected[0].start)
            last = self._text.line_of(selected[-1].end - 1)
            top, height = self.scroll_offset.y, self.size.height
            if first < top or last >= top + height:
                self.scroll_to(y=max(0, first - height // 3), animate=False, immediate=True)
        self.refresh()

    def _selected(self) -> tuple[Span, ...]:
        current = self._state.current
        return () if current is None else self._state.claims[current].claim.spans

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        line = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        if line >= len(self._text.lines):
            return Strip.blank(width, self.rich_style)
        span = self._text.lines[line]
        base = self.rich_style + self._block_style(span)
        selected = [part for part in self._selected() if part.overlaps(span)]
        segments = [Segment("> " if selected else "  ", base)]
        wrong = [part for part in self._wrong if part.overlaps(span)]
        for part, mark in self._text.parts(line, [*selected, *wrong]):
            text, style = flat(part.of(self._text.text)), base
            if mark:
                if mark.sign and mark.span.start == part.start:
                    text = mark.sign + text
                style += self.get_component_rich_style(STYLES[sign_of(self._state.claims[mark.claim])], partial=True)
                style += Style(underline=True, meta={"claim": mark.claim})
            if any(place.contains(part) for place in wrong):
                style += Style(bold=True)
            if any(place.contains(part) for place in selected):
                style += self.get_component_rich_style("selected", partial=True)
            segments.append(Segment(text, style))
        return Strip(segments).adjust_cell_length(width, base)

    def _block_style(self, line: Span) -> Style:
        at = bisect_right(self._blocks, line.end) - 1
        block = self._state.article.blocks[at] if at >= 0 else None
        if block is None or not block.span.overlaps(line):
            return Style()
        if block.kind is BlockKind.HEADING:
            return self.get_component_rich_style("heading", partial=True)
        if block.kind in PROSE or block.kind in (BlockKind.TABLE_ROW, BlockKind.TABLE_HEADER):
            return Style()
        return self.get_component_rich_style("aside", partial=True)

    def on_click(self, event: events.Click) -> None:
        """A click selects and never decides."""
        claim = event.style.meta.get("claim")
        if claim is not None:
            self.post_message(self.Selected(claim))

    def on_resize(self) -> None:
        """Break the lines anew and keep the selected claim in view."""
        self._wrap()
        self.show()
