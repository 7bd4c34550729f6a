"""One reviewer's append-only log of one article.

Every event is one line, written whole by one call to a file opened for appending and synced to the disk
before the call returns: a kill or a power cut loses at most the event in flight, and two writers never mix
their lines.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from factcheck.decisions.event import Batch, Decide, Event, Redo, Repair, SignOff, Undo
from factcheck.decisions.history import History
from factcheck.decisions.line import from_line, to_line
from factcheck.errors import DecisionError

if sys.platform != "win32":
    import fcntl

_APPENDING = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
"""A link in a log's place could lead a write anywhere, so none is followed."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that cannot be used: it stays in the file and counts for nothing.

    Attributes:
        line: Counted from 1.
        message: What is wrong with it.
    """

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a log.

    Attributes:
        number: Counted from 1.
        raw: Its bytes without the line break.
        event: What it says; None if it cannot be used.
        problem: What is wrong with it, or "".
    """

    number: int
    raw: bytes
    event: Event | None
    problem: str = ""


Stamp = tuple[int, int]
"""When a log was written last (nanoseconds) and its length (bytes): what tells whether it has been since."""


def stamp_of(path: Path) -> Stamp | None:
    """A log's stamp; None if there is no such file or it cannot be looked at."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size


def read_log(path: Path) -> tuple[History, tuple[Problem, ...]]:
    """Replay a log; one that does not exist is empty.

    Raises:
        DecisionError: The file cannot be read.
    """
    return replay(content_of(path))


def content_of(path: Path) -> bytes:
    """A log's bytes; none if it does not exist.

    Raises:
        DecisionError: The file cannot be read.
    """
    if path.is_symlink():
        raise DecisionError(f"{path}: a link in the place of a log")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise DecisionError(f"{path}: {error.strerror or error}") from None


def replay(content: bytes) -> tuple[History, tuple[Problem, ...]]:
    """What the bytes of a log say, and the lines that cannot be used."""
    history = History()
    lines = lines_of(content)
    for line in lines:
        if line.event is not None:
            history.apply(line.event)
    return history, tuple(Problem(line.number, line.problem) for line in lines if line.problem)


def lines_of(content: bytes) -> list[Line]:
    """The lines that are not blank.

    A last line without its line break that cannot be read was torn by a crash: it was never acknowledged and
    is no problem. Nor is one that a `repair` event tells of. An undo of something that is nowhere in the log is one.
    """
    *whole, rest = content.split(b"\n")
    lines = [_line(number, raw) for number, raw in enumerate((*whole, rest), start=1) if raw.strip()]
    events = [line.event for line in lines]
    known = {event.id for event in events if isinstance(event, Decide | Batch | SignOff)}
    torn = {event.of for event in events if isinstance(event, Repair)}
    before_repair = {line.number - 1 for line in lines if isinstance(line.event, Repair) and not line.event.of}
    return [
        Line(line.number, line.raw, line.event)
        if line.number > len(whole) or line.number in before_repair or torn_digest(line.raw) in torn
        else Line(line.number, line.raw, line.event, line.problem or _dangling(line.event, known))
        for line in lines
    ]


def _line(number: int, raw: bytes) -> Line:
    try:
        return Line(number, raw, from_line(raw))
    except ValueError as error:
        return Line(number, raw, None, str(error))


def _dangling(event: Event | None, known: set[str]) -> str:
    unknown = isinstance(event, Undo | Redo) and event.of not in known
    return "undoes or redoes a decision that is not in this log" if unknown else ""


def torn_digest(raw: bytes) -> str:
    """What a repair event calls a torn line."""
    return sha256(raw).hexdigest()[:16]


def append(path: Path, event: Event) -> None:
    """Add an event to a log, on a line of its own, and see it to the disk; folders are made as needed.

    Raises:
        DecisionError: The file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_new = not path.exists()
        with locked(path) as descriptor:
            content = _mend(descriptor, event.at) + to_line(event)
            written = os.write(descriptor, content)
            os.fsync(descriptor)
        if is_new:
            sync_folder(path.parent)
    except OSError as error:
        raise DecisionError(f"{path}: {error.strerror or error}: the decision is not saved") from None
    if written < len(content):
        raise DecisionError(f"{path}: written in part only: the decision is not saved")


@contextmanager
def locked(path: Path) -> Iterator[int]:
    """The log opened for appending, held against other writers.

    A merge puts a new file in the log's place (`joining`): whoever waited for it opens that one.
    """
    while True:
        descriptor = os.open(path, _APPENDING, 0o666)
        try:
            _lock(descriptor)
            if _is_still(path, descriptor):
                yield descriptor
                return
        finally:
            os.close(descriptor)


def _lock(descriptor: int) -> None:
    """Wait until no other writer holds the file; closing it lets the next one on.

    Where there are no locks (some network file systems, Windows), appending alone keeps lines apart.
    """
    if sys.platform != "win32":
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)


def _is_still(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def sync_folder(folder: Path) -> None:
    """See a new file's name to the disk, where the system can open folders."""
    if hasattr(os, "O_DIRECTORY"):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _mend(descriptor: int, at: str) -> bytes:
    """What must come before the next line: nothing, or the end of a line that a crash cut off."""
    size = os.lseek(descriptor, 0, os.SEEK_END)
    tail = b""
    while len(tail) < size and b"\n" not in tail:
        step = min(size - len(tail), 4096)
        os.lseek(descriptor, size - len(tail) - step, os.SEEK_SET)
        tail = os.read(descriptor, step) + tail
    last = tail.rpartition(b"\n")[2]
    if not last:
        return b""
    try:
        from_line(last)
    except ValueError:
        return b"\n" + to_line(Repair(at, torn_digest(last)))
    return b"\n"
