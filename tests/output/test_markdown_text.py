"""Text from outside in Markdown."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.output.markdown_text import escaped
from factcheck.output.plain import one_line

RENDERER = MarkdownIt("gfm-like", {"linkify": False, "html": True})
TEXTS = st.text(max_size=40) | st.text(alphabet=st.sampled_from("*_`[]()<>!#|\\&~+-=1. \nwww.@a:/"), max_size=20)


@given(TEXTS)
def test_escaped_text_is_shown_as_it_stands(text: str) -> None:
    page = RENDERER.render(f"> {escaped(text)}")
    shown = html.unescape(re.sub(r"</?(?:blockquote|p)>", "", page))
    assert " ".join(shown.split()) == " ".join(one_line(text).split())


@given(TEXTS)
def test_a_cell_of_a_table_holds_it_whole(text: str) -> None:
    page = RENDERER.render(f"| a | b |\n|---|---|\n| x | {escaped(text)} |\n")
    (shown,) = re.findall(r"<td>x</td>\n<td>(.*)</td>", page)
    assert " ".join(html.unescape(shown).split()) == " ".join(one_line(text).split())


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("page.md:6: it's 12 - 14 %", "page.md\\:6: it's 12 - 14 %"),
        ("see https://a.org, www.b.org", "see https\\://a.org, www\\.b.org"),
        ("@desk, a@b.org :tada:", "\\@desk, a\\@b.org \\:tada:"),
    ],
)
def test_what_dialects_make_links_signs_and_names_of(text: str, written: str) -> None:
    assert escaped(text) == written
