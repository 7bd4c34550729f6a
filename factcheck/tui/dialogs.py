"""Small screens over the review: a page to read, a menu answered by one key. Neither decides by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

T = TypeVar("T")


class Dialog(ModalScreen[T | None], Generic[T]):
    """A screen over the review that is left once, however fast its key is pressed again."""

    def leave(self, result: T | None = None) -> None:
        """Leave with a result, if that has not happened yet."""
        if self.is_current:
            self.dismiss(result)

    def on_key(self, event: events.Key) -> None:
        """Answer to a key; no letter goes on from here, or it could reach the review once the dialog is left."""
        if self.answer(event) or event.is_printable:
            event.stop()

    def answer(self, event: events.Key) -> bool:
        """Do what a key asks for; returns whether it asked for anything."""
        if event.key in ("escape", "q"):
            self.leave()
            return True
        return False


class Page(Dialog[None]):
    """Something to read, as long as it likes."""

    def __init__(self, title: str, *blocks: RenderableType, closing: str = "") -> None:
        """Make a page.

        Args:
            title: Above it.
            blocks: Below each other.
            closing: Another key that closes it: the one that opened it.
        """
        super().__init__(classes="dialog")
        self._title, self._blocks, self._opened_by = title, blocks, closing

    def compose(self) -> ComposeResult:
        """A scrolling page, so that it fits any terminal."""
        with VerticalScroll(classes="page") as page:
            page.border_title = f"{self._title} (q or esc: back)"
            yield Static(Group(*self._blocks))

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(".page").focus()

    def answer(self, event: events.Key) -> bool:
        """Scroll or leave, also by the key that opened the page."""
        if event.key in ("j", "k"):
            self.query_one(".page").scroll_relative(y=1 if event.key == "j" else -1, animate=False)
            return True
        if event.key == "enter" or event.key in self._opened_by.split(","):
            self.leave()
            return True
        return super().answer(event)


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


class Menu(Dialog[T]):
    """Choices, each by its own key; escape, or q where it is no choice, leaves without one.

    Neither enter nor a click chooses: a menu may decide.
    """

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice[T]],
        *above: RenderableType,
        below: Sequence[RenderableType] = (),
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
        super().__init__(classes="dialog")
        self._title, self._choices, self._leave = title, choices, leave
        self._above, self._below = above, below

    def compose(self) -> ComposeResult:
        """What is to be read, the choices, what they are about."""
        table = Table.grid(padding=(0, 2))
        for choice in self._choices:
            why = f" (not now: {choice.refused})" if choice.refused else ""
            style = "dim" if choice.refused else ""
            table.add_row(Text(choice.key, "bold"), Text(choice.label + why, style))
        with VerticalScroll(classes="page") as page:
            page.border_title = self._title + (" (esc: back)" if self._leave else "")
            yield Static(Group(*self._above, table, *self._below))

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(".page").focus()

    def answer(self, event: events.Key) -> bool:
        """Choose or leave."""
        chosen = next((c for c in self._choices if c.key in (event.key, event.character)), None)
        if chosen is None:
            return super().answer(event) if self._leave else False
        if not chosen.refused:
            self.leave(chosen.value)
        return True
