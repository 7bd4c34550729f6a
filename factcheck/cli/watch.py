"""`--watch`: check again whenever a file changes, and tell what that changed."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from factcheck.cli.streams import complain, emit, note
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from watchfiles import Change

    from factcheck.report import Report

_DEBOUNCE = 300  # milliseconds in which further changes count as the same one


@dataclass(frozen=True, slots=True)
class Watched:
    """What is watched.

    Attributes:
        files: Files by their real paths; they need not exist.
        folders: Folders with all that is in them but hidden entries.
    """

    files: frozenset[Path]
    folders: frozenset[Path]

    @classmethod
    def of(cls, names: Iterable[str]) -> Watched:
        """Files, folders and globs, as the user named them."""
        files: set[Path] = set()
        folders: set[Path] = set()
        for name in names:
            path = Path(name)
            if path.is_dir():
                folders.add(path.resolve())
            elif glob.has_magic(name) and not path.exists():
                folders.add(_base(path).resolve())
            else:
                files |= {path.absolute(), path.resolve()}
        return cls(frozenset(files), frozenset(folders))

    def directories(self) -> set[Path]:
        """Every directory that must be watched; an editor that saves a file puts another in its place."""
        found = {file.parent for file in self.files}
        for folder in self.folders:
            for parent, below, _ in os.walk(folder):
                below[:] = [name for name in below if not name.startswith(".")]
                found.add(Path(parent))
        return {directory for directory in found if directory.is_dir()}

    def holds(self, path: Path) -> bool:
        """Whether a change at a path matters."""
        if path in self.files:
            return True
        inside = (path.relative_to(folder) for folder in self.folders if path.is_relative_to(folder))
        return any(not any(part.startswith(".") for part in rest.parts) for rest in inside)


def watch(
    names: Sequence[str], check: Callable[[], Report | None], show: Callable[[Report, Report | None], str]
) -> NoReturn:
    """Check, and again after every change, until the user ends it.

    Args:
        names: Files, folders and globs to watch.
        check: Reads and judges everything; None where nothing can be judged, which it has told.
        show: The report as it is printed, given the one before it if there is one.

    Raises:
        KeyboardInterrupt: The user ends it.
    """
    watched = Watched.of(names)
    before: Report | None = None
    for _ in _changes(watched):
        try:
            report = check()
        except FactcheckError as error:
            complain(str(error))
            report = None
        if report is not None:
            emit(show(report, before))
            before = report
        note("watching for changes; end with ctrl-c")
    raise KeyboardInterrupt


def _changes(watched: Watched) -> Iterator[None]:
    """Once at the beginning, then after every change."""
    from watchfiles import watch as changes

    def matters(_: Change, path: str) -> bool:
        return watched.holds(Path(path))

    yield None
    while True:
        directories = watched.directories()
        for _ in changes(
            *directories, watch_filter=matters, debounce=_DEBOUNCE, step=_DEBOUNCE // 4, recursive=False
        ):  # it raises KeyboardInterrupt
            yield None
            if watched.directories() != directories:
                break


def _base(pattern: Path) -> Path:
    """The folder that a glob starts from."""
    for folder in pattern.parents:
        if not glob.has_magic(str(folder)):
            return folder
    return Path()
