"""`factcheck decisions` and what decisions do in `factcheck check`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.checker import Pipeline
from factcheck.cli.exit_codes import ExitCode
from factcheck.decisions import Citation, Ledger, anchors_of, normalised, snapshot
from factcheck.document import Document
from factcheck.readers import read_document, read_references
from factcheck.report import DecisionKind
from factcheck.settings import SENTENCE, Settings
from tests.cli.conftest import ARTICLE, Run

OK, ERROR, *_ = DecisionKind
NO_MODEL = ("--nli", "none", "--splitter", "sentence")
SOURCES = ("-r", "references")
RISE = "Ferry trips rose 9.5 percent in 2025, the harbour authority said."


@pytest.fixture(autouse=True)
def project(folder: Path) -> Path:
    (folder / "factcheck.toml").touch()
    return folder


def article() -> tuple[Document, Pipeline]:
    return read_document("article.md"), Pipeline(Settings(nli="none", splitter=SENTENCE))


def decide(
    reviewer: str,
    words: str,
    kind: DecisionKind,
    directory: Path | None = None,
    *,
    note: str = "",
    correction: str = "",
    cite: str = "",
) -> None:
    """Decide on the claim whose sentence has those words."""
    document, pipeline = article()
    (anchor,) = (a for a in anchors_of(document, pipeline.claims(document)) if words in a.sentence)
    cited = [Citation("report", normalised(cite))] if cite else []
    ledger = Ledger.of(Path("article.md"), reviewer, directory)
    ledger.decide(anchor, kind, citations=cited, note=note, correction=correction)


def sign_off(reviewer: str, number: int = 1) -> None:
    document, pipeline = article()
    references, _ = read_references(["references"])
    claims = pipeline.run([document], references).claims
    ledger = Ledger.of(Path("article.md"), reviewer)
    ledger.pass_number = number
    seen = snapshot(document, references, claims, anchors_of(document, [each.claim for each in claims]))
    ledger.sign_off(seen, passes=2, counts=[("ok", 2)])


def test_the_log_tells_what_was_done_and_what_is_in_force(run: Run) -> None:
    decide("mk", "Ferry trips", ERROR, note="tape\n14:20")
    decide("jr", "strike", OK, correction="ten\x1b[31m days")
    run("decisions", "undo", "article.md", "--reviewer", "MK")
    ran = run("decisions", "log", "article.md")
    assert ran.code == ExitCode.CLEAN
    lines = ran.out.splitlines()
    assert lines[0] == "article.md: 3 entries"
    assert any("mk  error: Ferry trips rose" in line and line.endswith("(not in force)") for line in lines)
    assert any(line.endswith("note: tape 14:20") for line in lines)
    assert any(line.endswith("suggests: ten␛[31m days") for line in lines)
    assert any("mk  undo: error on “Ferry trips rose" in line for line in lines)
    assert "jr" not in run("decisions", "log", "article.md", "--reviewer", "mk").out


def test_the_log_as_json(run: Run) -> None:
    decide("mk", "Ferry trips", OK, cite=RISE)
    sign_off("mk")
    found = json.loads(run("decisions", "log", "article.md", "--format", "json").out)
    assert found["schema"] == "factcheck/decisions/1"
    assert [(e["event"], e["reviewer"], e["in_force"]) for e in found["events"]] == [
        ("decide", "mk", True),
        ("sign-off", "mk", True),
    ]
    assert found["events"][0]["evidence"] == [{"reference": "report", "quote": RISE}]


def test_status_tells_open_stale_lost_and_differing(run: Run, folder: Path) -> None:
    decide("mk", "Ferry trips", OK, cite=RISE)
    decide("jr", "Ferry trips", ERROR)
    decide("mk", "strike", OK)
    assert "2 claims, 2 decided, 0 open; pass 1 of 1" in run("decisions", "status", "article.md", *NO_MODEL[2:]).out
    edited = ARTICLE.replace("12 percent", "13 percent").replace("The strike of the dockers lasted nine days.", "Rain.")
    (folder / "article.md").write_text(edited)
    ran = run("decisions", "status", "article.md", *SOURCES, *NO_MODEL[2:], "--passes", "2")
    assert ran.code == ExitCode.CLEAN
    assert "article.md: 2 claims, 0 decided, 2 open; pass 1 of 2" in ran.out
    assert "  mk, pass 1: 1 stale" in ran.out
    assert "stale   3:1  ok by mk: it was worded otherwise: “Ferry trips rose 12 percent" in ran.out
    assert (
        "lost    ok by mk on “The strike of the dockers lasted nine days.”: no claim of the article is like" in ran.out
    )


def test_status_without_references_says_that_evidence_was_not_looked_at(run: Run) -> None:
    decide("mk", "Ferry trips", OK, cite=RISE)
    decide("jr", "Ferry trips", ERROR)
    out = run("decisions", "status", "article.md", *NO_MODEL[2:]).out
    assert "was not looked at: name the references with -r" in out
    assert "differ  3:1  jr error, mk ok: Ferry trips rose" in out
    assert "not looked at" not in run("decisions", "status", "article.md", *SOURCES, *NO_MODEL[2:]).out


def test_status_of_one_claim_is_in_the_singular(run: Run, folder: Path) -> None:
    (folder / "article.md").write_text("The strike of the dockers lasted nine days.\n")
    decide("mk", "strike", OK)
    assert "article.md: 1 claim, 1 decided, 0 open" in run("decisions", "status", "article.md", *NO_MODEL[2:]).out


def test_status_tells_sign_offs_and_what_has_changed_since(run: Run, folder: Path) -> None:
    sign_off("mk")
    sign_off("jr", 2)
    status = ("decisions", "status", "article.md", *SOURCES, *NO_MODEL[2:], "--passes", "2")
    out = run(*status).out
    assert "all passes done" in out
    assert "jr signed off pass 2 of 2 on " in out
    assert out.count("the text is the same") == 2
    (folder / "article.md").write_text(ARTICLE + "More.\n")
    (folder / "references" / "wire.txt").write_text("Another text.\n")
    out = run(*status).out
    assert out.count("the text has changed since") == 2
    assert "references changed since the sign-off: wire" in out
    found = json.loads(run(*status, "--format", "json").out)["articles"][0]
    assert [r["sign_offs"][0]["same_text"] for r in found["reviewers"]] == [False, False]
    assert (found["passes_done"], found["open"]) == (2, ["c2", "c3", "c4"])


def test_undo_goes_back_step_by_step_and_stops_at_the_beginning(run: Run) -> None:
    decide("mk", "Ferry trips", OK)
    decide("mk", "strike", ERROR)
    sign_off("mk")
    undo = ("decisions", "undo", "article.md", "--reviewer", "mk")
    said = [run(*undo).out for _ in range(3)] + [run(*undo, "--sign-off").out for _ in range(2)]
    assert [line.removeprefix("article.md: mk: ").split(" on ")[0].strip() for line in said] == [
        "undone: error",
        "undone: ok",
        "nothing to be undone",
        "undone: pass 1 of 2 signed off: 2 ok",
        "nothing to be undone",
    ]


def test_merge_takes_logs_and_directories_and_tidies(
    run: Run, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    decide("mk", "strike", OK, directory=elsewhere)
    decide("mk", "Ferry trips", ERROR)
    ran = run("decisions", "merge", "article.md", "--from", str(elsewhere))
    assert (ran.code, ran.out) == (
        ExitCode.CLEAN,
        "article.md: mk.jsonl: 1 line added, 0 taken out, 0 cannot be read\n",
    )
    log = folder / ".factcheck/decisions/article.md/mk.jsonl"
    assert len(Ledger(log).in_force()) == 2
    copy = folder / "copy of mk.jsonl"
    copy.write_bytes(log.read_bytes())
    log.write_bytes(log.read_bytes() * 2 + b"garbage\n")
    ran = run("decisions", "merge", "article.md", "--from", str(copy), "--reviewer", "mk")
    assert (ran.code, ran.out) == (
        ExitCode.INCOMPLETE,
        "article.md: mk.jsonl: 0 lines added, 2 taken out, 1 cannot be read\n",
    )
    assert run("decisions", "merge", "article.md", "--from", "nowhere").err == (
        "factcheck: error: nowhere: no decisions on article.md there\n"
    )


@pytest.mark.parametrize("command", ["log", "status", "undo", "merge"])
def test_standard_input_has_no_decisions(run: Run, command: str) -> None:
    ran = run("decisions", command, "-")
    assert ran.code == ExitCode.INCOMPLETE
    assert ran.err == "factcheck: error: decisions are kept beside a file; standard input has none\n"


@pytest.mark.parametrize("command", ["log", "status"])
def test_a_file_that_is_not_there_is_an_error(run: Run, command: str) -> None:
    ran = run("decisions", command, "missing.md")
    assert ran.code == ExitCode.INCOMPLETE
    assert ran.err.startswith("factcheck: error: missing.md: ")


@pytest.mark.parametrize("command", ["log", "status"])
def test_broken_lines_are_told_and_the_rest_is_shown(run: Run, folder: Path, command: str) -> None:
    decide("mk", "strike", OK)
    log = folder / ".factcheck/decisions/article.md/mk.jsonl"
    log.write_bytes(b"<<<<<<< HEAD\n" + log.read_bytes())
    ran = run("decisions", command, "article.md", *(NO_MODEL[2:] if command == "status" else ()))
    assert ran.code == ExitCode.INCOMPLETE
    assert ran.err == "factcheck: error: .factcheck/decisions/article.md/mk.jsonl: line 1: not a line of JSON\n"
    assert "mk" in ran.out


def test_the_directory_of_decisions_can_be_another_one(run: Run, folder: Path) -> None:
    kept = folder / "kept"
    decide("mk", "Ferry trips", OK, directory=kept)
    assert (kept / "article.md" / "mk.jsonl").exists()
    check = ("check", "article.md", *SOURCES, *NO_MODEL)
    assert run(*check).code == ExitCode.FINDINGS
    assert run(*check, "--decisions-dir", "kept").code == ExitCode.CLEAN
    assert "1 decided" in run("decisions", "status", "article.md", *NO_MODEL[2:], "--decisions-dir", "kept").out


def test_after_a_sign_off_check_warns_of_another_text_and_other_references(run: Run, folder: Path) -> None:
    decide("mk", "Ferry trips", OK, cite=RISE)
    sign_off("mk")
    check = ("check", "article.md", *SOURCES, *NO_MODEL, "--format", "concise")
    assert run(*check).code == ExitCode.CLEAN
    report = folder / "references" / "report.md"
    report.write_text(report.read_text().replace("9.5", "9.6"))
    (folder / "article.md").write_text(ARTICLE + "More.\n")
    ran = run(*check)
    assert ran.code == ExitCode.FINDINGS
    assert [line.split()[1] for line in ran.out.splitlines()[:-1]] == ["R602", "S904", "S904", "N101"]


def test_without_an_article_all_that_have_decisions_are_told_as_configured(run: Run, folder: Path) -> None:
    (folder / "factcheck.toml").write_text(
        'decisions = "kept"\nsplitter = "sentence"\n[review]\npasses = 2\n[references]\n"*.md" = ["references/*"]\n'
    )
    decide("mk", "Ferry trips", OK, directory=folder / "kept", cite=RISE)
    gone = folder / "kept" / "old" / "gone.md"
    gone.mkdir(parents=True)
    (gone / "jr.jsonl").write_bytes((folder / "kept/article.md/mk.jsonl").read_bytes())
    logged = run("decisions", "log")
    assert logged.code == ExitCode.CLEAN
    assert [line for line in logged.out.splitlines() if "entr" in line] == [
        "article.md: 1 entry",
        "old/gone.md: 1 entry",
    ]
    told = run("decisions", "status")
    assert told.code == ExitCode.INCOMPLETE
    assert "old/gone.md: no such file, but there are decisions on it" in told.err
    assert "article.md: 2 claims, 1 decided, 1 open; pass 1 of 2" in told.out
    assert "not looked at" not in told.out
    assert "pass 1 of 1" in run("decisions", "status", "article.md", "--passes", "1").out
    assert "undone: ok on" in run("decisions", "undo", "article.md", "--reviewer", "mk").out


def test_without_any_decisions_it_is_said_what_to_do(run: Run) -> None:
    ran = run("decisions", "status")
    assert (ran.code, ran.out) == (ExitCode.INCOMPLETE, "")
    assert "no decisions are kept here: name an article" in ran.err
