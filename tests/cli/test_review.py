from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
import threading
from pathlib import Path
from typing import cast

import pytest
import typer
from typer.main import get_command

from factcheck.api import Checker
from factcheck.cli.app import app
from factcheck.cli.serve import repeated
from tests.cli.conftest import Run

CODE = "import sys; from factcheck.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("missing.md",), "missing.md"),
        (("article.md", "-r", "nothing.md"), "nothing.md"),
        (("-",), "needs a file"),
        (("article.md", "--reviewer", ".."), "--reviewer"),
        (("article.md",), "needs a terminal"),
        ((), "name the article"),
        (("article.md", "--from", "article.md"), "not valid JSON"),
        (("article.md", "--plain", "--serve"), "exclude each other"),
        (("article.md", "--port", "1"), "--port goes with --serve"),
    ],
)
def test_what_cannot_be_reviewed_is_one_line_and_exit_code_2(
    folder: Path, run: Run, args: tuple[str, ...], message: str
) -> None:
    ran = run("review", *args)
    assert ran.code == 2
    assert ran.out == ""
    assert message in ran.err
    assert ran.err.count("\n") == 1


class Terminal:
    """A command that runs on a terminal of its own."""

    def __init__(self, *args: str, cwd: Path) -> None:
        self._master, slave = pty.openpty()
        environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "120", "LINES": "30"}
        command = [sys.executable, "-c", CODE, *args]
        self._process = subprocess.Popen(
            command, cwd=cwd, env=environment, stdin=slave, stdout=slave, stderr=slave, close_fds=True
        )
        os.close(slave)
        self._written = b""
        self._more = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self._master, 65536)
            except OSError:  # the other end is closed
                data = b""
            with self._more:
                self._written += data
                self._more.notify()
            if not data:
                return

    def wait_for(self, text: str) -> None:
        with self._more:
            assert self._more.wait_for(lambda: text.encode() in self._written, timeout=120), self._written

    def type(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def end(self) -> int:
        code = self._process.wait(timeout=120)
        self._reader.join(timeout=120)
        os.close(self._master)
        return code


def test_a_report_from_elsewhere_is_reviewed_through_a_pipe_without_a_check(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "factcheck.toml").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    check = ("check", "article.md", "-r", "references", "--nli", "none")
    (folder / "report.json").write_text(run(*check, "--format", "json").out, encoding="utf-8")
    monkeypatch.setattr(Checker, "run", None)
    monkeypatch.setattr(sys, "stdin", io.StringIO("x\nc tape 3\n"))
    ran = run("review", "--from", "report.json", "--plain", "--reviewer", "mk")
    assert ran.code == 0
    assert "Saved: " in ran.out
    assert ran.out.endswith("open: 1 supported.\n")
    monkeypatch.undo()
    monkeypatch.chdir(folder)
    assert "marked as an error by mk" in run(*check).out


def test_readonly_decides_nothing_and_says_so(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "factcheck.toml").write_text("")
    monkeypatch.setattr(sys, "stdin", io.StringIO("a\n"))
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    options = ("-r", "references", "--nli", "none", "--splitter", "sentence", "--reviewer", "mk")
    ran = run("review", "article.md", *options, "--plain", "--readonly")
    assert ran.code == 0
    assert "Read only: nothing is changed." in ran.out
    assert not (folder / ".factcheck" / "decisions").exists()


def test_a_tab_gets_the_same_command_line_without_what_is_the_servers() -> None:
    command = get_command(app)
    assert isinstance(command, typer.core.TyperGroup)
    given = ["--serve", "--port", "0", "-r", "a b", "--references=-c", "--readonly", "--nli", "none", "--", "-x.md"]
    context = cast("typer.Context", command.commands["review"].make_context("review", given))
    kept = ["--references=a b", "--references=-c", "--readonly", "--nli=none", "--", "-x.md"]
    assert sorted(repeated(context, ("serve", "port"))) == sorted(kept)
    assert repeated(context, ("serve", "port"))[-2:] == ["--", "-x.md"]


def test_without_the_extra_serving_says_what_to_install(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    monkeypatch.delitem(sys.modules, "factcheck.tui.serve", raising=False)
    ran = run("review", "article.md", "--serve")
    assert ran.code == 2
    assert "pip install '.[serve]' in a clone of factcheck" in ran.err


def test_a_decision_made_on_a_terminal_reaches_the_check_until_it_is_undone(folder: Path, run: Run) -> None:
    (folder / "factcheck.toml").write_text("")
    check = ("check", "article.md", "-r", "references", "--nli", "none")
    review = ("review", "article.md", "-r", "references", "--nli", "none", "--reviewer", "mk")
    marked = "marked as an error by mk"
    assert marked not in run(*check).out

    for keys, shown, expected in (("x", "saved: ", True), ("u", "undone: ", False)):
        terminal = Terminal(*review, cwd=folder)
        terminal.wait_for("all changes saved")
        terminal.type(keys)
        terminal.wait_for(shown)
        terminal.type("q")
        assert terminal.end() == 0
        assert (marked in run(*check).out) is expected


def test_the_article_is_edited_and_checked_again_and_decisions_stay(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "factcheck.toml").write_text("")
    script = folder / "edit.py"
    code = "import sys, pathlib; p = pathlib.Path(sys.argv[1]); p.write_text('New top.\\n\\n' + p.read_text())"
    script.write_text(code)
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
    review = ("review", "article.md", "-r", "references", "--nli", "none", "--reviewer", "mk", "--ascii")
    terminal = Terminal(*review, cwd=folder)
    terminal.wait_for("all changes saved")
    terminal.type("x")
    terminal.wait_for("saved: ")
    terminal.type("e")
    terminal.wait_for("New top.")
    terminal.type("q")
    assert terminal.end() == 0
    assert (folder / "article.md").read_text().startswith("New top.\n\n")
    (log,) = (folder / ".factcheck").rglob("*.jsonl")
    assert '"kind":"error"' in log.read_text()


@pytest.mark.parametrize("option", ["--readonly", "--blind", "--theme", "--claim"])
def test_how_a_review_is_opened(folder: Path, option: str) -> None:
    (folder / "factcheck.toml").write_text("")
    values = {"--theme": ["contrast"], "--claim": ["2"]}
    terminal = Terminal(
        *("review", "article.md", "--nli", "none", "--splitter", "sentence", "--reviewer", "mk"),
        *(option, *values.get(option, [])),
        cwd=folder,
    )
    terminal.wait_for("read only" if option == "--readonly" else "all changes saved")
    terminal.type("q")
    assert terminal.end() == 0
    assert (folder / ".factcheck" / "decisions").exists() is (option != "--readonly")
