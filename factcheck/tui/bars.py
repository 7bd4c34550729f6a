"""The lines above and below the panes: each drops what matters least when the terminal is narrow."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text
from textual.widget import Widget

from factcheck.output.plain import one_line
from factcheck.tui.browsing import Browsing
from factcheck.tui.counts import Counts
from factcheck.tui.filters import SORTS
from factcheck.tui.keys import KeyMap

_GAP = "   "


def bar(decided: int, total: int, width: int) -> str:
    """How far something is, in characters that every terminal has."""
    full = 0 if not total else decided * width // total
    return f"[{'#' * full}{'.' * (width - full)}]"


def by_sign(counts: dict[str, int]) -> str:
    """Counts behind their signs, or nothing where there is but one that says nothing."""
    return " ".join(f"{number}{sign}" for sign, number in counts.items() if sign not in "-.")


class _Line(Widget):
    """Words that are drawn anew only when they are others."""

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

    def __init__(self, state: Browsing, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._state = state
        self.progress = ""

    def words(self) -> Text:
        """As much as fits, the most important kept; a notice does not hide that the check goes on."""
        width = self.size.width - 2
        said = filter(None, (self._state.notice, self.progress))
        left, right = list(self._parts()), one_line(" | ".join(said) or self._resting())
        order = sorted(left, key=lambda part: part[0])
        while len(left) > 1 and _width(left) + len(_GAP) + cell_len(right) > width:
            left.remove(order.pop())
        text = Text(" " + _GAP.join(part for _, part in left), no_wrap=True, overflow="ellipsis")
        room = self.size.width - 1 - text.cell_len - cell_len(right)
        return text.append(" " * max(len(_GAP), room)).append(right)

    def _resting(self) -> str:
        return "read only" if self._state.readonly else "all saved"

    def _parts(self) -> Iterator[tuple[int, str]]:
        """Rank (0 stays longest) and text of each part, in order of place."""
        state, counts = self._state, self._state.counts()
        passes, unread = state.record.review.passes, len(state.problems)
        yield 1, one_line(state.article.path.rpartition("/")[2])
        if state.claims:
            yield 6, f"refs {len(state.report.references)} ({unread} unread)"
        yield 4, f"reviewer {state.reviewer}"
        if passes > 1:
            yield 3, f"pass {state.record.pass_number} of {passes}"
        if state.blind:
            yield 3, "blind"
        if state.readonly:
            yield 3, "read only"
        if state.claims:
            yield 7, bar(counts.decided, counts.total, 18)
            yield 2, f"decided {counts.decided}/{counts.total}"
            signs = by_sign(counts.open_by_sign)
            yield 0, f"open {counts.open}" + (f": {signs}" if signs else "")
        if counts.lost:
            yield 3, f"lost {counts.lost}"
        if filtered(state):
            yield 2, f"filter {filtered(state)}"


def filtered(state: Browsing) -> str:
    """The filter in force, for people."""
    return ", ".join(filter(None, (*(SORTS[key].name for key in sorted(state.sorts)), one_line(state.filter))))


class Tally(_Line):
    """How far the review is, below the list where there is room."""

    DEFAULT_CSS = """
    Tally { height: 4; }
    """

    def __init__(self, state: Browsing, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._state = state

    def words(self) -> Text:
        """Decided, by section, the machine's side, the team's."""
        state = self._state
        if not state.claims:
            return Text("")
        counts, width = state.counts(), self.size.width
        done = f" {counts.decided}/{counts.total}"
        sections = " ".join(f"{s.name} {s.decided}/{s.total}" for s in counts.sections)
        lines = [
            f"decided {bar(counts.decided, counts.total, max(4, width - 10 - len(done)))}{done}",
            sections,
            f"machine: {self._machine(counts)}",
            self._team(),
        ]
        return Text("\n".join(lines), no_wrap=True, overflow="ellipsis")

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
        self._lines = list(_footers(keymap, readonly=readonly))

    def render(self) -> Text:
        """The longest line that fits."""
        fitting = (keys for keys in self._lines if cell_len(keys) <= self.size.width - 2)
        return Text(f" {next(fitting, self._lines[-1])}", no_wrap=True)


def _footers(keymap: KeyMap, *, readonly: bool) -> Iterator[str]:
    """The footer, each shorter than the one before."""
    key = keymap.shown
    a, x, s, o, p = (key(f"decide.{name}") for name in ("ok", "error", "needs-source", "opinion", "pass"))
    n, u, c, v, w = key("claim.next-open"), key("undo"), key("note"), key("source"), key("why")
    last = f"{key('help')} keys  {key('quit')} quit"
    cite, tab, filter, listed = f"{key('cite.1')}-{key('cite.9')}", key("pane.next"), key("filter"), key("list")
    if readonly:
        yield f"read only | {n} next open  {filter} filter  {v} source  {w} why | {last}"
        yield f"{n} next  {v} source  {w} why | {last}"
    else:
        decide = f"{a} ok  {x} error  {s} source?  {o} opinion  {p} pass"
        look = f"{c} note  {cite} cite  {v} source  {w} why"
        yield f"{decide} | {look} | {n} next open  {u} undo | {filter} filter  {last}"
        yield f"{decide} | {look} | {n} next  {u} undo | {last}"
        yield f"{decide} | {n} next  {u} undo  {listed} list | {last}"
        yield f"{a} ok {x} error {s} source? {o} opin {p} pass | {n} next {u} undo {listed} list | {last}"
        yield f"{a} {x} {s} {o} {p} decide | {n} next {u} undo | {tab} pane | {last}"
        yield f"{a} {x} {s} {o} {p} | {n} next {u} undo | {tab} pane | {last}"
        yield f"{a} {x} {s} {o} {p} | {tab} | {u} undo | {last}"
    yield last
    yield f"{key('help')} {key('quit')}"


def _width(parts: list[tuple[int, str]]) -> int:
    return sum(cell_len(part) for _, part in parts) + len(_GAP) * (len(parts) - 1)
