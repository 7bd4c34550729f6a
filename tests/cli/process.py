"""The program as a process of its own, in a group that can be asked whether anything of it is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

_PATIENCE = 120.0  # seconds until a test gives up on a loaded machine


class Process:
    """A running `factcheck`."""

    def __init__(self, *args: str, cwd: Path) -> None:
        self.lines: Queue[str] = Queue()
        # A job in the background ignores Ctrl-C and hands that down; a handler is not handed down.
        heard = signal.signal(signal.SIGINT, signal.default_int_handler)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "factcheck", *args],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        signal.signal(signal.SIGINT, heard)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as stream:
            for line in stream:
                self.lines.put(line)

    def until(self, said: str) -> str:
        """All that it says up to a line that holds some words, that line included."""
        told = ""
        try:
            while said not in told:
                told += self.lines.get(timeout=_PATIENCE)
        except Empty:
            raise AssertionError(f"{said!r} was never said: {told}") from None
        return told

    def interrupt(self, *, everybody: bool = False) -> None:
        """Ctrl-C: to this process alone, or as a terminal does it to all of its group."""
        if everybody:
            os.killpg(self._process.pid, signal.SIGINT)
        else:
            self._process.send_signal(signal.SIGINT)

    def kill(self) -> None:
        """End it without a word."""
        self._process.kill()

    def ended(self) -> int:
        """Its exit code, once it and all that it started have ended."""
        code = self._process.wait(_PATIENCE)
        eventually(lambda: not _is_there(self._process.pid))
        self._reader.join(_PATIENCE)
        return code


def eventually(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    until = time.monotonic() + _PATIENCE
    while not holds():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.05)


def _is_there(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):
        return False
    return True


@contextmanager
def running(*args: str, cwd: Path) -> Iterator[Process]:
    """The program while it runs; it is killed if the block leaves it running."""
    process = Process(*args, cwd=cwd)
    try:
        yield process
    finally:
        process.kill()
        process.ended()
