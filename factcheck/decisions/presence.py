"""A soft lock: whether a log is open in another review, so that two screens do not show two truths.

Both may write, for every event is a line of its own; but each shows only its own decisions until it is opened
again. So the second one is told, and not kept out.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_state_path


@contextlib.contextmanager
def present(log: Path) -> Iterator[bool]:
    """Be present at a log.

    Args:
        log: The log's file; it need not exist.

    Yields:
        Whether nobody else is. The lock lies outside the project and goes with the process, however it ends; where
        it cannot be had at all, nobody is taken to be there.
    """
    name = hashlib.sha256(str(log.resolve()).encode(errors="surrogateescape")).hexdigest()
    lock: FileLock | None = None
    alone = True
    try:
        folder = user_state_path("factcheck") / "open"
        folder.mkdir(parents=True, exist_ok=True)
        # A tab that was closed a moment ago may still be on its way out.
        lock = FileLock(folder / f"{name}.lock", timeout=1)
        lock.acquire()
    except Timeout:
        alone = False
    except (OSError, NotImplementedError):
        lock = None
    try:
        yield alone
    finally:
        if lock is not None and lock.is_locked:
            lock.release()
