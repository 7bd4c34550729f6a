"""Where a cache is kept."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from factcheck.errors import GitError
from factcheck.git import Repository

_MARKS = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of factcheck.\n",
}
"""Files that keep a cache out of version control and of backups."""


def user_cache() -> Path:
    """The user's cache folder: entries are known by content, so that projects can share it."""
    from platformdirs import user_cache_path

    return user_cache_path("factcheck", appauthor=False)


def from_elsewhere(folder: Path) -> str:
    """Why a cache may hold what others have made up, or "".

    A cache is believed. One that git tracks came with a commit, and whoever wrote that may have written its answers.

    Args:
        folder: The cache.
    """
    real = folder.resolve()
    root = next((one for one in (real, *real.parents) if os.path.lexists(one / ".git")), None)
    if root is None or not real.exists():
        return ""
    try:
        return "git tracks it" if Repository(root).tracks(real) else ""
    except GitError as error:
        return f"whether git tracks it cannot be told: {error}"


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
