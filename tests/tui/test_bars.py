"""The lines around the panes, and what the borders say."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest

from factcheck.decisions import Ledger
from factcheck.report import Report
from factcheck.tui.state import ReviewState
from tests.tui.examples import TEXT, document, report
from tests.tui.grid import grid
from tests.tui.session import NARROW, STACKED, session


def edited(times: int) -> Report:
    """The example after some edits, none of which touches a claim."""
    article = replace(document(TEXT + times * "\nMore.\n", "ferries.md"), sha256=f"{times}" * 64)
    return replace(report(), documents=(article,))


def visit(reviewer: str, *reports: Report) -> None:
    state = ReviewState(reports[0].documents[0], Ledger.of(Path("ferries.md"), reviewer))
    for each in reports:
        state.load(each)
    state.leave()


async def test_the_header_tells_the_revision_and_when_it_was_saved() -> None:
    visit("jr", edited(1), edited(2))
    found = edited(3)
    today = datetime.now().replace(hour=14, minute=2)
    for saved, shown in ((today, "(saved 14:02)"), (datetime(2024, 6, 17, 9, 30), "(saved 2024-06-17)")):
        async with session((160, 30), found=found, saved=saved) as s:
            assert f"ferries.md rev 3 {shown} refs 2 (0 unread)" in s.text


def test_revisions_are_counted_over_reviewers_sessions_and_returns_to_an_earlier_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ticks = count()
    monkeypatch.setattr("factcheck.decisions.ledger._now", lambda: f"2024-06-17T10:00:{next(ticks):02}Z")

    def revision(reviewer: str, now: Report) -> int:
        state = ReviewState(now.documents[0], Ledger.of(Path("ferries.md"), reviewer))
        state.load(now)
        return state.record.revision(state.article)

    assert revision("mk", edited(0)) == 1
    visit("mk", edited(0), edited(1), edited(2))
    assert [revision(name, edited(n)) for name in ("mk", "jr") for n in (0, 1, 2, 3)] == [1, 2, 3, 4, 1, 2, 3, 4]
    visit("jr", edited(5))
    assert [revision("mk", edited(n)) for n in (0, 2, 5, 6)] == [1, 3, 4, 5]


async def test_q_leads_back_where_there_is_something_to_come_back_from_and_then_quits() -> None:
    for size, keys in ((NARROW, "tab"), (STACKED, "l"), (STACKED, "enter"), (STACKED, "z")):
        async with session(size) as s:
            await s.press(keys)
            assert "q back" in s.text
            await s.press("q")
            assert s.app.return_code is None
            assert s.shown()[0] == "article"
            assert "q back" not in s.text
            await s.press("q")
            assert s.app.return_code == 0


async def test_where_the_list_has_no_place_the_border_tells_the_paragraphs_in_view_and_the_key_to_it() -> None:
    async with session(STACKED) as s:
        assert "article, para 1-2 (l = claim list)" in s.text
    text = TEXT + "\nOne more.\n" * 60
    async with session(STACKED, found=report(text=text)) as s:
        s.app.screen.query_one("#article").scroll_to(y=20, animate=False, immediate=True)
        await s.pilot.pause()
        assert "article, para 9-13 (l = claim list)" in s.text


async def test_the_tally_tells_the_lead_and_what_claims_turn_on() -> None:
    async with session() as s:
        assert "lead 0/3 numbers 0/1 names 0/1" in s.text
        await s.press("x", "a")
        assert "lead 2/3 numbers 1/1 names 0/1" in s.text


@pytest.mark.parametrize("size", [NARROW, STACKED, (30, 20)])
async def test_a_notice_that_is_too_long_says_that_it_goes_on(size: tuple[int, int]) -> None:
    async with session(size) as s:
        s.app.review.tell("saved: " + "a long tale " * 10)
        await s.pilot.pause()
        header = grid(s.app)[0]
        assert header.startswith(" ferries.md")
        assert header.endswith("…")
        assert len(header) == size[0] - 1


async def test_the_tally_breaks_no_line() -> None:
    async with session(reviewer="somebody with a name that is far too long for the line") as s:
        await s.press("m")
        rows = [row[1:37].rstrip() for row in grid(s.app)[-6:-2]]
        assert [row.split(" ")[0] for row in rows] == ["decided", "lead", "machine:", "team:"]
        assert rows[-1].endswith("…")
