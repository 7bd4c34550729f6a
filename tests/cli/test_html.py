"""Pages of HTML as articles: found where articles are looked for, and findings at their places in the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.report import Format
from tests.cli.conftest import Run

QUICK = ("--nli", "none", "--splitter", "sentence")
PAGE = """<!doctype html>
<title>Größe &amp; Fähre</title>
<p>Größe &uuml;ber all 🚢: ferry trips rose <b>12&nbsp;percent</b> in&#32;2025. The pier cost 40 million euros in 2024.
"""
SOURCE = "Ferry trips rose 9.5 percent in 2025.\n\nThe pier cost 30 million euros in 2024.\n"
LINE = PAGE.splitlines()[2]


def columns(words: str) -> tuple[int, int]:
    """The first column of some words of the page, and the one behind them."""
    return LINE.index(words) + 1, LINE.index(words) + 1 + len(words)


def in_bytes(column: int) -> int:
    return len(LINE[: column - 1].encode()) + 1


RISE, COST = columns("12&nbsp;percent"), columns("40 million euros")
PLACES = {
    Format.FULL: [f"page.html:3:{start}-{end - 1}: error N101" for start, end in (RISE, COST)],
    Format.CONCISE: [f"page.html:3:{start}: N101" for start, _ in (RISE, COST)],
    Format.JSON: [f'"column": {start}' for start, _ in (RISE, COST)],
    Format.JSONL: [f'"line": 3, "column": {start}' for start, _ in (RISE, COST)],
    Format.GITHUB: [f"line=3,endLine=3,col={start},endColumn={end}," for start, end in (RISE, COST)],
    Format.GITLAB: ['"begin": 3'],
    Format.RDJSON: [f'"column": {in_bytes(column)}' for column in (*RISE, *COST)],
    Format.SARIF: [f'"startColumn": {start}' for start, _ in (RISE, COST)],
    Format.JUNIT: [f"page.html:3:{start}: error" for start, _ in (RISE, COST)],
    Format.MARKDOWN: [f"html\\:3:{start} |" for start, _ in (RISE, COST)],
}


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "source.txt").write_text(SOURCE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("format", list(Format))
@pytest.mark.usefixtures("page")
def test_a_finding_stands_at_its_place_in_the_file(format: Format, run: Run) -> None:
    ran = run("check", "page.html", "-r", "source.txt", *QUICK, "--format", format)
    assert ran.code == 1
    for place in PLACES[format]:
        assert place in ran.out


@pytest.mark.usefixtures("page")
def test_a_value_is_suggested_only_for_words_without_markup(run: Run) -> None:
    ran = run("check", "page.html", "-r", "source.txt", *QUICK, "--format", "rdjson")
    suggested = [d.get("suggestions", [{}])[0].get("text") for d in json.loads(ran.out)["diagnostics"]]
    assert suggested == [None, "30 million euros"]


def test_pages_are_articles_where_a_folder_is_searched(run: Run, page: Path) -> None:
    for name in ("a.htm", "b.xhtml", "c.HTML"):
        (page / name).write_text(PAGE, encoding="utf-8")
    assert run("check", ".", "--show-files").out.split() == ["a.htm", "b.xhtml", "c.HTML", "page.html", "source.txt"]
