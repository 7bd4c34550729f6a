"""Where a cache is kept."""

from __future__ import annotations

import contextlib
from pathlib import Path

from factcheck.project import find_project

_FOLDER = Path(".factcheck", "cache")
_MARKS = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of factcheck.\n",
}
"""Files that keep a cache out of version control and of backups."""


def cache_folder(start: Path) -> Path:
    """The folder of the cache: the project's, or the user's where there is no project or a link leads out of it.

    Args:
        start: A folder of the project.
    """
    project = find_project(start)
    if project is not None and (project / _FOLDER).resolve().is_relative_to(project):
        return project / _FOLDER
    from platformdirs import user_cache_path

    return user_cache_path("factcheck", appauthor=False)


def mark(folder: Path) -> None:
    """Make a cache's folder, with the marks of one unless it was there before.

    Raises:
        OSError: It cannot be made.
    """
    try:
        folder.mkdir(parents=True)
    except FileExistsError:
        return
    for name, text in _MARKS.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")


def unmark(folder: Path) -> None:
    """Remove the marks, and the folder where nothing is left in it.

    Raises:
        OSError: A file cannot be removed.
    """
    for name, text in _MARKS.items():
        path = folder / name
        if path.is_file() and path.read_text(encoding="utf-8", errors="replace") == text:
            path.unlink()
    with contextlib.suppress(OSError):  # something else is kept there
        folder.rmdir()
