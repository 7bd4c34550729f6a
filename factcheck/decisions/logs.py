"""All logs of an article, from the disk or from elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from factcheck.decisions.history import History
from factcheck.decisions.log import Problem, Stamp, read_log, stamp_of
from factcheck.decisions.place import logs_of, shown_log
from factcheck.errors import DecisionError
from factcheck.report import ReadError


@dataclass(frozen=True, slots=True)
class ReviewerLog:
    """What one reviewer did.

    Attributes:
        name: The log's file, for people.
        reviewer: Who.
        history: What was done.
        problems: Lines that cannot be used.
    """

    name: str
    reviewer: str
    history: History
    problems: tuple[Problem, ...] = ()


ReadLogs = Callable[[Path], tuple[list[ReviewerLog], list[ReadError]]]
"""Gives the logs of an article's file, by reviewer, and what of them cannot be read."""


def stamps_on_disk(article: Path, directory: Path | None = None) -> dict[Path, Stamp]:
    """The stamps of an article's logs; nothing where their folder cannot be read. Arguments as of `logs_on_disk`."""
    try:
        return {path: stamp for path in logs_of(article, directory) if (stamp := stamp_of(path))}
    except DecisionError:
        return {}


def logs_on_disk(article: Path, directory: Path | None = None) -> tuple[list[ReviewerLog], list[ReadError]]:
    """The logs as they are now.

    Args:
        article: The article's file.
        directory: Where decisions are kept; None for `.factcheck/decisions` of the article's project.

    Returns:
        The logs by reviewer; files and lines that cannot be read or used.
    """
    try:
        paths = logs_of(article, directory)
    except DecisionError as error:
        return [], [ReadError(article.as_posix(), str(error))]
    found: list[ReviewerLog] = []
    errors: list[ReadError] = []
    for path in paths:
        name = shown_log(path, article)
        try:
            log = ReviewerLog(name, path.stem, *read_log(path))
        except DecisionError as error:
            errors.append(ReadError(name, str(error).removeprefix(f"{path}: ")))
            continue
        found.append(log)
        errors += [ReadError(name, f"line {problem.line}: {problem.message}") for problem in log.problems]
    return found, errors
