"""The progress bar, and what is left of it when the keyboard ends a run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checker.articles import articles, references

QUICK = ("--nli", "none", "--splitter", "sentence", "--no-cache", "--jobs", "1")


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")
def test_an_interrupt_clears_the_bar_and_tells_how_far_it_was(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    names = [Path(document.path).name for document in articles(tmp_path, 400)]
    references(tmp_path, 3)
    args = [sys.executable, "-m", "factcheck", "check", *names, "-r", "references", *QUICK]
    environment = {**os.environ, "TERM": "xterm", "PYTHONPATH": str(Path(__file__).parent.parent.parent)}
    heard = signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background hands down its deafness
    master, slave = pty.openpty()
    with subprocess.Popen(
        args, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL, stderr=slave, stdin=subprocess.DEVNULL
    ) as process:
        os.close(slave)
        signal.signal(signal.SIGINT, heard)
        shown = b""
        while b"checking" not in shown:
            shown += os.read(master, 4096)
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130
    while part := _read(master):
        shown += part
    os.close(master)
    left = shown.decode().rpartition("\x1b[2K")[2]  # the erasing of the bar's line
    assert left.startswith("factcheck: interrupted: while checking, ")
    assert left.endswith(" of 400 done\r\n")
    assert left.count("\n") == 1


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux tells the end of a terminal so
        return b""
