"""The review screen as a test drives it: running, with short names for what is asked."""

from __future__ import annotations

import html
import re
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from factcheck.checker import Progress
from factcheck.decisions import Ledger
from factcheck.report import Report
from factcheck.settings import Review
from factcheck.tui.app import ReviewApp
from factcheck.tui.desk import Desk, Judge, Material
from factcheck.tui.dialogs import Dialog, DialogScreen
from factcheck.tui.keys import KeyMap
from factcheck.tui.outside import Outside
from factcheck.tui.state import ReviewState
from factcheck.tui.themes import Look
from tests.tui.examples import TEXT, report

WIDE, STACKED, NARROW, SHORT = (120, 30), (80, 24), (50, 20), (100, 14)


class Session:
    """A running app with short names for what tests ask."""

    def __init__(
        self, app: ReviewApp, state: ReviewState, pilot: Pilot[None], now: list[float], copied: list[str]
    ) -> None:
        self.app, self.state, self.pilot = app, state, pilot
        self.now, self.copied = now, copied
        self.pace = 1.0

    async def press(self, *keys: str) -> None:
        """Press keys as a person does, a second between them."""
        for key in keys:
            self.now[0] += self.pace
            await self.pilot.press(key)
        await self.pilot.pause()

    def freeze(self) -> None:
        """From now on no time passes between keys."""
        self.pace = 0.0

    async def settle(self) -> None:
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    @property
    def dialog(self) -> Dialog[Any] | None:
        """What is laid over the review, if anything is."""
        screen = self.app.screen
        return screen.dialog if isinstance(screen, DialogScreen) else None

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
Read = Callable[[Sequence[str]], Material]


def material(found: Report) -> Material:
    return Material(found.documents[0], found.references)


@asynccontextmanager
async def session(
    size: tuple[int, int] = WIDE,
    load: Load | None = None,
    wait: bool = True,
    text: str = TEXT,
    *,
    found: Report | None = None,
    read: Read | None = None,
    judge: Judge | None = None,
    review: Review | None = None,
    look: Look | None = None,
    keys: dict[str, str] | None = None,
    outside: Outside | None = None,
    reviewer: str = "mk",
    saved: datetime | None = None,
    **opening: Any,
) -> AsyncIterator[Session]:
    """A session on the example; `opening` is for the state: blind, readonly, claim."""
    found = found or report(text=text)
    ledger = Ledger.of(Path("ferries.md"), reviewer)
    state = ReviewState(found.documents[0], ledger, review=review, **opening)
    checks = judge or (lambda material, tell, stream: load(tell) if load else found)
    desk = Desk(replace(material(found), saved=saved), read or (lambda added: material(found)), checks)
    copied: list[str] = []
    now = [0.0]
    machine = replace(outside or Outside(), clip=copied.append, clock=lambda: now[0])
    app = ReviewApp(state, desk, look=look, keymap=KeyMap(keys), outside=machine)
    async with app.run_test(size=size) as pilot:
        s = Session(app, state, pilot, now, copied)
        if wait:
            await s.settle()
        yield s
