"""What the logs said before a change, and what the change keeps from being reported."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck import Checker
from factcheck.decisions import Ledger, anchors_of, logs_before
from factcheck.errors import UsageError
from factcheck.readers import read_document, read_references
from factcheck.report import DecisionKind, Report
from factcheck.settings import NO_NLI, SENTENCE, Review

OK, ERROR, *_ = DecisionKind
Git = Callable[..., None]
NAMES = ["article.md", "-rf.md", ":(top)x.md", "$(touch hacked) 'x'.md", "*.md", "é\n.md"]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """A repository with one commit in the working directory."""
    monkeypatch.chdir(tmp_path)
    for name, value in (("GIT_CONFIG_GLOBAL", os.devnull), ("GIT_CONFIG_SYSTEM", os.devnull)):
        monkeypatch.setenv(name, value)

    def run(*args: str) -> None:
        who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *args], check=True, capture_output=True)

    run("init", "-q", "-b", "main")
    Path("source.txt").write_text("The dam holds 37 million litres.\n")
    run("add", ".")
    run("commit", "-q", "-m", "one")
    return run


def write(name: str = "article.md") -> str:
    Path(name).write_text("The dam holds 41 million litres.\n")
    return name


def decide(reviewer: str, kind: DecisionKind, name: str = "article.md", directory: Path | None = None) -> None:
    document = read_document(name if not name.startswith("-") else f"./{name}")
    claims = Checker(nli=NO_NLI, splitter=SENTENCE).run([document], []).claims
    (anchor,) = anchors_of(document, [checked.claim for checked in claims])
    Ledger.of(Path(document.path), reviewer, directory).decide(anchor, kind)


def fresh(since: str = "main", directory: Path | None = None) -> list[tuple[str, str]] | None:
    references, _ = read_references(["source.txt"])
    report: Report = Checker(nli=NO_NLI, splitter=SENTENCE).run(
        [read_document("article.md")], references, decisions=True, review=Review(directory=directory), since=since
    )
    found = report.fresh_decisions
    return None if found is None else [(each.finding.rule, each.reason) for each in found]


@pytest.mark.parametrize("name", NAMES)
def test_logs_are_those_of_the_merge_base_whatever_the_article_is_called(git: Git, name: str) -> None:
    article = Path(write(name))
    decide("mk", OK, name)
    git("add", "--all")
    git("commit", "-q", "-m", "two")
    git("checkout", "-q", "-b", "change")
    decide("mk", ERROR, name)
    decide("jr", OK, name)
    logs, errors = logs_before("main")(Path(f"./{article}"))
    assert errors == []
    assert [(log.reviewer, [each.kind for each in log.history.in_force()]) for log in logs] == [("mk", [OK])]
    assert not Path("hacked").exists()


def test_a_decision_of_the_change_is_named_and_one_from_before_is_not(git: Git) -> None:
    write()
    decide("mk", OK)
    assert fresh() == [("N101", "mk: ok")]
    git("add", "--all")
    git("commit", "-q", "-m", "two")
    assert fresh() == []
    assert fresh("HEAD~1") == [("N101", "mk: ok")]


def test_an_edited_line_and_a_deleted_error_are_named(git: Git) -> None:
    write()
    decide("mk", ERROR)
    git("add", "--all")
    git("commit", "-q", "-m", "two")
    log = Path(".factcheck/decisions/article.md/mk.jsonl")
    log.write_bytes(log.read_bytes().replace(b'"error"', b'"ok"'))
    assert fresh() == [("C501", "decided otherwise now"), ("N101", "mk: ok")]
    log.unlink()
    assert fresh() == [("C501", "decided otherwise now")]


def test_only_what_came_after_the_branches_parted_is_of_the_change(git: Git) -> None:
    write()
    git("checkout", "-q", "-b", "change")
    git("checkout", "-q", "main")
    decide("mk", OK)
    git("add", "--all")
    git("commit", "-q", "-m", "on main")
    git("checkout", "-q", "change")
    git("merge", "-q", "--ff-only", "main")
    assert fresh() == []


@pytest.mark.parametrize("ref", ["nowhere", "--output=hacked", "", "main\n", "a\0b", "main..main"])
def test_a_revision_that_is_not_there_is_an_error(git: Git, ref: str) -> None:
    write()
    with pytest.raises(UsageError, match="no commit of this git repository"):
        fresh(ref)
    assert not Path("hacked").exists()


def test_histories_without_a_common_commit_are_an_error(git: Git) -> None:
    write()
    git("checkout", "-q", "--orphan", "other")
    git("commit", "-q", "-m", "apart")
    with pytest.raises(UsageError, match="fetch the whole history"):
        fresh()


def test_decisions_outside_git_came_with_no_change(git: Git, tmp_path_factory: pytest.TempPathFactory) -> None:
    write()
    elsewhere = tmp_path_factory.mktemp("decisions")
    decide("mk", OK, directory=elsewhere)
    assert fresh(directory=elsewhere) == []
    assert (elsewhere / "article.md" / "mk.jsonl").exists()


def test_a_link_in_the_place_of_a_log_is_not_followed(git: Git) -> None:
    write()
    folder = Path(".factcheck/decisions/article.md")
    folder.mkdir(parents=True)
    (folder / "mk.jsonl").symlink_to("/etc/passwd")
    git("add", "--all")
    git("commit", "-q", "-m", "two")
    assert logs_before("main")(Path("article.md")) == ([], [])
