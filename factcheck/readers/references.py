"""From the names a user gives to the references of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from factcheck.document import Document, Reference
from factcheck.errors import InputError
from factcheck.readers.article import read_document
from factcheck.readers.data import read_data
from factcheck.readers.delimited import read_delimited
from factcheck.readers.jsonl import read_records
from factcheck.readers.names import DATA_SUFFIXES, DELIMITED_SUFFIXES, JSONL_SUFFIX, find_files, natural_order
from factcheck.readers.text import shown_path
from factcheck.report import ReadError


def read_references(names: Sequence[str]) -> tuple[list[Reference], list[ReadError]]:
    """Reads the references of a run.

    Args:
        names: Files (JSONL, CSV, TSV, JSON and YAML by their suffixes, else read as articles are), directories
            (searched through, hidden entries left out, only .md, .markdown, .mdx, .html, .htm, .xhtml, .txt, .jsonl,
            .csv, .tsv, .json, .yaml and .yml) and globs (`**` for any depth, the same suffixes).

    Returns:
        The references, in natural order of their paths, with ids that are unique; and what could not be read.
        Both empty if there are no names.

    Raises:
        InputError: If a name means nothing, or all names together give no readable reference.
    """
    paths, errors = find_files(names)
    references, unread = read_files(paths)
    errors = sorted((*errors, *unread), key=lambda error: natural_order(error.path))
    if names and not references:
        reason = "no readable references"
        if errors:
            more = f", and {len(errors) - 1} more" if len(errors) > 1 else ""
            reason += f" ({errors[0].path}: {errors[0].message}{more})"
        raise InputError(", ".join(shown_path(name) for name in names), reason)
    return references, errors


def read_files(paths: Sequence[str]) -> tuple[list[Reference], list[ReadError]]:
    """Reads the files of references.

    Args:
        paths: Files, each named once.

    Returns:
        The references, in the order of the files, with ids that are unique; and what could not be read.
    """
    errors: list[ReadError] = []
    unnamed: list[_Unnamed] = []
    for path in paths:
        try:
            unnamed += _of_records(path, errors) if _is_jsonl(path) else [_of_file(path)]
        except InputError as error:
            errors.append(ReadError(error.path, error.reason))
    return [
        Reference(id, entry.document, entry.origin, entry.file_text)
        for id, entry in zip(_ids([entry.ids for entry in unnamed]), unnamed, strict=True)
    ], errors


@dataclass(frozen=True, slots=True)
class _Unnamed:
    """A reference before its id is chosen: the ids it could have, the shortest first, the last one unique."""

    document: Document
    ids: tuple[str, ...]
    origin: tuple[int, ...] | None = None
    file_text: str | None = None


def _is_jsonl(path: str) -> bool:
    return PurePath(path).suffix.lower() == JSONL_SUFFIX


def _of_file(path: str) -> _Unnamed:
    suffix = PurePath(path).suffix.lower()
    if suffix in DELIMITED_SUFFIXES:
        document = read_delimited(path)
    elif suffix in DATA_SUFFIXES:
        document = read_data(path)
    else:
        document = read_document(path)
    return _Unnamed(document, tuple(_suffixes(document.path)))


def _of_records(path: str, errors: list[ReadError]) -> Iterator[_Unnamed]:
    found = read_records(path)
    if found.problem:
        errors.append(ReadError(shown_path(path), found.problem))
    suffixes = list(_suffixes(shown_path(path)))
    for record in found.records:
        numbered = [f"{suffix}:{record.line}" for suffix in suffixes]
        ids = (record.id, *numbered) if record.id else tuple(numbered)
        yield _Unnamed(record.document, ids, record.origin, found.file_text)


def _suffixes(path: str) -> Iterator[str]:
    """Ever longer ends of a path, each without and with the file's suffix, up to the whole."""
    parts = [part for part in path.split("/") if part not in ("", ".")]
    stem = PurePath(path).stem
    if not stem.strip("."):  # of a name like "..y"
        stem = parts[-1]
    for count in range(1, len(parts) + 1):
        folder = "".join(f"{part}/" for part in parts[len(parts) - count : -1])
        yield folder + stem
        yield folder + parts[-1]
    yield path


def _ids(choices: Sequence[tuple[str, ...]]) -> list[str]:
    """For each reference its first id that no other has; those that share one all move on to a longer one."""
    level = [0] * len(choices)
    while True:
        ids = [choice[at] for choice, at in zip(choices, level, strict=True)]
        uses = Counter(ids)
        clashing = [i for i, id in enumerate(ids) if uses[id] > 1 and level[i] + 1 < len(choices[i])]
        if not clashing:
            return ids
        for i in clashing:
            level[i] += 1
