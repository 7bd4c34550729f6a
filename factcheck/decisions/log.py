"""One reviewer's append-only log of one article.

Every event is one line, written whole by one call to a file opened for appending and synced to the disk
before the call returns: a kill or a power cut loses at most the event in flight, and two writers never mix
their lines.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from factcheck.decisions.event import Event, Repair, from_line, to_line
from factcheck.decisions.history import History
from factcheck.errors import DecisionError

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


def read_log(path: Path) -> tuple[History, tuple[Problem, ...]]:
    """Replay a log; one that does not exist is empty.

    A last line without its line break that cannot be read was torn by a crash: it was never acknowledged and
    is left out. So is one that a `repair` event follows.

    Raises:
        DecisionError: The file cannot be read.
    """
    if path.is_symlink():
        raise DecisionError(f"{path}: a link in the place of a log")
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        content = b""
    except OSError as error:
        raise DecisionError(f"{path}: {error.strerror or error}") from None
    *lines, rest = content.split(b"\n")
    history = History()
    problems: list[Problem] = []
    for number, line in enumerate((*lines, rest), start=1):
        if not line.strip():
            continue
        try:
            event = from_line(line)
            if isinstance(event, Repair) and problems and problems[-1].line == number - 1:
                problems.pop()
            history.apply(event)
        except ValueError as error:
            if number <= len(lines):
                problems.append(Problem(number, str(error)))
    return history, tuple(problems)


def append(path: Path, event: Event) -> None:
    """Add an event to a log, on a line of its own, and see it to the disk; folders are made as needed.

    Raises:
        DecisionError: The file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_new = not path.exists()
        descriptor = os.open(path, _APPENDING, 0o666)
        try:
            content = _mend(descriptor, event.at) + to_line(event)
            written = os.write(descriptor, content)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if is_new:
            _sync_folder(path.parent)
    except OSError as error:
        raise DecisionError(f"{path}: {error.strerror or error}: the decision is not saved") from None
    if written < len(content):
        raise DecisionError(f"{path}: written in part only: the decision is not saved")


def _sync_folder(folder: Path) -> None:
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
        return b"\n" + to_line(Repair(at))
    return b"\n"
