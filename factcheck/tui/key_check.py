"""What the terminal sends for each key, and what the review screen would do."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.app import App, ComposeResult
from textual.widgets import RichLog, Static

from factcheck.output.plain import visible
from factcheck.tui.keys import KeyMap


class KeyCheck(App[None]):
    """Shows each key; escape twice leaves."""

    CSS = "#about { height: auto; padding: 0 1; }"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, keymap: KeyMap) -> None:
        super().__init__()
        self._map = keymap
        self._last = ""

    def compose(self) -> ComposeResult:
        """What to do, then what came."""
        about = "Press any key; escape twice leaves. A key that shows nothing does not reach the program."
        yield Static(about, id="about")
        yield RichLog(id="keys", markup=False)

    def on_key(self, event: events.Key) -> None:
        """Show the key."""
        event.prevent_default()
        does = self._map.action_of(event.key)
        character = visible(event.character) if event.character else ""
        self.query_one(RichLog).write(
            Text(f"{event.key:<16} {character!r:<8} {f'{does.id}: {does.about}' if does else '(nothing)'}")
        )
        if event.key == self._last == "escape":
            self.exit()
        self._last = event.key

    def on_paste(self, event: events.Paste) -> None:
        """A paste is one event, and decides nothing."""
        self.query_one(RichLog).write(Text(f"paste of {len(event.text)} characters: decides nothing"))
