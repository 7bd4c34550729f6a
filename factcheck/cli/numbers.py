"""`factcheck numbers`: the numeric expressions of an article and what they mean."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.options import ArticleArgument, ColorOption, ListingFormat, ListingFormatOption, When
from factcheck.cli.streams import colored, emit


def numbers(
    article: ArticleArgument,
    skipped: Annotated[bool, typer.Option("--skipped", help="List what was left out as well, and why.")] = False,
    format: ListingFormatOption = ListingFormat.FULL,
    color: ColorOption = When.AUTO,
) -> ExitCode:
    """List the numeric expressions of an article and what they mean."""
    from factcheck.checker import Pipeline
    from factcheck.output.listing import numbers_json, numbers_text
    from factcheck.readers import read_document

    document = read_document(article)
    found = Pipeline().numbers(document)
    left_out = found.skipped if skipped else None
    if format is ListingFormat.JSON:
        emit(numbers_json(document, found.quantities, left_out))
    else:
        emit(numbers_text(document, found.quantities, left_out, color=colored(color)))
    return ExitCode.CLEAN
