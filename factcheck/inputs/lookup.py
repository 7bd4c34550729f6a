"""Which references an article has: the first place that names any decides.

In this order: its front matter, a sidecar, the configuration, local snapshots of the pages that it links to. What the
command line names stands before all of them and for all articles.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from factcheck.config.strict import MisfitError
from factcheck.decisions.place import project_root
from factcheck.document import Document
from factcheck.errors import InputError
from factcheck.inputs import sidecar, snapshots
from factcheck.inputs.entries import Entry, entry_of_texts
from factcheck.inputs.safe import files_named
from factcheck.patterns import Patterns
from factcheck.readers.article import STANDARD_INPUT
from factcheck.readers.named_sources import front_matter_references
from factcheck.readers.text import shown_path
from factcheck.report import ReadError


class Origin(StrEnum):
    """What names an article's references."""

    COMMAND_LINE = "command line"
    FRONT_MATTER = "front matter"
    SIDECAR = "sidecar"
    CONFIGURATION = "configuration"
    SNAPSHOTS = "snapshots"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A reference's file, and what was said of it where it was named."""

    path: str
    entry: Entry = field(default_factory=Entry)


@dataclass(frozen=True, slots=True)
class Sources:
    """The references of one article.

    Attributes:
        origin: What names them.
        files: Their files, each once.
        errors: What was named and cannot be used.
        unmatched: Globs of the configuration that are meant for the article and fit no file.
    """

    origin: Origin
    files: tuple[NamedFile, ...] = ()
    errors: tuple[ReadError, ...] = ()
    unmatched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lookup:
    """Finds the references of articles.

    Attributes:
        configured: By globs of articles the globs of their references, with {stem}.
        root: The folder of the configuration, which front matter may name files of; None if there is none.
    """

    configured: tuple[tuple[Patterns, tuple[str, ...]], ...] = ()
    root: Path | None = None

    def sources(self, article: Document) -> Sources:
        """The references of an article that was read; "-" has only those of its front matter."""
        named = _of_front_matter(article)
        path = Path(article.path)
        is_file = article.path != STANDARD_INPUT
        roots = self._roots(path)
        for origin, entries in (
            (Origin.FRONT_MATTER, named),
            (Origin.SIDECAR, _of_sidecar(path) if is_file else _Named([])),
        ):
            if entries.any:
                return _found(origin, entries, path.parent, roots)
        configured = self._of_configuration(path) if is_file else Sources(Origin.NOTHING)
        if configured.files or configured.errors:
            return configured
        return replace(self._of_snapshots(article, roots), unmatched=configured.unmatched)

    def _roots(self, article: Path) -> list[Path]:
        own = [self.root.resolve()] if self.root else []
        try:
            return [project_root(article), *own]
        except (OSError, ValueError, RuntimeError):
            return own

    def _of_configuration(self, article: Path) -> Sources:
        files: dict[str, NamedFile] = {}
        errors: list[ReadError] = []
        unmatched: list[str] = []
        for patterns, globs in self.configured:
            if not patterns.fit(article):
                continue
            for glob in globs:
                wanted = glob.replace("{stem}", article.stem)
                try:
                    found = files_named(wanted, _relative(patterns.folder), None)
                except InputError as error:
                    if wanted == glob and error.reason != "matches no file":
                        errors.append(ReadError(error.path, f"{error.reason}, named under [references]"))
                    else:
                        unmatched.append(wanted)
                    continue
                files.update((os.path.realpath(path), NamedFile(_tidy(path))) for path in found)
        files.pop(os.path.realpath(article), None)  # a glob of the whole folder means the others
        return Sources(Origin.CONFIGURATION, tuple(files.values()), tuple(errors), tuple(unmatched))

    def _of_snapshots(self, article: Document, roots: Sequence[Path]) -> Sources:
        files: dict[str, NamedFile] = {}
        for url in snapshots.links(article.text):
            for root in roots:
                found = snapshots.snapshot(root, url)
                if found is not None and (root / snapshots.FOLDER / found).resolve().is_relative_to(root):
                    path = str(_relative(root) / snapshots.FOLDER / found)
                    files.setdefault(os.path.realpath(path), NamedFile(_tidy(path), Entry(url=url)))
                    break
        return Sources(Origin.SNAPSHOTS if files else Origin.NOTHING, tuple(files.values()))


@dataclass(frozen=True, slots=True)
class _Named:
    """What a place names: entries, each with where it is told; folders; what cannot be read of it."""

    entries: list[tuple[str, Entry]]
    folders: tuple[Path, ...] = ()
    errors: tuple[ReadError, ...] = ()

    @property
    def any(self) -> bool:
        return bool(self.entries or self.folders or self.errors)


def _of_front_matter(article: Document) -> _Named:
    entries: list[tuple[str, Entry]] = []
    errors: list[ReadError] = []
    try:
        listed = front_matter_references(article.path, article.text)
    except InputError as error:
        return _Named([], errors=(ReadError(error.path, error.reason),))
    for number, one in enumerate(listed, start=1):
        try:
            entries.append((f"front matter of {article.path}", entry_of_texts(one)))
        except MisfitError as error:
            key = f"{'.'.join(error.key)}: " if error.key and not error.reason.startswith("unknown") else ""
            errors.append(ReadError(article.path, f"front matter: reference {number}: {key}{error.reason}"))
    return _Named(entries, errors=tuple(errors))


def _of_sidecar(article: Path) -> _Named:
    entries: list[tuple[str, Entry]] = []
    errors: list[ReadError] = []
    for path in sidecar.lists(article):
        try:
            entries += ((shown_path(str(path)), entry) for entry in sidecar.read_list(path))
        except InputError as error:
            errors.append(ReadError(error.path, error.reason))
    return _Named(entries, tuple(sidecar.folders(article)), tuple(errors))


def _found(origin: Origin, named: _Named, folder: Path, roots: Sequence[Path]) -> Sources:
    """The files of what a place names; what a list says of a file that lies in a sidecar's folder counts."""
    files: dict[str, NamedFile] = {}
    errors = list(named.errors)
    for where, entry in named.entries:
        try:
            for path in _files_of(entry, folder, roots):
                files.setdefault(os.path.realpath(path), NamedFile(_tidy(path), entry))
        except InputError as error:
            errors.append(ReadError(error.path, f"{error.reason} ({where})"))
    for one in named.folders:
        try:
            for path in files_named(one.name, one.parent, roots):
                files.setdefault(os.path.realpath(path), NamedFile(_tidy(path)))
        except InputError as error:
            errors.append(ReadError(error.path, error.reason))
    return Sources(origin, tuple(files.values()), tuple(errors))


def _files_of(entry: Entry, folder: Path, roots: Sequence[Path]) -> Iterator[str]:
    if entry.path:
        yield from files_named(entry.path, folder, roots)
        return
    for root in roots:
        found = snapshots.snapshot(root, entry.url)
        if found is not None:
            yield from files_named(str(snapshots.FOLDER / found), _relative(root), [root])
            return
    place = snapshots.place(entry.url)
    hint = f": save the page as {place}" if place else ""
    raise InputError(entry.url, f"has no local snapshot{hint}")


def _tidy(path: str) -> str:
    """A path as shown, without detours ("articles/../refs") where no link stands in the way."""
    short = os.path.normpath(path)
    return shown_path(short if os.path.realpath(short) == os.path.realpath(path) else path)


def _relative(folder: Path) -> Path:
    """A folder as seen from the working directory: reports name no place of the machine."""
    try:
        return Path(os.path.relpath(folder))
    except ValueError:  # on another drive
        return folder
