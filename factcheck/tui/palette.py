"""All commands, found by some of their letters: as Textual's own palette, which takes longer to open than a key may."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text
from textual import events

from factcheck.output.plain import visible
from factcheck.tui.dialogs import Dialog, DialogScreen


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done.

    Attributes:
        title: What.
        about: More of it.
        run: Does it.
    """

    title: str
    about: str
    run: Callable[[], None]


class Palette(Dialog[Command]):
    """Commands to choose from; its answer is the chosen one."""

    def __init__(self, commands: Iterable[Command]) -> None:
        """Offer these, in order of their titles."""
        self._commands = sorted(commands, key=lambda command: command.title)
        self._words = ""
        self._at = 0
        super().__init__("all commands (enter: do it, esc: back)", self._drawn())

    def answer(self, event: events.Key, screen: DialogScreen) -> bool:
        """Choose, look for what is typed, or leave."""
        found = self._found()
        match event.key:
            case "escape":
                screen.leave()
                return True
            case "enter":
                if found:
                    screen.leave(found[self._at])
                return True
            case "up" | "down":
                self._at = max(0, min(self._at + (1 if event.key == "down" else -1), len(found) - 1))
            case "backspace":
                self._words, self._at = self._words[:-1], 0
            case _:
                if not event.is_printable or event.character is None:
                    return False
                self._words, self._at = self._words + event.character, 0
        self.blocks = self._drawn()
        screen.redraw(1 + self._at)
        return True

    def _found(self) -> list[Command]:
        words = self._words.casefold().split()
        return [c for c in self._commands if all(word in f"{c.title} {c.about}".casefold() for word in words)]

    def _drawn(self) -> tuple[RenderableType, ...]:
        """What is typed, then a block for each command, so that the chosen one can be brought into view."""
        found = self._found()
        lines: list[RenderableType] = [Text.assemble("find: ", (visible(self._words), "bold"), "_\n")]
        width = max((len(command.title) for command in self._commands), default=0)
        for number, command in enumerate(found):
            table = Table.grid(padding=(0, 2))
            table.add_column(width=width + 2)
            pointer = "> " if number == self._at else "  "
            table.add_row(Text(pointer + command.title, "bold" if number == self._at else ""), Text(command.about))
            lines.append(table)
        return (*lines, *(() if found else (Text("no command with these words"),)))
