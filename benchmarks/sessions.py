"""docs/review-session.md: two reviews in a terminal, as tmux shows them, on the worked example and on 300 claims.

python -m benchmarks.sessions

The program runs as anybody runs it, in a tmux server of its own; keys are sent to it and the screen is captured.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

from benchmarks.made import tree
from benchmarks.screenshots import EXAMPLE, ROOT

_QUIET, _PATIENCE = 0.8, 90.0
"""Seconds without a change after which a screen is taken as it is, and in which it must come."""

_FEET = ("q quit", "| ? q", "esc: back)")
"""What stands at the foot or head of each screen that is whole."""


@dataclass(frozen=True, slots=True)
class Step:
    """What the reviewer does, and what is said about it.

    Attributes:
        about: For the reader; empty: the screen is not shown.
        keys: For tmux, one after the other.
        size: Columns and lines of the terminal from now on, or None.
        kill: Whether the program is killed and started again instead.
    """

    about: str
    keys: str = ""
    size: tuple[int, int] | None = None
    kill: bool = False


_EXAMPLE = (
    Step("Opened: the first open claim is selected, its evidence stands beside it."),
    Step("`f c` lists what a source contradicts.", "f c"),
    Step("`x`, an error; `c` a note. The review goes on to the next claim.", "x k c c h e c k Space t a p e Enter"),
    Step("`w`: why the machine says so.", "w"),
    Step("", "Escape"),
    Step("The same in 80 columns and 24 lines.", size=(80, 24)),
)
_LONG = (
    Step("316 claims of a made article; `n` goes to the next open one, `a` lets a claim stand.", "a n a"),
    Step(
        "`/` filters while it is typed, `space` marks, `A` decides all that is marked.", "/ r o o f Enter Space Space A"
    ),
    Step("`a` for both, then `u` takes the one step back.", "a u"),
    Step("Killed (`kill -9`) and started again: all that was decided is there.", kill=True),
    Step("`S` finishes the pass and lists what is open.", "S"),
)


class Terminal:
    """A tmux server with one window.

    Attributes:
        command: What runs in the window.
    """

    def __init__(self, folder: Path, command: Sequence[str], size: tuple[int, int]) -> None:
        self.command = command
        self._folder = folder
        self._size = size
        self.start()

    def start(self) -> None:
        """Run the program."""
        width, height = map(str, self._size)
        self._tmux("new-session", "-d", "-x", width, "-y", height, "-c", str(self._folder), *self.command)

    def kill(self) -> None:
        """Kill the program, as a power cut does, and run it again."""
        pid = self._tmux("list-panes", "-F", "#{pane_pid}").strip()
        os.kill(int(pid), 9)
        while self._tmux("list-sessions", check=False):
            sleep(0.1)
        self.start()

    def press(self, key: str) -> None:
        """Send one key, no faster than a person."""
        self._tmux("send-keys", key)
        sleep(0.3)

    def resize(self, size: tuple[int, int]) -> None:
        """Make the window another size."""
        self._tmux("resize-window", "-x", str(size[0]), "-y", str(size[1]))

    def screen(self) -> str:
        """What is shown once that does not change any more and no check goes on."""
        begun, before, since = monotonic(), "", monotonic()
        while monotonic() - begun < _PATIENCE:
            now = self._tmux("capture-pane", "-p")
            if now != before:
                before, since = now, monotonic()
            ready = any(foot in now for foot in _FEET) and "checking" not in now
            if ready and monotonic() - since > _QUIET:
                return "\n".join(line.rstrip() for line in now.strip("\n").splitlines())
            sleep(0.1)
        raise SystemExit(f"the screen does not come to rest:\n{before}")

    def close(self) -> None:
        """End the server."""
        self._tmux("kill-server", check=False)

    def _tmux(self, *words: str, check: bool = True) -> str:
        run = ["tmux", "-L", f"factcheck-{os.getpid()}", "-f", "/dev/null", *words]
        return subprocess.run(run, check=check, capture_output=True, text=True).stdout


def record(folder: Path, command: Sequence[str], steps: Sequence[Step]) -> Iterator[str]:
    """What the reviewer does and sees, as Markdown."""
    terminal = Terminal(folder, command, (120, 30))
    try:
        terminal.screen()
        for step in steps:
            if step.kill:
                terminal.kill()
                terminal.screen()
            if step.size:
                terminal.resize(step.size)
            for key in step.keys.split():
                terminal.press(key)
            if step.about:
                yield f"{step.about}\n\n```text\n{terminal.screen()}\n```\n"
    finally:
        terminal.close()


def _review(folder: Path, article: str, *check: str) -> list[str]:
    """The command that reviews an article, checked once before."""
    program = [sys.executable, "-m", "factcheck"]
    (folder / "factcheck.toml").touch()
    run = [*program, "check", article, "-r", "references", *check, "--format", "json", "--output-file", "report.json"]
    subprocess.run(run, cwd=folder, check=False, capture_output=True)
    return [*program, "review", "--from", "report.json", "--reviewer", "mk"]


def main() -> None:
    os.environ["PYTHONPATH"] = str(ROOT)
    parts = [
        "# Two review sessions\n",
        "Recorded in tmux by `python -m benchmarks.sessions`.\n",
        "## The worked example\n",
    ]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "example")
        shutil.copytree(EXAMPLE, folder)
        parts += record(folder, _review(folder, "article.md"), _EXAMPLE)
        folder = Path(place, "long")
        folder.mkdir()
        made = tree(folder, articles=1, words=4200, references=40, snippets=400, seed=3)
        article = made.articles[0].relative_to(folder).as_posix()
        parts.append("## An article of some 300 claims\n")
        parts += record(folder, _review(folder, article, "--nli", "none", "--splitter", "sentence"), _LONG)
    (ROOT / "docs" / "review-session.md").write_text("\n".join(parts), "utf-8")


if __name__ == "__main__":
    main()
