"""Options that say how a command is configured."""

from __future__ import annotations

from typing import Annotated

import typer

ConfigOption = Annotated[
    list[str] | None,
    typer.Option(
        "--config",
        metavar="PATH|KEY=VALUE",
        help="A configuration file in the place of the one found, or a single value; repeat it for more.",
        show_default=False,
    ),
]
IsolatedOption = Annotated[bool, typer.Option("--isolated", help="Read no configuration file.")]
