"""Which files are articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.inputs.articles import ArticleSearch
from factcheck.patterns import Patterns

ARTICLES = ("**/*.{md,mdx,txt}",)
EXCLUDE = (".*", "node_modules", "*.refs")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a2.md", "a10.md", "b/c.txt", "b/d.png", ".hidden/e.md", "node_modules/f.md", "b/c.refs/g.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Six.\n", encoding="utf-8")
    return tmp_path


def search(**options: object) -> ArticleSearch:
    here = Path.cwd()
    defaults = {"articles": (Patterns(here, ARTICLES),), "exclude": (Patterns(here, EXCLUDE),)}
    return ArticleSearch(**{**defaults, **options})  # type: ignore[arg-type]


def found(*names: str, **options: object) -> list[str]:
    files = search(**options).find(names)
    assert files.errors == ()
    return list(files.paths)


def test_folders_are_searched_in_natural_order_without_what_is_excluded() -> None:
    assert found(".") == ["a2.md", "a10.md", "b/c.txt"]
    assert found("b") == ["b/c.txt"]


def test_what_is_named_outright_is_an_article_unless_exclusions_are_forced() -> None:
    assert found(".hidden/e.md", "b/d.png") == [".hidden/e.md", "b/d.png"]
    assert found(".hidden") == [".hidden/e.md"]
    assert found(".hidden/e.md", "b/d.png", "a2.md", force_exclude=True) == ["a2.md"]


def test_globs() -> None:
    assert found("*.md") == ["a2.md", "a10.md"]
    assert found("**/*.{md,txt}") == ["a2.md", "a10.md", "b/c.txt"]
    assert found("b/*") == ["b/c.txt"]


def test_each_file_is_one_article_however_often_it_is_named(folder: Path) -> None:
    (folder / "link.md").symlink_to("a2.md")
    assert found("a2.md", "./a2.md", "link.md", "*.md") == ["a2.md", "a10.md"]


def test_gitignore_is_respected_the_nearest_first(folder: Path) -> None:
    (folder / ".gitignore").write_text("*.txt\n/a2.md\n", encoding="utf-8")
    (folder / "b" / ".gitignore").write_text("!c.txt\n", encoding="utf-8")
    assert found(".") == ["a10.md", "b/c.txt"]
    assert found(".", gitignore=False) == ["a2.md", "a10.md", "b/c.txt"]
    assert found("a2.md") == ["a2.md"]


def test_a_gitignore_above_counts_within_a_repository(folder: Path) -> None:
    (folder / ".gitignore").write_text("c.txt\n", encoding="utf-8")
    assert found("b") == ["b/c.txt"]
    (folder / ".git").mkdir()
    assert found("b") == []


def test_a_folder_and_a_glob_that_mean_nothing() -> None:
    files = search().find(["gone/*.md", "a2.md"])
    assert files.paths == ("a2.md",)
    assert [(error.path, error.message) for error in files.errors] == [("gone/*.md", "matches no file")]


def test_only_what_nobody_named_is_searched() -> None:
    files = search().find(["a2.md", "b"])
    assert files.searched == {"b/c.txt"}


def test_a_suffix_in_capitals_is_found_in_a_folder_as_well(folder: Path) -> None:
    (folder / "b" / "README.MD").write_text("Six.\n", encoding="utf-8")
    (folder / "b" / "NOTES.Txt").write_text("Six.\n", encoding="utf-8")
    assert found("b") == ["b/NOTES.Txt", "b/README.MD", "b/c.txt"]
    assert found("b/README.MD", "b/d.png", force_exclude=True) == ["b/README.MD"]
