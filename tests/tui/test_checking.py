from __future__ import annotations

import threading
from pathlib import Path

import pytest

from factcheck.checker import Progress
from factcheck.errors import ModelError
from factcheck.report import ReadError, Report
from tests.tui.examples import TEXT, YEARBOOK, report
from tests.tui.session import NARROW, STACKED, WIDE, session


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
            claims=whole.claims,
            errors=(ReadError("refs/scan.bin", "not a text"),),
        )

    async with session((120, 40), load=partly) as s:
        assert "problem: refs/scan.bin: not a text" in s.text
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
