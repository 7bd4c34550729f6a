"""Processes measured from outside: seconds, and memory of all that they start."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
MEBIBYTE = 1024 * 1024
_BETWEEN = 0.02  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True)
class Measure:
    """The values of several runs of one thing."""

    name: str
    unit: str
    values: list[float]

    @property
    def median(self) -> float:
        """The middle value."""
        return statistics.median(self.values)

    def line(self) -> str:
        """One row of the table: median, smallest, largest, runs."""
        low, high = min(self.values), max(self.values)
        return f"{self.name:52}{self.median:9.2f}{low:9.2f}{high:9.2f}{len(self.values):6}  {self.unit}"


@dataclass(frozen=True, slots=True)
class Ran:
    """How a process ran.

    Attributes:
        seconds: Wall time.
        processor: Seconds of processor time, of all that it started as well; on a busy machine it tells more.
        memory: The most resident memory at one time, MiB: of the process and all that it started where the system tells
            of those (Linux), of the largest one elsewhere.
        code: The exit code.
        output: What it wrote to stdout.
    """

    seconds: float
    processor: float
    memory: float
    code: int
    output: bytes


def heading(cores: int) -> str:
    """What stands over a table of measures."""
    columns = f"{'':52}{'median':>9}{'min':>9}{'max':>9}{'runs':>6}"
    return f"{cores} cores, Python {sys.version.split()[0]}\n{columns}"


def hold_to(cores: int) -> None:
    """Let this process and its children use that many processors at most."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])


def run(command: Sequence[str], allowed: Sequence[int] = (0,), *, environment: Mapping[str, str] | None = None) -> Ran:
    """Run a process to its end.

    Args:
        command: The program and its arguments.
        allowed: Exit codes that are no failure.
        environment: Variables beside those of this process.

    Raises:
        SystemExit: It ended with another code.
    """
    begun = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    peak = [0.0]
    ended = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, peak, ended))
    watcher.start()
    assert process.stdout is not None
    with process.stdout as stream:
        output = stream.read()
    _, status, usage = os.wait4(process.pid, 0)
    taken = time.perf_counter() - begun
    ended.set()
    watcher.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in allowed:
        raise SystemExit(f"exit {process.returncode}: {' '.join(command)}")
    largest = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / MEBIBYTE
    return Ran(taken, usage.ru_utime + usage.ru_stime, max(peak[0], largest), process.returncode, output)


def _watch(pid: int, peak: list[float], ended: threading.Event) -> None:
    """Note the most memory that a process and its descendants have had together."""
    while not ended.wait(_BETWEEN):
        peak[0] = max(peak[0], sum(map(_resident, _family(pid))) / MEBIBYTE)


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return
    for child in below:
        yield from _family(int(child))


def _resident(pid: int) -> int:
    """Bytes of a process's memory that it shares with no other, and its part of what it shares."""
    try:
        told = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in told.splitlines() if line.startswith("Pss:")), 0)
