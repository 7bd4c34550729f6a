"""A reference added to the list beside an article."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from factcheck.config.strict import MisfitError
from factcheck.decisions.place import project_root
from factcheck.errors import InputError, UsageError
from factcheck.inputs import sidecar, snapshots
from factcheck.inputs.entries import entry, is_url
from factcheck.readers import read_document
from factcheck.readers.references import read_files
from factcheck.readers.text import shown_path


def add_reference(article: str, reference: str, said: Mapping[str, str]) -> str:
    """Adds a reference to an article's list.

    Args:
        article: The article's file.
        reference: The reference's file, or the URL of a page that has a snapshot.
        said: What is said of it beside what its own file says: title, source, date, rank, url; "" for nothing.

    Returns:
        What was done, in one line.

    Raises:
        InputError: The article, the reference or the list cannot be read or written.
        UsageError: A date or rank is none, the file lies outside the project, or it is in the list already.
    """
    read_document(article)
    place = Path(article)
    root = project_root(place)
    path = _file(reference, root)
    found, errors = read_files([str(path)])
    if not found:
        raise InputError(errors[0].path, errors[0].message)
    if not path.resolve().is_relative_to(root):
        raise UsageError(f"{shown_path(reference)}: lies outside the project; copy it, or name it with -r/--references")
    if path.resolve() == place.resolve():
        raise UsageError(f"{shown_path(reference)}: the article is no reference for itself")
    listing = sidecar.list_to_write(place)
    relative = shown_path(os.path.relpath(path.resolve(), place.resolve().parent))
    if listing.exists():
        real = {(place.parent / one.path).resolve() for one in sidecar.read_list(listing) if one.path}
        if path.resolve() in real:
            raise UsageError(f"{shown_path(str(listing))}: has {relative} already")
    new: dict[str, Any] = {"path": relative, **said, "sha256": found[0].document.sha256}
    if is_url(reference):
        new["url"] = reference
    _write(listing, sidecar.added(listing, _checked(new)))
    return f"{shown_path(str(listing))}: added {relative}"


def _file(reference: str, root: Path) -> Path:
    if not is_url(reference):
        return Path(reference)
    found = snapshots.snapshot(root, reference)
    if found is None:
        raise InputError(reference, f"has no local snapshot: save the page as {snapshots.place(reference)}")
    return Path(os.path.relpath(root)) / snapshots.FOLDER / found


def _checked(new: Mapping[str, Any]) -> dict[str, Any]:
    """The entry as it is written, refused where it could not be read again."""
    made = {key: value for key, value in new.items() if value}
    if "date" in made:
        try:
            made["date"] = datetime.date.fromisoformat(made["date"])
        except ValueError:
            raise UsageError(f"--date: {made['date']!r} is not a day like 2024-06-16") from None
    try:
        entry(made)
    except MisfitError as error:
        raise UsageError(f"--{'.'.join(error.key)}: {error.reason}") from None
    return made


def _write(path: Path, text: str) -> None:
    """Writes a file whole or not at all."""
    draft = path.with_name(f".{path.name}.new")
    try:
        draft.write_text(text, encoding="utf-8", newline="\n")
        draft.replace(path)
    except OSError as error:
        raise InputError(shown_path(str(path)), (error.strerror or str(error)).lower()) from None
