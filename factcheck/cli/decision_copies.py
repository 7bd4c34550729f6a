"""Which files are copies of which log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from factcheck.decisions.place import FOLDER, log_folder, logs_of, project_root, reviewer_id
from factcheck.errors import DecisionError


def copies_of(
    article: Path, sources: Sequence[Path], reviewer: str | None, directory: Path | None
) -> list[tuple[Path, list[Path]]]:
    """The article's logs to be joined, each with its copies; without sources all of its logs, with none.

    Args:
        article: The article's file.
        sources: Logs, or directories of projects or decisions that have copies of this article's logs.
        reviewer: Whose log the copies are; None: as their names say.
        directory: Where decisions are kept; None for `.factcheck/decisions` of the article's project.

    Raises:
        DecisionError: A source has nothing of this article.
    """
    folder = log_folder(article, directory)
    wanted = reviewer_id(reviewer, article) if reviewer is not None else None
    if not sources:
        return [(log, []) for log in logs_of(article, directory) if wanted in (None, log.stem)]
    found: dict[Path, list[Path]] = defaultdict(list)
    for source in sources:
        for copy in _copies(article, source):
            if source.is_file():
                found[folder / f"{wanted or reviewer_id(copy.stem, article)}.jsonl"].append(copy)
            elif wanted in (None, copy.stem):
                found[folder / copy.name].append(copy)
    return sorted(found.items())


def _copies(article: Path, source: Path) -> list[Path]:
    if source.is_file():
        return [source]
    inside = article.resolve().relative_to(project_root(article))
    for folder in (source / FOLDER / inside, source / inside):
        copies = sorted(folder.glob("*.jsonl")) if folder.is_dir() else []
        if copies:
            return copies
    raise DecisionError(f"{source}: no decisions on {article.as_posix()} there")
