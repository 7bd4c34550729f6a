"""`factcheck review --plain`: the review as questions and answers on standard input and output."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.progress import progress_bar
from factcheck.cli.streams import complain, emit

if TYPE_CHECKING:
    from factcheck.report import Report
    from factcheck.tui.desk import Desk
    from factcheck.tui.state import ReviewState


def plain_review(state: ReviewState, desk: Desk) -> ExitCode:
    """Check, then ask until the reviewer leaves or the input ends."""
    from factcheck.cli.screen_exports import screen_exports
    from factcheck.tui.outside import Outside
    from factcheck.tui.plain import PlainReview
    from factcheck.tui.plain_errands import Surroundings

    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")

    def check() -> Report:
        with progress_bar(wanted=True) as progress:
            return desk.check(progress)

    state.load(check())
    around = Surroundings(desk, check, Outside(exports=screen_exports()), at_terminal=sys.stdin.isatty())
    talk = PlainReview(state, around, _ask, _say)
    talk.run()
    for error in state.report.errors:
        complain(f"{error.path}: {error.message}")
    return ExitCode.INCOMPLETE if state.report.errors or talk.failed else ExitCode.CLEAN


def _ask(prompt: str) -> str | None:
    """A line of standard input; where nobody types, the answer is shown, so that the text tells what happened."""
    emit(prompt)
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        emit(line if line.endswith("\n") else f"{line}\n")
    return line.rstrip("\r\n") if line else None


def _say(text: str) -> None:
    emit(f"{text}\n")
