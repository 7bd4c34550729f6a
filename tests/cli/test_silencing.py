"""`factcheck check` with suppressions, a baseline and a commit to compare with; `factcheck baseline`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.cli.exit_codes import ExitCode
from tests.cli.conftest import Run
from tests.repository import ARTICLE, git, repository

FAST = ("--nli", "none", "--splitter", "sentence")
CHECK = ("check", "article.md", "-r", "refs", *FAST, "--format", "concise")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(repository(tmp_path / "news"))
    return Path()


def write(text: str) -> None:
    Path("article.md").write_text(text, encoding="utf-8", newline="")


def rules(out: str) -> list[str]:
    return [line.split()[1] for line in out.splitlines()[:-1]]


def test_suppressions_hold_unless_ignored(run: Run, project: Path) -> None:
    write(ARTICLE.replace("TK,", 'TK, <!-- factcheck-ignore P301 "TK": desk -->'))
    assert rules(run(*CHECK).out) == ["N102", "N102"]
    assert rules(run(*CHECK, "--ignore-suppressions").out) == ["N102", "P301", "N102"]


def test_fix_takes_out_what_does_nothing_and_reports_the_rest(run: Run, project: Path) -> None:
    write(ARTICLE + "\n<!-- factcheck-ignore D202: diary -->\n")
    assert rules(run(*CHECK).out) == ["N102", "P301", "N102", "S901"]
    ran = run(*CHECK, "--fix")
    assert rules(ran.out) == ["N102", "P301", "N102"]
    assert ran.err == "factcheck: note: article.md: 1 suppression taken out\n"
    assert Path("article.md").read_bytes() == (ARTICLE + "\n").encode()
    assert run(*CHECK, "--fix").err == ""


def test_a_baseline_from_create_to_prune(run: Run, project: Path) -> None:
    created = run("baseline", "create", "article.md", "-r", "refs", *FAST)
    assert (created.code, created.out) == (0, ".factcheck/baseline.jsonl: 3 entries of 1 article\n")
    file = Path(".factcheck/baseline.jsonl")
    before = file.read_bytes()
    assert run(*CHECK).code == ExitCode.CLEAN
    assert rules(run(*CHECK, "--no-baseline").out) == ["N102", "P301", "N102"]

    write("A paragraph on tides.\n\n" + ARTICLE)
    assert run(*CHECK).code == ExitCode.CLEAN
    run("baseline", "create", "article.md", "-r", "refs", *FAST)
    assert file.read_bytes() == before

    write(ARTICLE.replace("14 cranes", "16 cranes"))
    ran = run(*CHECK)
    assert (ran.code, rules(ran.out)) == (ExitCode.FINDINGS, ["N102"])
    assert "1 entry is gone from the articles: factcheck baseline prune" in ran.err
    told = run("baseline", "status", "article.md", "-r", "refs", *FAST)
    assert told.code == ExitCode.FINDINGS
    assert told.out.startswith(".factcheck/baseline.jsonl: 3 entries: 2 found, 1 gone, 0 not checked; 1 new\ngone: ")
    pruned = run("baseline", "prune", "article.md", "-r", "refs", *FAST)
    assert pruned.out == ".factcheck/baseline.jsonl: 1 entry taken out, 2 left\n"
    assert run("baseline", "status", "article.md", "-r", "refs", *FAST).code == ExitCode.CLEAN
    assert rules(run(*CHECK).out) == ["N102"]


def test_create_leaves_the_entries_of_other_articles(run: Run, project: Path) -> None:
    run("baseline", "create", "other.md", "-r", "refs", *FAST)
    run("baseline", "create", "article.md", "-r", "refs", *FAST)
    lines = [json.loads(line) for line in Path(".factcheck/baseline.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {line["path"] for line in lines} == {"article.md", "other.md"}
    assert run("baseline", "prune", "article.md", "-r", "refs", *FAST).out.endswith(": 0 entries taken out, 5 left\n")
    Path("other.md").unlink()
    assert run("baseline", "prune", "article.md", "-r", "refs", *FAST).out.endswith(": 2 entries taken out, 3 left\n")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--baseline", "none.jsonl"), "none.jsonl: no such file; make one with factcheck baseline create"),
        (("--baseline", "torn.jsonl"), "torn.jsonl: line 1: a merge conflict"),
        (("--baseline", "x", "--no-baseline"), "--baseline and --no-baseline exclude each other"),
        (("--fix", "--ignore-suppressions"), "--fix and --ignore-suppressions exclude each other"),
        (("--filter-mode", "block"), "--filter-mode block needs --diff-base REF"),
        (("--diff-base", "nowhere"), "nowhere: no such commit here"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_2(run: Run, project: Path, args: tuple[str, ...], said: str) -> None:
    Path("torn.jsonl").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    ran = run(*CHECK, *args)
    assert ran.code == ExitCode.INCOMPLETE
    assert ran.err.startswith(f"factcheck: error: {said}")
    assert ran.err.count("\n") == 1


def test_a_link_out_of_the_project_is_not_followed(run: Run, project: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    Path(".factcheck").symlink_to(tmp_path / "elsewhere")
    ran = run("baseline", "create", "article.md", "-r", "refs", *FAST)
    assert ran.code == ExitCode.INCOMPLETE
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_only_what_changed_is_judged_and_reported(run: Run, project: Path) -> None:
    both = ("check", "article.md", "other.md", "-r", "refs", *FAST, "--format", "concise", "--diff-base", "main")
    ran = run(*both)
    assert (ran.code, rules(ran.out)) == (ExitCode.CLEAN, [])
    assert ran.err == "factcheck: note: 2 articles are untouched since main, references included: not checked\n"
    write(ARTICLE.replace("14 cranes", "15 cranes"))
    assert rules(run(*both).out) == ["N102"]
    assert rules(run(*both, "--filter-mode", "all").out) == ["N102", "P301", "N102", "N102", "P301"]


def test_an_article_is_not_judged_again_for_a_reference_of_another_one(run: Run, project: Path) -> None:
    for name in ("article", "other"):
        Path(f"{name}.refs").mkdir()
        Path(f"{name}.refs/log.md").write_text("The port has 14 cranes.\n", encoding="utf-8")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "references of their own")
    Path("article.refs/log.md").write_text("The port has 13 cranes.\n", encoding="utf-8")
    ran = run("check", "article.md", "other.md", *FAST, "--format", "json", "--diff-base", "HEAD")
    assert [document["path"] for document in json.loads(ran.out)["documents"]] == ["article.md"]
    assert ran.err == "factcheck: note: 1 article is untouched since HEAD, references included: not checked\n"


def test_a_copy_is_named_on_stderr_and_in_json(run: Run, project: Path) -> None:
    Path("refs/old.md").write_text("---\ntitle: Draft\n---\n\n" + ARTICLE, encoding="utf-8")
    ran = run("check", "article.md", "-r", "refs", *FAST, "--format", "json")
    said = (
        "refs/old.md: set aside as a source for article.md: it is a near-copy of the article; if it is a source of its"
    )
    assert ran.err == f"factcheck: warning: {said} own, name it with --independent\n"
    assert json.loads(ran.out)["set_aside"] == [
        {"document": 0, "reference": "old", "path": "refs/old.md", "reason": "is a near-copy of the article"}
    ]


def test_a_source_that_reads_like_the_article_is_one_where_somebody_says_so(run: Run, project: Path) -> None:
    Path("wires").mkdir()
    Path("wires/story.md").write_text(ARTICLE, encoding="utf-8")
    check = ("check", "article.md", "-r", "wires", *FAST, "--format", "json")
    assert [finding["rule"] for finding in json.loads(run(*check).out)["findings"]][:1] == ["R601"]
    for more in (("--independent", "wires/**"), ("--config", 'independent=["story.md"]')):
        ran = run(*check, *more)
        assert (ran.err, json.loads(ran.out)["set_aside"]) == ("", [])
    Path("factcheck.toml").write_text('independent = ["wires/*"]\n', encoding="utf-8")
    assert json.loads(run(*check).out)["set_aside"] == []
    told = next(line for line in run("config", "show").out.splitlines() if line.startswith("independent"))
    assert told.split() == ["independent", "=", '["wires/*"]', "#", "factcheck.toml:1"]
    assert "it is the article itself" in run("check", "article.md", "-r", "article.md", *FAST, "--independent", "*").err
