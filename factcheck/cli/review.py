"""`factcheck review`: go through an article's claims and decide on each: on a screen, in a browser, at prompts."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from factcheck.cli.desk import desk_of
from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.options import FromOption, NliOption, ReferencesOption, SplitterName, SplitterOption
from factcheck.cli.review_options import (
    AsciiOption,
    BlindOption,
    ClaimNumberOption,
    PlainOption,
    PortOption,
    ReadonlyOption,
    ReviewedArgument,
    ReviewerOption,
    ServeOption,
    ThemeChoice,
    ThemeOption,
)
from factcheck.cli.streams import complain
from factcheck.errors import UsageError
from factcheck.settings import BUNDLED

if TYPE_CHECKING:
    from factcheck.tui.desk import Desk
    from factcheck.tui.state import ReviewState
    from factcheck.tui.themes import Look

_PORT = 8000


def review(
    context: typer.Context,
    article: ReviewedArgument = None,
    references: ReferencesOption = None,
    saved: FromOption = None,
    reviewer: ReviewerOption = None,
    claim: ClaimNumberOption = None,
    blind: BlindOption = False,
    readonly: ReadonlyOption = False,
    plain: PlainOption = False,
    serve: ServeOption = False,
    port: PortOption = None,
    theme: ThemeOption = ThemeChoice.DARK,
    ascii: AsciiOption = False,
    nli: NliOption = BUNDLED,
    splitter: SplitterOption = SplitterName.BUNDLED,
) -> ExitCode:
    """Review the claims of an article on a screen; every decision is kept at once.

    Exit codes: 0 left, 2 not everything could be checked or saved.
    """
    if plain and serve:
        raise UsageError("--plain and --serve exclude each other")
    if port is not None and not serve:
        raise UsageError("--port goes with --serve")
    desk = desk_of(article, references or [], saved, nli, splitter)
    from factcheck.decisions import Ledger

    path = Path(desk.material.article.path)
    ledger = Ledger.of(path, reviewer)
    if serve:
        from factcheck.cli.serve import serve_review

        return serve_review(str(path), context, _PORT if port is None else port)
    from factcheck.decisions.presence import present
    from factcheck.tui.state import ReviewState

    state = ReviewState(desk.material.article, ledger, blind=blind, readonly=readonly, claim=claim)
    with present(ledger.path) as alone:
        if not alone and not readonly:
            state.notice = f"open in another review by {state.reviewer} too"
        if plain:
            from factcheck.cli.plain import plain_review

            return plain_review(state, desk)
        from factcheck.tui.themes import Look, ThemeName

        return _on_screen(state, desk, Look(ThemeName(theme.value), ascii))


def _on_screen(state: ReviewState, desk: Desk, look: Look) -> ExitCode:
    # In a browser the screen is at the other end of a pipe, which Textual is told of by this variable.
    if not (sys.stdin.isatty() and sys.stdout.isatty()) and "TEXTUAL_DRIVER" not in os.environ:
        raise UsageError("review needs a terminal; where there is none use --plain, or `factcheck check`")
    from factcheck.cli.screen_exports import screen_exports
    from factcheck.tui.app import ReviewApp
    from factcheck.tui.outside import Outside

    app = ReviewApp(state, desk, look=look, outside=Outside(exports=screen_exports()))
    app.run()
    for failure in app.failures:
        complain(failure)
    return ExitCode.INCOMPLETE if app.failures else ExitCode.CLEAN
