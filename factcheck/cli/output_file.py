"""Where what a command makes goes: a file, whole or not at all, or standard output."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from factcheck.atomic import is_same_file, write_output
from factcheck.errors import UsageError


def refuse_inputs(output: str | None, inputs: Iterable[str]) -> None:
    """Do not let a file that was read be written over.

    Raises:
        UsageError: The output is one of the inputs, or is a folder.
    """
    if output is None:
        return
    path = Path(output)
    if path.is_dir():
        raise UsageError(f"{output}: is a folder; name a file with -o")
    if any(is_same_file(path, name) for name in inputs):
        raise UsageError(f"{output}: would be written over what was read; name another file with -o")


def deliver(data: bytes, output: str | None, *, is_text: bool) -> None:
    """Write data to a file, or to standard output if none is named.

    Raises:
        UsageError: The file cannot be written; what it held before is still there. Or the data is no text and
            standard output a terminal.
    """
    if output is not None:
        _write(Path(output), data)
    elif sys.stdout.isatty() and not is_text:
        raise UsageError("this is no text for a terminal: name a file with -o")
    else:
        _print(data)


def _write(path: Path, data: bytes) -> None:
    try:
        write_output(path, data)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from None


def _print(data: bytes) -> None:
    stream = sys.stdout
    try:
        if isinstance(stream, io.TextIOWrapper):
            stream.flush()
            stream.buffer.write(data)
        else:
            stream.write(data.decode(errors="replace"))
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
