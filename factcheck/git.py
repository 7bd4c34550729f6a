"""Git, asked in a subprocess: nothing of the repository's settings or file names is executed.

No shell is used, names are never taken for options, and programs that a repository's settings may name (diff drivers,
file system monitors, pagers) stay off; a folder of it that is laid out like a repository is none. Nothing is fetched.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import GitError

_SAFE = (
    *("--no-pager", "--no-optional-locks", "--literal-pathspecs"),
    *("-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "-c", "core.hooksPath=/dev/null"),
    *("-c", "safe.bareRepository=explicit"),
)
_ENVIRONMENT = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
_SECONDS = 120
_SHALLOW_HELP = "fetch more of the history (git fetch --unshallow, or fetch-depth: 0 in actions/checkout)"


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that differs from a commit.

    Attributes:
        path: The file now, from the repository's root; None if it was deleted.
        before: The file in the commit; None if it was not there.
    """

    path: str | None
    before: str | None


class Repository:
    """A git work tree.

    Attributes:
        root: Its folder, links resolved.
    """

    def __init__(self, folder: Path) -> None:
        """Find the repository that a folder lies in.

        Raises:
            GitError: There is none, or no git.
        """
        self.root = folder
        found = self._run("rev-parse", "--show-toplevel")
        if found.returncode:
            raise GitError(f"{folder}: not in a git repository{_said(found)}")
        self.root = Path(os.fsdecode(found.stdout).removesuffix("\n")).resolve()

    def merge_base(self, ref: str) -> str:
        """The commit where HEAD left the history of `ref`.

        Raises:
            GitError: There is no such commit, or the two have no history in common.
        """
        if not ref or ref.startswith("-"):
            raise GitError(f"{ref!r} is not the name of a commit")
        shallow = self._run("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
        named = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        if named.returncode:
            advice = _SHALLOW_HELP if shallow else f"fetch it first (git fetch origin), or name another than {ref!r}"
            raise GitError(f"{ref}: no such commit here: {advice}")
        found = self._run("merge-base", "HEAD", named.stdout.decode("ascii").strip())
        if found.returncode:
            reason = f"{_SHALLOW_HELP}" if shallow else "their histories have nothing in common"
            raise GitError(f"no merge base of HEAD and {ref}: {reason}")
        return found.stdout.decode("ascii").strip()

    def differences(self, commit: str) -> list[Difference]:
        """The files of the work tree, untracked ones included, that differ from a commit; ignored files do not count.

        Raises:
            GitError: Git cannot tell.
        """
        options = ("--name-status", "-z", "-M", "--no-ext-diff", "--no-textconv", "--ignore-submodules")
        fields = os.fsdecode(self._output("diff", *options, commit, "--")).split("\0")[:-1]
        found: list[Difference] = []
        at = 0
        while at < len(fields):
            status = fields[at][:1]
            if status in "RC":
                found.append(Difference(fields[at + 2], fields[at + 1]))
                at += 3
                continue
            path = fields[at + 1]
            found.append(Difference(None if status == "D" else path, None if status == "A" else path))
            at += 2
        untracked = os.fsdecode(self._output("ls-files", "-z", "--others", "--exclude-standard", "--"))
        return found + [Difference(path, None) for path in untracked.split("\0")[:-1]]

    def content(self, commit: str, path: str) -> bytes:
        """A file as it was in a commit.

        Raises:
            GitError: It is not there.
        """
        return self._output("cat-file", "blob", f"{commit}:{path}")

    def tracks(self, folder: Path) -> bool:
        """Whether a folder of the work tree, or anything in it, is in the index, whatever the case of its name.

        Raises:
            GitError: Git cannot tell.
        """
        name = f"{folder.relative_to(self.root).as_posix()}/".removeprefix("./").casefold()
        tracked = os.fsdecode(self._output("ls-files", "-z")).split("\0")[:-1]
        return any(f"{path}/".casefold().startswith(name) for path in tracked)

    def earlier_blobs(self, path: str) -> frozenset[str]:
        """The ids of all contents that a file had in the history of HEAD, under any name; none if git cannot tell."""
        options = ("--follow", "--format=", "--raw", "-z", "--no-abbrev", "--no-ext-diff", "--no-textconv")
        found = self._run("log", *options, "--", path)
        words = found.stdout.replace(b"\0", b" ").split() if not found.returncode else []
        return frozenset(word.decode("ascii") for word in words if len(word) in (40, 64) and word.isalnum())

    def blob_id(self, file: Path) -> str:
        """The id that git gives to a file's content, or "" if it cannot be read."""
        found = self._run("hash-object", "--no-filters", "--", str(file))
        return "" if found.returncode else found.stdout.decode("ascii").strip()

    def _output(self, *args: str) -> bytes:
        done = self._run(*args)
        if done.returncode:
            raise GitError(f"git {args[0]} failed{_said(done)}")
        return done.stdout

    def _run(self, *args: str) -> subprocess.CompletedProcess[bytes]:
        command = ["git", *_SAFE, *args]
        try:
            return subprocess.run(
                command,
                cwd=self.root,
                env=os.environ | _ENVIRONMENT,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                timeout=_SECONDS,
            )
        except FileNotFoundError:
            raise GitError("git is not installed, or the folder is gone") from None
        except (OSError, ValueError, subprocess.SubprocessError) as error:
            raise GitError(f"git {args[0]} failed: {error}") from None


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    """The first line of what git complains of."""
    lines = done.stderr.decode(errors="replace").strip().splitlines()
    return f" ({lines[0].removeprefix('fatal: ')})" if lines else ""
