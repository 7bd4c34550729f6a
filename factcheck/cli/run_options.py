"""Options that say how claims are made and judged."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.settings import SplitterName

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
