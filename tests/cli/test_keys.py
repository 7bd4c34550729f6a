from __future__ import annotations

from pathlib import Path

from textual import events

from factcheck.tui.key_check import KeyCheck
from factcheck.tui.keys import KeyMap
from tests.cli.conftest import Run
from tests.tui.grid import grid


def test_keys_prints_the_map_with_the_names_for_a_mapping(folder: Path, run: Run) -> None:
    ran = run("keys")
    assert ran.code == 0
    for expected in ("decide.error", "x ", "ctrl+z", "/ ctrl+f", "pagedown"):
        assert expected in ran.out


def test_the_check_needs_a_terminal(folder: Path, run: Run) -> None:
    ran = run("keys", "--check")
    assert ran.code == 2
    assert "needs a terminal" in ran.err


async def test_the_check_shows_what_each_key_is_and_does() -> None:
    app = KeyCheck(KeyMap())
    async with app.run_test() as pilot:
        await pilot.press("x", "f9", "q", "ctrl+f")
        app.post_message(events.Paste("axs"))
        await pilot.pause()
        shown = "\n".join(grid(app))
        for expected in ("decide.error", "f9", "(nothing)", "quit", "filter", "paste of 3 characters"):
            assert expected in shown
        await pilot.press("escape", "escape")
        assert not app.is_running
