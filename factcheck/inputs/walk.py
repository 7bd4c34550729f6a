"""Files of a folder, without what is excluded or ignored by git."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pathspec

from factcheck.patterns import Patterns, any_fits
from factcheck.readers.text import shown_path
from factcheck.report import ReadError

_GITIGNORE = ".gitignore"


@dataclass
class Walker:
    """Searches folders.

    Attributes:
        exclude: What is left out; a folder that is named outright is searched even so.
        gitignore: Whether what .gitignore names is left out too.
        errors: Folders that could not be searched.
    """

    exclude: tuple[Patterns, ...] = ()
    gitignore: bool = True
    errors: list[ReadError] = field(default_factory=list)

    def files(self, folder: str) -> Iterator[str]:
        """The files in a folder and below it, as reached from its name; links to folders are not followed."""

        def refused(error: OSError) -> None:
            self.errors.append(ReadError(shown_path(str(error.filename)), (error.strerror or str(error)).lower()))

        named_outright = any_fits(self.exclude, folder, is_folder=True)
        ignored = _Ignored.above(Path(folder)) if self.gitignore else None
        for parent, folders, files in os.walk(folder, onerror=refused):
            if ignored is not None:
                ignored.enter(Path(parent))
            for names, is_folder in ((folders, True), (files, False)):
                names[:] = sorted(
                    name
                    for name in names
                    if not self._is_out(parent, name, is_folder, named_outright)
                    and not (ignored is not None and ignored.has(Path(parent, name), is_folder))
                )
            yield from (os.path.join(parent, name) for name in files)  # noqa: PTH118 - Path would drop a leading "./"

    def excludes(self, path: str, *, is_folder: bool = False) -> bool:
        """Whether a single file or folder is left out."""
        return any_fits(self.exclude, path, is_folder=is_folder)

    def _is_out(self, parent: str, name: str, is_folder: bool, named_outright: bool) -> bool:
        # What lies in a folder that is excluded and was named fits the globs by that folder: only its name counts.
        path = Path(os.sep, name) if named_outright else Path(parent, name)
        return any_fits(self.exclude, path, is_folder=is_folder)


class _Ignored:
    """The .gitignore files that hold for a folder, the nearest last."""

    def __init__(self) -> None:
        self._specs: list[tuple[Path, pathspec.GitIgnoreSpec]] = []

    @classmethod
    def above(cls, folder: Path) -> _Ignored:
        """Those of the folders above one, up to the root of its repository; none outside of a repository."""
        found = cls()
        resolved = folder.resolve()
        chain = [resolved, *resolved.parents]
        root = next((i for i, one in enumerate(chain) if (one / ".git").exists()), 0)
        for one in reversed(chain[1 : root + 1]):
            found.enter(one)
        return found

    def enter(self, folder: Path) -> None:
        """Reads the folder's own file, if it has one."""
        try:
            text = (folder / _GITIGNORE).read_text("utf-8", errors="replace")
        except OSError:
            return
        self._specs.append((folder.resolve(), pathspec.GitIgnoreSpec.from_lines(text.splitlines())))

    def has(self, path: Path, is_folder: bool) -> bool:
        """Whether a file or folder is ignored: the nearest .gitignore that says anything decides."""
        at = path.parent.resolve() / path.name
        for folder, spec in reversed(self._specs):
            if at.is_relative_to(folder):
                relative = at.relative_to(folder).as_posix()
                told = spec.check_file(f"{relative}/" if is_folder else relative).include
                if told is not None:
                    return told
        return False
