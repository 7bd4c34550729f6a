"""Keys to bytes in one SQLite file, safe under processes that run at once and under any that are killed.

SQLite rather than a cache library on top of it: what is needed (a journal that readers and a writer share, a bound on
the size) is a few statements, and the libraries at hand pickle values or have not been looked after for years.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from factcheck.cache.place import mark, unmark

LIMIT = 512 * 1024 * 1024
"""Bytes that a cache may take on disk; beyond, what was not used for longest goes."""
KEPT = 0.75
"""Share of the limit that is kept then."""
FILE = "v1.sqlite3"
"""The version of the file's own layout; what an entry depends on is in its key."""
_FILES = (FILE, f"{FILE}-wal", f"{FILE}-shm")
_BUSY = 10.0  # seconds to wait for another process to finish writing
_AT_ONCE = 500  # keys in one statement
_CHECKED = 8  # bytes of checksum before each value
_DAY = 86_400
T = TypeVar("T")
_SCHEMA = """
PRAGMA trusted_schema = OFF;
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS entries (
    key BLOB NOT NULL UNIQUE, stage TEXT NOT NULL, day INTEGER NOT NULL, value BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS by_day ON entries (day);
"""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a cache holds.

    Attributes:
        size: Bytes on disk.
        stages: Entries by the sort of result.
    """

    size: int
    stages: tuple[tuple[str, int], ...]


class Store:
    """A cache in a folder; never raises: what cannot be read is not there, what cannot be written is let go.

    Attributes:
        folder: Where it is, or None for memory.
        failure: Why it is of no use, or None.
        limit: Bytes that it may take.
    """

    def __init__(self, folder: Path | None = None, *, limit: int = LIMIT) -> None:
        """Name a cache; it is opened, and made where there is none, when it is first used.

        Args:
            folder: Where it is; None for one in memory, which is as short-lived as this object.
            limit: Bytes that it may take.
        """
        self.folder = folder
        self.failure: str | None = None
        self.limit = limit
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._written = 0

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values of those keys that are known and whole."""
        return self._attempt(lambda connection: _read(connection, keys), {})

    def put(self, stage: str, values: Mapping[bytes, bytes]) -> None:
        """Keep values, all or none of them.

        Args:
            stage: The sort of result, for `contents`.
            values: By key.
        """
        rows = [(key, stage, _today(), _checksum(key, value) + value) for key, value in values.items()]
        self._attempt(lambda c: c.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)", rows), None)
        self._written += sum(len(row[-1]) for row in rows)
        if self._written > self.limit // 16:
            self._shrink()

    def contents(self) -> Contents:
        """What it holds."""
        none: list[tuple[str, int]] = []
        stages = self._attempt(_counted, none) if self.folder is None or (self.folder / FILE).exists() else none
        return Contents(_size(self.folder), tuple(stages))

    def clean(self) -> int:
        """Remove its files, and the folder where nothing else is in it.

        Returns:
            How many bytes are free again.

        Raises:
            OSError: A file cannot be removed.
        """
        self.close()
        if self.folder is None:
            return 0
        freed = _size(self.folder)
        for name in _FILES:
            (self.folder / name).unlink(missing_ok=True)
        unmark(self.folder)
        return freed

    def close(self) -> None:
        """Shrink it to its limit where it has grown, and let go of its file; it is opened again when it is used."""
        if self._written:
            self._shrink()
        if self.folder is not None:
            with self._lock:
                self._let_go()

    def __del__(self) -> None:
        self._let_go()

    def _shrink(self) -> None:
        """Keep to the limit: remove what was not used for longest."""
        self._written = 0
        self._attempt(lambda connection: _shrunk(connection, self.limit), None)
        self._attempt(lambda connection: connection.execute("PRAGMA incremental_vacuum").fetchall(), [])

    def _attempt(self, action: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """What an action makes in a transaction of its own; where it fails the cache is not used any more."""
        with self._lock:
            if self.failure is None:
                try:
                    with self._opened() as connection:
                        return action(connection)
                except (sqlite3.Error, OSError) as error:
                    self.failure = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
                    self._let_go()
        return otherwise

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            if self.folder is not None:
                mark(self.folder)
            file = ":memory:" if self.folder is None else self.folder / FILE
            self._connection = sqlite3.connect(file, timeout=_BUSY, check_same_thread=False)
            self._connection.text_factory = bytes  # there may be any bytes in a file from elsewhere
            self._connection.executescript(_SCHEMA)
        return self._connection

    def _let_go(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None


def _read(connection: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, bytes]:
    """The whole values of keys, which are younger from now on."""
    found: dict[bytes, bytes] = {}
    old: list[tuple[int, bytes]] = []
    today = _today()
    for start in range(0, len(keys), _AT_ONCE):
        part = keys[start : start + _AT_ONCE]
        marks = ",".join("?" * len(part))
        for key, day, stored in connection.execute(f"SELECT key, day, value FROM entries WHERE key IN ({marks})", part):
            if _is_whole(key, stored):
                found[key] = stored[_CHECKED:]
                old += [(today, key)] if day != today else []
    if old:
        connection.executemany("UPDATE entries SET day = ? WHERE key = ?", old)
    return found


def _counted(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """How many entries there are of each sort."""
    rows = connection.execute("SELECT stage, count(*) FROM entries GROUP BY stage ORDER BY stage")
    return [(bytes(stage).decode("utf-8", "replace"), count) for stage, count in rows]


def _shrunk(connection: sqlite3.Connection, limit: int) -> None:
    """Remove the oldest entries of a cache that holds more than its limit."""
    count, taken = connection.execute("SELECT count(*), sum(length(key) + length(value)) FROM entries").fetchone()
    if count and taken > limit:
        surplus = max(1, round(count * (1 - KEPT * limit / taken)))
        oldest = "SELECT rowid FROM entries ORDER BY day, rowid LIMIT ?"
        connection.execute(f"DELETE FROM entries WHERE rowid IN ({oldest})", (surplus,))


def _size(folder: Path | None) -> int:
    if folder is None:
        return 0
    return sum((folder / name).stat().st_size for name in _FILES if (folder / name).exists())


def _today() -> int:
    """The day by which entries age; no result depends on it."""
    return int(time.time() // _DAY)


def _checksum(key: bytes, value: bytes) -> bytes:
    return blake2b(key + value, digest_size=_CHECKED).digest()


def _is_whole(key: bytes, stored: object) -> bool:
    """Whether a stored value is one that was stored for this key."""
    return isinstance(stored, bytes) and stored[:_CHECKED] == _checksum(key, stored[_CHECKED:])
