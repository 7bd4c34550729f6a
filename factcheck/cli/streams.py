"""Standard output for data, standard error for everything else."""

from __future__ import annotations

import contextlib
import io
import os
import sys

from factcheck.cli.options import When


def emit(text: str) -> None:
    """Write data to stdout: UTF-8 and line feeds everywhere, quietly giving up when nobody reads on."""
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", newline="\n")
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # The interpreter flushes stdout once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def complain(message: str) -> None:
    """Write one error line to stderr."""
    _tell("error", message)


def warn(message: str) -> None:
    """Write one line to stderr about something that fails nothing."""
    _tell("warning", message)


def note(message: str) -> None:
    """Write one line to stderr about what was done."""
    _tell("note", message)


def tell_interrupt(so_far: str) -> None:
    """Write one line to stderr about a run that the keyboard has stopped, and how far it had come, if that is known."""
    _tell("interrupted", so_far)


def _tell(kind: str, message: str) -> None:
    from factcheck.output.plain import one_line

    with contextlib.suppress(OSError):
        print(": ".join(filter(None, ("factcheck", kind, one_line(message)))), file=sys.stderr, flush=True)


def colored(when: When) -> bool:
    """Whether stdout gets colours: asked for, or a terminal that takes them and NO_COLOR is not set."""
    if when is not When.AUTO:
        return when is When.ALWAYS
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()
