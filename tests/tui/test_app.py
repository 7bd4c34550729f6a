from __future__ import annotations

import html
import re
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from factcheck.decisions import Ledger
from factcheck.errors import ModelError
from factcheck.report import ReadError, Report
from factcheck.tui.app import ReviewApp
from factcheck.tui.help import HelpScreen
from factcheck.tui.messages import Progress
from factcheck.tui.state import ReviewState
from tests.tui.examples import TEXT, YEARBOOK, report

WIDE, STACKED, NARROW, SHORT = (120, 30), (80, 24), (50, 20), (100, 14)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "factcheck.toml").write_text("")
    monkeypatch.chdir(tmp_path)


class Session:
    """A running app with short names for what tests ask."""

    def __init__(self, app: ReviewApp, state: ReviewState, pilot: Pilot[None]) -> None:
        self.app, self.state, self.pilot = app, state, pilot

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    @property
    def codes(self) -> str:
        return " ".join(self.state.code(index) for index in range(len(self.state.claims)))

    @property
    def text(self) -> str:
        """All that is on the screen, runs of blanks as one."""
        pieces = re.findall(r"<text[^>]*>(.*?)</text>", self.app.export_screenshot())
        return " ".join(html.unescape(" ".join(pieces)).split())

    def shown(self) -> list[str]:
        return [name for name in ("claims", "article", "evidence") if self.app.screen.query_one(f"#{name}").region]


Load = Callable[[Progress], Report]


@asynccontextmanager
async def session(
    size: tuple[int, int] = WIDE, load: Load | None = None, wait: bool = True, text: str = TEXT
) -> AsyncIterator[Session]:
    state = ReviewState(report(text=text).documents[0], Ledger.of(Path("ferries.md"), "mk"))
    app = ReviewApp(state, load or (lambda tell: report(text=text)))
    async with app.run_test(size=size) as pilot:
        if wait:
            await app.workers.wait_for_complete()
            await pilot.pause()
        yield Session(app, state, pilot)


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
        assert "? keys" in s.text
        assert "q quit" in s.text
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
            "decided 0/4",
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


async def test_the_filter_works_while_typed_and_its_letters_decide_nothing() -> None:
    async with session() as s:
        await s.press("slash", *"alma", "x")
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
        assert isinstance(s.app.screen, HelpScreen)
        for expected in ("error: the claim is wrong", "undo, without limit", "1-9", "ctrl+z", "~~"):
            assert expected in s.text
        await s.press("x", "a")
        assert s.codes == ".. .. .. .. .."
        await s.press("q")
        assert not isinstance(s.app.screen, HelpScreen)


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


async def test_the_article_can_be_read_while_it_is_checked_and_progress_is_shown() -> None:
    go = threading.Event()

    def slow(tell: Progress) -> Report:
        tell("judging", 3, 7)
        go.wait()
        return report()

    async with session(load=slow, wait=False) as s:
        while "judging 3/7" not in s.text:
            await s.pilot.pause()
        assert "90 cars" in s.text
        await s.press("a", "j", "u", "1", "c", "n")
        go.set()
        await s.app.workers.wait_for_complete()
        await s.pilot.pause()
        assert s.codes == ".. .. .. .. .."
        assert "judging" not in s.text


async def test_leaving_stops_the_check() -> None:
    started, left, stopped = threading.Event(), threading.Event(), threading.Event()

    def endless(tell: Progress) -> Report:
        started.set()
        left.wait()
        try:
            tell("judging", 1, 2)
        except Exception:
            stopped.set()
            raise
        return report()

    async with session(load=endless, wait=False) as s:
        while not started.is_set():
            await s.pilot.pause()
        s.app.workers.cancel_all()
        left.set()
        await s.press("q")
    assert stopped.wait(10)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (ModelError("models/nli: model.onnx has changed"), "model.onnx has changed"),
        (ValueError("[red]x"), "[red]x"),
    ],
)
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_an_error_in_the_check_is_shown_and_the_article_stays(
    size: tuple[int, int], error: Exception, message: str
) -> None:
    def broken(tell: Progress) -> Report:
        raise error

    async with session(size, load=broken) as s:
        assert message in s.text
        assert message in s.app.failures[0]
        assert "Traceback" not in s.text
        await s.press("escape")
        assert "Ferry traffic" in s.text


async def test_what_could_not_be_read_is_shown() -> None:
    def partly(tell: Progress) -> Report:
        whole = report()
        return Report(
            whole.documents,
            whole.references,
            whole.claims,
            errors=(ReadError("refs/scan.bin", "not a text"),),
        )

    async with session((120, 40), load=partly) as s:
        assert "not read: refs/scan.bin: not a text" in s.text
        assert "1 unread" in s.text
        assert s.app.failures == ("refs/scan.bin: not a text",)


async def test_an_article_without_claims_says_so() -> None:
    async with session(load=lambda tell: Report(report().documents)) as s:
        assert "No claims were found" in s.text
        await s.press("a", "j", "n", "N", "u", "1", "c")
        assert s.codes == ""


async def test_a_decision_that_cannot_be_saved_is_told() -> None:
    async with session() as s:
        Path(".factcheck").write_text("in the way")
        await s.press("a")
        assert "NOT SAVED" in s.text
        assert s.codes == ".. .. .. .. .."


HOSTILE = "[red]12[/red] [@click=app.quit]go[/] \x1b[31mred\x1b]0;x\x07 \u202eabc \x9b2J"


@pytest.mark.parametrize("size", [WIDE, STACKED, NARROW])
async def test_markup_and_escapes_in_article_reference_note_and_filter_are_text(
    size: tuple[int, int],
) -> None:
    text = TEXT.replace("# Ferry traffic", HOSTILE)
    source = YEARBOOK.replace("Passenger", HOSTILE)
    async with session(size, load=lambda tell: report(text=text, yearbook=source), text=text) as s:
        s.state.set_note(HOSTILE)
        await s.press("tab", "tab")
        await s.press("g")
        for _ in range(3):
            shown = s.text
            assert not any(char in shown for char in "\x1b\x07\x9b\u202e")
            await s.press("tab")
        await s.press("escape")
        for harmless in ("[red]12[/red]", "[@click=app.quit]go[/]", "␛[31mred␛]0;x␇", "�abc", "�2J"):
            assert harmless in s.text
        s.state.set_filter(HOSTILE)
        await s.press("j")
        assert s.app.is_running


async def test_a_claim_far_down_is_brought_into_view() -> None:
    text = TEXT.replace("A strike", "Filler goes here.\n" * 200 + "\nA strike")
    async with session(STACKED, load=lambda tell: report(text=text), text=text) as s:
        assert "strike was called off. ." not in s.text
        await s.press("G", "k")
        assert "?A strike was called off." in s.text
        await s.press("g")
        assert "!trips rose" in s.text
