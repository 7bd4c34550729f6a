"""Lines cut down around a place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.document import Span
from factcheck.output.windows import flat, window

LINES = st.text(st.sampled_from("ab cd, \u6f22\u5b57\u00e9"), min_size=1, max_size=300)


@st.composite
def lines_with_a_place(draw: st.DrawFn) -> tuple[str, Span]:
    line = draw(LINES)
    start = draw(st.integers(0, len(line)))
    return line, Span(start, draw(st.integers(start, len(line))))


@given(lines_with_a_place(), st.integers(10, 120))
def test_a_window_fits_and_shows_a_part_of_the_line_at_its_place(case: tuple[str, Span], width: int) -> None:
    line, focus = case
    cut = window(line, focus, width)
    assert cell_len(cut.text) <= width
    assert cut.shown.shifted(cut.shift).of(cut.text) == cut.shown.of(line)


@given(lines_with_a_place(), st.integers(10, 120))
def test_the_focus_is_seen_as_far_as_there_is_room(case: tuple[str, Span], width: int) -> None:
    line, focus = case
    cut = window(line, focus, width)
    seen = cut.place(focus).of(cut.text)
    assert focus.of(line).startswith(seen)
    assert seen == focus.of(line) or cell_len(focus.of(line)) > width - 4


def test_a_long_line_is_cut_between_words() -> None:
    line = "one two three four five six seven eight nine ten eleven twelve"
    cut = window(line, Span(line.index("six"), line.index("six") + 3), 24)
    assert cut.text == "\u2026five six seven\u2026"
    assert cut.place(Span(line.index("six"), line.index("six") + 3)).of(cut.text) == "six"


def test_flat_text_keeps_places() -> None:
    assert flat("a\tb\nc\x1bd") == "a b c\u241bd"
