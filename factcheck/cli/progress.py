"""A progress bar on stderr, only where somebody sees it; and what an interrupt breaks off."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator

_Tell = Callable[[str, int, int], None]


class InterruptError(Exception):
    """The keyboard has stopped a run; the text tells how far it had come.

    No KeyboardInterrupt, which the option parser takes for itself, text and all.
    """


@contextlib.contextmanager
def progress_bar(*, wanted: bool, kept: Callable[[], bool] = lambda: False) -> Iterator[_Tell]:
    """What to tell of progress while the bar is shown, if it is wanted and stderr is a terminal.

    Args:
        wanted: Whether a bar is wanted.
        kept: Asked after an interrupt: whether a cache has what was judged until then.

    Raises:
        InterruptError: The keyboard has stopped what was going on, and the bar is gone.
    """
    so_far = ""

    def tell(stage: str, done: int, total: int) -> None:
        nonlocal so_far
        so_far = f"while {stage}" + (f", {done} of {total} done" if total > 1 else "")
        shown(stage, done, total)

    try:
        with _bar() if wanted and sys.stderr.isatty() else contextlib.nullcontext(_unshown) as shown:
            yield tell
    except KeyboardInterrupt:
        rest = "what was judged is kept in the cache: the same command goes on from there" if kept() else ""
        raise InterruptError("; ".join(filter(None, (so_far, rest)))) from None


@contextlib.contextmanager
def _bar() -> Iterator[_Tell]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=None)
        yield lambda stage, done, total: bar.update(task, description=stage, completed=done, total=total)


def _unshown(_stage: str, _done: int, _total: int) -> None:
    """Nobody watches."""
