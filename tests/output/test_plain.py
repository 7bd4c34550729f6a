"""Hostile text made harmless."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.output.plain import acts, one_line, visible

ANY_TEXT = st.text(st.characters())


@given(ANY_TEXT)
@example("\x1b]52;c;aGk=\x07")
@example("\u202e441 \u202c")
@example("\x9b31m")
@example("a\r\nb\rc\u2028d\u0085")
def test_nothing_is_left_that_a_terminal_acts_on(text: str) -> None:
    left = {unicodedata.category(char) for char in visible(text).translate({ord(c): None for c in "\t\n\u200c\u200d"})}
    assert left.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})


@given(ANY_TEXT)
def test_every_code_point_keeps_its_place(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert all(a == b for a, b in zip(text, shown, strict=True) if not acts(a))


@given(ANY_TEXT)
def test_one_line_is_one_line_without_blanks_around(text: str) -> None:
    line = one_line(text)
    assert not set(line) & set("\r\n\t")
    assert "  " not in line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\u241b[31mred"),
        ("\x00\x7f", "\u2400\u2421"),
        ("12\u202e34", "12\ufffd34"),
        ("a\u200bb", "a\ufffdb"),
        ("1\u200d2", "1\ufffd2"),
        ("x\r\ny\rz", "x \ny\nz"),
        ("[bold]markup[/bold] stays", "[bold]markup[/bold] stays"),
        ("\u06cc\u200c\u062e", "\u06cc\u200c\u062e"),
        ("caf\u00e9 \u2013 \u201cyes\u201d", "caf\u00e9 \u2013 \u201cyes\u201d"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown
