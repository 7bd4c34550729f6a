"""The line at the foot in which notes, corrections, filters and names of files are typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from textual.suggester import Suggester
from textual.widgets import Input

from factcheck.tui.keys import PUNCTUATION


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for.

    Attributes:
        about: Shown while the line is empty.
        value: What stands in it at first.
        keep: Given what was typed when enter is pressed.
        typed: Given it after each key as well.
        files: Whether names of files are suggested.
    """

    about: str
    value: str
    keep: Callable[[str], None]
    typed: Callable[[str], None] | None = None
    files: bool = False


class InputLine(Input):
    """One line for one question at a time; letters typed here decide nothing."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, select_on_focus=False)
        self.question: Question | None = None

    def ask(self, question: Question) -> None:
        """Show the line and put a question."""
        self.question = question
        self.placeholder = question.about
        self.suggester = _Files() if question.files else None
        self.value = question.value
        self.cursor_position = len(question.value)
        self._take_the_place_of_the_keys(True)
        # At once, not after the next refresh: the next letter may be typed already.
        self.screen.set_focus(self)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key types something here, so that nothing else is done by it: a sign as well as a letter."""
        return super().check_consume_key(key, character or PUNCTUATION.get(key))

    def close(self) -> None:
        """Take the line away."""
        self.question = None
        self._take_the_place_of_the_keys(False)

    def _take_the_place_of_the_keys(self, taken: bool) -> None:
        """Stand where the keys stand otherwise, so that no pane changes its height."""
        self.display = taken
        self.screen.query_one("#keys").display = not taken


class _Files(Suggester):
    """Completes the name of a file or folder (right arrow takes it)."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The first name, by the alphabet, that goes on from what is typed."""
        folder, slash, start = value.rpartition("/")
        try:
            names = sorted(entry.name for entry in Path(folder + slash or ".").expanduser().iterdir())
        except (OSError, RuntimeError, ValueError):
            return None
        fitting = (name for name in names if start and name.startswith(start) and name.isprintable())
        found = next(fitting, None)
        return None if found is None else f"{folder}{slash}{found}"
