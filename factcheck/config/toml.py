"""TOML files with the lines that their keys stand in."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.errors import ConfigError, InputError
from factcheck.readers.text import decode, read_bytes

Key = tuple[str, ...]

_LARGEST = 1 << 20
_PART = re.compile(r"""\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*""")


def read_toml(path: Path, shown: str) -> tuple[dict[str, Any], str]:
    """What a TOML file holds, and its text.

    Args:
        path: The file.
        shown: How errors name it.

    Raises:
        ConfigError: It cannot be read or is not valid TOML, with the line.
    """
    try:
        data = read_bytes(str(path))
        text = decode(shown, data)
    except InputError as error:
        raise ConfigError(f"{shown}: {error.reason}") from None
    if len(data) > _LARGEST:
        raise ConfigError(f"{shown}: is larger than {_LARGEST} bytes")
    return parsed(text, shown), text


def parsed(text: str, shown: str) -> dict[str, Any]:
    """What a TOML text holds.

    Raises:
        ConfigError: It is not valid TOML.
    """
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        reason = " ".join(str(error).split()) or "nested too deeply"
        raise ConfigError(f"{shown}: not valid TOML: {reason[:1].lower()}{reason[1:]}") from None


def key_lines(text: str) -> dict[Key, int]:
    """The lines, counted from 1, in which keys and tables of a TOML text stand; those in inline tables are left out.

    Text in a string of several lines may be taken for a key: lines help people find a place, nothing depends on them.
    """
    found: dict[Key, int] = {}
    table: Key = ()
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if stripped.startswith("["):
            table = tuple(_parts(stripped.lstrip("[")))
            found.setdefault(table, number)
        elif stripped and not stripped.startswith("#"):
            name = tuple(_parts(stripped, end="="))
            if name:
                found.setdefault((*table, *name), number)
    return found


def _parts(text: str, end: str = "]") -> Iterator[str]:
    """The parts of a dotted key at the start of a text that goes on with `end`."""
    at = 0
    parts: list[str] = []
    while match := _PART.match(text, at):
        parts.append(next(part for part in match.groups() if part is not None))
        at = match.end()
        if text[at : at + 1] != ".":
            break
        at += 1
    if text[at : at + 1] == end:
        yield from parts
