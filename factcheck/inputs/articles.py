"""Which files are articles: those that are named, and those found where a folder or a glob is."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from factcheck.errors import InputError
from factcheck.inputs.walk import Walker
from factcheck.patterns import Patterns, any_fits, expanded
from factcheck.readers.article import MARKDOWN_SUFFIXES, STANDARD_INPUT
from factcheck.readers.html import HTML_SUFFIXES
from factcheck.readers.names import natural_order
from factcheck.readers.text import decode, read_bytes, read_stream, shown_path
from factcheck.report import ReadError

_SUFFIXES = MARKDOWN_SUFFIXES | HTML_SUFFIXES | {".txt"}
"""What a glob names an article by."""


@dataclass(frozen=True, slots=True)
class ArticleFiles:
    """The articles of a run.

    Attributes:
        paths: Their files, each once.
        searched: Those of them that nobody named outright: a reference among them is no article.
        errors: What was named and is not there.
    """

    paths: tuple[str, ...]
    searched: frozenset[str] = frozenset()
    errors: tuple[ReadError, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleSearch:
    """How articles are found.

    Attributes:
        articles: What is an article in a folder that is searched.
        exclude: What is left out there.
        gitignore: Whether what .gitignore names is left out there.
        force_exclude: Whether both hold for files too that are named outright, as a hook names them.
    """

    articles: tuple[Patterns, ...]
    exclude: tuple[Patterns, ...] = ()
    gitignore: bool = True
    force_exclude: bool = False

    def find(self, names: Sequence[str]) -> ArticleFiles:
        """The articles that some files, folders and globs name; "-" is standard input."""
        walker = Walker(self.exclude, self.gitignore)
        errors: list[ReadError] = []
        found: dict[str, tuple[str, bool]] = {}
        for name in names:
            try:
                for path, is_named in self._meant(name, walker):
                    found.setdefault(path if path == STANDARD_INPUT else os.path.realpath(path), (path, is_named))
            except InputError as error:
                errors.append(ReadError(error.path, error.reason))
        paths = list(found.values())
        return ArticleFiles(
            tuple(path for path, _ in paths),
            frozenset(path for path, is_named in paths if not is_named),
            (*errors, *walker.errors),
        )

    def _meant(self, name: str, walker: Walker) -> Iterator[tuple[str, bool]]:
        """The files that a name means, each with whether it is named outright."""
        if name == STANDARD_INPUT:
            yield name, True
        elif _is_folder(name):
            yield from ((path, False) for path in self._in(name, walker))
        elif _exists(name) or not _is_glob(name):
            if not (self.force_exclude and (walker.excludes(name) or not self._is_article(name))):
                yield name, True
        else:
            yield from ((path, False) for path in self._matched(name, walker))

    def _in(self, folder: str, walker: Walker) -> list[str]:
        found = (path for path in walker.files(folder) if self._is_article(path))
        return sorted((path.removeprefix(f".{os.sep}") for path in found), key=natural_order)

    def _is_article(self, path: str) -> bool:
        """Whether a file fits the globs of articles, in whatever letters its suffix is written: "README.MD"."""
        stem, suffix = os.path.splitext(path)  # noqa: PTH122 - Path would drop a leading "./"
        return any_fits(self.articles, path) or any_fits(self.articles, stem + suffix.lower())

    def _matched(self, name: str, walker: Walker) -> list[str]:
        matches = {match for one in expanded(name) for match in glob.glob(one, recursive=True)}  # noqa: PTH207
        if not matches:
            raise InputError(shown_path(name), "matches no file")
        files: list[str] = []
        for match in sorted(matches, key=natural_order):
            is_folder = _is_folder(match)
            if walker.excludes(match, is_folder=is_folder):
                continue
            if is_folder:
                files += self._in(match, walker)
            elif PurePath(match).suffix.lower() in _SUFFIXES:
                files.append(match)
        return files


def names_in(path: str) -> list[str]:
    """The names in a file with one a line, or on standard input for "-"; blank lines are none.

    Raises:
        InputError: It cannot be read.
    """
    data = read_stream(path, sys.stdin.buffer) if path == STANDARD_INPUT else read_bytes(path)
    return [line for line in decode(shown_path(path), data).splitlines() if line.strip()]


def _is_folder(name: str) -> bool:
    try:
        return Path(name).is_dir()
    except (OSError, ValueError):
        return False


def _is_glob(name: str) -> bool:
    return glob.has_magic(name) or expanded(name) != [name]


def _exists(name: str) -> bool:
    try:
        return os.path.lexists(name)
    except ValueError:  # a null character
        return False
