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


def test_its_articles_pass_and_a_wrong_figure_is_found_as_its_readme_prints_it(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = {"harbour-line": "articles/harbour-line.refs", "library-year": "references/library"}
    for name, references in articles.items():
        assert main(["check", f"articles/{name}.md", "-r", references, "-q"]) == 0, capsys.readouterr().out
    capsys.readouterr()
    article = example / "articles" / "harbour-line.md"
    article.write_text(article.read_text(encoding="utf-8").replace(*FIGURE), encoding="utf-8")
    assert main(["check", "articles/harbour-line.md", "-r", "articles/harbour-line.refs", "-q"]) == 1
    printed = capsys.readouterr().out.split("\n\n")[0]
    assert f"```text\n{printed}\n```" in (example / "README.md").read_text(encoding="utf-8")
