"""`--watch`: check again whenever a file changes, and tell what that changed."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from factcheck.cli.streams import complain, emit, note
from factcheck.errors import FactcheckError
from factcheck.readers.names import KNOWN_SUFFIXES

if TYPE_CHECKING:
    from watchfiles import Change

    from factcheck.report import Report

_DEBOUNCE = 300  # milliseconds in which further changes count as the same one
_SUFFIXES = KNOWN_SUFFIXES | {".toml"}


@dataclass(frozen=True, slots=True)
class Watched:
    """What is watched.

    Attributes:
        files: Files, which need not exist.
        beside: The folders that they are in: what is put beside an article or a reference may be one.
        folders: Folders with all that is below them.
    """

    files: frozenset[Path]
    beside: frozenset[Path]
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
        return cls(frozenset(files), frozenset(file.parent for file in files), frozenset(folders))

    def directories(self) -> set[Path]:
        """Every directory to be watched; an editor that saves a file may put another in its place."""
        found = set(self.beside)
        for folder in self.folders:
            for parent, below, _ in os.walk(folder):
                below[:] = [name for name in below if not name.startswith(".")]
                found.add(Path(parent))
        return {directory for directory in found if directory.is_dir()}

    def holds(self, path: Path) -> bool:
        """Whether a change at a path may matter."""
        if path in self.files:
            return True
        if path.name.startswith(".") or path.suffix.lower() not in _SUFFIXES:
            return False
        below = (path.relative_to(folder).parts for folder in self.folders if path.is_relative_to(folder))
        return path.parent in self.beside or any(not any(p.startswith(".") for p in parts) for parts in below)


@dataclass(frozen=True, slots=True)
class Round:
    """One check of several.

    Attributes:
        report: What it found; None where nothing could be judged, which it has told.
        names: Files, folders and globs on which that depends.
    """

    report: Report | None
    names: tuple[str, ...]


def watch(check: Callable[[], Round], show: Callable[[Report, Report | None], str]) -> NoReturn:
    """Check, and again after every change, until the user ends it.

    Args:
        check: Reads and judges everything.
        show: The report as it is printed, given the one before it if there is one.

    Raises:
        FactcheckError: The first check fails.
        KeyboardInterrupt: The user ends it.
    """
    done = check()
    before = done.report
    if before is not None:
        emit(show(before, None))
    watched = [Watched.of(done.names)]
    for _ in _changes(watched):
        try:
            done = check()
            watched[:] = [Watched.of(done.names)]
        except FactcheckError as error:
            complain(str(error))
        else:
            if done.report is not None and done.report != before:
                emit(show(done.report, before))
                before = done.report
        note("watching for changes; end with ctrl-c")
    raise KeyboardInterrupt


def _changes(watched: list[Watched]) -> Iterator[None]:
    """Once when watching has begun, since there may have been a change before, and once after every change.

    Args:
        watched: One entry: what is watched at the time.
    """
    from watchfiles import watch as changes

    def matters(_: Change, path: str) -> bool:
        return watched[0].holds(Path(path))

    while True:
        directories = watched[0].directories()
        begun = False
        for found in changes(
            *directories,
            watch_filter=matters,
            debounce=_DEBOUNCE,
            step=_DEBOUNCE // 4,
            rust_timeout=_DEBOUNCE,
            yield_on_timeout=True,
            recursive=False,
        ):
            if begun and not found:
                continue
            begun = True
            yield None
            if watched[0].directories() != directories:
                break


def _base(pattern: Path) -> Path:
    """The folder that a glob starts from."""
    return next((folder for folder in pattern.parents if not glob.has_magic(str(folder))), Path())
