"""Which file configures a run: the nearest one upward."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable
from pathlib import Path

NAME = "factcheck.toml"
PYPROJECT = "pyproject.toml"


def starting_folder(paths: Iterable[str]) -> Path:
    """Where the search for a configuration starts: the deepest folder that holds all named paths.

    Args:
        paths: Files, directories and globs; "-" means nothing here.

    Returns:
        That folder; the working directory if nothing is named.
    """
    folders: list[Path] = []
    for path in paths:
        if path == "-":
            continue
        fixed = _before_magic(path)
        try:
            folder = Path(fixed).resolve()
            folders.append(folder if folder.is_dir() else folder.parent)
        except (OSError, ValueError, RuntimeError):  # told when the path is read
            continue
    try:
        return Path(os.path.commonpath(folders)) if folders else Path.cwd()
    except ValueError:  # of two drives
        return Path.cwd()


def find_config(start: Path) -> Path | None:
    """The nearest `factcheck.toml`, or `pyproject.toml` with `[tool.factcheck]`, in a folder or above it."""
    for folder in (start, *start.parents):
        if (folder / NAME).is_file():
            return folder / NAME
        if _has_table(folder / PYPROJECT):
            return folder / PYPROJECT
    return None


def _before_magic(path: str) -> str:
    """A glob's part before its first wildcard, up to a separator."""
    at = next((i for i, char in enumerate(path) if char in "*?["), None)
    return path if at is None else (os.path.dirname(path[:at]) or ".")  # noqa: PTH120 - of a text, not of a file


def _has_table(pyproject: Path) -> bool:
    try:
        tool = tomllib.loads(pyproject.read_text("utf-8")).get("tool")
    except (OSError, ValueError):
        return False
    return isinstance(tool, dict) and "factcheck" in tool
