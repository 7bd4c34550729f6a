from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.tui.bars import footer
from factcheck.tui.fitting import Piece, fitted
from factcheck.tui.keys import KeyMap

GAP, BETWEEN = "  ", " | "


@st.composite
def pieces(draw: st.DrawFn) -> Piece:
    forms = draw(st.lists(st.text("ab", max_size=9), min_size=1, max_size=4, unique_by=len))
    forms.sort(key=len, reverse=True)
    worth = draw(st.lists(st.integers(0, 9), min_size=len(forms) - 1, max_size=len(forms) - 1, unique=True))
    return Piece(tuple(forms), tuple(sorted(worth)))


def joined(said: list[list[str]]) -> str:
    return BETWEEN.join(map(GAP.join, said))


@given(st.lists(st.lists(pieces(), min_size=1, max_size=4), min_size=1, max_size=4), st.integers(0, 80))
def test_a_line_fits_wherever_it_can_and_says_no_less_than_it_must(groups: list[list[Piece]], width: int) -> None:
    said = fitted(groups, width, GAP, BETWEEN)
    shortest = [[piece.forms[-1] for piece in group if piece.forms[-1]] for group in groups]
    least = joined([group for group in shortest if group])
    assert cell_len(joined(said)) <= max(width, len(least))
    if width >= 80 * 4:
        assert joined(said) == joined([[piece.forms[0] for piece in group] for group in groups])


def test_what_matters_least_gives_way_first_and_comes_back_where_there_is_room() -> None:
    groups = [[Piece(("aaaa", ""), (1,)), Piece(("bbbbbbbb", ""), (2,))], [Piece(("cc", "c"), (3,))]]
    lines = [joined(fitted(groups, width, GAP, BETWEEN)) for width in (19, 18, 13, 12, 9, 8, 4, 1)]
    assert lines == [
        "aaaa  bbbbbbbb | cc",
        "bbbbbbbb | cc",
        "bbbbbbbb | cc",
        "aaaa | cc",
        "aaaa | cc",
        "cc",
        "cc",
        "c",
    ]


@pytest.mark.parametrize(
    ("width", "keys"),
    [
        (
            118,
            "a ok  x error  s source?  o opinion  p pass | c note  1-9 cite  v source  w why | n next open  u undo |",
        ),
        (78, "a ok x error s source? o opin p pass | c note 1-9 cite | n next u undo | ? q"),
        (58, "a ok x error s source? o opin p pass | n next u undo | ? q"),
    ],
)
def test_the_footer_keeps_what_matters_most(width: int, keys: str) -> None:
    groups = footer(KeyMap(), readonly=False, back=False, alone=False)
    gap = "  " if width > 100 else " "
    line = " | ".join(gap.join(group) for group in fitted(groups, width, gap, " | "))
    assert line.startswith(keys)
    assert cell_len(line) <= width


@pytest.mark.parametrize("width", [40, 48, 57])
def test_where_one_pane_has_all_the_room_help_and_the_way_back_stay(width: int) -> None:
    groups = footer(KeyMap(), readonly=False, back=True, alone=True)
    line = " | ".join(" ".join(group) for group in fitted(groups, width, " ", " | "))
    assert "? keys q back" in line
    assert "tab" in line
    assert cell_len(line) <= width
