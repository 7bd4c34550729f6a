"""The list of claims, one line each; only visible lines are drawn, so its length does not matter."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from operator import eq
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from factcheck.document import Span
from factcheck.output.plain import one_line
from factcheck.output.windows import window
from factcheck.review.vocabulary import CODES, STYLES, number_of
from factcheck.tui.browsing import Browsing
from factcheck.tui.line_pane import LinePane
from factcheck.tui.words import brief_kind

_LEAST = 8
"""Cells in which a part of a text says something."""


class ClaimList(LinePane, inherit_bindings=False):
    """Claims with the human decision, the machine's sign, number, kind and text; lost decisions below them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*STYLES.values(), "aside", "selected", "focus"}

    @dataclass
    class Selected(Message):
        """A claim was clicked."""

        claim: int

    def __init__(self, state: Browsing, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._state = state
        self._below: list[str] = []

    def show(self) -> None:
        """Draw the state as it is now, with the selected claim in view."""
        state = self._state
        lost = [f"{CODES[d.kind] if d.kind else '  '} {one_line(d.anchor.text)}" for d in state.lost]
        self._below = [f"lost: not in the article any more ({len(lost)})", *lost] if lost else []
        self.set_length(len(state.rows) + len(self._below))
        if state.current is not None:
            row, top, height = state.rows.index(state.current), self.scroll_offset.y, self.in_sight
            if not top <= row < top + height:
                self.scroll_to(y=max(0, row - height // 2), animate=False, immediate=True)
        self.redraw()

    def look(self, y: int) -> Hashable:
        """What a line in sight shows."""
        state, row = self._state, self.scroll_offset.y + y
        if row >= len(state.rows):
            lost = row - len(state.rows)
            return self._below[lost] if lost < len(self._below) else ""
        index = state.rows[row]
        return (index, index == state.current, index == state.last, *self._pieces(index))

    def draw_line(self, y: int) -> Strip:
        """A line in sight."""
        row = self.scroll_offset.y + y
        if row < len(self._state.rows):
            return self._claim_line(self._state.rows[row], self.room)
        aside = self.base_style + self.get_component_rich_style("aside", partial=True)
        return Strip([Segment(set_cell_size(str(self.look(y)), self.room), aside)])

    def _claim_line(self, index: int, width: int) -> Strip:
        base = self.base_style
        if index == self._state.current:
            base += self.get_component_rich_style("selected", partial=True)
        at = Style.from_meta({"claim": index})
        *before, _ = self._pieces(index)
        room = width - sum(cell_len(text) for text, _ in before)
        pieces = [*before, (self._telling(index, room), "")]
        strip = Strip([Segment(text, base + self._styled(name) + at) for text, name in pieces])
        return strip.adjust_cell_length(width, base + at)

    def _styled(self, name: str) -> Style:
        if name == "bold":
            return Style(bold=True)
        return self.get_component_rich_style(name, partial=True) if name else Style()

    def _pieces(self, index: int) -> Iterator[tuple[str, str]]:
        """The parts of a claim's line, each with the name of its style."""
        state = self._state
        checked, sign = state.claims[index], state.sign(index)
        digits = len(str(len(state.claims)))
        # What has just been decided stays in sight by its pointer while the next claim is selected.
        pointer = ">" if index == state.current else "<" if index == state.last else " "
        yield f"{pointer}{'*' if index in state.marked else ' '}", ""
        yield f"{state.code(index)} ", "bold" if index == state.last else ""
        yield f"{sign} {number_of(checked):>{digits}} ", STYLES.get(sign, "not-judged")
        yield f"{brief_kind(checked):<5} ", "aside"
        if state.differs(index):
            said = (f"{name} {CODES[s.decide.kind]}" for name, s in state.others(index).items() if s.decide.kind)
            yield f"({', '.join(said)}) ", "focus"
        linked = state.linked.to(index)
        if linked:
            yield f"(= {number_of(state.claims[linked[0]])}) ", "aside"
        yield one_line(checked.claim.text), ""

    def _telling(self, index: int, room: int) -> str:
        """The claim's text; where it is too long, the part of it that tells it apart from its neighbours.

        That is its first number, or else where it goes on otherwise than the claim before or after it.
        """
        claim = self._state.claims[index].claim
        text = one_line(claim.text)
        if room < _LEAST:
            return text
        parting = self._parting(index, text)
        if claim.quantities:
            words = one_line(claim.quantities[0].text)
            at = text.find(words)
            # A number in what neighbours share tells nothing.
            if at >= parting:
                return window(text, Span(at, at + len(words)), room).text
        at = parting
        return text if (text.find(" ", at) + 1 or len(text)) <= room else window(text, Span(at, len(text)), room).text

    def _parting(self, index: int, text: str) -> int:
        """Where the first word begins that the text does not share with a claim beside it."""
        beside = self._state.claims[max(index - 1, 0) : index + 2]
        others = [one_line(checked.claim.text) for checked in beside if checked.claim.text != text]
        shared = max((sum(takewhile(bool, map(eq, text, other))) for other in others), default=0)
        return text.rfind(" ", 0, shared) + 1

    def on_click(self, event: events.Click) -> None:
        """A click selects and never decides."""
        claim = event.style.meta.get("claim")
        if claim is not None:
            self.post_message(self.Selected(claim))

    def fit(self) -> None:
        """Keep the selected claim in view."""
        self.show()
