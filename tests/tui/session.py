"""The review screen as a test drives it: running, with short names for what is asked."""

from __future__ import annotations

import html
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from factcheck.decisions import Ledger
from factcheck.report import Report
from factcheck.tui.app import ReviewApp
from factcheck.tui.messages import Progress
from factcheck.tui.state import ReviewState
from tests.tui.examples import TEXT, report

WIDE, STACKED, NARROW, SHORT = (120, 30), (80, 24), (50, 20), (100, 14)


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
