"""Where a run's reports go: standard output or a file, and further formats beside it."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.atomic import is_same_file, write_output
from factcheck.cli.streams import emit
from factcheck.errors import UsageError
from factcheck.output.formats import Manner, written
from factcheck.output.statistics import statistics
from factcheck.report import Format, Report


@dataclass(frozen=True, slots=True)
class Target:
    """A format and the file it is written to."""

    format: Format
    path: Path


def targets(asked: Sequence[str], main: Path | None = None) -> tuple[Target, ...]:
    """The files that `--report FORMAT=PATH` names.

    Args:
        asked: The option's values.
        main: The file that `--output-file` names.

    Raises:
        UsageError: One is not of that form, or two of them are one file.
    """
    found = []
    for one in asked:
        name, equals, path = one.partition("=")
        if not equals or not path or name not in set(Format):
            names = ", ".join(Format)
            raise UsageError(f"--report {one}: wanted FORMAT=PATH, with one of the formats {names}")
        found.append(Target(Format(name), Path(path)))
    paths = [*([main] if main else []), *(target.path for target in found)]
    twice = next((file for file in paths if paths.count(file) > 1), None)
    if twice is not None:
        raise UsageError(f"two formats are to be written to {twice}")
    return tuple(found)


def publish(report: Report, format: Format, manner: Manner, *, file: Path | None, beside: Sequence[Target]) -> None:
    """Write the report in all formats that were asked for; a file is written whole or not at all.

    Args:
        report: The report.
        format: The main format.
        manner: What formats may heed; colours go to standard output alone.
        file: Where the main format goes; None: standard output.
        beside: Further formats with their files.

    Raises:
        UsageError: A file is an article or a reference of the run, and nothing was written; or it cannot be written,
            and all others were.
    """
    main = () if file is None else (Target(format, file),)
    files = (*main, *beside)
    _refuse_inputs(report, files)
    if file is None:
        emit(written(report, format, manner))
    failed = []
    for target in files:
        try:
            write_output(target.path, written(report, target.format, manner.plain()).encode())
        except OSError as error:
            failed.append(f"{target.path}: the report cannot be written: {error.strerror or error}")
    if failed:
        raise UsageError("; ".join(failed))


def _refuse_inputs(report: Report, files: Sequence[Target]) -> None:
    """A slip of the keyboard must not put a report in the place of an article."""
    read = {document.path for document in (*report.documents, *(source.document for source in report.references))}
    for target in files:
        if any(is_same_file(target.path, path) for path in read):
            raise UsageError(f"{target.path}: the report would take the place of a file that was read; name another")


def print_statistics(report: Report) -> None:
    """Counts by rule and article on standard error: they belong to no format."""
    with contextlib.suppress(OSError):
        print(statistics(report), end="", file=sys.stderr, flush=True)
