"""How long the review screen takes from a key to the screen, on an article of thousands of claims.

    python -m benchmarks.review --claims 3000 --references 200

Two thirds of the claims are decided when it begins. The app runs in this process and what it writes is timed, the
terminal left out. A key counts as shown when the last write that changes the screen has been made. The processor's
time is what can be compared on a machine that is busy otherwise; to see a decision to the disk (fsync) takes none of
it, so that is told apart.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import statistics
import tempfile
from itertools import count
from pathlib import Path
from time import perf_counter, thread_time
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.drivers.headless_driver import HeadlessDriver

from benchmarks.synthetic import report
from factcheck.decisions import Anchor, Ledger
from factcheck.decisions.log import append
from factcheck.report import DecisionKind, Report
from factcheck.tui.app import ReviewApp
from factcheck.tui.desk import Desk, Material
from factcheck.tui.outside import Outside
from factcheck.tui.state import ReviewState

_QUIET = 0.04
"""Seconds without a write after which a key is taken to be shown; not counted."""
_TURNS = 8
"""Turns of the event loop that must pass as well: on a busy machine no write may only mean that nothing was done."""
_ACTIONS = {
    "move": "j",
    "page": "pagedown",
    "last, first": "G g",
    "next open": "n",
    "decide": "a x s o p",
    "undo, redo": "u U",
    "cite": "1",
    "mark": "space",
    "pane": "tab",
    "why": "w escape",
    "source": "v escape",
    "into evidence, back": "enter escape",
    "filter": "slash 1 9 enter escape",
    "filter menu": "f o f x",
    "verdicts": "m",
    "list": "l",
    "changes": "D escape",
    "note, correction": "c escape t escape",
    "copy": "y escape",
    "decide all": "space space A escape x",
    "check again": "r",
    "sign-off": "S escape",
    "keys": "question_mark escape",
    "palette": "ctrl+p escape",
    "zoom": "z",
}
"""What is timed, by name: keys that leave the screen as they found it when pressed in turn."""


_PART = re.compile(r"\x1b\[(\d+);(\d+)H((?:(?!\x1b\[\d+;\d+H).)*)", re.DOTALL)
"""A row, a column, and what is written there."""
_STYLE = re.compile(r"(\x1b\[[\d;]*m)")
"""What gives the letters behind it their look."""


class Terminal(HeadlessDriver):
    """Takes what the app writes, as a terminal does, and notes when it last changed what is shown.

    Textual paints some places again as they are; that is no change, if all of it stands there already.
    """

    last = 0.0
    _cells: ClassVar[dict[tuple[int, int], tuple[str, str]]] = {}

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        now, changed = perf_counter(), False
        for row, column, text in _PART.findall(data):
            at, style = int(column), ""
            for piece in _STYLE.split(text):
                if _STYLE.fullmatch(piece):
                    style = piece
                    continue
                # Textual ends a part with a line break, which moves the cursor and shows nothing.
                for char in piece.rstrip("\n"):
                    place, look = (int(row), at), (style, char)
                    changed = changed or self._cells.get(place) != look
                    self._cells[place] = look
                    at += cell_len(char)
        if changed:
            Terminal.last = now


async def press(app: ReviewApp, key: str) -> tuple[float, float]:
    """Seconds from a key to the end of what it wrote (0: it wrote nothing), and those that the processor worked."""
    event = events.Key(key, key if len(key) == 1 else None)
    event.set_sender(app)
    start = Terminal.last = perf_counter()
    worked = thread_time()
    app._driver.send_message(event)  # type: ignore[union-attr] # as Textual's own pilot does
    turns, written = 0, start
    while perf_counter() - max(start + _QUIET, Terminal.last) < _QUIET or turns < _TURNS:
        await asyncio.sleep(0.005)
        turns, written = turns + 1 if written == Terminal.last else 0, Terminal.last
    return Terminal.last - start, thread_time() - worked


async def measure(found: Report, size: tuple[int, int], rounds: int) -> dict[str, list[tuple[float, float]]]:
    """Seconds by action."""
    state = _half_done(found)
    material = Material(found.documents[0], found.references)
    clock = count(step=2)
    desk = Desk(material, lambda _: material, lambda *_: found)
    app = ReviewApp(state, desk, outside=Outside(clock=lambda: float(next(clock))))
    app.driver_class = Terminal
    times: dict[str, list[tuple[float, float]]] = {}
    begun, worked = perf_counter(), thread_time()
    async with app.run_test(headless=False, size=size) as pilot:
        times["article on the screen"] = [(perf_counter() - begun, thread_time() - worked)]
        await app.workers.wait_for_complete()
        await pilot.pause()
        times["all claims on the screen"] = [(perf_counter() - begun, thread_time() - worked)]
        for name, keys in _ACTIONS.items():
            times[name] = [await press(app, key) for _ in range(rounds) for key in keys.split()]
    return times


def _half_done(found: Report) -> ReviewState:
    """A review with a long log."""
    ledger = Ledger.of(Path("long.md"), "bench")
    state = ReviewState(found.documents[0], ledger)
    state.load(found)
    for index in range(2 * len(state.claims) // 3):
        anchor = state.record.anchors[index]
        append(ledger.path, ledger.draft(anchor, DecisionKind.OK))
    return ReviewState(found.documents[0], Ledger.of(Path("long.md"), "bench"))


def _to_disk(events: int = 50) -> list[float]:
    """Seconds that it takes to add a decision to a log and see it to the disk."""
    ledger, times = Ledger.of(Path("disk.md"), "bench"), []
    for _ in range(events):
        begun = perf_counter()
        ledger.decide(Anchor("The dam is 40 m high.", "The dam is 40 m high.", "The dam is 40 m high"), DecisionKind.OK)
        times.append(perf_counter() - begun)
    return times


def _spread(values: list[float]) -> str:
    """Median and 95th percentile."""
    late = statistics.quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]
    return f"{statistics.median(values):8.1f} {late:7.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=3000)
    parser.add_argument("--references", type=int, default=200)
    parser.add_argument("--size", default="120x40")
    parser.add_argument("--rounds", type=int, default=20)
    asked = parser.parse_args()
    width, height = (int(part) for part in asked.size.split("x"))
    found = report(asked.claims, asked.references)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        Path("factcheck.toml").write_text("")
        times = asyncio.run(measure(found, (width, height), asked.rounds))
        disk = _to_disk()
        os.chdir("/")
    print(f"{asked.claims} claims, {asked.references} references, {asked.size}; milliseconds")
    print(f"{'':<26} until shown: median, 95 %   processor: median, 95 %")
    for name, pairs in times.items():
        shown = [pair for pair in pairs if pair[0] > 0]
        if shown:
            columns = (_spread([1000 * pair[side] for pair in shown]) for side in (0, 1))
            print(f"{name:<26} " + "    ".join(columns))
    print(f"{'(of it: log and disk)':<26} {_spread([1000 * each for each in disk])}")


if __name__ == "__main__":
    main()
