"""Options of `factcheck review`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class ThemeChoice(StrEnum):
    """The colours of the review screen."""

    DARK = "dark"
    LIGHT = "light"
    CONTRAST = "contrast"
    ANSI = "ansi"


ReviewedArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="ARTICLE", help="A text or Markdown file; with --from one of its report's.", show_default=False
    ),
]
PlainOption = Annotated[
    bool, typer.Option("--plain", help="A claim and a prompt at a time, for pipes and screen readers.")
]
ServeOption = Annotated[bool, typer.Option("--serve", help="The screen in a browser on this machine.")]
PortOption = Annotated[
    int | None,
    typer.Option(
        "--port",
        min=0,
        max=65535,
        metavar="N",
        help="--serve: the port; 0 for any that is free.  [default: 8000]",
        show_default=False,
    ),
]
ReviewerOption = Annotated[
    str | None,
    typer.Option(
        "--reviewer",
        metavar="NAME",
        help="Whose decisions these are; git's user.name or the login name if not given.",
        show_default=False,
    ),
]
ClaimNumberOption = Annotated[
    str | None,
    typer.Option("--claim", metavar="N", help="Begin with that claim, not the first open one.", show_default=False),
]
BlindOption = Annotated[
    bool, typer.Option("--blind", help="Hide verdicts and others' decisions until you have decided.")
]
ReadonlyOption = Annotated[bool, typer.Option("--readonly", help="Show everything, decide nothing.")]
ThemeOption = Annotated[
    ThemeChoice | None,
    typer.Option(
        "--theme", help="The screen's colours; ansi: the terminal's own.  [default: dark]", show_default=False
    ),
]
AsciiOption = Annotated[bool, typer.Option("--ascii", help="Draw lines and signs in ASCII.")]
