"""The list of keys, over the review screen."""

from __future__ import annotations

from collections import defaultdict
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.keys import format_key
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.review.vocabulary import CODES, KEYS, OPEN, STALE
from factcheck.tui.keys import BINDINGS

_SIGNS = "+ supported   ! contradicted   ? unverified   . not judged"


class HelpScreen(ModalScreen[None]):
    """Every key with what it does, then the signs and codes."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,f1,enter", "dismiss", "back")]

    def compose(self) -> ComposeResult:
        """A scrolling page, so that it fits any terminal."""
        with VerticalScroll(id="help") as page:
            page.border_title = "keys (q or esc: back)"
            yield Static(_key_table())
            yield Static(Text(f"\nThe same key again opens the claim again. Clicks only select.\n\n{_SIGNS}"))
            codes = "   ".join(f"{CODES[kind]} {kind.value}" for kind in KEYS)
            yield Static(Text(f"{OPEN} open   {codes}   {STALE} changed since decided"))

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#help").focus()


def _key_table() -> Table:
    keys: dict[str, list[str]] = defaultdict(list)
    for binding in BINDINGS:
        keys[binding.description] += [format_key(key) for key in binding.key.split(",")]
    table = Table.grid(padding=(0, 2))
    for description, names in keys.items():
        shown = f"{names[0]}-{names[-1]}" if len(names) > 2 else " ".join(names)
        table.add_row(Text(shown, "bold"), Text(description))
    return table
