"""A source in full, at the passage that is the evidence."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.widget import Widget

from factcheck.document import Document, Metadata, Reference, Span
from factcheck.output.sources import heading
from factcheck.tui.dialogs import Over
from factcheck.tui.text_pane import TextPane


class SourcePane(TextPane):
    """A reference's text with the passages of one claim, each numbered as in the evidence."""

    indent = 4

    def __init__(self, *, id: str | None = None) -> None:
        self._passages: Sequence[tuple[int, Span]] = ((1, Span(0, 0)),)
        self._at = 0
        super().__init__(Document("", "", (), Metadata(), ""), id=id)

    def show(self, document: Document, passages: Sequence[tuple[int, Span]], values: Sequence[Span], at: int) -> None:
        """Show a source; arguments as of `SourceScreen.show`."""
        self._passages = passages
        self.take(document, (), values)
        self.go_to(at)

    @property
    def passage(self) -> Span:
        """The passage that is selected."""
        return self._passages[self._at][1]

    def go(self, by: int) -> None:
        """Select the next passage of this source, or the previous one for -1."""
        self._at = (self._at + by) % len(self._passages)
        self.bring_into_view()

    def go_to(self, number: int) -> None:
        """Select a passage by its number, if it is of this source."""
        self._at = next((i for i, (n, _) in enumerate(self._passages) if n == number), self._at)
        self.bring_into_view()

    def selected(self) -> tuple[Span, ...]:
        """The selected passage."""
        return (self.passage,)

    def margin_of(self, line: Span) -> str:
        """The number of a passage where it begins, a bar beside the rest of it."""
        for number, passage in self._passages:
            span = self.reading.place(passage)
            if span.overlaps(line):
                begins = line.start <= span.start or self.text.line_of(span.start) == self.text.line_of(line.start)
                return f"[{number}] " if begins else "  | "
        return "    "


class _Line(Widget):
    """A line of words."""

    _words = Text()

    def say(self, words: Text) -> None:
        """Say this from now on."""
        self._words = words
        self.refresh()

    def render(self) -> Text:
        """What is said."""
        return self._words


class SourceScreen(Over[None]):
    """A source over the whole terminal; looking decides nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._heading, self._keys = _Line(id="source-heading"), _Line(id="source-keys")
        self._pane = SourcePane(id="source-text")

    def compose(self) -> ComposeResult:
        """What the source is, its text, the keys."""
        yield self._heading
        yield self._pane
        yield self._keys

    def show(self, reference: Reference, passages: Sequence[tuple[int, Span]], values: Sequence[Span], at: int) -> None:
        """Make the screen this source's.

        Args:
            reference: The source.
            passages: The evidence in it, each after its number.
            values: Figures that were compared.
            at: Number of the passage to begin at.
        """
        self._pane.show(reference.document, passages, values, at)
        self._heading.say(heading(reference, self._pane.passage))
        more = "  n N next, previous passage" if len(passages) > 1 else ""
        self._keys.say(Text(f" q back  j k scroll  g G top, end{more}", no_wrap=True))

    def on_screen_resume(self) -> None:
        """Let the arrows scroll."""
        self._pane.focus(scroll_visible=False)

    def answer(self, event: events.Key) -> bool:
        """Scroll, go to another passage, or leave."""
        match event.key:
            case "j" | "down":
                self._pane.scroll_relative(y=1, animate=False)
            case "k" | "up":
                self._pane.scroll_relative(y=-1, animate=False)
            case "n":
                self._pane.go(1)
            case "N":
                self._pane.go(-1)
            case "g":
                self._pane.scroll_home(animate=False)
            case "G":
                self._pane.scroll_end(animate=False)
            case "v":
                self.leave()
            case _:
                return super().answer(event)
        return True
