"""Paths that a file names: none may lead out of the project, however it is written."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from factcheck.errors import InputError
from factcheck.patterns import Patterns, expanded
from factcheck.readers.names import is_reference, natural_order
from factcheck.readers.text import shown_path


def files_named(name: str, folder: Path, roots: Sequence[Path] | None) -> list[str]:
    """The files that a path, folder or glob means, in natural order.

    Args:
        name: As written in a file, relative to `folder`; `**` for any depth.
        folder: What it is relative to, as the user reached it.
        roots: Folders, resolved, that no file may lie outside of; None where the name can be trusted.

    Raises:
        InputError: It leads outside, or means nothing. Its path is the name.
    """
    if not name.strip() or "\0" in name:
        raise InputError(shown_path(name.replace("\0", "\\0")), "is no path")
    place = folder / name
    if os.path.lexists(place):
        _check(place, name, roots)
        return sorted(_in(place, name, roots), key=natural_order) if place.is_dir() else [str(place)]
    if not glob.has_magic(name) and expanded(name) == [name]:
        _check(place, name, roots)
        raise InputError(shown_path(name), "no such file or directory")
    found = {path for one in expanded(name) for path in _matched(one, folder, name, roots)}
    if not found:
        raise InputError(shown_path(name), "matches no file")
    return sorted(found, key=natural_order)


def _matched(pattern: str, folder: Path, name: str, roots: Sequence[Path] | None) -> Iterator[str]:
    """The files that a glob fits; links to folders are not followed."""
    parts = PurePosixPath(pattern).parts
    fixed = next((i for i, part in enumerate(parts) if glob.has_magic(part)), len(parts) - 1)
    start = folder.joinpath(*parts[:fixed])
    _check(start, name, roots)
    patterns = Patterns(start.resolve(), ("/" + "/".join(parts[fixed:]),))
    if start.is_dir():
        yield from (path for path in _in(start, name, roots) if patterns.fit(_real_place(path)))


def _in(start: Path, name: str, roots: Sequence[Path] | None) -> Iterator[str]:
    """The files of a folder that can be read, hidden ones left out."""
    for parent, folders, files in os.walk(start):
        folders[:] = [one for one in folders if not one.startswith(".")]
        for one in files:
            path = Path(parent, one)
            if not one.startswith(".") and is_reference(path):
                _check(path, name, roots)
                yield str(path)


def _real_place(path: str) -> Path:
    """A file's path with the links above it resolved, itself as it is called."""
    return Path(path).parent.resolve() / Path(path).name


def _check(place: Path, name: str, roots: Sequence[Path] | None) -> None:
    if roots is None:
        return
    try:
        real = place.resolve()
    except (OSError, RuntimeError):  # a circle of links
        raise InputError(shown_path(name), "cannot be followed: a circle of links") from None
    if not any(real.is_relative_to(root) for root in roots):
        raise InputError(shown_path(name), "leads out of the project; to use it, name it with -r/--references")
