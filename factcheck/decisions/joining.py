"""Copies of one reviewer's log joined into one: nothing lost, nothing twice.

Copies come from two branches, two machines, or from git's own merge, which may leave its conflict marks in the file.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.atomic import write_atomically
from factcheck.decisions.log import Line, content_of, lines_of, locked, sync_folder
from factcheck.errors import DecisionError

_MARKS = (b"<<<<<<< ", b">>>>>>> ", b"||||||| ")


@dataclass(frozen=True, slots=True)
class Joined:
    """What joining did.

    Attributes:
        added: Lines that came from the other copies.
        dropped: Lines that stood there twice, and marks of a conflict.
        unreadable: Lines that are kept though they cannot be used.
    """

    added: int
    dropped: int
    unreadable: int


def join_logs(log: Path, copies: Iterable[Path]) -> Joined:
    """Make of a log and its copies one, in the log's place; the copies stay as they are.

    Each copy's own order is kept, and lines of several are put in order of time. The file is replaced in one step.

    Raises:
        DecisionError: A file cannot be read or written; nothing has changed then.
    """
    others = []
    for copy in copies:
        if not copy.is_file():
            raise DecisionError(f"{copy}: no such file")
        others.append(content_of(copy))
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with locked(log):
            mine = content_of(log)
            content, joined = join([mine, *others])
            if content != mine:
                write_atomically(log, content)
                sync_folder(log.parent)
    except OSError as error:
        raise DecisionError(f"{log}: {error.strerror or error}: nothing is merged") from None
    return joined


def join(contents: Sequence[bytes]) -> tuple[bytes, Joined]:
    """The bytes of several copies of a log as those of one, the first being the one that the others are added to."""
    copies = [[line for line in lines_of(content) if not _is_mark(line.raw)] for content in contents]
    kept: dict[bytes, Line] = {}
    for _, line in heapq.merge(*map(_timed, copies), key=lambda pair: pair[0]):
        # The rest of a write that a crash cut off was never a decision.
        if line.event is not None or line.problem:
            kept.setdefault(_identity(line), line)
    own = {_identity(line) for line in copies[0]} & set(kept)
    joined = Joined(
        added=len(kept) - len(own),
        dropped=len(lines_of(contents[0])) - len(own),
        unreadable=sum(line.event is None for line in kept.values()),
    )
    return b"".join(line + b"\n" for line in kept), joined


def _timed(lines: Iterable[Line]) -> Iterator[tuple[str, Line]]:
    """Each line with the latest time told so far, so that a clock set back does not change the order."""
    latest = ""
    for line in lines:
        latest = max(latest, line.event.at) if line.event is not None else latest
        yield latest, line


def _identity(line: Line) -> bytes:
    """What makes two lines the same: the bytes, since an id of one event never stands for another."""
    return line.raw.strip()


def _is_mark(raw: bytes) -> bool:
    return raw.rstrip(b"\r") == b"=======" or raw.startswith(_MARKS)
