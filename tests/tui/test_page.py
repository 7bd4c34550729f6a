"""A page as article and as source: screen, prompts and exports show it as its reader sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.api import Checker
from factcheck.export.markdown import markdown_sheet
from factcheck.export.page import page
from factcheck.export.reviewed import gather
from factcheck.report import Report
from tests.tui.grid import grid
from tests.tui.session import session
from tests.tui.test_plain import Talk

ARTICLE = """<html><head><title>Ferries</title></head><body><article><h1>Ferries</h1>
<p class="lead">The board said passenger <b>trips rose 12&nbsp;percent</b> in the
  <a href="https://example.org/2011">year to March</a>.</p><p>Nobody &amp; nothing was late.</p>
</article></body></html>
"""
SOURCE = """<html><head><title>Yearbook</title></head><body><article>
<p>Passenger trips <strong>rose by <span id="n12">9.5&nbsp;percent</span></strong> in the year to March.</p>
<p>The board has 12 &lt;members&gt;, the year before it was the same.</p></article></body></html>
"""
MARKUP = ("<b>", "&nbsp;", "href", "</", "&amp;", "<strong>", "&lt;")


@pytest.fixture
def found() -> Report:
    Path("ferries.html").write_text(ARTICLE)
    Path("yearbook.html").write_text(SOURCE)
    return Checker(nli="none", splitter="sentence").check("ferries.html", ["yearbook.html"])


async def test_the_screen_shows_article_evidence_and_source_without_markup(found: Report) -> None:
    async with session(found=found, claim="2") as s:
        assert s.state.sign(1) == "!"
        shown = s.text
        rows = grid(s.app)
        article, evidence = (" ".join(row[a:b].strip(" │>") for row in rows) for a, b in ((39, 79), (80, 119)))
        assert "!The board said passenger trips rose 12 percent in the year to March." in article
        assert ">>9.5 percent<<" in " ".join(evidence.split())
        assert "near miss, of something else: yearbook line" in " ".join(evidence.split())
        await s.press("t")
        assert "passenger trips rose 12 percent in the year to March" in s.app.screen.query_one("#line").value  # type: ignore[attr-defined]
        await s.press("escape", "v")
        assert "[1] Passenger trips rose by 9.5 percent in the year to March." in "\n".join(grid(s.app))
        await s.press("escape", "w")
        shown += s.text
        await s.press("escape", "y", "c")
        assert s.copied[0].startswith("“Passenger trips rose by 9.5 percent in the year to March.”")
    assert not [each for each in MARKUP if each in shown + s.copied[0]]


def test_prompts_and_exports_show_no_markup(found: Report) -> None:
    talk = Talk("v", "w", "q", what=found)
    assert "  Passenger trips rose by 9.5 percent in the year to March." in talk.said
    assert not [each for each in MARKUP if each in talk.text]
    reviewed = gather(found)
    assert "> Passenger trips rose by 9.5 percent in the year to March.\n" in markdown_sheet(reviewed).decode()
    html = page(reviewed).decode()
    # What the page escapes is no markup of the article any more.
    assert "&lt;b&gt;" not in html
    assert "&amp;nbsp;" not in html
    assert "Nobody &amp; nothing was late." in html
