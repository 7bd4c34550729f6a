"""What a change in a repository puts in question."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from factcheck import Checker
from factcheck.errors import GitError
from factcheck.readers import read_document, read_references
from factcheck.report import Report, Silencer
from factcheck.scope import Changes, FilterMode, narrow
from factcheck.settings import NO_NLI, SENTENCE
from tests.repository import ARTICLE, OTHER, REPORT, git, repository

CHECKER = Checker(nli=NO_NLI, splitter=SENTENCE)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(repository(tmp_path / "news"))
    return Path()


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")


def narrowed(names: Sequence[str] = ("article.md", "other.md"), mode: FilterMode = FilterMode.CHANGED) -> Report:
    articles = [read_document(name) for name in names]
    references = read_references(["refs"])[0]
    changes = Changes("main", articles)
    report = CHECKER.run([a for a in articles if changes.touches(a, references)], references)
    return narrow(report, changes, mode)


def told(report: Report) -> list[str]:
    return [finding.span.of(report.documents[finding.document].text) for finding in report.findings]


def test_nothing_changed_nothing_is_judged(folder: Path) -> None:
    assert narrowed().documents == ()


@pytest.mark.parametrize(
    ("mode", "found"),
    [
        (FilterMode.CHANGED, ["15 cranes"]),
        (FilterMode.BLOCK, ["TK", "15 cranes"]),
        (FilterMode.FILE, ["40 million euros", "TK", "15 cranes"]),
        (FilterMode.ALL, ["40 million euros", "TK", "15 cranes"]),
    ],
)
@pytest.mark.parametrize("committed", [True, False])
def test_an_edited_sentence_is_in_scope(folder: Path, mode: FilterMode, found: list[str], committed: bool) -> None:
    write(folder / "article.md", "New first paragraph.\n\n" + ARTICLE.replace("14 cranes", "15 cranes"))
    if committed:
        git(folder, "commit", "-qam", "two")
    report = narrowed(mode=mode)
    assert [document.path for document in report.documents] == ["article.md"]
    assert told(report) == found
    assert {one.by for one in report.silenced} <= {Silencer.SCOPE}


def test_a_changed_reference_puts_the_sentences_that_cite_it_in_scope(folder: Path) -> None:
    write(folder / "refs/report.md", REPORT.replace("9.5", "8.5"))
    report = narrowed()
    assert [finding.rule for finding in report.findings] == ["N101"]
    assert told(report) == ["9.5 percent"]


@pytest.mark.parametrize("text", ["The harbour keeps its boats dry.\n", None])
def test_a_passage_taken_out_of_the_references_leaves_its_sentence_in_scope(folder: Path, text: str | None) -> None:
    if text is None:
        (folder / "refs/report.md").unlink()
    else:
        write(folder / "refs/report.md", text)
    report = narrowed()
    assert told(report) == ["9.5 percent", "2025"]


def test_a_record_that_changed_and_its_neighbours(folder: Path) -> None:
    lines = (
        '{"id": "a", "text": "The pier cost 40 million euros."}\n{"id": "b", "text": "Captain Toll has 14 cranes."}\n'
    )
    write(folder / "refs/wires.jsonl", lines)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "records")
    git(folder, "branch", "-f", "main")
    write(folder / "refs/wires.jsonl", lines.replace("14", "13"))
    articles = [read_document("article.md")]
    references = read_references(["refs"])[0]
    changes = Changes("main", articles)
    assert [reference.id for reference in references if changes.has_changed(reference)] == ["b"]


def test_the_place_left_behind_with_the_old_figure_is_in_scope(folder: Path) -> None:
    write(folder / "article.md", ARTICLE + "\nAll 14 cranes are red.\n")
    git(folder, "commit", "-qam", "two")
    git(folder, "branch", "-f", "main")
    write(folder / "article.md", ARTICLE.replace("14 cranes", "15 cranes") + "\nAll 14 cranes are red.\n")
    assert "All 14 cranes" in " ".join(told(narrowed())) or "14 cranes" in told(narrowed())


@pytest.mark.parametrize("tracked", [True, False])
def test_a_renamed_article_is_compared_with_what_it_was(folder: Path, tracked: bool) -> None:
    (folder / "article.md").rename(folder / "piece.md")
    write(folder / "piece.md", ARTICLE.replace("14 cranes", "15 cranes"))
    if tracked:
        git(folder, "add", "-A")
    assert told(narrowed(["piece.md"])) == ["15 cranes"]


def test_a_new_article_is_in_scope_as_a_whole(folder: Path) -> None:
    write(folder / "new.md", "The quay is 70 metres long.\n")
    assert told(narrowed(["new.md"])) == ["70 metres"]


def test_a_subdirectory_and_a_second_work_tree(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(folder, "worktree", "add", "-q", "../tree", "-b", "second")
    monkeypatch.chdir(folder / "../tree/refs")
    write(Path("../other.md"), OTHER.replace("3 metres", "4 metres"))
    articles = [read_document("../other.md")]
    changes = Changes("main", articles)
    report = narrow(CHECKER.run(articles, []), changes, FilterMode.CHANGED)
    assert told(report) == ["", "TK"]


@pytest.mark.parametrize("name", ["-x.md", "a b.md", "ü\t.md", ":(top)x.md", "$(touch pwned).md", "a\nb.md"])
def test_hostile_names(folder: Path, name: str) -> None:
    write(folder / name, OTHER)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "two")
    git(folder, "branch", "-f", "main")
    write(folder / name, OTHER.replace("3 metres", "4 metres"))
    report = narrowed([f"./{name}"])
    assert told(report) == ["4 metres", "TK"]
    assert not (folder / "pwned").exists()


def test_a_folder_laid_out_like_a_repository_runs_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its settings come with the branch under check, and may name programs."""
    git(folder, "init", "-q", "--bare", "desk")
    git(folder / "desk", "fetch", "-q", "..", "main:main")
    for key, value in {"bare": "false", "worktree": str(folder.resolve()), "fsmonitor": "true"}.items():
        git(folder / "desk", "config", f"core.{key}", value)
    git(folder / "desk", "config", "filter.x.clean", "touch pwned")
    write(folder / ".gitattributes", "*.md filter=x\n")
    write(folder / "desk" / "new.md", OTHER)
    monkeypatch.chdir(folder / "desk")
    with pytest.raises(GitError, match="bare"):
        Changes("main", [read_document("new.md")])
    assert not list(Path("..").rglob("pwned"))


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("nowhere", "nowhere: no such commit here: fetch it first"),
        ("--output=x", "'--output=x' is not the name of a commit"),
        ("", "'' is not the name of a commit"),
        ("orphan", "no merge base of HEAD and orphan: their histories have nothing in common"),
    ],
)
def test_no_commit_to_compare_with(folder: Path, ref: str, said: str) -> None:
    git(folder, "branch", "orphan", git(folder, "commit-tree", "-m", "x", "HEAD^{tree}"))
    with pytest.raises(GitError) as raised:
        Changes(ref, [read_document("article.md")])
    assert str(raised.value).startswith(said)


def test_a_shallow_clone_is_told_to_fetch_more(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder / "other.md", OTHER + "\nMore.\n")
    git(folder, "commit", "-qam", "two")
    git(folder, "clone", "-q", "--depth", "1", f"file://{folder.resolve()}", str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    git(Path(), "fetch", "-q", "--depth", "1", "origin", "main:main")
    with pytest.raises(GitError, match="fetch more of the history"):
        Changes("main", [read_document("article.md")])


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "a.md").write_text("A boat.\n", encoding="utf-8")
    with pytest.raises(GitError, match="not in a git repository"):
        Changes("main", [read_document(str(tmp_path / "a.md"))])


def test_an_article_of_elsewhere(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("A boat.\n", encoding="utf-8")
    with pytest.raises(GitError, match="not in the git repository"):
        Changes("main", [read_document("article.md"), read_document(str(tmp_path / "a.md"))])
