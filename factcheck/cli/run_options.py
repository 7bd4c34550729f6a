"""Options that tell how a check runs; none of them changes what it finds."""

from __future__ import annotations

from typing import Annotated

import typer

CacheDirOption = Annotated[
    str | None,
    typer.Option(
        "--cache-dir",
        metavar="DIR",
        help="Where results are kept for later runs; .factcheck/cache of the project, or the user's cache folder.",
        show_default=False,
    ),
]
NoCacheOption = Annotated[bool, typer.Option("--no-cache", help="Neither read nor keep results of other runs.")]
JobsOption = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        metavar="N",
        help="How many processes judge articles at once; as many as pay if not given.",
        show_default=False,
    ),
]
WatchOption = Annotated[
    bool, typer.Option("--watch", help="Go on, and check again whenever an article or a reference changes.")
]
