"""`factcheck review`: go through an article's claims on a screen and decide on each."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.config_options import ConfigOption, IsolatedOption
from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.options import ArticleArgument, ReferencesOption
from factcheck.cli.run_options import NliOption, SplitterOption
from factcheck.cli.streams import complain
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.checker import Progress
    from factcheck.report import Report


def review(
    article: ArticleArgument,
    references: ReferencesOption = None,
    reviewer: Annotated[
        str | None,
        typer.Option(
            "--reviewer",
            metavar="NAME",
            help="Whose decisions these are; git's user.name or the login name if not given.",
            show_default=False,
        ),
    ] = None,
    nli: NliOption = None,
    splitter: SplitterOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> ExitCode:
    """Review the claims of an article on a screen; every decision is kept at once.

    Exit codes: 0 left, 2 not everything could be checked.
    """
    if article == "-":
        raise UsageError("review needs a file: decisions are kept beside it")
    from factcheck.cli.configured import checker, configured, lookup, rules
    from factcheck.decisions import Ledger
    from factcheck.errors import InputError
    from factcheck.inputs.gather import gather
    from factcheck.readers import read_document

    settings = configured([article], config, isolated=isolated, options={"nli": nli, "splitter": splitter})
    document = read_document(article)
    read = gather([document], lookup(settings), references=references or ())
    if references and not read.references:
        raise InputError(read.errors[0].path, read.errors[0].message)
    ledger = Ledger.of(Path(document.path), reviewer)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("review needs a terminal; where there is none use `factcheck check`")
    from factcheck.tui.app import ReviewApp
    from factcheck.tui.state import ReviewState

    def load(progress: Progress) -> Report:
        # The engine takes a second to import: by then the article is on the screen.
        report = checker(settings, rules(settings)).run([document], read.references, progress=progress)
        return replace(report, errors=(*read.errors, *report.errors))

    app = ReviewApp(ReviewState(document, ledger), load)
    app.run()
    for failure in app.failures:
        complain(failure)
    return ExitCode.INCOMPLETE if app.failures else ExitCode.CLEAN
