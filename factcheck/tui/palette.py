"""All commands, found by some of their letters: as Textual's own palette, which takes longer to open than a key may."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rich.text import Text
from textual import events
from textual.fuzzy import FuzzySearch

from factcheck.output.plain import visible
from factcheck.tui.dialogs import Dialog, DialogScreen
from factcheck.tui.rendered_pane import Block
from factcheck.tui.rows import Row

_GAP = 2
_LIT = "underline"
"""How letters look that are what was typed."""


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


@dataclass(frozen=True, slots=True)
class _Hit:
    """A command that was found.

    Attributes:
        command: The command.
        score: How well it fits what was typed; more is better.
        title, about: Places of the letters that were typed.
    """

    command: Command
    score: float = 0.0
    title: tuple[int, ...] = ()
    about: tuple[int, ...] = ()


class Palette(Dialog[Command]):
    """Commands to choose from; its answer is the chosen one."""

    def __init__(self, commands: Iterable[Command]) -> None:
        """Offer these, in order of their titles."""
        self._commands = sorted(commands, key=lambda command: command.title)
        self._column = max((len(command.title) for command in self._commands), default=0) + 2 * _GAP
        self._search = FuzzySearch()
        self._words = ""
        self._at = 0
        self._hits: Sequence[_Hit] = [_Hit(command) for command in self._commands]
        super().__init__("all commands (enter: do it, esc: back)", self._drawn())

    def answer(self, event: events.Key, screen: DialogScreen) -> bool:
        """Choose, look for what is typed, or leave."""
        match event.key:
            case "escape":
                screen.leave()
                return True
            case "enter":
                if self._hits:
                    screen.leave(self._hits[self._at].command)
                return True
            case "up" | "down":
                self._at = max(0, min(self._at + (1 if event.key == "down" else -1), len(self._hits) - 1))
            case "backspace":
                self._look_for(self._words[:-1])
            case _:
                if not event.is_printable or event.character is None:
                    return False
                self._look_for(self._words + event.character)
        self.blocks = self._drawn()
        screen.redraw(1 + self._at)
        return True

    def _look_for(self, words: str) -> None:
        """Find the commands that have all these words, the best first."""
        self._words, self._at = words, 0
        found = filter(None, (self._hit(command, words.split()) for command in self._commands))
        # Of what fits as well, that comes first which does so sooner.
        self._hits = sorted(found, key=lambda hit: (-hit.score, min(hit.title, default=0)))

    def _hit(self, command: Command, words: Sequence[str]) -> _Hit | None:
        """A command, if each word is some of its title's letters in their order, or a part of what else is told."""
        score, title, about = 0.0, set[int](), set[int]()
        for word in words:
            fits, places = self._search.match(word, command.title)
            at = command.about.casefold().find(word.casefold())
            if fits:
                score += fits
                title.update(places)
            elif at >= 0:
                score += 1.0
                about.update(range(at, at + len(word)))
            else:
                return None
        return _Hit(command, score, tuple(title), tuple(about))

    def _drawn(self) -> tuple[Block, ...]:
        """What is typed, then a block for each command, so that the chosen one can be brought into view."""
        lines = (self._line(hit, chosen=number == self._at) for number, hit in enumerate(self._hits))
        typed = Text.assemble("find: ", (visible(self._words), "bold"), "_\n")
        return (typed, *lines, *(() if self._hits else (Text("no command with these letters"),)))

    def _line(self, hit: _Hit, *, chosen: bool) -> Row:
        title = Text.assemble("> " if chosen else "  ", _lit(hit.command.title, hit.title, "bold" if chosen else ""))
        return Row(title, _lit(hit.command.about, hit.about), self._column)


def _lit(words: str, places: Iterable[int], style: str = "") -> Text:
    """Words whose letters at these places stand out."""
    text = Text(words, style)
    for place in places:
        text.stylize(_LIT, place, place + 1)
    return text
