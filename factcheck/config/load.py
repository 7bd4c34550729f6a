"""From files and the command line to one Configuration: the nearest wins, key by key.

A file's values stand over those of the file that it extends, the command line's over both. The entries of a table
(`levels`, `references`, `per-file-ignores`, `numbers` …) are merged one by one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.config.configuration import Configuration, Origin, OriginKind
from factcheck.config.discovery import PYPROJECT, find_config
from factcheck.config.meaning import check_meaning
from factcheck.config.schema import Config
from factcheck.config.strict import MisfitError, strictly
from factcheck.config.toml import Key, key_lines, parsed, read_toml
from factcheck.errors import ConfigError, UsageError
from factcheck.readers.text import shown_path

_MOST_EXTENDED = 10


@dataclass(frozen=True, slots=True)
class _Layer:
    """Values of one origin."""

    data: dict[str, Any]
    origins: dict[Key, Origin]


def load_config(
    start: Path,
    *,
    given: Sequence[str] = (),
    isolated: bool = False,
    options: Mapping[str, Any] | None = None,
) -> Configuration:
    """The configuration of a run.

    Args:
        start: The folder from which a file is looked for, upward.
        given: What `--config` names: a file, which is then used in the place of the one that would be found, or
            KEY=VALUE with a dotted key and a value in TOML or plain text.
        isolated: Whether no file is looked for.
        options: Values of other options by key; None for those not given.

    Raises:
        ConfigError: A file cannot be read, or a key or value cannot be used, with file, line and key.
        UsageError: `--config` names no file, or two.
    """
    path, pairs = _told(given)
    if path is not None and isolated:
        raise UsageError(f"--config {shown_path(str(path))} and --isolated exclude each other")
    if path is None and not isolated:
        path = find_config(start)
    layers = list(_file_layers(path)) if path else []
    layers.append(_command_line([*pairs, {key: value for key, value in (options or {}).items() if value is not None}]))
    data: dict[str, Any] = {}
    origins: dict[Key, Origin] = {}
    for layer in layers:
        _merge(data, layer.data)
        origins |= layer.origins
    data.pop("extend", None)
    files = dict.fromkeys(o.shown for layer in reversed(layers) for o in layer.origins.values() if o.shown)
    return Configuration(strictly(data, Config), origins, path.resolve().parent if path else Path.cwd(), tuple(files))


def _told(given: Sequence[str]) -> tuple[Path | None, list[dict[str, Any]]]:
    """The file and the pairs that `--config` names."""
    path: Path | None = None
    pairs: list[dict[str, Any]] = []
    for one in given:
        if os.path.isfile(one) or "=" not in one:  # noqa: PTH113 - of any text
            if path is not None:
                raise UsageError(f"--config names two files: {shown_path(str(path))} and {shown_path(one)}")
            path = Path(one)
        else:
            pairs.append(_pair(one))
    return path, pairs


def _pair(text: str) -> dict[str, Any]:
    """KEY=VALUE as data; a value that is no TOML is a string."""
    shown = f"--config {text}"
    try:
        return parsed(text, shown)
    except ConfigError:
        key, _, value = text.partition("=")
        quoted = value.strip().replace("\\", "\\\\").replace('"', '\\"')
        return parsed(f'{key} = "{quoted}"', shown)


def _command_line(parts: Sequence[Mapping[str, Any]]) -> _Layer:
    layer = _Layer({}, {})
    origin = Origin(OriginKind.COMMAND_LINE, Path.cwd())
    for part in parts:
        plain = {key: _plain(value) for key, value in part.items()}
        _validate(plain, lambda _key: "command line")
        _merge(layer.data, plain)
        layer.origins.update((key, origin) for key in _keys(plain))
    return layer


def _plain(value: Any) -> Any:
    """An option's value as TOML would give it."""
    return [*value] if isinstance(value, tuple) else value


def _file_layers(path: Path) -> Iterator[_Layer]:
    """A file's values behind those of the files that it extends, the farthest first."""
    chain: list[_Layer] = []
    seen: list[Path] = []
    at: Path | None = path
    while at is not None:
        shown = shown_file(at)
        real = at.resolve()
        if real in seen:
            raise ConfigError(f"{shown}: extends itself")
        if len(seen) == _MOST_EXTENDED:
            raise ConfigError(f"{shown}: is extended through more than {_MOST_EXTENDED} files")
        seen.append(real)
        layer = _file_layer(at, shown)
        chain.append(layer)
        extended = layer.data.get("extend")
        at = real.parent / extended if extended else None
        if at is not None and not at.is_file():
            raise ConfigError(f"{layer.origins[('extend',)]}: extend: {extended}: no such file")
    yield from reversed(chain)


def _file_layer(path: Path, shown: str) -> _Layer:
    data, text = read_toml(path, shown)
    lines = key_lines(text)
    prefix: Key = ()
    if path.name == PYPROJECT:
        prefix = ("tool", "factcheck")
        tool = data.get("tool")
        data = tool.get("factcheck", {}) if isinstance(tool, dict) else {}
        if not isinstance(data, dict):
            raise ConfigError(f"{shown}: tool.factcheck: expected a table")
    elif set(data) == {"tool"}:
        raise ConfigError(f"{shown}: the keys stand at the top of this file, not under [tool.factcheck]")
    folder = path.resolve().parent

    def place(key: Key) -> Origin:
        for length in range(len(key), 0, -1):
            if (*prefix, *key[:length]) in lines:
                return Origin(OriginKind.FILE, folder, shown, lines[(*prefix, *key[:length])])
        return Origin(OriginKind.FILE, folder, shown)

    _validate(data, lambda key: str(place(key)))
    return _Layer(data, {key: place(key) for key in _keys(data)})


def _validate(data: dict[str, Any], place: Any) -> None:
    """Refuses what does not fit, with where it stands and its key."""
    try:
        check_meaning(strictly(data, Config))
    except MisfitError as error:
        name = ".".join(error.key)
        told = error.reason if error.reason.startswith("unknown key") else f"{name}: {error.reason}"
        raise ConfigError(f"{place(error.key)}: {told}" if name else f"{place(())}: {told}") from None


def _keys(data: Mapping[str, Any], above: Key = ()) -> Iterator[Key]:
    """The keys of all values, tables opened."""
    for name, value in data.items():
        if isinstance(value, dict):
            yield from _keys(value, (*above, name))
        else:
            yield (*above, name)


def _merge(below: dict[str, Any], above: Mapping[str, Any]) -> None:
    """Puts values over others, tables entry by entry."""
    for name, value in above.items():
        if isinstance(value, dict) and isinstance(below.get(name), dict):
            _merge(below[name], value)
        else:
            below[name] = dict(value) if isinstance(value, dict) else value


def shown_file(path: Path) -> str:
    """A file as messages name it: relative to the working directory where that is no detour."""
    relative = shown_path(os.path.relpath(path))
    return shown_path(str(path)) if relative.startswith("../../..") else relative
