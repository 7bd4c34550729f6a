"""Which folder is a project."""

from __future__ import annotations

import tomllib
from pathlib import Path

_MARKS = (".factcheck", "factcheck.toml", ".git")


def find_project(folder: Path) -> Path | None:
    """The nearest folder that is a project: this one or one above it; None if none is.

    A folder is a project if it holds `.factcheck`, `factcheck.toml`, a `pyproject.toml` with `[tool.factcheck]`, or
    `.git`.
    """
    start = folder.resolve()
    for candidate in (start, *start.parents):
        if any((candidate / name).exists() for name in _MARKS) or _configured(candidate / "pyproject.toml"):
            return candidate
    return None


def _configured(pyproject: Path) -> bool:
    try:
        tool = tomllib.loads(pyproject.read_text("utf-8")).get("tool")
    except (OSError, ValueError):
        return False
    return isinstance(tool, dict) and "factcheck" in tool
