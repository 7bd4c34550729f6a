"""`factcheck review`: go through an article's claims and decide on each: on a screen, in a browser, at prompts."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.options import FromOption, NliOption, ReferencesOption, SplitterName, SplitterOption
from factcheck.cli.streams import complain
from factcheck.errors import UsageError
from factcheck.settings import BUNDLED

if TYPE_CHECKING:
    from factcheck.checker import Progress
    from factcheck.decisions import Ledger
    from factcheck.document import Document
    from factcheck.report import Report
    from factcheck.tui.messages import Load

ReviewedArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="ARTICLE",
        help="A text or Markdown file; with --from one of its report's.",
        show_default=False,
    ),
]
ReviewerOption = Annotated[
    str | None,
    typer.Option(
        "--reviewer",
        metavar="NAME",
        help="Whose decisions these are; git's user.name or the login name if not given.",
        show_default=False,
    ),
]
PlainOption = Annotated[
    bool, typer.Option("--plain", help="A claim and a prompt at a time, for pipes and screen readers.")
]
ServeOption = Annotated[bool, typer.Option("--serve", help="The screen in a browser on this machine.")]
PortOption = Annotated[
    int | None,
    typer.Option(
        "--port",
        min=0,
        max=65535,
        metavar="N",
        help="--serve: the port; 0 for any that is free.  [default: 8000]",
        show_default=False,
    ),
]
ReadonlyOption = Annotated[bool, typer.Option("--readonly", help="Show all and take no decisions.")]


@dataclass(frozen=True, slots=True)
class Session:
    """What every way to review needs.

    Attributes:
        document: The article.
        ledger: The reviewer's decisions.
        load: Makes the report, or reads it back; what could not be read is among its errors.
        readonly: Whether no decisions are taken.
    """

    document: Document
    ledger: Ledger
    load: Load
    readonly: bool


def review(
    context: typer.Context,
    article: ReviewedArgument = None,
    references: ReferencesOption = None,
    saved: FromOption = None,
    reviewer: ReviewerOption = None,
    plain: PlainOption = False,
    serve: ServeOption = False,
    port: PortOption = None,
    readonly: ReadonlyOption = False,
    nli: NliOption = BUNDLED,
    splitter: SplitterOption = SplitterName.BUNDLED,
) -> ExitCode:
    """Review the claims of an article; every decision is kept at once.

    Exit codes: 0 left, 2 not everything could be checked or saved.
    """
    if plain and serve:
        raise UsageError("--plain and --serve exclude each other")
    if port is not None and not serve:
        raise UsageError("--port goes with --serve")
    session = _session(article, references, saved, reviewer, readonly, nli, splitter)
    if serve:
        from factcheck.cli.serve import serve_review

        return serve_review(session, context, 8000 if port is None else port)
    if plain:
        from factcheck.cli.plain import plain_review

        return plain_review(session)
    return _on_screen(session)


def _session(
    article: str | None,
    references: list[str] | None,
    saved: str | None,
    reviewer: str | None,
    readonly: bool,
    nli: str,
    splitter: SplitterName,
) -> Session:
    """Read everything that can be read before anything is shown."""
    from factcheck.decisions import Ledger, ReadOnlyLedger
    from factcheck.readers import read_document, read_references

    ledgers = ReadOnlyLedger if readonly else Ledger
    if saved is not None:
        from factcheck.cli.saved import saved_report

        report = saved_report(saved, article, references)
        document = report.documents[0]
        return Session(document, ledgers.of(Path(document.path), reviewer), lambda _: report, readonly)
    if article is None:
        raise UsageError("name the article to review, or a report with --from")
    if article == "-":
        raise UsageError("review needs a file: decisions are kept beside it")
    document = read_document(article)
    sources, unread = read_references(references or [])

    def load(progress: Progress) -> Report:
        # The engine takes a second to import: by then the article is on the screen.
        from factcheck.api import Checker

        report = Checker(nli=nli, splitter=splitter).run([document], sources, progress=progress)
        return replace(report, errors=(*unread, *report.errors))

    return Session(document, ledgers.of(Path(document.path), reviewer), load, readonly)


def _on_screen(session: Session) -> ExitCode:
    # In a browser the screen is at the other end of a pipe, which Textual is told of by this variable.
    if not (sys.stdin.isatty() and sys.stdout.isatty()) and "TEXTUAL_DRIVER" not in os.environ:
        raise UsageError("review needs a terminal; where there is none use --plain, or `factcheck check`")
    from factcheck.decisions.presence import present
    from factcheck.tui.app import ReviewApp
    from factcheck.tui.state import ReviewState

    with present(session.ledger.path) as alone:
        state = ReviewState(session.document, session.ledger)
        if not alone and not session.readonly:
            state.problems.append(f"{session.document.path}: open in another review by {state.reviewer} too")
        app = ReviewApp(state, session.load)
        app.run()
    for failure in app.failures:
        complain(failure)
    return ExitCode.INCOMPLETE if app.failures else ExitCode.CLEAN
