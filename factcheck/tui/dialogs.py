"""What is laid over the review: a page to read, a menu answered by one key. Neither decides by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from factcheck.tui.framed_pane import FramedPane
from factcheck.tui.rendered_pane import Block
from factcheck.tui.rows import Row

T = TypeVar("T")


class Over(ModalScreen[T | None], Generic[T]):
    """A screen over the review that is left once, however fast its key is pressed again.

    It is made once and shown again: to make a screen takes longer than a key may.

    Attributes:
        answered: Given the result.
    """

    answered: Callable[[T | None], None] | None = None

    def leave(self, result: T | None = None) -> None:
        """Leave with a result, if that has not happened yet."""
        if self.is_current:
            self.dismiss()
            # At once, and not as Textual's callbacks once the screen below has been painted as it was.
            if self.answered:
                self.answered(result)

    def on_key(self, event: events.Key) -> None:
        """Answer to a key; no letter goes on from here, or it could reach the review once the screen is left."""
        if self.answer(event) or event.is_printable:
            event.stop()

    def answer(self, event: events.Key) -> bool:
        """Do what a key asks for; returns whether it asked for anything."""
        if event.key in ("escape", "q"):
            self.leave()
            return True
        return False


class Dialog(Generic[T]):
    """Something to be read and left, perhaps with an answer.

    Attributes:
        title: Above it.
        blocks: Below each other.
    """

    def __init__(self, title: str, blocks: Sequence[Block]) -> None:
        self.title, self.blocks = title, blocks

    def answer(self, event: events.Key, screen: DialogScreen) -> bool:
        """Do what a key asks for; returns whether it asked for anything."""
        raise NotImplementedError


class DialogScreen(Over[Any]):
    """Shows one dialog at a time.

    Attributes:
        dialog: The one that is or was shown.
    """

    def __init__(self) -> None:
        super().__init__(classes="dialog")
        self.dialog: Dialog[Any] = Page("", ())
        self.pane = FramedPane(id="page")

    def compose(self) -> ComposeResult:
        """A scrolling page, so that it fits any terminal."""
        yield self.pane

    def show(self, dialog: Dialog[Any], answered: Callable[[Any], None] | None) -> None:
        """Make the screen this dialog's, whose answer is passed on."""
        self.dialog, self.answered = dialog, answered
        self.pane.show(dialog.title, dialog.blocks)

    def redraw(self, block: int) -> None:
        """Show what the dialog has become, one of its blocks in view; it keeps its size."""
        self.pane.draw(self.dialog.blocks)
        self.pane.bring_into_view(block)

    def on_screen_resume(self) -> None:
        """Let the arrows scroll."""
        self.pane.focus(scroll_visible=False)

    def answer(self, event: events.Key) -> bool:
        """Ask the dialog."""
        return self.dialog.answer(event, self)

    def answer_to_leaving(self, event: events.Key) -> bool:
        """Leave without an answer, if the key asks for that."""
        return super().answer(event)


class Page(Dialog[None]):
    """Something to read, as long as it likes."""

    def __init__(self, title: str, blocks: Sequence[Block], closing: str = "") -> None:
        """Make a page.

        Args:
            title: Above it.
            blocks: Below each other.
            closing: Another key that closes it: the one that opened it.
        """
        super().__init__(f"{title} (q or esc: back)", blocks)
        self._opened_by = closing

    def answer(self, event: events.Key, screen: DialogScreen) -> bool:
        """Scroll or leave, also by the key that opened the page."""
        if event.key in ("j", "k"):
            screen.pane.scroll_relative(y=1 if event.key == "j" else -1, animate=False)
            return True
        if event.key == "enter" or event.key in self._opened_by.split(","):
            screen.leave()
            return True
        return screen.answer_to_leaving(event)


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """A line of a menu.

    Attributes:
        key: Chooses it.
        label: What it does.
        value: What the menu gives.
        refused: Why it cannot be chosen now; "" if it can.
    """

    key: str
    label: str
    value: T
    refused: str = ""

    @property
    def words(self) -> Text:
        """What it does, and why not now."""
        return Text(f"{self.label} (not now: {self.refused})", "dim") if self.refused else Text(self.label)


class Menu(Dialog[T]):
    """Choices, each by its own key; escape, or q where it is no choice, leaves without one.

    Neither enter nor a click chooses: a menu may decide.
    """

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice[T]],
        *above: Block,
        below: Sequence[Block] = (),
        leave: bool = True,
    ) -> None:
        """Make a menu.

        Args:
            title: Above it.
            choices: In order.
            above: What is to be read first.
            below: What it is about, as long as it likes: the choices stay in sight.
            leave: Whether it may be left without a choice.
        """
        column = max((cell_len(choice.key) for choice in choices), default=0) + 2
        rows = tuple(Row(Text(choice.key, "bold"), choice.words, column) for choice in choices)
        super().__init__(title + (" (esc: back)" if leave else ""), (*above, rows, *below))
        self._choices, self._leave = choices, leave

    def answer(self, event: events.Key, screen: DialogScreen) -> bool:
        """Choose or leave."""
        chosen = next((c for c in self._choices if c.key in (event.key, event.character)), None)
        if chosen is None:
            return screen.answer_to_leaving(event) if self._leave else False
        if not chosen.refused:
            screen.leave(chosen.value)
        return True
