"""Sidecars: an article's references beside it, in a folder or listed in a TOML file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from factcheck.config.strict import MisfitError
from factcheck.config.toml import parsed, read_toml
from factcheck.errors import ConfigError, InputError
from factcheck.inputs.entries import Entry, entry
from factcheck.readers.text import shown_path

FOLDER_SUFFIX = ".refs"
LIST_SUFFIX = ".refs.toml"
_TABLE = "references"


def folders(article: Path) -> list[Path]:
    """The folders of an article's references that exist: `ferries.refs` or `ferries.md.refs` for `ferries.md`."""
    return [folder for folder in _beside(article, FOLDER_SUFFIX) if folder.is_dir()]


def lists(article: Path) -> list[Path]:
    """The lists of an article's references that exist: `ferries.refs.toml` or `ferries.md.refs.toml`."""
    return [path for path in _beside(article, LIST_SUFFIX) if path.is_file()]


def list_to_write(article: Path) -> Path:
    """The list to which references of an article are added: the one that exists, else `ferries.refs.toml`."""
    return (lists(article) or _beside(article, LIST_SUFFIX))[0]


def read_list(path: Path) -> list[Entry]:
    """What a list names.

    Raises:
        InputError: It is no TOML, or an entry cannot be used, with its number.
    """
    shown = shown_path(str(path))
    try:
        data, _ = read_toml(path, shown)
    except ConfigError as error:
        raise InputError(shown, str(error).removeprefix(f"{shown}: ")) from None
    return _entries(shown, data)


def _entries(shown: str, data: Mapping[str, Any]) -> list[Entry]:
    listed = data.get(_TABLE, [])
    if set(data) - {_TABLE} or not isinstance(listed, list):
        raise InputError(shown, f"holds something else than [[{_TABLE}]]")
    found: list[Entry] = []
    for number, one in enumerate(listed, start=1):
        if not isinstance(one, dict | str):
            raise InputError(shown, f"reference {number}: expected a table")
        try:
            found.append(entry(one))
        except MisfitError as error:
            key = f"{'.'.join(error.key)}: " if error.key and not error.reason.startswith("unknown") else ""
            raise InputError(shown, f"reference {number}: {key}{error.reason}") from None
    return found


def added(path: Path, new: Mapping[str, Any]) -> str:
    """The text of a list with one more entry; what stands in it stays as it is.

    Args:
        path: The list, which need not exist.
        new: The entry: texts, days and tables of numbers, by key.

    Raises:
        InputError: The list cannot be read, or its form allows no more entries.
    """
    shown = shown_path(str(path))
    text = ""
    if path.exists():
        read_list(path)
        text = path.read_text("utf-8")
    block = "".join(f"{key} = {_toml(value)}\n" for key, value in new.items() if value)
    joined = f"{text.rstrip()}\n\n" if text.strip() else ""
    joined += f"[[{_TABLE}]]\n{block}"
    try:
        _entries(shown, parsed(joined, shown))
    except ConfigError:
        raise InputError(shown, f"lists references as a value; write them as [[{_TABLE}]] to add more") from None
    return joined


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_toml(key)} = {_toml(one)}" for key, one in value.items()) + " }"
    if isinstance(value, str):  # JSON's escapes are TOML's, but for one control character
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(value)


def _beside(article: Path, suffix: str) -> list[Path]:
    return [article.with_name(article.stem + suffix), article.with_name(article.name + suffix)]
