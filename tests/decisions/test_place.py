from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from factcheck.decisions.place import log_folder, logs_of, project_root, reviewer_id
from factcheck.errors import DecisionError, UsageError


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "news" / "may" / "ferry.md"
    path.parent.mkdir(parents=True)
    path.write_text("A ferry sank.\n")
    # Keeps the search from leaving the test's folder.
    (tmp_path / "factcheck.toml").write_text("")
    return path


@pytest.mark.parametrize("marker", [".git", ".factcheck", "factcheck.toml"])
def test_the_nearest_marked_folder_is_the_root(article: Path, tmp_path: Path, marker: str) -> None:
    assert project_root(article) == tmp_path
    (tmp_path / "news" / marker).mkdir()
    assert project_root(article) == tmp_path / "news"


def test_a_pyproject_marks_a_root_only_if_it_configures_this_tool(article: Path, tmp_path: Path) -> None:
    pyproject = tmp_path / "news" / "pyproject.toml"
    for other in ("[tool.other]\n", "tool = 3\n", "not toml"):
        pyproject.write_text(other)
        assert project_root(article) == tmp_path
    pyproject.write_text("[tool.factcheck]\n")
    assert project_root(article) == tmp_path / "news"


def test_every_way_to_name_an_article_leads_to_one_folder_inside_the_root(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = tmp_path / ".factcheck" / "decisions" / "news" / "may" / "ferry.md"
    monkeypatch.chdir(tmp_path / "news")
    for name in (article, Path("may/ferry.md"), Path("../news/./may/../may/ferry.md")):
        assert log_folder(name) == expected


def test_a_decisions_folder_that_leads_out_of_the_project_is_refused(
    article: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (tmp_path / ".factcheck").mkdir()
    (tmp_path / ".factcheck" / "decisions").symlink_to(tmp_path_factory.mktemp("elsewhere"))
    with pytest.raises(DecisionError, match="link"):
        log_folder(article)


@pytest.mark.parametrize("name", ["a\x00b", "x" * 5000])
def test_a_name_that_can_be_no_file_is_refused(name: str) -> None:
    with pytest.raises(DecisionError, match="no place"):
        logs_of(Path(name))


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("mk", "mk"),
        ("Maria Krause", "maria-krause"),
        ("../../etc/passwd", "etc-passwd"),
        ("/abs", "abs"),
        ("..hidden", "hidden"),
        ("a\x1b[31m\n", "a-31m"),
        ("Ольга", "ольга"),
        ("x" * 300, "x" * 64),
    ],
)
def test_a_name_becomes_a_harmless_file_name(article: Path, name: str, id: str) -> None:
    assert reviewer_id(name, article) == id


@pytest.mark.parametrize("name", ["", "..", "///", "\x00"])
def test_a_name_of_which_nothing_is_left_is_refused(article: Path, name: str) -> None:
    with pytest.raises(UsageError, match="--reviewer"):
        reviewer_id(name, article)


def test_without_a_name_git_is_asked_and_then_the_system(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("LOGNAME", "nightdesk")
    assert reviewer_id(None, article) == "nightdesk"
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "config", "user.name", "Ada Quist"], cwd=tmp_path, check=True)
    assert reviewer_id(None, article) == "ada-quist"
