"""The whole article, its claims marked in place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from factcheck.document import Document, Span
from factcheck.evidence import VerdictLabel
from factcheck.review.marks import Mark, marks_of
from factcheck.review.paragraphs import Paragraphs
from factcheck.tui.browsing import Browsing
from factcheck.tui.filters import lit
from factcheck.tui.text_pane import TextPane


class ArticlePane(TextPane, inherit_bindings=False):
    """Numbered paragraphs, each claim underlined in its verdict's colour after its sign, the selected one lit up.

    Attributes:
        changed: What the border says of changes; "" if there are none.
        hint: What it says where the claim list has no place of its own; "" where it has one.
    """

    @dataclass
    class Selected(Message):
        """A claim was clicked."""

        claim: int

    def __init__(self, state: Browsing, *, id: str | None = None) -> None:
        self._state = state
        self._starts: list[int] = []
        self.changed, self.hint = "", ""
        super().__init__(state.article, id=id)

    def take(self, document: Document, marks: Sequence[Mark] = (), values: Sequence[Span] = ()) -> None:
        """Show this text, with room for its paragraphs' numbers."""
        paragraphs = Paragraphs(document).spans
        self._digits = len(str(len(paragraphs)))
        self.indent = self._digits + 2
        super().take(document, marks, values)
        self._starts = [self.reading.place(span).start for span in paragraphs]

    def load(self) -> None:
        """Take over article and claims of the state."""
        state = self._state
        self.show_verdicts()
        self.take(state.article, marks_of(state.claims, state.article.text), self._wrong())

    def margin_of(self, line: Span) -> str:
        """A pointer at what is selected, and the paragraph's number where it begins."""
        pointer, at = super().margin_of(line)[0], bisect_left(self._starts, line.start)
        begins = at < len(self._starts) and self._starts[at] < line.end
        return f"{pointer}{at + 1 if begins else '':>{self._digits}} "

    def bring_into_view(self) -> None:
        """Draw anew with what is selected in view."""
        super().bring_into_view()
        self.show_title()

    def watch_scroll_y(self, old: float, new: float) -> None:
        """Say in the border what is in view now."""
        super().watch_scroll_y(old, new)
        self.show_title()

    def show_title(self) -> None:
        """Say what this is, and where it stands alone which paragraphs are in view and how to come to the list."""
        self.entitle(f"article{self._in_view()} ({self.hint})" if self.hint else "article", self.changed)

    def _in_view(self) -> str:
        top = self.scroll_offset.y
        lines = self.text.lines[top : top + self.in_sight]
        if not lines:
            return ""
        first = max(bisect_right(self._starts, lines[0].start), 1)
        last = bisect_left(self._starts, lines[-1].end)
        return f", para {first}-{last}" if last > first else f", para {last}" if last else ""

    def show_verdicts(self) -> None:
        """Let contradicted values stand out, or no longer while verdicts are hidden; `bring_into_view` draws them."""
        self.shows_values = not self._state.hides_verdicts

    def _wrong(self) -> list[Span]:
        """The values that a source contradicts."""
        return [
            quantity.quantity.span
            for checked in self._state.claims
            for quantity in checked.verdict.quantities
            if quantity.label is VerdictLabel.CONTRADICTED
        ]

    def selected(self) -> tuple[Span, ...]:
        """The selected claim's places."""
        current = self._state.current
        return () if current is None else self._state.claims[current].claim.spans

    def found_in(self, line: Span) -> list[Span]:
        """What of a line is filtered for."""
        found = lit(line.of(self.text.text), self._state.filter)
        return [Span(line.start + span.start, line.start + span.end) for span in found]

    def sign(self, mark: Mark) -> str:
        """The machine's sign as the state shows it."""
        return self._state.sign(mark.claim)

    def on_click(self, event: events.Click) -> None:
        """A click selects and never decides."""
        claim = event.style.meta.get("claim")
        if claim is not None:
            self.post_message(self.Selected(claim))
