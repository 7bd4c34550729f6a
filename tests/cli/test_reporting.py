"""Where reports go: standard output, files, several at once; and that the exit code depends on none of it."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest

from factcheck.cli.exit_codes import ExitCode
from factcheck.report import Format
from tests.cli.conftest import ARTICLE, Run

QUICK = ("check", "article.md", "-r", "references", "--nli", "none", "--splitter", "sentence")


def test_several_reports_are_written_in_one_run(run: Run, folder: Path) -> None:
    files = {format: folder / f"out.{format}" for format in Format}
    asked = [word for format, path in files.items() for word in ("--report", f"{format}={path.name}")]
    ran = run(*QUICK, "--format", "concise", *asked)
    assert ran.code == ExitCode.FINDINGS
    assert ran.err == ""
    for format, path in files.items():
        assert path.read_bytes().decode() == run(*QUICK, "--format", format).out


@pytest.mark.parametrize("wrong", [True, False])
def test_the_exit_code_depends_on_the_findings_alone(run: Run, folder: Path, wrong: bool) -> None:
    if not wrong:
        (folder / "article.md").write_text(ARTICLE.replace("12 percent", "9.5 percent"), encoding="utf-8")
    wanted = ExitCode.FINDINGS if wrong else ExitCode.CLEAN
    for format, file in product(Format, ((), ("-o", "report.out"))):
        ran = run(*QUICK, "--format", format, *file)
        assert ran.code == wanted, (format, file)
        assert (ran.out == "") is bool(file)


def test_a_missing_file_makes_the_exit_code_2_in_every_format(run: Run, folder: Path) -> None:
    for format in Format:
        ran = run("check", "missing.md", *QUICK[1:], "--format", format, "-o", "report.out")
        assert ran.code == ExitCode.INCOMPLETE, format
        assert ran.err == "factcheck: error: missing.md: no such file\n"


def test_a_file_has_no_colours(run: Run, folder: Path) -> None:
    run(*QUICK, "--color", "always", "-o", "main.txt", "--report", "full=beside.txt")
    assert "\x1b" not in (folder / "main.txt").read_text(encoding="utf-8")
    assert "\x1b" not in (folder / "beside.txt").read_text(encoding="utf-8")
    ran = run(*QUICK, "--color", "always", "--report", "full=beside.txt")
    assert "\x1b" in ran.out
    assert "\x1b" not in (folder / "beside.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--report", "xml=a.xml"), "--report xml=a.xml: wanted FORMAT=PATH, with one of the formats full, "),
        (("--report", "json"), "--report json: wanted FORMAT=PATH"),
        (("--report", "json="), "--report json=: wanted FORMAT=PATH"),
        (("--report", "json=a", "--report", "sarif=a"), "two formats are to be written to a"),
        (("--report", "json=a", "-o", "./a"), "two formats are to be written to a"),
    ],
)
def test_files_that_cannot_be_meant_are_refused(run: Run, folder: Path, asked: tuple[str, ...], said: str) -> None:
    ran = run(*QUICK, *asked)
    assert ran.code == ExitCode.INCOMPLETE
    assert ran.out == ""
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_a_file_that_cannot_be_written_keeps_no_other_from_being_written(run: Run, folder: Path) -> None:
    ran = run(*QUICK, "--report", "json=nowhere/a.json", "--report", "sarif=a.sarif")
    assert ran.code == ExitCode.INCOMPLETE
    assert ran.err == "factcheck: error: nowhere/a.json: the report cannot be written: No such file or directory\n"
    assert "error N101" in ran.out
    assert json.loads((folder / "a.sarif").read_text(encoding="utf-8"))["runs"]


@pytest.mark.parametrize("path", ["article.md", "./article.md", "link.md", "references/report.md"])
def test_no_report_takes_the_place_of_what_was_read(run: Run, folder: Path, path: str) -> None:
    (folder / "link.md").symlink_to(folder / "article.md")
    before = (folder / path).read_text(encoding="utf-8")
    for asked in (("-o", path), ("--report", f"json={path}")):
        ran = run(*QUICK, *asked)
        assert ran.code == ExitCode.INCOMPLETE
        assert "would take the place of a file that was read" in ran.err
        assert (folder / path).read_text(encoding="utf-8") == before


def test_statistics_count_on_stderr(run: Run, folder: Path) -> None:
    ran = run(*QUICK, "--statistics", "--format", "json")
    assert json.loads(ran.out)["findings"]
    assert ran.err.splitlines() == [
        "     1  N101 number-contradicted",
        "     1  claims by source report: 0 supported, 1 contradicted",
        "     1  claims by source wire: 1 supported, 0 contradicted",
    ]
    (folder / "clean.md").write_text("The harbour lies in the north.\n", encoding="utf-8")
    assert "clean.md" not in run(*QUICK, "clean.md", "--statistics").err


def test_a_rule_is_explained_once(run: Run, folder: Path) -> None:
    (folder / "second.md").write_text("Ferry trips rose 14 percent in 2025, the harbour authority said.\n")
    ran = run("check", "second.md", *QUICK[1:], "--explain")
    assert ran.out.count("error N101") == 2
    assert ran.out.count("A wrong figure is an error that any reader can prove") == 1
    assert "A wrong figure" not in run(*QUICK).out
