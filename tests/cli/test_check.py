"""`factcheck check` with the real pipeline."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from factcheck.checker import Pipeline
from factcheck.cli.exit_codes import ExitCode
from factcheck.decisions import Ledger, anchors_of
from factcheck.readers import read_document
from factcheck.report import DecisionKind
from tests.cli.conftest import ARTICLE, Run

REFERENCES = ("-r", "references")


def test_findings_go_to_stdout_and_make_exit_1(run: Run, folder: Path) -> None:
    ran = run("check", "article.md", *REFERENCES)
    assert ran.code == ExitCode.FINDINGS
    assert "article.md:3:18-27: error N101 number-contradicted: `12 percent` differs from the sources" in ran.out
    assert "source report: 9.5 percent" in ran.out
    assert "+ supported" in ran.out
    assert ran.out.splitlines()[-1].endswith("1 error")
    assert ran.err == ""


def test_the_bytes_are_the_same_each_time_and_name_no_machine(run: Run, folder: Path) -> None:
    first = run("check", "article.md", *REFERENCES, "--format", "json")
    second = run("check", "article.md", *REFERENCES, "--format", "json")
    assert first.out == second.out
    assert str(folder) not in first.out


def test_json_is_all_that_stdout_has(run: Run, folder: Path) -> None:
    report = json.loads(run("check", "article.md", *REFERENCES, "--format", "json").out)
    assert [finding["rule"] for finding in report["findings"]] == ["N101"]
    assert report["summary"]["numbers"]["contradicted"] == 1
    for claim in report["claims"]:
        for start, end in claim["spans"]:
            assert ARTICLE[start:end]
        for evidence in claim["evidence"]:
            text = Path(evidence["path"]).read_text(encoding="utf-8")
            assert text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_concise_is_one_line_a_finding_and_coverage(run: Run, folder: Path) -> None:
    lines = run("check", "article.md", *REFERENCES, "--format", "concise").out.splitlines()
    assert lines[0] == "article.md:3:18: N101 `12 percent` differs from the sources (source report: 9.5 percent)"
    assert len(lines) == 2
    assert lines[1].startswith("checked 1 article, ")


def test_quiet_leaves_findings_and_coverage(run: Run, folder: Path) -> None:
    ran = run("check", "article.md", *REFERENCES, "-q")
    assert ran.out.startswith("article.md:3:18-27: error N101")
    assert "+ supported" not in ran.out


def test_a_correct_article_passes(run: Run, folder: Path) -> None:
    (folder / "article.md").write_text(ARTICLE.replace("12 percent", "9.5 percent"), encoding="utf-8")
    ran = run("check", "article.md", *REFERENCES)
    assert ran.code == ExitCode.CLEAN
    assert "0 errors" in ran.out


def test_the_fail_level_alone_decides_on_the_exit_code(run: Run, folder: Path) -> None:
    (folder / "article.md").write_text("Captain Mira Toll was born in Oslo.\n", encoding="utf-8")
    codes = {
        (level, format): run("check", "article.md", *REFERENCES, "--fail-level", level, "--format", format).code
        for level, format in [
            ("error", "full"),
            ("warning", "full"),
            ("warning", "json"),
            ("never", "concise"),
        ]
    }
    assert codes == {
        ("error", "full"): ExitCode.CLEAN,
        ("warning", "full"): ExitCode.FINDINGS,
        ("warning", "json"): ExitCode.FINDINGS,
        ("never", "concise"): ExitCode.CLEAN,
    }


def test_never_failing_does_not_hide_that_files_were_not_read(run: Run, folder: Path) -> None:
    ran = run("check", "article.md", "missing.md", *REFERENCES, "--fail-level", "never")
    assert ran.code == ExitCode.INCOMPLETE
    assert ran.err == "factcheck: error: missing.md: no such file\n"
    assert "N101" in ran.out
    assert "1 file not read" in ran.out.replace("\n", " ")


def test_a_reference_that_cannot_be_read_leaves_the_others(run: Run, folder: Path) -> None:
    (folder / "references" / "scan.md").write_bytes(b"\x00\x01\x02")
    ran = run("check", "article.md", *REFERENCES, "-r", "missing.md", "--format", "json")
    assert ran.code == ExitCode.INCOMPLETE
    report = json.loads(ran.out)
    assert [error["path"] for error in report["errors"]] == ["missing.md", "references/scan.md"]
    assert [finding["rule"] for finding in report["findings"]] == ["N101"]
    assert ran.err.count("factcheck: error: ") == ran.err.count("\n") == 2


def test_several_articles_share_the_references(run: Run, folder: Path) -> None:
    (folder / "second.txt").write_text("The strike of the dockers lasted four days.\n", encoding="utf-8")
    ran = run("check", "article.md", "second.txt", "article.md", *REFERENCES, "--format", "concise")
    assert [line.split(":")[0] for line in ran.out.splitlines()[:-1]] == ["article.md", "second.txt"]
    assert ran.out.splitlines()[-1].startswith("checked 2 articles, ")


def test_an_article_without_references_is_a_finding(run: Run, folder: Path) -> None:
    ran = run("check", "article.md", "--format", "concise")
    assert ran.code == ExitCode.FINDINGS
    assert ran.out.startswith("article.md:1:1: R601 the article has no references to be checked against\n")
    assert len(ran.out.splitlines()) == 2


def test_without_a_model_numbers_decide_alone(run: Run, folder: Path) -> None:
    ran = run("check", "article.md", *REFERENCES, "--nli", "none", "--format", "json")
    assert ran.code == ExitCode.FINDINGS
    report = json.loads(ran.out)
    assert [finding["rule"] for finding in report["findings"]] == ["N101"]
    assert not any("nli" in model["name"] for model in report["tool"]["models"])


def test_below_the_minimum_confidence_a_contradiction_is_unverified(run: Run, folder: Path) -> None:
    ran = run("check", "article.md", *REFERENCES, "--min-confidence", "1", "--format", "concise")
    assert ran.code == ExitCode.FINDINGS
    assert "N102 `12 percent` is not supported by the references" in ran.out


def test_what_a_reviewer_decided_counts_unless_it_is_left_out(run: Run, folder: Path) -> None:
    document = read_document("article.md")
    ledger = Ledger.of(folder / "article.md", "mk")
    for anchor in anchors_of(document, Pipeline().claims(document)):
        ledger.decide(anchor, DecisionKind.OK)
    silent = run("check", "article.md", *REFERENCES)
    assert silent.code == ExitCode.CLEAN
    assert "decided ok by mk" in silent.out
    assert run("check", "article.md", *REFERENCES, "--no-decisions").code == ExitCode.FINDINGS


@pytest.mark.parametrize(
    ("color", "environment", "expected"),
    [
        ("always", {"NO_COLOR": "1"}, True),
        ("auto", {}, False),
        ("never", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colours(
    run: Run,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    color: str,
    environment: dict[str, str],
    expected: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("check", "article.md", "--color", color).out) is expected


@pytest.mark.parametrize(
    ("no_color", "term", "expected"), [("", "xterm", True), ("1", "xterm", False), ("", "dumb", False)]
)
def test_a_terminal_gets_colours_unless_it_or_the_user_wants_none(
    monkeypatch: pytest.MonkeyPatch, no_color: str, term: str, expected: bool
) -> None:
    from factcheck.cli.options import When
    from factcheck.cli.streams import colored

    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", term)
    assert colored(When.AUTO) is expected


def test_standard_input_is_an_article(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (folder / "article.md").open(encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        ran = run("check", "-", *REFERENCES, "--format", "concise")
    assert ran.out.startswith("-:3:18: N101 ")


def test_hostile_references_print_as_text(run: Run, folder: Path) -> None:
    attack = "\x1b]0;owned\x07\x1b[2J[red]no[/red]"
    (folder / "references" / "wire.txt").write_text(
        f"The strike of the dockers lasted nine days {attack}.\n", encoding="utf-8"
    )
    for options in (("-v",), ("--format", "json")):
        ran = run("check", "article.md", *REFERENCES, *options)
        assert not {"\x1b", "\x07"} & set(ran.out + ran.err)
        assert "[red]no[/red]" in ran.out


def test_a_page_of_html_is_checked_against_another(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    article = (
        "<title>Trips</title><nav>Trips fell 3 percent in 2025</nav><h1>Trips</h1>\n"
        "<p>Ferry trips rose <b>12&nbsp;percent</b> in 2025. A ticket costs &euro;4 in 2025.</p>\n"
    )
    source = "<p>Ferry trips rose by <em>9.5&nbsp;percent</em> in 2025.</p><p>A ticket costs &euro;4 in 2025.</p>"
    Path("trips.html").write_text(article, encoding="utf-8")
    Path("report.html").write_text(f"<title>Report</title>{source}", encoding="utf-8")
    asked = ("check", "trips.html", "-r", "report.html", "--nli", "none", "--splitter", "sentence")
    ran = run(*asked)
    assert ran.code == ExitCode.FINDINGS
    assert "trips.html:2:24-38: error N101 number-contradicted: `12 percent` differs from the sources" in ran.out
    assert '"Ferry trips rose by 9.5 percent in 2025."' in ran.out
    assert "&nbsp;" not in "".join(line for line in ran.out.splitlines() if "|" not in line)
    report = json.loads(run(*asked, "--format", "json").out)
    assert [finding["rule"] for finding in report["findings"]] == ["N101"]
    numbers = [number for claim in report["claims"] for number in claim["quantities"]]
    assert [number["text"] for number in numbers if number["verdict"] == "supported"] == ["2025", "&euro;4", "2025"]
    assert all(article[number["start"] : number["end"]] == number["text"] for number in numbers)
