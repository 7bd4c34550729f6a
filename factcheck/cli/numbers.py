"""`factcheck numbers`: the numeric expressions of articles, what they mean and what references say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.config_options import ConfigOption, IsolatedOption
from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.file_options import PathsArgument
from factcheck.cli.options import ColorOption, ListingFormat, ListingFormatOption, ReferencesOption, When
from factcheck.cli.run_options import NliOption, SplitterOption
from factcheck.cli.streams import colored, emit

if TYPE_CHECKING:
    from factcheck.config import Configuration
    from factcheck.inputs.gather import Inputs
    from factcheck.report import Report


def numbers(
    paths: PathsArgument = None,
    references: ReferencesOption = None,
    skipped: Annotated[bool, typer.Option("--skipped", help="List what was left out as well, and why.")] = False,
    format: ListingFormatOption = ListingFormat.FULL,
    nli: NliOption = None,
    splitter: SplitterOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    color: ColorOption = When.AUTO,
) -> ExitCode:
    """List the numeric expressions of articles and what they mean; with references their verdicts.

    Exit codes: 0 listed, whatever the verdicts; 2 not everything could be read.
    """
    from factcheck.checker import Pipeline
    from factcheck.cli.configured import configured, inputs
    from factcheck.cli.listing import ended, sections
    from factcheck.config import number_settings
    from factcheck.output.listing import Numbers, numbers_json, numbers_text
    from factcheck.settings import Settings

    settings = configured(paths or (), config, isolated=isolated, options={"nli": nli, "splitter": splitter})
    read = inputs(paths, settings, references)
    if not read.documents or (references and not read.references):
        return ended(read.errors, read.documents)
    pipeline = Pipeline(Settings(numbers=number_settings(settings)))
    report = _judged(read, settings)
    listed = []
    for document in read.documents:
        found = pipeline.numbers(document)
        listed.append(Numbers(document, found.quantities, found.skipped if skipped else None, report))
    if format is ListingFormat.JSON:
        emit(numbers_json(listed))
    else:
        emit(sections(read.documents, [numbers_text(one, color=colored(color)) for one in listed]))
    return ended(read.errors, read.documents)


def _judged(read: Inputs, config: Configuration) -> Report | None:
    """The report on articles that have references; None where none has."""
    if not read.references:
        return None
    from factcheck.cli.configured import checker, rules

    judge = checker(config, rules(config))
    return judge.run(read.documents, read.references, checked_against=read.checked_against)
