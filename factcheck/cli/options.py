"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from factcheck.report import Format


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
FormatOption = Annotated[Format, typer.Option("--format", help="How to print the report.")]
OutputFileOption = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output-file", metavar="FILE", help="Write the report here, not to standard output.", show_default=False
    ),
]
ReportOption = Annotated[
    list[str] | None,
    typer.Option(
        "--report",
        metavar="FORMAT=FILE",
        help="Write the report in this format as well; repeat it for more.",
        show_default=False,
    ),
]
ExplainOption = Annotated[bool, typer.Option("--explain", help="Explain each rule that found something.")]
StatisticsOption = Annotated[bool, typer.Option("--statistics", help="Count the findings by rule, on standard error.")]
ShowSuppressedOption = Annotated[
    bool, typer.Option("--show-suppressed", help="List the findings that are not reported, and why.")
]
FromOption = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="REPORT.json",
        help="Take the report of `factcheck check --format json` instead of checking again.",
        show_default=False,
    ),
]
