"""Options that say how claims are made and judged, and with what means."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.settings import SplitterName


def _count(value: str) -> int:
    """A whole number from 0, refused with the value as it was written."""
    if not (value.isascii() and value.isdecimal()):
        raise typer.BadParameter(f"{value!r} is not a whole number from 0 on")
    return int(value)


NliOption = Annotated[
    str | None,
    typer.Option(
        "--nli",
        metavar="bundled|none|NAME_OR_PATH",
        help="What judges: the bundled model, numbers alone (none), or a Hugging Face cross-encoder.  "
        "[default: bundled]",
        show_default=False,
    ),
]
SplitterOption = Annotated[
    SplitterName | None,
    typer.Option(
        "--splitter",
        help="What makes the claims: the bundled splitter, or whole sentences.  [default: bundled]",
        show_default=False,
    ),
]
CacheDirOption = Annotated[
    str | None,
    typer.Option(
        "--cache-dir",
        metavar="DIR",
        help="Where results are kept for later runs; a folder that git tracks is not used.  "
        "[default: the user's cache folder]",
        show_default=False,
    ),
]
NoCacheOption = Annotated[bool, typer.Option("--no-cache", help="Neither read nor keep results of other runs.")]
JobsOption = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        metavar="N",
        parser=_count,
        help="Processes that judge articles at once; as many as pay if 0.",
        show_default=False,
    ),
]
WatchOption = Annotated[
    bool, typer.Option("--watch", help="Go on, and check again whenever an article, reference or decision changes.")
]
