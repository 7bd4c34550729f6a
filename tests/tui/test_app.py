from __future__ import annotations

import pytest
from textual import events
from textual.widgets import Input

from factcheck.tui.dialogs import Page
from tests.tui.examples import TEXT
from tests.tui.grid import grid
from tests.tui.session import NARROW, SHORT, STACKED, WIDE, session


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (WIDE, ["claims", "article", "evidence"]),
        (STACKED, ["article", "evidence"]),
        (NARROW, ["article"]),
        (SHORT, ["article"]),
    ],
)
async def test_each_width_has_its_panes_and_keeps_help_and_quit_in_sight(
    size: tuple[int, int], shown: list[str]
) -> None:
    async with session(size) as s:
        assert s.shown() == shown
        way_out = grid(s.app)[-1].rpartition(" | ")[2].split()
        assert {"?", "q"} <= set(way_out)
        assert size == STACKED or way_out == ["?", "keys", "q", "quit"]
        assert "trips rose" in s.text


async def test_where_one_pane_fits_tab_goes_round() -> None:
    async with session(NARROW) as s:
        seen = []
        for _ in range(3):
            await s.press("tab")
            seen += s.shown()
        assert seen == ["evidence", "claims", "article"]
        await s.press("shift+tab")
        assert s.shown() == ["claims"]


async def test_l_shows_the_list_over_the_others_and_takes_it_away() -> None:
    async with session(STACKED) as s:
        await s.press("l")
        assert "claims" in s.shown()
        await s.press("j", "l")
        assert s.shown() == ["article", "evidence"]
        assert s.state.current == 1


async def test_the_screen_says_everything_about_the_selected_claim() -> None:
    async with session((240, 40)) as s:
        for expected in (
            "ferries.md",
            "refs 2",
            "reviewer mk",
            "] 0/4",
            "open 4: 1! 1? 2+",
            "1 ! CONTRADICTED",
            "!trips rose 12",
            "+to 4.6 million",
            ">>9.5 percent<<",
            "Yearbook",
            "2026-04-02",
            "primary",
            "12 percent = 12 %",
            "9.5 percent = 9.5 %",
            "4.61 / 4.21 - 1 = 9.5 %",
            "why: article 12 %, source 9.5 %",
            "confidence 0.94",
        ):
            assert expected in s.text


@pytest.mark.parametrize(("key", "code"), [("a", "ok"), ("x", "ER"), ("s", "NS"), ("o", "op"), ("p", "??")])
@pytest.mark.parametrize("size", [WIDE, STACKED, NARROW])
async def test_a_decision_key_decides_and_goes_on(size: tuple[int, int], key: str, code: str) -> None:
    async with session(size) as s:
        await s.press(key)
        assert s.codes == f"{code} .. .. .. .."
        assert s.state.current == 1
        await s.press("k", key)
        assert s.codes == ".. .. .. .. .."


@pytest.mark.parametrize(("undo", "redo"), [("u", "U"), ("ctrl+z", "ctrl+y")])
async def test_undo_and_redo(undo: str, redo: str) -> None:
    async with session() as s:
        await s.press("x", "a", "s")
        assert s.codes == "ER ok NS .. .."
        await s.press(undo, undo)
        assert s.codes == "ER .. .. .. .."
        await s.press(redo)
        assert s.codes == "ER ok .. .. .."


@pytest.mark.parametrize(
    ("keys", "current"),
    [
        ("j", 1),
        ("down down", 2),
        ("G k", 3),
        ("G up", 3),
        ("G", 4),
        ("end", 4),
        ("G g", 0),
        ("G home", 0),
        ("n", 1),
        ("N", 3),
        ("G n", 0),
        ("pagedown", 4),
        ("pagedown pageup", 0),
    ],
)
async def test_keys_that_move(keys: str, current: int) -> None:
    async with session() as s:
        await s.press(*keys.split())
        assert s.state.current == current
        assert s.codes == ".. .. .. .. .."


async def test_digits_cite_and_un_cite() -> None:
    async with session() as s:
        await s.press("2")
        assert "[2] cited" in s.text
        await s.press("2", "1")
        assert "[2] cited" not in s.text
        assert "[1] cited" in s.text


@pytest.mark.parametrize("opener", ["slash", "ctrl+f"])
async def test_the_filter_works_while_typed_and_its_letters_decide_nothing(opener: str) -> None:
    async with session() as s:
        await s.press(opener, *"alma", "x")
        assert s.state.rows == []
        await s.press("backspace")
        assert s.state.rows == [2]
        await s.press("enter", "x")
        assert s.codes == ".. .. ER .. .."
        await s.press("escape")
        assert len(s.state.rows) == 5


