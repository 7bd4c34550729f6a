"""`factcheck review`: go through an article's claims and decide on each: on a screen, in a browser, at prompts."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from factcheck.cli.config_options import ConfigOption, IsolatedOption
from factcheck.cli.desk import desk_of, named
from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.options import FromOption, ReferencesOption
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
from factcheck.cli.run_options import NliOption, SplitterOption
from factcheck.cli.streams import complain
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.config.schema import Review as ReviewValues
    from factcheck.tui.desk import Desk
    from factcheck.tui.state import ReviewState

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
    nli: NliOption = None,
    splitter: SplitterOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> ExitCode:
    """Review the claims of an article on a screen; every decision is kept at once.

    Exit codes: 0 left, 2 not everything could be checked or saved.
    """
    _refuse_conflicts(plain=plain, serve=serve, port=port)
    from factcheck.cli import configured
    from factcheck.cli.serve import serve_review
    from factcheck.decisions import Ledger

    name, known = named(article, references or [], saved)
    settings = configured.configured([name], config, isolated=isolated, options={"nli": nli, "splitter": splitter})
    desk = desk_of(name, references or [], known, settings)
    asked = configured.review(settings)
    path = desk.material.article.path
    ledger = Ledger.of(Path(path), reviewer, asked.directory)
    if serve:
        return serve_review(path, context, _PORT if port is None else port)
    from factcheck.decisions.presence import present
    from factcheck.tui.state import ReviewState

    blind = blind or settings.values.review.blind
    state = ReviewState(desk.material.article, ledger, review=asked, blind=blind, readonly=readonly, claim=claim)
    state.advances = settings.values.review.auto_advance
    with present(ledger.path) as alone:
        if not alone and not readonly:
            state.notice = f"open in another review by {state.reviewer} too"
        if plain:
            from factcheck.cli.plain import plain_review

            return plain_review(state, desk)
        return _on_screen(state, desk, settings.values.review, theme, ascii)


def _refuse_conflicts(*, plain: bool, serve: bool, port: int | None) -> None:
    if plain and serve:
        raise UsageError("--plain and --serve exclude each other")
    if port is not None and not serve:
        raise UsageError("--port goes with --serve")


def _on_screen(
    state: ReviewState, desk: Desk, wanted: ReviewValues, theme: ThemeChoice | None, ascii: bool
) -> ExitCode:
    # In a browser the screen is at the other end of a pipe, which Textual is told of by this variable.
    if not (sys.stdin.isatty() and sys.stdout.isatty()) and "TEXTUAL_DRIVER" not in os.environ:
        raise UsageError("review needs a terminal; where there is none use --plain, or `factcheck check`")
    from factcheck.cli.screen_exports import screen_exports
    from factcheck.tui.app import ReviewApp
    from factcheck.tui.keys import KeyMap
    from factcheck.tui.outside import Outside
    from factcheck.tui.themes import Look, ThemeName

    look = Look(ThemeName(theme or wanted.theme), ascii)
    outside = Outside(exports=screen_exports())
    app = ReviewApp(state, desk, look=look, keymap=KeyMap(wanted.keys), outside=outside)
    app.run()
    for failure in app.failures:
        complain(failure)
    return ExitCode.INCOMPLETE if app.failures else ExitCode.CLEAN
