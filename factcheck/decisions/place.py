"""Where decisions are kept: the project's root, a log's path, a reviewer's id."""

from __future__ import annotations

import getpass
import os
import subprocess
import unicodedata
from pathlib import Path

from factcheck.errors import DecisionError, UsageError
from factcheck.project import find_project

FOLDER = Path(".factcheck", "decisions")
_ID_LENGTH = 64


def project_root(article: Path) -> Path:
    """The project that an article belongs to, or else the article's own folder."""
    folder = article.resolve().parent
    return find_project(folder) or folder


def log_folder(article: Path, directory: Path | None = None) -> Path:
    """The folder of an article's logs, one file a reviewer; it need not exist.

    The article's path is resolved first, so `..`, links and absolute paths all end inside the directory.

    Args:
        article: The article's file.
        directory: Where decisions are kept; None for `.factcheck/decisions` of the article's project.

    Raises:
        DecisionError: A link leads the folder out of the directory, or the article's path is none.
    """
    try:
        root = project_root(article)
        base = root if directory is None else directory.resolve()
        kept = root / FOLDER if directory is None else base
        folder = kept / article.resolve().relative_to(root)
        inside = folder.resolve().is_relative_to(base)
    except (OSError, ValueError, RuntimeError) as error:  # a null byte, a circle of links
        raise DecisionError(f"no place for decisions: {error}") from None
    if not inside:
        name = folder.relative_to(base).as_posix()
        raise DecisionError(f"{name}: a link leads out of the project; decisions are not kept there")
    return folder


def logs_of(article: Path, directory: Path | None = None) -> list[Path]:
    """The logs that an article has, by reviewer; arguments as of `log_folder`.

    Raises:
        DecisionError: Their folder cannot be looked into.
    """
    folder = log_folder(article, directory)
    try:
        return sorted(folder.glob("*.jsonl"))
    except OSError as error:
        raise DecisionError(f"no place for decisions: {error.strerror or error}") from None


def reviewed_articles(folder: Path, directory: Path | None = None) -> list[Path]:
    """The articles that have logs, in order, whether they are still there or not.

    Args:
        folder: A folder of the project.
        directory: Where decisions are kept; None for `.factcheck/decisions` of the project.

    Returns:
        The articles' paths, from `folder` where they lie in it.
    """
    start = folder.resolve()
    root = find_project(start) or start
    kept = root / FOLDER if directory is None else directory.resolve()
    # Links are not followed: what they lead to is no place of a log.
    found = (
        root / Path(place).relative_to(kept)
        for place, _, names in os.walk(kept)
        if any(name.endswith(".jsonl") for name in names)
    )
    return sorted(path.relative_to(start) if path.is_relative_to(start) else path for path in found)


def shown_log(log: Path, article: Path) -> str:
    """A log's name for people: from the project's root if it lies there."""
    root = project_root(article)
    return (log.relative_to(root) if log.is_relative_to(root) else log).as_posix()


def reviewer_id(name: str | None, article: Path) -> str:
    """The reviewer's name as a file name: letters, digits, `.`, `_`, `-`, lower case.

    Args:
        name: As given, or None for git's `user.name` at the article's place, or else the login name.
        article: The article under review.

    Raises:
        UsageError: Nothing is left of the name.
    """
    chosen = name if name is not None else _git_name(article.resolve().parent) or _login_name()
    folded = unicodedata.normalize("NFKC", chosen).casefold()
    words = "".join(c if c.isalnum() or c in "._-" else " " for c in folded).split()
    safe = "-".join(words)[:_ID_LENGTH].strip(".-")
    if not safe:
        raise UsageError(f"no reviewer's name can be made of {chosen!r}: name one with --reviewer")
    return safe


def _git_name(folder: Path) -> str:
    try:
        run = subprocess.run(["git", "config", "user.name"], cwd=folder, capture_output=True, check=False, timeout=5)
    except (OSError, subprocess.SubprocessError):
        return ""
    return run.stdout.decode(errors="replace").strip()


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
