"""A report of `factcheck check --format json`, or of `factcheck export json`, read back.

The file comes from elsewhere, a CI job say: its form is held against the published schema, its articles and
references against the files here, by digest and by every quotation. Nothing of it is believed that the files do
not bear out, except what only the check can know: verdicts, probabilities and reasons.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Any, NoReturn

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from factcheck.document import Document, Reference
from factcheck.errors import InputError, UsageError
from factcheck.output.json_report import SCHEMA
from factcheck.output.plain import one_line
from factcheck.readers import read_document, read_references
from factcheck.readers.text import decode, read_bytes
from factcheck.report import Report
from factcheck.review.rebuild import MisfitError, Rebuilding

_CHANGED = "has changed since the report was made: check again, without --from"


def read_report(path: str, article: str | None = None) -> Report:
    """Read a report back, cut down to one article, with the files it was made from.

    Args:
        path: The report's file.
        article: The article, as the report names it or by any other path to the same file; None if the report has
            only one.

    Raises:
        InputError: The file is no such report or does not fit the files, or one of these is missing or has changed.
        UsageError: The article is not in the report, or it is not told which of several is meant.
    """
    data = _checked(path)
    index = _chosen(path, data["documents"], article)
    document = _document(data["documents"][index])
    against, apart = _references_of(data, index)
    known = {entry["id"] for entry in data["references"]}
    unknown = next((id for id in (*against, *apart) if id not in known), None)
    if unknown is not None:
        raise InputError(path, f"does not fit the files it names: there is no reference {unknown[:40]!r}")
    references = _references([entry for entry in data["references"] if entry["id"] in {*against, *apart}])
    try:
        return Rebuilding(data, index, document, references, against).report()
    except MisfitError as error:
        raise InputError(path, f"does not fit the files it names: {error}") from None


def _checked(path: str) -> dict[str, Any]:
    """The report's data, of the form that the schema tells."""
    try:
        data = json.loads(decode(path, read_bytes(path)), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise InputError(path, "not valid JSON") from None
    if isinstance(data, dict) and str(data.get("schema", "")).startswith("factcheck/review/"):
        data = data.get("report")
    if not isinstance(data, dict) or not isinstance(data.get("schema"), str):
        raise InputError(path, "not a report: make one with `factcheck check --format json`")
    if data["schema"] != SCHEMA:
        raise InputError(path, f"a report of form {data['schema'][:40]!r}: this version reads {SCHEMA}")
    schema = json.loads(files("factcheck.output").joinpath("report.schema.json").read_text(encoding="utf-8"))
    error = best_match(Draft202012Validator(schema).iter_errors(data))
    if error is not None:
        place = "/".join(map(str, error.absolute_path)) or "the whole"
        raise InputError(path, f"not a whole report: {place}: {one_line(error.message)[:120]}")
    return data


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def _chosen(path: str, documents: Sequence[Mapping[str, str]], article: str | None) -> int:
    names = [document["path"] for document in documents]
    if article is not None:
        for index, name in enumerate(names):
            if name == article or _same_file(name, article):
                return index
        raise UsageError(f"{path}: says nothing of {article}; it is a report on {_listed(names)}")
    if len(names) != 1:
        raise UsageError(f"{path}: a report on {_listed(names)}: name the article to review")
    return 0


def _same_file(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:3]) or "no article"
    return shown if len(names) <= 3 else f"{shown} and {len(names) - 3} more"


def _references_of(data: Mapping[str, Any], index: int) -> tuple[list[str], list[str]]:
    """The ids of the references that an article was checked against, and of those set aside for it."""
    apart = [entry["reference"] for entry in data["set_aside"] if entry["document"] == index]
    against = data["documents"][index].get("references")
    return [entry["id"] for entry in data["references"]] if against is None else against, apart


def _document(entry: Mapping[str, str]) -> Document:
    document = read_document(_file(entry["path"]))
    if document.sha256 != entry["sha256"]:
        raise InputError(entry["path"], _CHANGED)
    return document


def _file(path: str) -> str:
    """A path that a report names, if it is a file: it could name anything."""
    if path == "-":
        raise InputError(path, "the report is on standard input, which is gone")
    try:
        if Path(path).is_file():
            return path
    except (OSError, ValueError):
        pass
    raise InputError(path, "no such file; work in the folder where the report was made")


def _references(entries: Sequence[Mapping[str, Any]]) -> tuple[Reference, ...]:
    """The references as the report names them; records of one file in the order of the file."""
    if not entries:
        return ()
    read, _ = read_references([_file(path) for path in dict.fromkeys(entry["path"] for entry in entries)])
    by_path: dict[str, list[Reference]] = defaultdict(list)
    for reference in read:
        by_path[reference.document.path].append(reference)
    found: list[Reference] = []
    for path, of_file in groupby(entries, key=lambda entry: str(entry["path"])):
        named = list(of_file)
        here = by_path.pop(path, [])
        if len(here) != len(named) or any(r.document.sha256 != e["sha256"] for r, e in zip(here, named, strict=True)):
            raise InputError(path, _CHANGED)
        found += (replace(reference, id=entry["id"]) for reference, entry in zip(here, named, strict=True))
    _refuse_shared_ids(found)
    return tuple(found)


def _refuse_shared_ids(references: Iterable[Reference]) -> None:
    seen: set[str] = set()
    for reference in references:
        if reference.id in seen:
            raise InputError(reference.document.path, f"two references of the report have the id {reference.id[:40]!r}")
        seen.add(reference.id)
