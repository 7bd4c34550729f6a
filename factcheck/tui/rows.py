"""Rows of two columns that are quick to lay out: a table of rich takes longer than a key may."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

_LEAST = 12
"""Cells below which words do not stand beside others but below them."""


class Row:
    """Words, and others beside them that stay in their column where they are broken.

    Attributes:
        left, right: The words.
        column: Cells before the right ones.
    """

    def __init__(self, left: Text, right: Text, column: int) -> None:
        self.left, self.right, self.column = left, right, column

    def lines(self, width: int, console: Console) -> Iterator[Text]:
        """The row in lines of at most so many cells."""
        room = width - self.column
        if room < _LEAST or self.left.cell_len > self.column:
            yield from Text.assemble(self.left, "  ", self.right).wrap(console, width)
            return
        start = self.left.copy()
        for line in lines_of(self.right, room, console):
            start.append(" " * (self.column - cell_len(start.plain)))
            yield start.append_text(line)
            start = Text()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """As rich draws it elsewhere than in a pane."""
        yield from self.lines(options.max_width, console)


def lines_of(text: Text, width: int, console: Console) -> Iterator[Text]:
    """A text in lines of at most so many cells."""
    for line in text.split("\n", allow_blank=True) if "\n" in text.plain else (text,):
        yield from _broken(line, width, console)


def _broken(text: Text, width: int, console: Console) -> Iterator[Text]:
    """One line of a text; most are short, and wrapping takes its time."""
    if text.cell_len <= width and "\t" not in text.plain:
        yield text
    else:
        yield from text.wrap(console, width)
