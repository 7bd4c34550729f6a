"""The lines above and below the panes: each drops what matters least when the terminal is narrow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache

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
from factcheck.tui.fitting import Piece, cut, fitted
from factcheck.tui.keys import KeyMap
from factcheck.tui.words import bar

_BROAD = 110
"""Columns from which there is room for three blanks between the parts of the header."""
_ROOMY = 100
"""Columns from which there is room for two between the keys."""


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
    """Article, references, reviewer, how far the review is, and what happened last.

    Attributes:
        progress: How far the check is; "" when it is done.
        above_tally: Whether how far the review is stands below the list as well.
    """

    DEFAULT_CSS = """
    HeaderBar { height: 1; }
    """

    def __init__(self, state: Browsing, desk: Desk, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._state, self._desk = state, desk
        self.progress = ""
        self.above_tally = False

    def words(self) -> Text:
        """As much as fits, the most important kept; a notice does not hide that the check goes on."""
        width, gap = self.size.width - 2, "   " if self.size.width >= _BROAD else "  "
        said = one_line(" | ".join(filter(None, (self._state.notice, self.progress))))
        right = Piece((said,)) if said else self._resting()
        left, (ends,) = fitted([list(self._pieces()), [right]], width, gap, gap)
        begins = " " + gap.join(left)
        room = max(self.size.width - 1 - cell_len(begins) - len(gap), 1)
        ends = cut(ends, room)
        return Text(begins + " " * (len(gap) + room - cell_len(ends)) + ends, no_wrap=True)

    def _resting(self) -> Piece:
        if self._state.readonly:
            return Piece(("read only",))
        return Piece(("all changes saved", "all saved", "saved"), (1, 6))

    def _pieces(self) -> Iterator[Piece]:
        """All parts, in order of place."""
        state, counts = self._state, self._state.counts()
        passes, unread = state.record.review.passes, len(state.problems)
        name = one_line(state.article.path.rpartition("/")[2])
        if state.claims:
            revision = f"{name} rev {state.record.revision(state.article)}"
            saved = self._desk.material.saved
            yield Piece((f"{revision} (saved {_clock(saved)})" if saved else revision, revision, name), (2, 8))
            yield Piece((f"refs {len(state.report.references)} ({unread} unread)", ""), (4,))
        else:
            yield Piece((name,))
        yield Piece((f"reviewer {state.reviewer}", state.reviewer, ""), (5, 9))
        if passes > 1:
            number, done = state.record.pass_number, " done" if state.record.is_finished else ""
            yield Piece((f"pass {number} of {passes}{done}", f"pass {number}/{passes}{done}", ""), (10, 14))
        if state.blind:
            yield Piece(("blind",))
        if state.claims:
            yield from self._progress(counts)
        if counts.lost:
            yield Piece((f"lost {counts.lost}",))
        if filtered(state):
            yield Piece((f"filter {filtered(state)}", "filter"), (11,))

    def _progress(self, counts: Counts) -> Iterator[Piece]:
        """How far the review is, and what waits; the first stands below the list where there is room for that."""
        if not self.above_tally:
            done = f"{counts.decided}/{counts.total}"
            yield Piece((f"{bar(counts.decided, counts.total, 18)} {done}", f"decided {done}", done, ""), (7, 12, 15))
        waits, signs = f"open {counts.open}", by_sign(counts.open_by_sign)
        yield Piece((f"{waits}: {signs}", waits), (13,)) if signs else Piece((waits,))


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
        # A line that is broken would push the others out of sight.
        return Text("\n".join(cut(line, width) for line in lines))

    def _shares(self, counts: Counts, width: int) -> str:
        """As many as fit whole."""
        lead = (share for share in counts.sections if share.name == "lead")
        line = ""
        for share in (*lead, *counts.groups):
            more = f"{line} {share.name} {share.decided}/{share.total}".lstrip()
            line = more if len(more) <= width else line
        return line

    def _machine(self, counts: Counts) -> str:
        hidden = "undecided" if self._state.hides_verdicts else "no"
        return f"{by_sign(counts.machine)}  hidden: {hidden}".strip()

    def _team(self) -> str:
        state = self._state
        names = {state.reviewer: state.counts().decided, **state.decided_by_others()}
        said = "  ".join(f"{one_line(name)} {number}" for name, number in names.items())
        return f"team: {said}  differ {state.counts().differing}"


class KeyBar(Widget):
    """The keys; what each does goes before "?" and "q" do."""

    DEFAULT_CSS = """
    KeyBar { height: 1; }
    """

    def __init__(self, keymap: KeyMap, *, readonly: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keymap, self._readonly = keymap, readonly
        self._back = self._alone = False
        self._line = lru_cache(8)(self._fitted)

    def lead(self, *, back: bool, alone: bool) -> None:
        """Say whether the key that quits leads back from here, and whether one pane has all the room."""
        if (back, alone) != (self._back, self._alone):
            self._back, self._alone = back, alone
            self.refresh()

    def render(self) -> Text:
        """As much as fits."""
        return Text(" " + self._line(self.size.width - 2, self._back, self._alone), no_wrap=True)

    def _fitted(self, width: int, back: bool, alone: bool) -> str:
        groups = footer(self._keymap, readonly=self._readonly, back=back, alone=alone)
        gap = "  " if width >= _ROOMY else " "
        return " | ".join(gap.join(group) for group in fitted(groups, width, gap, " | "))


def footer(keymap: KeyMap, *, readonly: bool, back: bool, alone: bool) -> list[list[Piece]]:
    """The keys in groups.

    Args:
        keymap: Which key does what.
        readonly: Whether nothing can be decided.
        back: Whether the key that quits leads back from here: that matters more than some of what it leads back to.
        alone: Whether one pane has all the room: then the way out, and to the other panes, matters more.
    """
    key = keymap.shown
    a, x, s, o, p = (key(f"decide.{name}") for name in ("ok", "error", "needs-source", "opinion", "pass"))
    gap = "  "
    decide = Piece(
        (
            gap.join((f"{a} ok", f"{x} error", f"{s} source?", f"{o} opinion", f"{p} pass")),
            f"{a} ok {x} error {s} source? {o} opin {p} pass",
            f"{a} {x} {s} {o} {p} decide",
            f"{a} {x} {s} {o} {p}",
        ),
        (6, 11, 14),
    )

    def piece(id: str, label: str, *worth: int, brief: str = "") -> Piece:
        forms = (f"{key(id)} {label}", *((f"{key(id)} {brief}",) if brief else ()), "")
        return Piece(forms, worth)

    cite = Piece((f"{key('cite.1')}-{key('cite.9')} cite", ""), (9,))
    looks = [piece("source", "source", 5), piece("why", "why", 4)]
    moves = [piece("claim.next-open", "next open", 3, 16, brief="next")]
    tab = Piece((f"{key('pane.next')} pane", key("pane.next"), ""), (12, 15) if alone else (1, 2))
    filter = piece("filter", "filter", 2)
    way_out = [
        Piece((f"{key('help')} keys", key("help")), (18 if alone else 8,)),
        Piece((f"{key('quit')} {'back' if back else 'quit'}", key("quit")), (17 if alone or back else 7,)),
    ]
    if readonly:
        return [[Piece(("read only", ""), (13,))], [*moves, *looks], [tab, filter], way_out]
    notes = [piece("note", "note", 10), cite]
    return [[decide], [*notes, *looks], [*moves, piece("undo", "undo", 19)], [tab, filter], way_out]
