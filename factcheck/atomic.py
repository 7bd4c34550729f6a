"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path

_SHOWN = 100
"""Characters of a file's name that its forerunner has, so that no name becomes longer than a system takes."""


def write_atomically(path: Path, data: bytes) -> None:
    """Replace a file's content; a kill or a full disk leaves the file as it was.

    The content is written beside the file and put in its place in one step. Permissions stay; where the path is a link,
    the file that it leads to is replaced, not the link.

    Raises:
        OSError: It cannot be written.
    """
    target = path.resolve()
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:_SHOWN]}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def write_output(path: Path, data: bytes) -> None:
    """Write what a command makes: a file is replaced whole, a pipe or `/dev/stdout` is written to as it stands.

    Raises:
        OSError: It cannot be written.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(data)
    else:
        write_atomically(path, data)


def is_same_file(one: Path, other: str | Path) -> bool:
    """Whether two names lead to one file; a name that leads nowhere is no other's."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def _mode(target: Path) -> int:
    """The file's permissions; for a new file those that the process gives."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
