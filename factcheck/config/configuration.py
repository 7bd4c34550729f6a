"""What a run is configured with, and where each value comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from factcheck.config.schema import Config
from factcheck.config.toml import Key


class OriginKind(StrEnum):
    """What set a value."""

    DEFAULT = "default"
    FILE = "file"
    COMMAND_LINE = "command line"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from.

    Attributes:
        kind: What set it.
        folder: What its paths and globs are relative to.
        shown: The file as messages name it; "" if it is none.
        line: The line in it, counted from 1; None where it is not known.
    """

    kind: OriginKind
    folder: Path
    shown: str = ""
    line: int | None = None

    def __str__(self) -> str:
        if self.kind is not OriginKind.FILE:
            return self.kind.value
        return f"{self.shown}:{self.line}" if self.line else self.shown


@dataclass(frozen=True, slots=True)
class Configuration:
    """The values of a run with their origins.

    Attributes:
        values: The values.
        origins: By key, as a path of names, where it was set; keys that nobody set are missing.
        root: The folder of the configuration's file; the working directory if there is none.
        files: The files that were read, as messages name them, the nearest first.
    """

    values: Config
    origins: dict[Key, Origin]
    root: Path
    files: tuple[str, ...]

    def origin(self, *key: str) -> Origin:
        """Where a key's value comes from; that of its table where the key itself is in none."""
        for length in range(len(key), 0, -1):
            if key[:length] in self.origins:
                return self.origins[key[:length]]
        return Origin(OriginKind.DEFAULT, self.root)

    def is_set(self, *key: str) -> bool:
        """Whether somebody set the key."""
        return self.origin(*key).kind is not OriginKind.DEFAULT

    def path(self, *key: str) -> Path:
        """A key's value as a path, relative to where it was set."""
        value = self.values
        for name in key:
            value = getattr(value, name.replace("-", "_"))
        return self.origin(*key).folder / str(value)
