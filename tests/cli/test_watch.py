"""--watch: what changes is told, and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from factcheck.cli.watch import Watched
from tests.cli.conftest import Run
from tests.cli.process import running

QUICK = ("--nli", "none", "--splitter", "sentence", "--format", "concise", "--no-cache")
WAITING = "watching for changes; end with ctrl-c\n"


@pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
def test_news_are_told_after_each_change(folder: Path) -> None:
    article, source = folder / "article.md", folder / "references" / "report.md"
    article.write_text("Ferry trips rose 12 percent in 2025. The strike lasted nine days.\n", encoding="utf-8")
    with running("check", "article.md", "-r", "references", *QUICK, "--watch", cwd=folder) as process:
        first = process.until(WAITING)
        assert "N101 `12 percent` differs" in first
        assert first.count("\n") == 3

        moved = "Nobody was hurt.\n\n" + article.read_text(encoding="utf-8").replace("nine", "ten")
        article.write_text(moved, encoding="utf-8")
        second = process.until(WAITING)
        assert "`12 percent` differs" not in second
        assert "article.md:3:" in second
        assert "N102 `ten days` is not supported" in second
        assert second.count("\n") == 3  # what is new, coverage, waiting
        assert "gone" not in second

        (folder / "references" / ".hidden.md").write_text("Trips rose 12 percent.", encoding="utf-8")
        (folder / "other.md").write_text("Trips rose 12 percent.", encoding="utf-8")
        replaced = source.with_suffix(".tmp")
        replaced.write_text(source.read_text(encoding="utf-8").replace("9.5", "12"), encoding="utf-8")
        replaced.rename(source)
        third = process.until(WAITING)
        assert "article.md: gone: N101 `12 percent` differs from the sources (source report: 9.5 percent)\n" in third
        assert "ten days" not in third
        assert third.rstrip().splitlines()[-2].endswith("1 error")

        article.unlink()
        assert "article.md: no such file" in process.until(WAITING)
        article.write_text(moved, encoding="utf-8")
        assert "differs" not in process.until(WAITING)

        process.interrupt()
        assert process.ended() == 130
    assert list(process.lines.queue) == ["factcheck: interrupted\n"]


@pytest.mark.parametrize("args", [("article.md", "--format", "json"), ("-",)])
def test_what_cannot_be_watched_is_refused(args: tuple[str, ...], run: Run, folder: Path) -> None:
    ran = run("check", "--watch", *args)
    assert ran.code == 2
    assert ran.err.startswith("factcheck: error: --watch ")


def test_files_folders_and_globs(folder: Path) -> None:
    (folder / "references" / "old" / ".git").mkdir(parents=True)
    (folder / "articles" / "2026").mkdir(parents=True)
    watched = Watched.of(["article.md", "references", "articles/**/*.md", "later.md"])
    for name in ("article.md", "later.md", "references/new.txt", "references/old/a.md", "articles/2026/x.md"):
        assert watched.holds(folder / name), name
    assert watched.holds(folder / "article.refs.toml")
    for name in (".other.md", "other.log", "references/.a.md", "references/old/.git/a.md", ".factcheck/cache/a.json"):
        assert not watched.holds(folder / name), name
    names = {path.relative_to(folder.resolve()).as_posix() for path in watched.directories()}
    assert names == {".", "references", "references/old", "articles", "articles/2026"}
