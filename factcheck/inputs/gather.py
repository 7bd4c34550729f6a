"""All inputs of a run, read: articles, references, and which article is checked against which."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from factcheck.document import Document, Reference
from factcheck.errors import InputError
from factcheck.inputs.lookup import Lookup, NamedFile, Origin, Sources
from factcheck.readers.article import STANDARD_INPUT, read_document
from factcheck.readers.names import find_files, natural_order
from factcheck.readers.references import read_files
from factcheck.readers.text import shown_path
from factcheck.report import ReadError


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a run reads.

    Attributes:
        documents: The articles.
        references: The references of all of them.
        checked_against: By article the indices of its references.
        sources: By article where its references come from.
        errors: What could not be read.
    """

    documents: tuple[Document, ...]
    references: tuple[Reference, ...]
    checked_against: tuple[tuple[int, ...], ...]
    sources: tuple[Sources, ...]
    errors: tuple[ReadError, ...]


def read_articles(paths: Sequence[str], *, stdin_name: str = STANDARD_INPUT) -> tuple[list[Document], list[ReadError]]:
    """Reads articles.

    Args:
        paths: Their files; "-" is standard input.
        stdin_name: The file whose content standard input is.

    Returns:
        Those that can be read, and what cannot.
    """
    documents: list[Document] = []
    errors: list[ReadError] = []
    for path in paths:
        try:
            documents.append(read_document(path, stdin_name=stdin_name))
        except InputError as error:
            errors.append(ReadError(error.path, error.reason))
    return documents, errors


def gather(
    documents: Sequence[Document],
    lookup: Lookup,
    *,
    references: Sequence[str] = (),
    searched: Collection[str] = (),
) -> Inputs:
    """Finds and reads the references of articles.

    Args:
        documents: The articles.
        lookup: Finds the references of an article.
        references: Files, folders and globs named on the command line, for all articles; `lookup` is not asked then.
        searched: The articles, by path, that nobody named outright: those among them that are a reference are left out.
    """
    shared, errors = _shared(references)
    sources = [shared or lookup.sources(document) for document in documents]
    files = {os.path.realpath(file.path) for one in (shared and [shared]) or sources for file in one.files}
    hidden = {path for path in searched if os.path.realpath(path) in files}
    kept = [(d, s) for d, s in zip(documents, sources, strict=True) if d.path not in hidden]
    read, unread = _read([shared] if shared else [s for _, s in kept])
    told = [*errors, *unread]
    if references and not read.all and not told:
        told.append(ReadError(", ".join(map(shown_path, references)), "no readable references"))
    return Inputs(
        tuple(document for document, _ in kept),
        tuple(read.all),
        tuple(tuple(read.indices(one)) for _, one in kept),
        tuple(one for _, one in kept),
        tuple(dict.fromkeys(told)),
    )


def _shared(names: Sequence[str]) -> tuple[Sources | None, list[ReadError]]:
    """What the command line names, and what of it is not there."""
    if not names:
        return None, []
    errors: list[ReadError] = []
    usable: list[str] = []
    for name in names:
        try:
            find_files([name])
            usable.append(name)
        except InputError as error:
            errors.append(ReadError(error.path, error.reason))
    paths, unsearched = find_files(usable)
    return Sources(Origin.COMMAND_LINE, tuple(NamedFile(path) for path in paths)), [*errors, *unsearched]


@dataclass(frozen=True, slots=True)
class _Read:
    """References, each read once."""

    all: list[Reference]
    by_file: dict[str, list[int]]

    def indices(self, sources: Sources) -> list[int]:
        """Those of an article, in the order of all."""
        return sorted(i for file in sources.files for i in self.by_file.get(os.path.realpath(file.path), ()))


def _read(sources: Sequence[Sources]) -> tuple[_Read, list[ReadError]]:
    """The references of all articles; what the first that names a file says of it holds for all."""
    files: dict[str, NamedFile] = {}
    for one in sources:
        for file in one.files:
            files.setdefault(os.path.realpath(file.path), file)
    ordered = sorted(files.values(), key=lambda file: natural_order(file.path))
    references, unread = read_files([file.path for file in ordered])
    by_shown = {shown_path(file.path): file for file in ordered}
    by_file: dict[str, list[int]] = {}
    told: list[Reference] = []
    for index, reference in enumerate(references):
        file = by_shown[reference.document.path]
        document = replace(reference.document, meta=file.entry.over(reference.document.meta))
        told.append(replace(reference, document=document))
        by_file.setdefault(os.path.realpath(file.path), []).append(index)
    errors = [*(error for one in sources for error in one.errors), *unread]
    return _Read(told, by_file), errors
