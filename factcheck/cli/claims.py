"""`factcheck claims`: the claims of an article, unjudged."""

from __future__ import annotations

from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.options import (
    ArticleArgument,
    ColorOption,
    ListingFormat,
    ListingFormatOption,
    SplitterName,
    SplitterOption,
    When,
)
from factcheck.cli.streams import colored, emit


def claims(
    article: ArticleArgument,
    splitter: SplitterOption = SplitterName.BUNDLED,
    format: ListingFormatOption = ListingFormat.FULL,
    color: ColorOption = When.AUTO,
) -> ExitCode:
    """List the claims of an article, without judging them."""
    from factcheck.checker import Pipeline
    from factcheck.output.listing import claims_json, claims_text
    from factcheck.readers import read_document
    from factcheck.settings import Settings

    document = read_document(article)
    found = Pipeline(Settings(splitter=splitter)).claims(document)
    if format is ListingFormat.JSON:
        emit(claims_json(document, found))
    else:
        emit(claims_text(document, found, color=colored(color)))
    return ExitCode.CLEAN
