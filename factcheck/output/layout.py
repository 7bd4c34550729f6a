"""Styled text broken into lines of the outputs' width."""

from __future__ import annotations

import io
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from factcheck.output.windows import WIDTH

_CONSOLE = Console(file=io.StringIO(), width=WIDTH, force_terminal=False, force_jupyter=False)


def hanging(text: Text | str, first: str, rest: str) -> Iterator[Text]:
    """The text in lines of at most `WIDTH` cells, broken between words.

    Args:
        text: Harmless, on one line.
        first: In front of the first line.
        rest: In front of all others, as wide as `first`.
    """
    styled = Text(text) if isinstance(text, str) else text
    for number, line in enumerate(styled.wrap(_CONSOLE, WIDTH - cell_len(rest))):
        line.rstrip()
        yield Text.assemble(rest if number else first, line)
