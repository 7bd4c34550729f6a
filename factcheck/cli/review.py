"""`factcheck review`: go through an article's claims on a screen and decide on each."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.options import ArticleArgument, NliOption, ReferencesOption, SplitterName, SplitterOption
from factcheck.cli.review_options import (
    AsciiOption,
    BlindOption,
    ClaimNumberOption,
    ReadonlyOption,
    ReviewerOption,
    ThemeChoice,
    ThemeOption,
)
from factcheck.cli.streams import complain
from factcheck.errors import UsageError
from factcheck.settings import BUNDLED

if TYPE_CHECKING:
    from factcheck.api import Checker
    from factcheck.checker import Progress, Stream
    from factcheck.report import Report
    from factcheck.tui.desk import Desk, Material


def review(
    article: ArticleArgument,
    references: ReferencesOption = None,
    reviewer: ReviewerOption = None,
    claim: ClaimNumberOption = None,
    blind: BlindOption = False,
    readonly: ReadonlyOption = False,
    theme: ThemeOption = ThemeChoice.DARK,
    ascii: AsciiOption = False,
    nli: NliOption = BUNDLED,
    splitter: SplitterOption = SplitterName.BUNDLED,
) -> ExitCode:
    """Review the claims of an article on a screen; every decision is kept at once.

    Exit codes: 0 left, 2 not everything could be checked.
    """
    if article == "-":
        raise UsageError("review needs a file: decisions are kept beside it")
    desk = _desk(article, references or [], nli, splitter)
    from factcheck.decisions import Ledger

    document = desk.material.article
    ledger = Ledger.of(Path(document.path), reviewer)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("review needs a terminal; where there is none use `factcheck check`")
    from factcheck.tui.app import ReviewApp
    from factcheck.tui.state import ReviewState
    from factcheck.tui.themes import Look, ThemeName

    state = ReviewState(document, ledger, blind=blind, readonly=readonly, claim=claim)
    app = ReviewApp(state, desk, look=Look(ThemeName(theme.value), ascii))
    app.run()
    for failure in app.failures:
        complain(failure)
    return ExitCode.INCOMPLETE if app.failures else ExitCode.CLEAN


def _desk(article: str, references: Sequence[str], nli: str, splitter: str) -> Desk:
    """The files of the review, read, and their check, whose engine is loaded when it is first needed.

    Raises:
        InputError: The article cannot be read, or a name of a reference leads nowhere.
    """
    from factcheck.readers import read_document, read_references
    from factcheck.tui.desk import Desk, Material

    def read(added: Sequence[str]) -> Material:
        document = read_document(article)
        sources, unread = read_references([*references, *added])
        return Material(document, tuple(sources), tuple(unread))

    checkers: list[Checker] = []

    def judge(material: Material, progress: Progress, stream: Stream) -> Report:
        # The engine takes a second to import: by then the article is on the screen.
        from factcheck.api import Checker

        if not checkers:
            checkers.append(Checker(nli=nli, splitter=splitter))
        return checkers[0].run([material.article], material.references, progress=progress, stream=stream)

    return Desk(read(()), read, judge)
