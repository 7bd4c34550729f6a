"""Globs of a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import ConfigError
from factcheck.patterns import Patterns, expanded


@pytest.mark.parametrize(
    ("glob", "path", "fits"),
    [
        ("*.md", "a/b/c.md", True),
        ("a/*.md", "a/c.md", True),
        ("a/*.md", "a/b/c.md", False),
        ("a/**/*.md", "a/b/d/c.md", True),
        ("./*.md", "c.md", True),
        ("./*.md", "a/c.md", False),
        ("**/*.{md,txt}", "a/c.txt", True),
        ("drafts", "a/drafts/c.md", True),
        (".*", "a/.git/c.md", True),
        (".*", "a/c.md", False),
    ],
)
def test_globs_fit_below_their_folder(tmp_path: Path, glob: str, path: str, fits: bool) -> None:
    assert Patterns(tmp_path, (glob,)).fit(tmp_path / path) is fits


def test_outside_of_the_folder_only_the_name_counts(tmp_path: Path) -> None:
    inner = Patterns(tmp_path / "inner", ("*.md", "sub/*.txt"))
    assert inner.fit(tmp_path / "outer" / "c.md")
    assert not inner.fit(tmp_path / "sub" / "c.txt")


def test_braces() -> None:
    assert expanded("{a,b}/*.{md,txt}") == ["a/*.md", "a/*.txt", "b/*.md", "b/*.txt"]
    assert expanded("refs/{stem}/**") == ["refs/{stem}/**"]
    with pytest.raises(ConfigError, match="alternatives"):
        expanded("{a,b}" * 20)
