"""`factcheck review`: go through an article's claims on a screen and decide on each."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.options import ArticleArgument, NliOption, ReferencesOption, SplitterName, SplitterOption
from factcheck.cli.streams import complain
from factcheck.errors import UsageError
from factcheck.settings import BUNDLED

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
    nli: NliOption = BUNDLED,
    splitter: SplitterOption = SplitterName.BUNDLED,
) -> ExitCode:
    """Review the claims of an article on a screen; every decision is kept at once.

    Exit codes: 0 left, 2 not everything could be checked.
    """
    if article == "-":
        raise UsageError("review needs a file: decisions are kept beside it")
    from factcheck.decisions import Ledger
    from factcheck.readers import read_document, read_references

    document = read_document(article)
    sources, unread = read_references(references or [])
    ledger = Ledger.of(Path(document.path), reviewer)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("review needs a terminal; where there is none use `factcheck check`")
    from factcheck.tui.app import ReviewApp
    from factcheck.tui.state import ReviewState

    def load(progress: Progress) -> Report:
        # The engine takes a second to import: by then the article is on the screen.
        from factcheck.api import Checker

        report = Checker(nli=nli, splitter=splitter).run([document], sources, progress=progress)
        return replace(report, errors=(*unread, *report.errors))

    app = ReviewApp(ReviewState(document, ledger), load)
    app.run()
    for failure in app.failures:
        complain(failure)
    return ExitCode.INCOMPLETE if app.failures else ExitCode.CLEAN
