"""Which files the user means: files, directories and globs."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from factcheck.errors import InputError
from factcheck.readers.article import MARKDOWN_SUFFIXES
from factcheck.readers.html import HTML_SUFFIXES
from factcheck.readers.text import shown_path
from factcheck.report import ReadError

JSONL_SUFFIX = ".jsonl"
DELIMITED_SUFFIXES = frozenset({".csv", ".tsv"})
DATA_SUFFIXES = frozenset({".json", ".yaml", ".yml"})
KNOWN_SUFFIXES = MARKDOWN_SUFFIXES | HTML_SUFFIXES | DELIMITED_SUFFIXES | DATA_SUFFIXES | {".txt", JSONL_SUFFIX}
"""What is read of a directory or a glob; a file named outright is read whatever its suffix."""
_DOCUMENT_SUFFIXES = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".xls", ".xlsx", ".ods", ".pptx"})
"""Documents that are no texts."""

_DIGITS = re.compile(r"(\d+)")


def find_files(names: Sequence[str]) -> tuple[list[str], list[ReadError]]:
    """The files that some names mean, each once, in natural order of their paths.

    Args:
        names: Files, directories (searched through, hidden entries left out) and globs (`**` for any depth).

    Returns:
        The files as reached from the names, and the directories that could not be searched.

    Raises:
        InputError: If a name means nothing at all.
    """
    found: list[str] = []
    errors: list[ReadError] = []
    for name in names:
        found += _meant(name, errors)
    unique: dict[str, str] = {}
    for path in sorted(found, key=natural_order):
        unique.setdefault(os.path.realpath(path), path)
    return list(unique.values()), sorted(set(errors), key=lambda error: natural_order(error.path))


def is_reference(path: str | Path) -> bool:
    """Whether a file that was found in a directory or by a glob is to be read.

    A document that is no text is read as well, in vain, so that it is told and not passed over, unless its text lies
    beside it: report.txt or report.pdf.txt beside report.pdf.
    """
    file = Path(path)
    if file.suffix.lower() in KNOWN_SUFFIXES:
        return True
    texts = (beside for suffix in KNOWN_SUFFIXES for beside in (file.with_suffix(suffix), Path(f"{file}{suffix}")))
    return file.suffix.lower() in _DOCUMENT_SUFFIXES and not any(text.exists() for text in texts)


def natural_order(path: str) -> tuple[tuple[tuple[int, str], ...], ...]:
    """A sort key for paths: by their parts, numbers in them by value ("r2" before "r10")."""
    return tuple(
        tuple((int(piece), piece) if piece.isdecimal() else (-1, piece) for piece in _DIGITS.split(part))
        for part in shown_path(path).split("/")
    )


def _meant(name: str, errors: list[ReadError]) -> Iterable[str]:
    if _exists(name):
        return _walk(name, errors) if Path(name).is_dir() else [name]
    if not glob.has_magic(name):
        raise InputError(shown_path(name), "no such file or directory")
    matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not matches:
        raise InputError(shown_path(name), "matches no file")
    files: list[str] = []
    for match in matches:
        if Path(match).is_dir():
            files += _walk(match, errors)
        elif is_reference(match):
            files.append(match)
    return files


def _exists(name: str) -> bool:
    """Whether there is anything of that name, readable or not (a broken link is)."""
    try:
        return os.path.lexists(name)
    except ValueError:  # a null character
        return False


def _walk(folder: str, errors: list[ReadError]) -> Iterator[str]:
    def refused(error: OSError) -> None:
        errors.append(ReadError(shown_path(str(error.filename)), (error.strerror or str(error)).lower()))

    for parent, folders, files in os.walk(folder, onerror=refused):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = os.path.join(parent, name)  # noqa: PTH118 - Path would drop a leading "./" that the user gave
            if not name.startswith(".") and is_reference(path) and not _is_special(path, errors):
                yield path


def _is_special(path: str, errors: list[ReadError]) -> bool:
    """Whether a file found in a directory is a pipe, socket or device, which nobody asked to read."""
    try:
        mode = Path(path).stat().st_mode
    except OSError:
        return False  # told when it is read
    if stat.S_ISREG(mode):
        return False
    errors.append(ReadError(shown_path(path), "not a regular file"))
    return True
