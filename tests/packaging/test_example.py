"""The repository under docs/example."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from factcheck.cli import main
from tests.packaging.files import EXAMPLE

FIGURE = ("2.4 million euros", "2.6 million euros")


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "example"
    shutil.copytree(EXAMPLE, folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("options", [(), ("--nli", "none")])
def test_its_articles_pass(example: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...]) -> None:
    assert main(["check", "-q", *options]) == 0, capsys.readouterr().out
    assert "checked 2 articles" in capsys.readouterr().out


def test_a_wrong_figure_is_found_as_its_readme_prints_it(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = example / "articles" / "harbour-line.md"
    article.write_text(article.read_text(encoding="utf-8").replace(*FIGURE), encoding="utf-8")
    assert main(["check", "articles", "-q"]) == 1
    printed = capsys.readouterr().out.split("\n\n")[0]
    assert f"```text\n{printed}\n```" in (EXAMPLE / "README.md").read_text(encoding="utf-8")


def test_it_has_what_init_writes(tmp_path: Path) -> None:
    assert main(["init", str(tmp_path)]) == 0
    for name in (".pre-commit-config.yaml", ".github/workflows/factcheck.yml"):
        assert (tmp_path / name).read_text(encoding="utf-8") == (EXAMPLE / name).read_text(encoding="utf-8")
