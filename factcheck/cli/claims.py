"""`factcheck claims`: the claims of articles, unjudged."""

from __future__ import annotations

from dataclasses import replace

from factcheck.cli.config_options import ConfigOption, IsolatedOption
from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.file_options import PathsArgument
from factcheck.cli.options import ColorOption, ListingFormat, ListingFormatOption, When
from factcheck.cli.run_options import SplitterOption
from factcheck.cli.streams import colored, emit


def claims(
    paths: PathsArgument = None,
    splitter: SplitterOption = None,
    format: ListingFormatOption = ListingFormat.FULL,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    color: ColorOption = When.AUTO,
) -> ExitCode:
    """List the claims of articles, without judging them."""
    from factcheck.checker import Pipeline
    from factcheck.cli.configured import configured
    from factcheck.cli.listing import articles_read, ended, sections
    from factcheck.config import number_settings
    from factcheck.output.listing import claims_json, claims_text
    from factcheck.settings import Settings

    settings = configured(paths or (), config, isolated=isolated, options={"splitter": splitter})
    documents, errors = articles_read(paths, settings)
    if not documents:
        return ended(errors, documents)
    pipeline = Pipeline(Settings(splitter=settings.values.splitter, numbers=number_settings(settings)))
    listed = []
    count = 0
    for document in documents:
        found = [replace(claim, id=f"c{count + n}") for n, claim in enumerate(pipeline.claims(document), start=1)]
        count += len(found)
        listed.append((document, found))
    if format is ListingFormat.JSON:
        emit(claims_json(listed))
    else:
        texts = [claims_text(document, found, color=colored(color)) for document, found in listed]
        emit(sections(documents, texts))
    return ended(errors, documents)
