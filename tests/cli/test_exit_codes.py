"""The exit code is a contract: what it depends on, and what it does not."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli.exit_codes import ExitCode
from tests.cli.conftest import ARTICLE, Run

QUICK = ("--nli", "none", "--splitter", "sentence")
CLEAN, FINDINGS, INCOMPLETE = ExitCode.CLEAN, ExitCode.FINDINGS, ExitCode.INCOMPLETE
CASES = {
    "an error": (("article.md", "-r", "references"), FINDINGS),
    "no error": (("right.md", "-r", "references"), CLEAN),
    "no references": (("article.md",), FINDINGS),
    "an error and a missing article": (("article.md", "gone.md", "-r", "references"), INCOMPLETE),
    "no error and a missing reference": (("right.md", "-r", "references", "-r", "gone.md"), INCOMPLETE),
    "references that name nothing": (("right.md", "-r", "gone"), INCOMPLETE),
    "an empty folder": (("empty",), INCOMPLETE),
    "an empty folder that is allowed": (("empty", "--allow-empty"), CLEAN),
    "a missing article that is allowed": (("gone.md", "--allow-empty"), INCOMPLETE),
    "an error below the level": (("article.md", "-r", "references", "--config", "levels.N101=warning"), CLEAN),
    "an error in a rule that is ignored": (("article.md", "-r", "references", "--ignore", "N101"), CLEAN),
    "an error in an article where it is ignored": (
        ("article.md", "-r", "references", "--per-file-ignores", "*.md:N101"),
        CLEAN,
    ),
    "only other rules selected": (("article.md", "-r", "references", "--select", "D,R"), CLEAN),
    "exit zero": (("article.md", "-r", "references", "--exit-zero"), CLEAN),
    "exit zero and a missing article": (("article.md", "gone.md", "-r", "references", "--exit-zero"), INCOMPLETE),
    "a broken configuration": (("right.md", "-r", "references", "--config", "jbs=1"), INCOMPLETE),
    "a rule that is none": (("right.md", "-r", "references", "--select", "X9"), INCOMPLETE),
}


@pytest.fixture
def project(folder: Path) -> Path:
    (folder / "right.md").write_text(ARTICLE.replace("12 percent", "9.5 percent"), encoding="utf-8")
    (folder / "empty").mkdir()
    return folder


@pytest.mark.parametrize("case", CASES)
@pytest.mark.usefixtures("project")
def test_the_exit_code_does_not_depend_on_the_format(run: Run, case: str) -> None:
    args, expected = CASES[case]
    formats = ("full", "concise", "json") if expected is not INCOMPLETE else ("concise",)
    assert [run("check", *args, *QUICK, "--format", format).code for format in formats] == [expected] * len(formats)


@pytest.mark.usefixtures("project")
def test_findings_of_what_can_be_read_are_printed_even_so(run: Run) -> None:
    ran = run("check", "article.md", "gone.md", "-r", "references", *QUICK, "--format", "concise")
    assert "N101" in ran.out
    assert ran.err == "factcheck: error: gone.md: no such file\n"


def test_an_empty_match_set_is_told(run: Run, project: Path) -> None:
    ran = run("check", "empty")
    assert ran.err.startswith("factcheck: error: no article was found in empty; ")
    assert ran.out == ""
    allowed = run("check", "empty", "--allow-empty")
    assert allowed.out.startswith("checked 0 articles, ")


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")
@pytest.mark.parametrize("format", ["full", "json"])
def test_a_terminal_gets_the_bytes_of_a_pipe(project: Path, format: str) -> None:
    pty = pytest.importorskip("pty")
    args = [sys.executable, "-m", "factcheck", "check", "article.md", "-r", "references", *QUICK, "--format", format]
    args += ["--color", "never"]
    piped = subprocess.run(args, capture_output=True, check=False)
    master, slave = pty.openpty()
    with subprocess.Popen(args, stdout=slave, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL) as process:
        os.close(slave)
        chunks = []
        with open(master, "rb", buffering=0, closefd=True) as terminal:  # noqa: PTH123 - of a descriptor
            while chunk := _read(terminal):
                chunks.append(chunk)
        code = process.wait()
    assert (b"".join(chunks).replace(b"\r\n", b"\n"), code) == (piped.stdout, piped.returncode)


def _read(terminal: io.FileIO) -> bytes:
    try:
        return terminal.read(4096) or b""
    except OSError:  # Linux tells the end of a terminal so
        return b""
