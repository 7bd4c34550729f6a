"""A project with a configuration: which articles are checked, against what, and the commands around it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from factcheck.cli.exit_codes import ExitCode
from tests.cli.conftest import ARTICLE, REPORT, Run

QUICK = ("--nli", "none", "--splitter", "sentence", "--format", "concise")


@pytest.fixture
def project(folder: Path) -> Path:
    """articles/a.md and b.txt, whose references the configuration names, and a README that is no article."""
    (folder / "articles").mkdir()
    (folder / "articles" / "a.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "articles" / "b.txt").write_text("The strike of the dockers lasted nine days.\n", encoding="utf-8")
    (folder / "README.md").write_text("There are 12 of them.\n", encoding="utf-8")
    (folder / "factcheck.toml").write_text(
        'articles = ["articles/**/*.{md,txt}"]\n[references]\n"articles/a.md" = ["references/report.md"]\n'
        '"articles/b.txt" = ["references/wire.*"]\n',
        encoding="utf-8",
    )
    return folder


def lines(text: str) -> list[str]:
    return text.splitlines()[:-1]


def test_the_articles_of_the_configuration_are_checked_against_their_own_references(run: Run, project: Path) -> None:
    ran = run("check", *QUICK)
    assert ran.err == ""
    assert [line.split(" ")[:2] for line in lines(ran.out)] == [
        ["articles/a.md:3:18:", "N101"],
        ["articles/a.md:5:34:", "N102"],
    ]


def test_the_configuration_is_found_from_the_article(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.parent)
    ran = run("check", f"{project.name}/articles/a.md", *QUICK)
    assert "N101" in ran.out
    assert str(project) not in ran.out + ran.err


def test_isolated_an_article_has_no_references(run: Run, project: Path) -> None:
    assert "R601" in run("check", "articles/a.md", "--isolated", *QUICK).out


def test_files_are_listed_and_nothing_is_checked(run: Run, project: Path) -> None:
    def shown(*args: str) -> list[str]:
        ran = run("check", "--show-files", *args)
        assert (ran.code, ran.err) == (ExitCode.CLEAN, "")
        return ran.out.splitlines()

    assert shown() == shown("articles") == shown(".") == ["articles/a.md", "articles/b.txt"]
    assert shown("README.md") == ["README.md"]
    assert shown("README.md", "articles/a.md", "--force-exclude") == ["articles/a.md"]
    assert shown("articles", "--exclude", "b.*") == ["articles/a.md"]
    assert shown("articles", "--extend-exclude", "a.*") == ["articles/b.txt"]
    (project / "list.txt").write_text("articles/b.txt\n\nREADME.md\n", encoding="utf-8")
    assert shown("--files-from", "list.txt") == ["articles/b.txt", "README.md"]


def test_a_list_that_is_empty_or_missing_is_no_success(run: Run, project: Path) -> None:
    (project / "list.txt").write_text("\n", encoding="utf-8")
    assert run("check", "--files-from", "list.txt").code == ExitCode.INCOMPLETE
    assert run("check", "--files-from", "gone.txt").err == "factcheck: error: gone.txt: no such file\n"


def test_standard_input_with_a_name_is_that_article(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    ran = run("check", "-", "--stdin-filename", "articles/a.md", *QUICK)
    assert ran.out.startswith("articles/a.md:3:18: N101 ")


def test_references_from_a_list_stand_before_all_others(run: Run, project: Path) -> None:
    (project / "refs.txt").write_text("references/wire.txt\n", encoding="utf-8")
    ran = run("check", "articles/a.md", "--references-from", "refs.txt", *QUICK)
    assert [line.split(" ")[1] for line in lines(ran.out)] == ["N102", "N102"]


def test_an_article_that_names_itself_has_no_source(run: Run, project: Path) -> None:
    (project / "articles" / "a.refs.toml").write_text('[[references]]\npath = "a.md"\n', encoding="utf-8")
    ran = run("check", "articles/a.md", *QUICK)
    assert ran.code == ExitCode.FINDINGS
    assert "R601" in ran.out
    assert "set aside as a source for articles/a.md" in ran.err


def test_numbers_are_rounded_and_skipped_as_configured(run: Run, project: Path) -> None:
    (project / "articles" / "a.md").write_text("Ferry trips rose 9.3 percent in 2025.\n", encoding="utf-8")
    rules = [
        [line.split(" ")[1] for line in lines(run("check", "articles/a.md", *QUICK, "--config", pair).out)]
        for pair in ("jobs=1", "numbers.round-to=3%", 'numbers.skip=["percentages"]')
    ]
    assert rules == [["N101"], [], []]


def test_config_show_tells_the_origin_of_each_value(run: Run, project: Path) -> None:
    shown = run("config", "show", "--config", "jobs=3").out.splitlines()
    assert any(line.startswith("jobs = 3 ") and line.endswith("# command line") for line in shown)
    assert any(line.startswith("articles = ") and line.endswith("# factcheck.toml:1") for line in shown)
    data = json.loads(run("config", "show", "--format", "json").out)
    assert data["files"] == ["factcheck.toml"]
    assert data["values"]['references."articles/a.md"']["origin"] == "factcheck.toml:3"
    assert data["values"]["nli"] == {"value": "bundled", "origin": "default"}


def test_config_check_and_schema(run: Run, project: Path) -> None:
    assert run("config", "check").out == "factcheck.toml: can be used\n"
    (project / "factcheck.toml").write_text("articels = []\n", encoding="utf-8")
    ran = run("config", "check")
    assert ran.code == ExitCode.INCOMPLETE
    assert ran.err == "factcheck: error: factcheck.toml:1: unknown key 'articels'; did you mean 'articles'?\n"
    assert json.loads(run("config", "schema").out)["title"] == "factcheck.toml"


def test_rules_are_explained(run: Run) -> None:
    assert run("rule", "N101").out == run("rule", "number-contradicted").out
    assert run("rule", "N101").out.startswith("N101 number-contradicted: ")
    assert [rule["id"] for rule in json.loads(run("rule", "D", "--format", "json").out)["rules"]] == [
        "D201",
        "D202",
        "D203",
    ]
    assert run("rule", "--all").out.startswith("# Rules\n")
    assert "did you mean 'S901'?" in run("rule", "N901").err
    assert run("rule").code == ExitCode.INCOMPLETE


def test_init_writes_what_works_and_overwrites_nothing(run: Run, folder: Path) -> None:
    (folder / ".pre-commit-config.yaml").write_text("repos: []\n", encoding="utf-8")
    first = run("init")
    assert first.code == ExitCode.CLEAN
    assert "factcheck.toml: written\n" in first.out
    assert "      - id: factcheck\n" in first.out
    assert (folder / ".pre-commit-config.yaml").read_text("utf-8") == "repos: []\n"
    (folder / "factcheck.toml").write_text("jobs = 1\n", encoding="utf-8")
    assert "factcheck.toml: is there already" in run("init").out
    assert run("config", "show").out.count("# factcheck.toml:1") == 1
    assert run("init", "gone").code == ExitCode.INCOMPLETE


def test_references_are_listed_added_and_verified(run: Run, folder: Path) -> None:
    assert "article.md: no references" in run("refs", "list", "article.md").out
    added = run("refs", "add", "article.md", "references/report.md", "--rank", "primary", "--title", 'The "report"')
    assert (added.out, added.err) == ("article.refs.toml: added references/report.md\n", "")
    assert "has references/report.md already" in run("refs", "add", "article.md", "references/report.md").err
    listed = run("refs", "list", "article.md").out
    assert "named by: sidecar" in listed
    assert 'The "report", Harbour authority, 2026-02-03, primary' in listed
    data = json.loads(run("refs", "list", "article.md", "--format", "json").out)
    assert [r["rank"] for r in data["articles"][0]["references"]] == ["primary"]
    assert "N101" in run("check", "article.md", *QUICK).out
    assert run("refs", "verify", "article.md").out == "references/report.md: as noted\n"
    (folder / "references" / "report.md").write_text(REPORT + "More.\n", encoding="utf-8")
    changed = run("refs", "verify", "article.md")
    assert (changed.code, changed.err) == (
        ExitCode.FINDINGS,
        "factcheck: error: references/report.md: has changed since it was noted\n",
    )


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("references/gone.md",), "references/gone.md: no such file"),
        (("article.md",), "the article is no reference for itself"),
        (("references/wire.txt", "--date", "May"), "--date: 'May' is not a day like 2024-06-16"),
        (("references/wire.txt", "--rank", "third"), "--rank: "),
        (("https://example.org/a",), "save the page as .factcheck/snapshots/example.org/a"),
        (("../outside.md",), "lies outside the project"),
    ],
)
def test_a_reference_that_cannot_be_added(run: Run, folder: Path, args: tuple[str, ...], said: str) -> None:
    (folder / ".factcheck").mkdir()
    (folder.parent / "outside.md").write_text("Six.\n", encoding="utf-8")
    ran = run("refs", "add", "article.md", *args)
    assert ran.code == ExitCode.INCOMPLETE
    assert said in ran.err
    assert not (folder / "article.refs.toml").exists()


def test_claims_that_are_given_are_judged_as_they_are(run: Run, folder: Path) -> None:
    (folder / "claims.jsonl").write_text(
        '{"id": "trips", "text": "Ferry trips rose 12 percent in 2025."}\n'
        '{"text": "The strike of the dockers lasted nine days, and it rained."}\n',
        encoding="utf-8",
    )
    ran = run("check", "--claims", "claims.jsonl", "-r", "references", "--nli", "none", "--format", "json")
    assert ran.code == ExitCode.FINDINGS
    report = json.loads(ran.out)
    assert [claim["id"] for claim in report["claims"]] == ["trips", "c2"]
    assert [finding["claim"] for finding in report["findings"]] == ["trips"]
    assert "parser" not in [model["name"] for model in report["tool"]["models"]]
    text = (folder / "claims.jsonl").read_text("utf-8")
    for claim in report["claims"]:
        ((start, end),) = claim["spans"]
        assert text[start:end] == claim["text"]
    assert run("check", "--claims", "gone.jsonl", "-r", "references").code == ExitCode.INCOMPLETE
    right = '{"text": "Ferry trips rose 9.5 percent in 2025."}\n'
    (folder / "claims.jsonl").write_text(right, encoding="utf-8")
    ran = run("check", "--claims", "claims.jsonl", "-r", "references", *QUICK)
    assert (ran.code, ran.out.split(",")[0]) == (ExitCode.CLEAN, "checked 1 list of claims")


def test_numbers_with_references_have_verdicts_and_fail_nothing(run: Run, project: Path) -> None:
    ran = run("numbers", "articles", "--nli", "none", "--splitter", "sentence")
    assert ran.code == ExitCode.CLEAN
    assert ran.out.startswith("articles/a.md\n\n")
    assert "! contradicted  report: 9.5%" in ran.out
    data = json.loads(run("numbers", "articles", "--nli", "none", "--splitter", "sentence", "--format", "json").out)
    assert [document["path"] for document in data["documents"]] == ["articles/a.md", "articles/b.txt"]
    assert data["numbers"][0]["verdict"] == "contradicted"


def test_claims_of_several_articles_are_numbered_through(run: Run, project: Path) -> None:
    data = json.loads(run("claims", "articles", "--splitter", "sentence", "--format", "json").out)
    assert [claim["id"] for claim in data["claims"]] == [f"c{n}" for n in range(1, len(data["claims"]) + 1)]
    assert {claim["document"] for claim in data["claims"]} == {0, 1}
    assert run("claims", "articles", "gone.md", "--splitter", "sentence").code == ExitCode.INCOMPLETE


def test_hostile_names_print_as_text(run: Run, project: Path) -> None:
    (project / "articles" / "c.md").write_text('---\nreferences: "\\e[31mred.md"\n---\nSix men.\n', encoding="utf-8")
    ran = run("check", "articles/c.md", *QUICK)
    assert ran.code == ExitCode.INCOMPLETE
    assert "\x1b" not in ran.out + ran.err


def test_configured_references_that_are_not_there_are_told_once(run: Run, folder: Path) -> None:
    (folder / "factcheck.toml").write_text('[references]\n"*.md" = ["notes/{stem}/*"]\n', encoding="utf-8")
    (folder / "second.md").write_text("Trips rose 12 percent.\n", encoding="utf-8")
    ran = run("check", "article.md", "second.md", "--nli", "none", "--splitter", "sentence", "--select", "R")
    told = "article.md: what [references] names for it matches no file (and so for 1 more): notes/article/*"
    assert (ran.code, ran.err) == (1, f"factcheck: warning: {told}\n")
