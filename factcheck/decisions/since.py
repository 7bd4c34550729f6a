"""What the logs said before a change: at the merge base with a git revision.

Git is asked for objects by their ids alone, without a shell; names out of the repository never become options or
patterns, and nothing that the repository configures is run.
"""

from __future__ import annotations

import os
import subprocess
from functools import cache
from pathlib import Path, PurePosixPath

from factcheck.decisions.log import replay
from factcheck.decisions.logs import ReadLogs, ReviewerLog, logs_on_disk
from factcheck.decisions.place import log_folder
from factcheck.errors import DecisionError, UsageError
from factcheck.report import ReadError

_QUIET = {"GIT_LITERAL_PATHSPECS": "1", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
_TIMEOUT = 60
"""Seconds; only a broken repository takes as long."""


def logs_before(ref: str, directory: Path | None = None) -> ReadLogs:
    """A reader of logs as they were at the merge base of HEAD and a revision.

    Where an article's decisions are not kept in a git repository, they came with no change: it has the logs of the
    disk.

    Args:
        ref: A branch, tag or commit, such as "origin/main".
        directory: Where decisions are kept; None for `.factcheck/decisions` of each article's project.

    Returns:
        The reader. It raises UsageError if the revision is not there or has no commit in common with HEAD.
    """
    base = cache(lambda top: _merge_base(top, ref))

    def read(article: Path) -> tuple[list[ReviewerLog], list[ReadError]]:
        try:
            folder = log_folder(article, directory)
        except DecisionError as error:
            return [], [ReadError(article.as_posix(), str(error))]
        top = _top(folder)
        return (_logs_at(top, base(top), folder), []) if top else logs_on_disk(article, directory)

    return read


def _top(folder: Path) -> Path | None:
    """The work tree that the folder lies in, which need not exist itself."""
    there = next(parent for parent in (folder, *folder.parents) if parent.is_dir())
    try:
        return Path(os.fsdecode(_git(there, "rev-parse", "--show-toplevel").rstrip(b"\n"))).resolve()
    except UsageError as error:
        # Any other refusal must not look as if nothing had been decided.
        if "not a git repository" in str(error):
            return None
        raise


def _merge_base(top: Path, ref: str) -> str:
    try:
        commit = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    except UsageError:
        raise UsageError(f"{ref!r} is no commit of this git repository") from None
    try:
        return _git(top, "merge-base", commit.decode().strip(), "HEAD").decode().strip()
    except UsageError:
        raise UsageError(f"HEAD and {ref!r} have no commit in common: fetch the whole history first") from None


def _logs_at(top: Path, commit: str, folder: Path) -> list[ReviewerLog]:
    inside = PurePosixPath(folder.resolve().relative_to(top).as_posix())
    listing = _git(top, "ls-tree", "-z", "--full-tree", commit, "--", f"{inside}/")
    logs = []
    for entry in listing.split(b"\0"):
        kind, _, name = entry.partition(b"\t")
        path = PurePosixPath(os.fsdecode(name))
        # A link (mode 120000) is no log.
        if kind.startswith(b"100") and path.suffix == ".jsonl":
            content = _git(top, "cat-file", "blob", kind.split()[2].decode())
            logs.append(ReviewerLog(path.as_posix(), path.stem, *replay(content)))
    return logs


def _git(folder: Path, *args: str) -> bytes:
    """What git answers.

    Raises:
        UsageError: It answers with an error, or there is no git.
    """
    command = ["git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", *args]
    try:
        ran = subprocess.run(
            command, cwd=folder, env=os.environ | _QUIET, capture_output=True, check=False, timeout=_TIMEOUT
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise UsageError(f"git cannot be run: {error}") from None
    if ran.returncode:
        raise UsageError(f"git {args[0]}: {ran.stderr.decode(errors='replace').strip()}")
    return ran.stdout
