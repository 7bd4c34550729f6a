"""The fact sheet as Markdown."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from factcheck.export.markdown import markdown_sheet
from tests.export.examples import hostile, reviewed

RENDERER = MarkdownIt("gfm-like", {"linkify": False, "html": True})


def test_each_claim_has_its_decision_and_its_evidence() -> None:
    text = markdown_sheet(reviewed()).decode()
    assert "- verdicts: 1 contradicted, 1 not judged, 2 supported, 1 unverified" in text
    assert "- decisions: 1 error, 1 needs source, 1 ok, 2 open" in text
    assert "| 1 | 3:24 | ! contradicted | error, mk | Trips rose 12 percent. |" in text
    assert "- correction: rose 9.5 percent" in text
    assert "Cited: r2, Agency wire, refs/r2.md:1\n\n> Trips were up about a tenth." in text


def test_the_words_of_others_are_nothing_but_words() -> None:
    page = RENDERER.render(markdown_sheet(hostile()).decode())
    assert not re.search(r"<(?:script|img|a)\b", page)
    assert "javascript:" not in re.sub(r">[^<]*<", "><", page)
    assert "\u202e" not in page
    assert "{{" not in markdown_sheet(hostile()).decode()
