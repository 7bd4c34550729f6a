"""`factcheck refs`: which references each article has; adding one; whether they have changed."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.config_options import ConfigOption, IsolatedOption
from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.file_options import PathsArgument
from factcheck.cli.options import ListingFormat, ListingFormatOption, ReferencesOption
from factcheck.cli.streams import complain, emit

app = typer.Typer(help="The references of articles: list, add, verify.", no_args_is_help=False)


@app.command("list")
def list_(
    paths: PathsArgument = None,
    references: ReferencesOption = None,
    format: ListingFormatOption = ListingFormat.FULL,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> ExitCode:
    """List the references of each article, what names them, their dates and hashes."""
    from factcheck.cli.configured import configured, inputs
    from factcheck.cli.listing import ended
    from factcheck.output.references import references_json, references_text

    read = inputs(paths, configured(paths or (), config, isolated=isolated), references)
    listed = [
        (document, sources.origin.value, [read.references[i] for i in chosen])
        for document, sources, chosen in zip(read.documents, read.sources, read.checked_against, strict=True)
    ]
    if listed:
        emit(references_json(listed) if format is ListingFormat.JSON else references_text(listed))
    return ended(read.errors, read.documents)


@app.command()
def add(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", show_default=False, help="The article.")],
    reference: Annotated[
        str,
        typer.Argument(metavar="REFERENCE", show_default=False, help="A file, or the URL of a page with a snapshot."),
    ],
    title: Annotated[str, typer.Option("--title", help="What it is called.")] = "",
    source: Annotated[str, typer.Option("--source", help="Who published it.")] = "",
    date: Annotated[str, typer.Option("--date", help="When, as 2024-06-16.")] = "",
    rank: Annotated[str, typer.Option("--rank", metavar="primary|secondary", help="How close to the facts.")] = "",
    url: Annotated[str, typer.Option("--url", help="Where it is published.")] = "",
) -> ExitCode:
    """Add a reference to the list beside an article, with the hash of its file."""
    from factcheck.inputs.adding import add_reference

    said = {"title": title, "source": source, "date": date, "rank": rank, "url": url}
    emit(f"{add_reference(article, reference, said)}\n")
    return ExitCode.CLEAN


@app.command()
def verify(
    paths: PathsArgument = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> ExitCode:
    """Compare the files of references with the hashes noted for them.

    Exit codes: 0 none has changed, 1 one has, 2 not all could be read.
    """
    from factcheck.cli.configured import configured, inputs
    from factcheck.cli.listing import ended
    from factcheck.inputs.verifying import Change, verified
    from factcheck.output.plain import one_line

    read = inputs(paths, configured(paths or (), config, isolated=isolated))
    ending = ended(read.errors, read.documents)
    noted = [one for sources in read.sources for one in verified(sources)]
    for one in dict.fromkeys(noted):
        if one.change is Change.CHANGED:
            complain(f"{one.path}: has changed since it was noted")
        elif one.change is Change.SAME:
            emit(f"{one_line(one.path)}: as noted\n")
        else:
            emit(f"{one_line(one.path)}: no hash was noted\n")
    if ending is not ExitCode.CLEAN:
        return ending
    return ExitCode.FINDINGS if any(one.change is Change.CHANGED for one in noted) else ExitCode.CLEAN
