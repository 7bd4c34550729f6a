from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from factcheck.tui.rows import Row, lines_of

CONSOLE = Console(width=80)
words = st.lists(st.text("abc", min_size=1, max_size=9), max_size=20).map(" ".join)


@given(words, words, st.integers(0, 20), st.integers(4, 60))
def test_no_line_is_too_long_and_no_word_is_lost(left: str, right: str, column: int, width: int) -> None:
    lines = [line.plain for line in Row(Text(left), Text(right), column).lines(width, CONSOLE)]
    assert all(len(line.rstrip()) <= max(width, len(left)) for line in lines)
    assert "".join("".join(lines).split()) == "".join(f"{left}{right}".split())


def test_what_is_broken_stays_in_its_column() -> None:
    row = Row(Text("key", "bold"), Text("some words that go on"), 5)
    assert [line.plain.rstrip() for line in row.lines(17, CONSOLE)] == ["key  some words", "     that go on"]


def test_a_text_keeps_its_own_lines() -> None:
    lines = lines_of(Text("one\n\ntwo three"), 5, CONSOLE)
    assert [line.plain.rstrip() for line in lines] == ["one", "", "two", "three"]
