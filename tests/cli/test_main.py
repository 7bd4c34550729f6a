"""The command line as a whole: help, versions, mistakes and errors."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.__main__ import run as run_program
from factcheck.cli.exit_codes import ExitCode
from factcheck.version import __version__
from tests.cli.conftest import Run

COMMANDS = ("check", "review", "claims", "numbers", "rule", "init", "config", "refs", "version")


def test_help_names_every_command(run: Run) -> None:
    ran = run("--help")
    assert ran.code == ExitCode.CLEAN
    assert all(f" {command} " in ran.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself(run: Run, command: str) -> None:
    assert run(command, "--help").code == ExitCode.CLEAN


def test_nothing_asked_is_not_a_success(run: Run) -> None:
    ran = run()
    assert ran.code == ExitCode.INCOMPLETE
    assert "check" in ran.out


@pytest.mark.parametrize("args", [("version",), ("--version",)])
def test_version(run: Run, args: tuple[str, ...]) -> None:
    assert run(*args).out == f"factcheck {__version__}\n"


def test_the_module_runs_too() -> None:
    ran = subprocess.run([sys.executable, "-m", "factcheck", "version"], capture_output=True, text=True, check=True)
    assert ran.stdout == f"factcheck {__version__}\n"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("chekc",), "no such command 'chekc'"),
        (("check", "a.md", "--fromat", "json"), "no such option: --fromat"),
        (("check", "a.md", "--format", "xml"), "invalid value for '--format': 'xml' is not one of 'full'"),
        (
            ("check", "a.md", "--fail-level", "fatal"),
            "'fatal' is not one of 'error', 'warning', 'note', 'never'",
        ),
        (("check", "a.md", "--color", "red"), "'red' is not one of 'auto', 'always', 'never'"),
        (("check", "a.md", "--min-confidence", "1.5"), "'1.5' is not a number from 0 to 1"),
        (("check", "a.md", "--min-confidence", "-0.1"), "'-0.1' is not a number from 0 to 1"),
        (("check", "a.md", "--min-confidence", "nan"), "'nan' is not a number from 0 to 1"),
        (("check", "a.md", "--min-confidence", "high"), "'high' is not a number from 0 to 1"),
        (("check", "a.md", "--exit-zero", "--fail-level", "note"), "--exit-zero and --fail-level exclude each other"),
        (("check", "a.md", "--select", "N901"), "--select: no rule is called 'N901'; did you mean 'S901'?"),
        (("check", "a.md", "--ignore", "number-contradictd"), "--ignore: no rule is called 'number-contradictd'"),
        (("check", "a.md", "--per-file-ignores", "N101"), "--per-file-ignores: 'N101' is not GLOB:RULE"),
        (("check", "a.md", "--stdin-filename", "b.md"), '--stdin-filename needs "-" as an article'),
        (("check", "a.md", "--claims", "c.jsonl"), "--claims takes the place of articles"),
        (("check", "-", "--files-from", "-"), "standard input cannot be an article"),
        (("check", "a.md", "-q", "-v"), "-q and -v exclude each other"),
        (("claims", "a.md", "--format", "concise"), "'concise' is not one of 'full', 'json'"),
    ],
)
def test_a_mistake_is_one_line_and_exit_2(run: Run, args: tuple[str, ...], said: str) -> None:
    ran = run(*args)
    assert ran.code == ExitCode.INCOMPLETE
    assert ran.out == ""
    assert ran.err.startswith("factcheck: error: ")
    assert ran.err.count("\n") == 1
    assert said in ran.err
    assert not ran.err.endswith(".\n")


def test_a_mistake_cannot_attack_the_terminal(run: Run) -> None:
    ran = run("check", "a.md", "--format", "\x1b[31mred\x07")
    assert not {"\x1b", "\x07"} & set(ran.err)


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: str, **_: object) -> None:
        raise ZeroDivisionError(f"{path}\nand more")

    monkeypatch.setattr("factcheck.inputs.gather.read_document", fail)


@pytest.mark.usefixtures("broken")
def test_an_internal_error_is_one_line_that_says_how_to_see_more(run: Run) -> None:
    ran = run("numbers", "a.md")
    assert ran.code == ExitCode.INCOMPLETE
    assert ran.err == (
        "factcheck: error: internal error: ZeroDivisionError: a.md and more (set FACTCHECK_DEBUG=1 to see where)\n"
    )


@pytest.mark.usefixtures("broken")
def test_more_is_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_DEBUG", "1")
    ran = run("numbers", "a.md")
    assert ran.code == ExitCode.INCOMPLETE
    assert "Traceback" in ran.err
    assert ran.err.endswith("internal error: ZeroDivisionError: a.md and more\n")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("baseline",), "missing command: create, prune, status"),
        (("check", "a.md", "--jobs", "many"), "invalid value for '--jobs': 'many' is not a whole number from 0 on"),
        (("check", ""), "'': no such file or directory"),
    ],
)
def test_a_mistake_is_told_with_what_would_do(run: Run, args: tuple[str, ...], said: str) -> None:
    ran = run(*args)
    assert (ran.code, ran.out, ran.err) == (ExitCode.INCOMPLETE, "", f"factcheck: error: {said}\n")


def test_an_interrupt_is_130_and_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(path: str, **_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("factcheck.inputs.gather.read_document", interrupt)
    ran = run("numbers", "a.md")
    assert (ran.code, ran.out, ran.err) == (ExitCode.INTERRUPTED, "", "factcheck: interrupted\n")


def test_an_interrupt_within_code_made_from_a_string_does_not_end_the_process_by_the_signal(tmp_path: Path) -> None:
    program = """
import importlib, sys
main = importlib.import_module("factcheck.cli.main")
main.app = lambda **options: exec("raise KeyboardInterrupt")
main.main(["version"])  # imports what it needs, from which more code is made
sys.exit(main.main(["version"]))
"""
    (tmp_path / "interrupted.py").write_text(program, encoding="utf-8")
    root = str(Path(__file__).parents[2])
    ran = subprocess.run(
        [sys.executable, "-m", "interrupted"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": root},
    )
    assert ran.stderr == "factcheck: interrupted\n" * 2
    assert ran.returncode == ExitCode.INTERRUPTED


def test_an_interrupt_before_it_has_begun_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Interrupting:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "factcheck.cli":
                raise KeyboardInterrupt

    for name in [name for name in sys.modules if name.startswith("factcheck.cli")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Interrupting(), *sys.meta_path])
    assert run_program() == ExitCode.INTERRUPTED
    assert capsys.readouterr().err == "factcheck: interrupted\n"


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("There were six of them.\n" * 5000, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "numbers", str(tmp_path / "a.txt")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    error = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), error) == (ExitCode.CLEAN, b"")
