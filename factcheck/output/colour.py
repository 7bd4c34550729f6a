"""Styled lines as text with or without colour codes; apart from the codes the bytes are the same."""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from factcheck.evidence import VerdictLabel
from factcheck.report import Level

LEVEL_STYLE = {Level.ERROR: "bold red", Level.WARNING: "bold yellow", Level.NOTE: "bold cyan"}
VERDICT_STYLE = {
    VerdictLabel.SUPPORTED: "green",
    VerdictLabel.CONTRADICTED: "bold red",
    VerdictLabel.UNVERIFIED: "yellow",
}
VERDICT_SIGN = {VerdictLabel.SUPPORTED: "+", VerdictLabel.CONTRADICTED: "!", VerdictLabel.UNVERIFIED: "?"}
PLACE_STYLE = "cyan"
ASIDE_STYLE = "dim"
VALUE_STYLE = "bold"


def rendered(lines: Iterable[Text], *, color: bool) -> str:
    """The lines, each with its line feed.

    Args:
        lines: Text that holds nothing a terminal would act on.
        color: Whether styles become ANSI codes (the sixteen colours that every theme sets).
    """
    if not color:
        return "".join(f"{line.plain}\n" for line in lines)
    console = Console(
        file=io.StringIO(),
        force_terminal=True,
        force_jupyter=False,
        color_system="standard",
        no_color=False,
        legacy_windows=False,
        width=80,
    )
    with console.capture() as capture:
        for line in lines:
            console.print(line, soft_wrap=True)
    return capture.get()
