"""The Textual application: it only wires the review screen, its look, its keys and its commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.filter import LineFilter
from textual.screen import Screen

from factcheck.tui.desk import Desk
from factcheck.tui.keys import KeyMap
from factcheck.tui.outside import Outside
from factcheck.tui.palette import Command
from factcheck.tui.screen import ReviewScreen
from factcheck.tui.state import ReviewState
from factcheck.tui.themes import CONTRAST, LIGHT, TEXTUAL, AsciiFilter, Look, ThemeName

_COMMANDS = frozenset({"Evidence", "Notes", "Many", "View", "Work"})
"""Groups of keys that the palette has too; moving and deciding are for keys alone."""


class ReviewApp(App[None]):
    """A reviewer's session on one article."""

    TITLE = "factcheck review"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH: ClassVar[str | Path] = "review.tcss"

    def __init__(
        self,
        state: ReviewState,
        desk: Desk,
        *,
        look: Look | None = None,
        keymap: KeyMap | None = None,
        outside: Outside | None = None,
    ) -> None:
        """Prepare a session.

        Args:
            state: The article and the reviewer's decisions.
            desk: The files, and their check, which runs in a thread while the article is already on the screen.
            look: How the screen looks.
            keymap: Which key does what.
            outside: Editor, clipboard and exports.
        """
        super().__init__()
        self._look = look or Look()
        self._keys = keymap or KeyMap()
        self._ascii = AsciiFilter(enabled=self._look.ascii)
        self.review = ReviewScreen(state, desk, self._keys, outside or Outside(), self.commands)
        self.register_theme(LIGHT)
        self.register_theme(CONTRAST)
        self.theme = TEXTUAL[self._look.theme]
        self.set_keymap(self._keys.overrides)

    @property
    def failures(self) -> tuple[str, ...]:
        """Why the check failed, or what could not be read; empty if all went well."""
        return self.review.failures

    def get_default_screen(self) -> Screen[None]:
        """The review screen."""
        return self.review

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, and the one for terminals without line-drawing characters."""
        return [*super().get_line_filters(), *([self._ascii] if self._look.ascii else [])]

    def commands(self) -> Iterable[Command]:
        """The commands of the palette: all that has a key, and what has none."""
        review = self.review
        advance = "Stay at the claim after a decision" if review.state.advances else "Go on after a decision"
        yield Command(advance, "auto-advance to the next open claim", review.action_advance)
        yield Command("Progress", "by section, kind, reviewer and pass", review.action_progress)
        yield Command("Differences", "where reviewers differ, and their notes", review.action_differences)
        for name in list(ThemeName):
            yield Command(f"Theme: {name.value}", "colours of the screen", partial(self._wear, name))
        for key in self._keys.keys:
            if key.group in _COMMANDS and key.id != "palette" and not key.id.startswith("cite."):
                title, more = _short(key.about)
                yield Command(title, f"key: {' '.join(key.shown)}{more}", self._runs(key.action))

    def _runs(self, action: str) -> Callable[[], None]:
        def run() -> None:
            self.call_later(self.run_action, action, self.review)

        return run

    def _wear(self, name: ThemeName) -> None:
        self.theme = TEXTUAL[name]


def _short(about: str) -> tuple[str, str]:
    """What a key does in few words, and the rest of it."""
    title, bracket, rest = about.partition(" (")
    title, mark, more = title.partition("; ")
    rest = rest.removesuffix(")") if bracket else more if mark else ""
    return title.capitalize(), f" ({rest})" if rest else ""
