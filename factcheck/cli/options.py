"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class When(StrEnum):
    """When to use colours."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class ListingFormat(StrEnum):
    """How a listing is printed."""

    FULL = "full"
    JSON = "json"


ArticleArgument = Annotated[
    str,
    typer.Argument(metavar="ARTICLE", help='A text or Markdown file, or "-" for standard input.', show_default=False),
]
ReferencesOption = Annotated[
    list[str] | None,
    typer.Option(
        "-r",
        "--references",
        metavar="PATH|DIR|GLOB",
        help="What to check against; quote globs; repeat it for more.",
        show_default=False,
    ),
]
ColorOption = Annotated[When, typer.Option("--color", help="When to use colours.")]
ListingFormatOption = Annotated[ListingFormat, typer.Option("--format", help="How to print the list.")]
