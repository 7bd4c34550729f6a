"""The lines above and below the panes: each drops what matters least when the terminal is narrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget

from factcheck.output.plain import one_line
from factcheck.tui.browsing import Browsing
from factcheck.tui.counts import Counts
from factcheck.tui.desk import Desk
from factcheck.tui.filters import filtered
from factcheck.tui.keys import KeyMap
from factcheck.tui.words import bar

_GAP = "   "


class _Part(NamedTuple):
    """A part of the header.

    Attributes:
        rank: 0 stays longest.
        text: What it says.
        gap: What stands before it.
    """

    rank: int
    text: str
    gap: str = _GAP


def by_sign(counts: dict[str, int]) -> str:
    """Counts behind their signs, or nothing where there is but one that says nothing."""
    return " ".join(f"{number}{sign}" for sign, number in counts.items() if sign not in "-.")


class _Line(Widget):
    """Words that are drawn anew only when they are others."""

    # Another size asks for no second layout of the screen, as Textual's does.
    virtual_size = Reactive(Size(0, 0))
    _drawn: Text | None = None

    def show(self) -> None:
        """Draw what is to be said now."""
        if self.words() != self._drawn:
            self.refresh()

    def words(self) -> Text:
        """What is to be said."""
        raise NotImplementedError

    def render(self) -> Text:
        """What is to be said, remembered."""
        self._drawn = self.words()
        return self._drawn


class HeaderBar(_Line):
    """Article, references, reviewer, how far the review is, and what happened last."""

    DEFAULT_CSS = """
    HeaderBar { height: 1; }
    """

    def __init__(self, state: Browsing, desk: Desk, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._state, self._desk = state, desk
        self.progress = ""

    def words(self) -> Text:
        """As much as fits, the most important kept; a notice does not hide that the check goes on."""
        width = self.size.width - 2
        said = filter(None, (self._state.notice, self.progress))
        left, right = list(self._parts()), one_line(" | ".join(said) or self._resting())
        order = sorted(left, key=lambda part: part.rank)
        while len(left) > 1 and cell_len(_said(left)) + len(_GAP) + cell_len(right) > width + 1:
            left.remove(order.pop())
        text = Text(_said(left), no_wrap=True, overflow="ellipsis")
        room = self.size.width - 1 - text.cell_len - cell_len(right)
        return text.append(" " * max(len(_GAP), room)).append(right)

    def _resting(self) -> str:
        return "read only" if self._state.readonly else "all saved"

    def _parts(self) -> Iterator[_Part]:
        """All parts, in order of place."""
        state, counts = self._state, self._state.counts()
        passes, unread = state.record.review.passes, len(state.problems)
        yield _Part(1, one_line(state.article.path.rpartition("/")[2]))
        if state.claims:
            yield _Part(5, f"rev {state.record.revision(state.article)}", " ")
            if saved := self._desk.material.saved:
                yield _Part(8, f"(saved {_clock(saved)})", " ")
            yield _Part(6, f"refs {len(state.report.references)} ({unread} unread)")
        yield _Part(4, f"reviewer {state.reviewer}")
        if passes > 1:
            yield _Part(3, f"pass {state.record.pass_number} of {passes}")
        if state.blind:
            yield _Part(3, "blind")
        if state.readonly:
            yield _Part(3, "read only")
        if state.claims:
            yield _Part(7, bar(counts.decided, counts.total, 18))
            yield _Part(2, f"decided {counts.decided}/{counts.total}")
            signs = by_sign(counts.open_by_sign)
            yield _Part(0, f"open {counts.open}" + (f": {signs}" if signs else ""))
        if counts.lost:
            yield _Part(3, f"lost {counts.lost}")
        if filtered(state):
            yield _Part(2, f"filter {filtered(state)}")


def _said(parts: Iterable[_Part]) -> str:
    return " " + "".join(part.gap + part.text for part in parts)[len(_GAP) :]


def _clock(moment: datetime) -> str:
    """A time of today as on a clock, else the day."""
    return f"{moment:%H:%M}" if moment.date() == datetime.now().date() else f"{moment:%Y-%m-%d}"


class Tally(_Line):
    """How far the review is, below the list where there is room."""

    DEFAULT_CSS = """
    Tally { height: 4; }
    """

    def __init__(self, state: Browsing, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._state = state

    def words(self) -> Text:
        """Decided, the lead and what else the claims turn on, the machine's side, the team's."""
        state = self._state
        if not state.claims:
            return Text("")
        counts, width = state.counts(), self.size.width
        done = f" {counts.decided}/{counts.total}"
        lines = [
            f"decided {bar(counts.decided, counts.total, max(4, width - 10 - len(done)))}{done}",
            self._shares(counts, width),
            f"machine: {self._machine(counts)}",
            self._team(),
        ]
        return Text("\n".join(lines), no_wrap=True, overflow="ellipsis")

    def _shares(self, counts: Counts, width: int) -> str:
        """As many as fit whole."""
        lead = (share for share in counts.sections if share.name == "lead")
        line = ""
        for share in (*lead, *counts.groups):
            more = f"{line} {share.name} {share.decided}/{share.total}".lstrip()
            line = more if len(more) <= width else line
        return line

    def _machine(self, counts: Counts) -> str:
        hidden = "until you decide" if self._state.hides_verdicts else "no"
        return f"{by_sign(counts.machine)}  hidden: {hidden}".strip()

    def _team(self) -> str:
        state = self._state
        names = {state.reviewer: state.counts().decided, **state.decided_by_others()}
        said = "  ".join(f"{one_line(name)} {number}" for name, number in names.items())
        return f"team: {said}  differ {state.counts().differing}"


class KeyBar(Widget):
    """The keys; labels go before "? keys" and "q quit" do."""

    DEFAULT_CSS = """
    KeyBar { height: 1; }
    """

    def __init__(self, keymap: KeyMap, *, readonly: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines = {
            back: list(_footers(keymap, "back" if back else "quit", readonly=readonly)) for back in (False, True)
        }
        self._back = False

    def lead(self, *, back: bool) -> None:
        """Say whether the key that quits leads back from here."""
        if back is not self._back:
            self._back = back
            self.refresh()

    def render(self) -> Text:
        """The longest line that fits."""
        lines = self._lines[self._back]
        fitting = (keys for keys in lines if cell_len(keys) <= self.size.width - 2)
        return Text(f" {next(fitting, lines[-1])}", no_wrap=True)


def _footers(keymap: KeyMap, leaves: str, *, readonly: bool) -> Iterator[str]:
    """The footer, each shorter than the one before."""
    key = keymap.shown
    a, x, s, o, p = (key(f"decide.{name}") for name in ("ok", "error", "needs-source", "opinion", "pass"))
    n, u, c, v, w = key("claim.next-open"), key("undo"), key("note"), key("source"), key("why")
    last = f"{key('help')} keys  {key('quit')} {leaves}"
    cite, tab, filter = f"{key('cite.1')}-{key('cite.9')}", key("pane.next"), key("filter")
    if readonly:
        yield f"read only | {n} next open  {filter} filter  {v} source  {w} why | {last}"
        yield f"{n} next  {v} source  {w} why | {last}"
    else:
        decide = f"{a} ok  {x} error  {s} source?  {o} opinion  {p} pass"
        look = f"{c} note  {cite} cite  {v} source  {w} why"
        yield f"{decide} | {look} | {n} next open  {u} undo | {filter} filter  {last}"
        yield f"{decide} | {look} | {n} next open  {u} undo | {last}"
        yield f"{decide} | {look} | {n} next  {u} undo | {last}"
        yield f"{decide} | {c} note  {cite} cite | {n} next  {u} undo | {last}"
        yield f"{a} ok {x} error {s} source? {o} opin {p} pass | {c} note {n} next {u} undo | {last}"
        yield f"{a} {x} {s} {o} {p} decide | {n} next {u} undo | {tab} pane | {last}"
        yield f"{a} {x} {s} {o} {p} | {n} next {u} undo | {tab} pane | {last}"
        yield f"{a} {x} {s} {o} {p} | {tab} | {u} undo | {last}"
    yield last
    yield f"{key('help')} {key('quit')}"
