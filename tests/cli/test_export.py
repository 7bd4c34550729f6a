"""`factcheck export` from end to end."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from factcheck.cli.exit_codes import ExitCode
from factcheck.decisions import Ledger
from factcheck.report import DecisionKind
from factcheck.review.saved_report import read_report
from factcheck.tui.state import ReviewState
from tests.cli.conftest import Run

CHECK = ("-r", "references", "--nli", "none", "--splitter", "sentence")


@pytest.fixture
def saved(folder: Path, run: Run) -> str:
    """A report on the article, with a decision on its first number."""
    (folder / "factcheck.toml").write_text("")
    (folder / "report.json").write_text(run("check", "article.md", *CHECK, "--format", "json").out, encoding="utf-8")
    report = read_report("report.json")
    state = ReviewState(report.documents[0], Ledger.of(Path("article.md"), "mk"))
    state.load(report)
    state.select(next(i for i, c in enumerate(report.claims) if c.claim.quantities))
    state.decide(DecisionKind.ERROR)
    return "report.json"


def test_a_fact_sheet_of_a_check_made_now_has_the_decision(saved: str, run: Run) -> None:
    ran = run("export", "csv", "article.md", *CHECK)
    assert ran.code == ExitCode.CLEAN
    rows = list(csv.DictReader(io.StringIO(ran.out.lstrip("\ufeff"))))
    assert [row["Decision"] for row in rows if row["Reviewer"] == "mk"] == ["error"]


@pytest.mark.parametrize("format", ["csv", "xlsx", "md", "html", "json", "webanno", "sarif"])
def test_every_format_goes_to_a_file_whole(saved: str, run: Run, folder: Path, format: str) -> None:
    before = set(folder.iterdir())
    for _ in range(2):
        ran = run("export", format, "article.md", "--from", saved, "-o", f"out.{format}")
        assert (ran.code, ran.out, ran.err) == (ExitCode.CLEAN, "", "")
    assert set(folder.iterdir()) - before == {folder / f"out.{format}"}
    assert (folder / f"out.{format}").stat().st_size > 500


def test_json_on_standard_output_is_all_there_is(saved: str, run: Run) -> None:
    ran = run("export", "json", "article.md", "--from", saved)
    assert [d["kind"] for d in json.loads(ran.out)["decisions"]] == ["error"]


def rules_left(text: str) -> list[str]:
    return [result["ruleId"] for result in json.loads(text)["runs"][0]["results"]]


@pytest.mark.parametrize("source", [("--from", "report.json"), CHECK])
def test_code_scanning_gets_what_decisions_comments_and_the_baseline_leave(
    source: tuple[str, ...], saved: str, run: Run, folder: Path
) -> None:
    assert rules_left(run("export", "sarif", "article.md", *source).out) == ["C501", "N101"]
    run("baseline", "create", "article.md", *CHECK)
    assert rules_left(run("export", "sarif", "article.md", *source).out) == []
    (folder / ".factcheck" / "baseline.jsonl").unlink()
    report = read_report("report.json")
    state = ReviewState(report.documents[0], Ledger.of(Path("article.md"), "mk"))
    state.load(report)
    state.select(next(i for i, c in enumerate(report.claims) if c.claim.quantities))
    state.decide(DecisionKind.OK)
    assert rules_left(run("export", "sarif", "article.md", *source).out) == []


def test_a_claim_review_asks_for_what_it_needs(saved: str, run: Run) -> None:
    told = ("--url", "https://desk.example/1", "--author", "The Desk", "--item-author", "Harbour authority")
    number = json.loads(run("export", "json", "article.md", "--from", saved).out)["decisions"][0]["claim"]
    ran = run("export", "claimreview", "article.md", "--from", saved, "--claim", number, *told)
    assert json.loads(ran.out)["reviewRating"]["ratingValue"] == 1
    assert "--claim" in run("export", "claimreview", "article.md", "--from", saved, *told).err
    assert "--author" in run("export", "claimreview", "article.md", "--from", saved, "--claim", "1", *told[:2]).err


def test_the_article_goes_to_the_web_without_comments_and_without_a_check(folder: Path, run: Run) -> None:
    (folder / "a.md").write_bytes("Zwölf.\r\n<!-- factcheck-ignore N102 -->\r\nMore.\r\n".encode())
    assert run("export", "md", "a.md", "--for-web", "-o", "b.md").code == ExitCode.CLEAN
    assert (folder / "b.md").read_bytes() == "Zwölf.\r\n\r\nMore.\r\n".encode()


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("pdf", "article.md"), "pdf"),
        (("csv", "missing.md"), "missing.md: no such file"),
        (("csv", "article.md", "-r", "nothing"), "nothing"),
        (("csv", "article.md", "-r", "references", "-o", "article.md"), "written over"),
        (("csv", "article.md", "-r", "references", "--nli", "none", "-o", "references/wire.txt"), "written over"),
        (("csv", "article.md", "-o", "references"), "is a folder"),
        (("md", "article.md", "--for-web", "-o", "none/x.md"), "none/x.md: cannot be written"),
        (("csv", "article.md", "--for-web"), "--for-web goes with md"),
        (("md", "article.md", "--for-web", "-r", "references"), "--for-web"),
        (("csv", "article.md", "--url", "https://x.example"), "--url goes with"),
        (("webanno", "article.md", "--url", "javascript:alert(1)"), "--url"),
        (("html", "article.md", "--item-author-type", "person"), "--item-author-type goes with claimreview"),
        (("csv", "article.md", "--from", "none.json"), "none.json: no such file"),
        (("csv", "article.md", "--from", "article.md"), "article.md: not valid JSON"),
        (("csv", "article.md", "--from", "x.json", "-r", "references"), "leave -r out"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_code_2(
    folder: Path, run: Run, args: tuple[str, ...], message: str
) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    ran = run("export", *args)
    assert ran.code == ExitCode.INCOMPLETE
    assert ran.out == ""
    assert message in ran.err
    assert ran.err.count("\n") == 1
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_what_could_not_be_read_is_said_and_the_rest_written(saved: str, folder: Path, run: Run) -> None:
    (folder / "references" / "scan.txt").write_bytes(b"\0\0")
    ran = run("export", "md", "article.md", *CHECK, "-o", "sheet.md")
    assert ran.code == ExitCode.INCOMPLETE
    assert "references/scan.txt" in ran.err
    assert "error, mk" in (folder / "sheet.md").read_text(encoding="utf-8")