@pytest.mark.parametrize("opener", ["/", "c"])
async def test_letters_typed_fast_behind_the_key_that_opens_a_line_decide_nothing(opener: str) -> None:
    async with session() as s:
        for char in f"{opener}axsopu":
            s.app.post_message(events.Key("slash" if char == "/" else char, char))
        await s.pilot.pause()
        await s.pilot.pause()
        assert s.codes == ".. .. .. .. .."
        assert isinstance(s.app.focused, Input)
        assert s.app.focused.value == "axsopu"


async def test_every_sign_can_be_typed_in_a_note() -> None:
    signs = "refs/a_b?!.txt,;:#~<>()[]{}$%&*+-='\"|^@"
    async with session() as s:
        await s.press("c", *signs, "enter")
        assert s.state.note(0) == signs
        assert s.state.filter == ""
        assert s.dialog is None


async def test_escape_leaves_the_filter_line_and_then_the_filter() -> None:
    async with session() as s:
        await s.press("slash", *"trips", "escape")
        assert isinstance(s.app.focused, Input) is False
        await s.press("escape")
        assert s.state.filter == ""


async def test_a_note_is_typed_without_deciding_and_kept() -> None:
    async with session() as s:
        await s.press("c", *"ask", "space", *"pax", "enter")
        assert s.state.note(0) == "ask pax"
        assert s.codes == ".. .. .. .. .."
        assert "note: ask pax" in s.text
        await s.press("c", "x", "escape")
        assert s.state.note(0) == "ask pax"


async def test_the_help_names_every_key_and_its_letters_decide_nothing() -> None:
    async with session((120, 50)) as s:
        await s.press("question_mark")
        assert isinstance(s.dialog, Page)
        for expected in ("error: the claim is wrong", "undo, without limit", "1-9", "ctrl+z", "~~"):
            assert expected in s.text
        await s.press("x", "a")
        assert s.codes == ".. .. .. .. .."
        await s.press("q")
        assert not isinstance(s.dialog, Page)


@pytest.mark.parametrize("key", ["enter", "backspace", "delete", "space", "tab", "escape", "left", "f5", "y", "h"])
async def test_no_other_key_decides(key: str) -> None:
    async with session() as s:
        await s.press(key)
        assert s.codes == ".. .. .. .. .."


async def test_paste_decides_nothing() -> None:
    async with session() as s:
        s.app.post_message(events.Paste("axsopuq\n"))
        await s.pilot.pause()
        assert s.codes == ".. .. .. .. .."
        assert s.app.is_running


async def test_a_click_selects_and_never_decides() -> None:
    async with session() as s:
        await s.pilot.click("#claims", offset=(10, 4))
        assert s.state.current == 3
        await s.pilot.click("#article", offset=(30, 3), times=2)
        assert s.state.current == 0
        assert s.codes == ".. .. .. .. .."


async def test_the_scroll_bar_can_be_pulled_and_decides_nothing() -> None:
    async with session(text=TEXT + "\nOne more.\n" * 60) as s:
        pane = s.app.review.article_pane
        right, bottom = pane.size.width, pane.size.height
        await s.pilot.mouse_down("#article", offset=(right, bottom))
        assert pane.scroll_offset.y == pane.max_scroll_y
        await s.pilot.hover("#article", offset=(right, 1))
        assert pane.scroll_offset.y == 0
        await s.pilot.mouse_up("#article", offset=(right, 1))
        await s.pilot.hover("#article", offset=(right, bottom))
        assert pane.scroll_offset.y == 0
        assert s.codes == ".. .. .. .. .."


async def test_enter_goes_into_the_evidence_where_arrows_scroll_and_escape_comes_back() -> None:
    async with session((120, 20)) as s:
        await s.press("enter", "down")
        assert s.state.current == 0
        await s.press("escape", "down")
        assert s.state.current == 1


async def test_a_restart_shows_the_same_state_after_each_key() -> None:
    before = ".. .. .. .. .."
    for key in ("x", "a", "u", "2", "s", "o"):
        async with session() as s:
            assert s.codes == before
            await s.press(key)
            before = s.codes
    assert before != ".. .. .. .. .."


async def test_q_quits() -> None:
    async with session() as s:
        await s.press("q")
        assert not s.app.is_running
        assert not s.app.failures
