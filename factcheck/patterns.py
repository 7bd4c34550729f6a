"""Globs that stand in a folder: `**` for any depth, `{a,b}` for either, and otherwise as in .gitignore."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pathspec

from factcheck.errors import ConfigError

_MOST_ALTERNATIVES = 200
_CHOICE = re.compile(r"\{([^{}]*,[^{}]*)\}")


def expanded(glob: str) -> list[str]:
    """A glob for each of the alternatives in braces: "*.{md,txt}" gives two. Braces without a comma stay.

    Raises:
        ConfigError: There are too many of them.
    """
    done: list[str] = []
    todo = [glob]
    while todo:
        one = todo.pop(0)
        choice = _CHOICE.search(one)
        if choice is None:
            done.append(one)
        else:
            todo += [one[: choice.start()] + part + one[choice.end() :] for part in choice[1].split(",")]
        if len(todo) + len(done) > _MOST_ALTERNATIVES:
            raise ConfigError(f"{glob}: has more than {_MOST_ALTERNATIVES} alternatives")
    return done


@dataclass(frozen=True)
class Patterns:
    """Globs of one folder.

    Attributes:
        folder: The folder that they are relative to, resolved.
        globs: The globs; one without a slash fits at any depth, one that fits a folder fits all that is in it.
    """

    folder: Path
    globs: tuple[str, ...]

    @cached_property
    def _spec(self) -> pathspec.GitIgnoreSpec:
        return pathspec.GitIgnoreSpec.from_lines(one for glob in self.globs for one in expanded(_local(glob)))

    def fit(self, path: str | Path, *, is_folder: bool = False) -> bool:
        """Whether one of them fits a file or folder, of which only the name counts where it lies outside theirs."""
        relative = os.path.relpath(os.path.abspath(path), self.folder).replace(os.sep, "/")  # noqa: PTH100 - links stay
        if relative in (".", "..") or relative.startswith("../"):
            relative = Path(path).name
        return bool(relative) and self._spec.match_file(f"{relative}/" if is_folder else relative)


def any_fits(patterns: Iterable[Patterns], path: str | Path, *, is_folder: bool = False) -> bool:
    """Whether a glob of any of the folders fits."""
    return any(one.fit(path, is_folder=is_folder) for one in patterns)


def _local(glob: str) -> str:
    """A glob as .gitignore has it: "./drafts/*.md" begins at the folder itself."""
    return "/" + glob[2:] if glob.startswith("./") else glob
