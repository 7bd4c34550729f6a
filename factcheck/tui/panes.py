"""The layout: claims, article and evidence side by side, above each other, or one at a time."""

from __future__ import annotations

import gc
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.color import Color
from textual.containers import Container, Vertical
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget

from factcheck.tui.article_pane import ArticlePane
from factcheck.tui.bars import HeaderBar, KeyBar, Tally
from factcheck.tui.checking import CheckingScreen
from factcheck.tui.claim_list import ClaimList
from factcheck.tui.desk import Desk
from factcheck.tui.evidence_pane import EvidencePane
from factcheck.tui.filters import filtered
from factcheck.tui.input_line import InputLine
from factcheck.tui.keys import BINDINGS, KeyMap
from factcheck.tui.line_pane import Entitled
from factcheck.tui.messages import Checked, ClaimsFound, Failed, Judged, Progressed
from factcheck.tui.state import ReviewState
from factcheck.tui.views import changed_since_pass
from factcheck.tui.words import checked_again

CHECKING_AGAIN = "checking again"
_BORDER: Final = "round"
_WIDE, _VAST, _TALL = 110, 150, 18
"""Columns from which the panes stand side by side and the list is broad; lines from which more than one is shown."""


class _Column(Entitled, Vertical):
    """Widgets below each other, which fit always: another size of it asks for no second layout, as Textual's does."""

    virtual_size = Reactive(Size(0, 0))


class PaneScreen(CheckingScreen):
    """Shows a ReviewState; where the check has come to is shown as it goes.

    Attributes:
        open_now: The pane that has the keys.
        zoomed: Whether it has all the room.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(BINDINGS)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-stacked"), (_WIDE, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (_TALL, "-tall")]  # noqa: RUF012

    focused = Reactive[Widget | None](None, repaint=False)
    """As in Textual, but for the whole screen drawn anew: where the keys are is shown by two borders."""

    def __init__(self, state: ReviewState, desk: Desk, keymap: KeyMap) -> None:
        super().__init__(state, desk)
        self.keymap = keymap
        self._header = HeaderBar(state, desk, id="header")
        self._claims = ClaimList(state, id="claims-list")
        self._tally = Tally(state, id="tally")
        self.article_pane = ArticlePane(state, id="article")
        self.evidence_pane = EvidencePane(state, id="evidence")
        self.line = InputLine(id="line")
        self._keys_bar = KeyBar(keymap, readonly=state.readonly, id="keys")
        self._column = _Column(self._claims, self._tally, id="claims")
        self._panes: dict[str, Widget] = {
            "claims": self._column,
            "article": self.article_pane,
            "evidence": self.evidence_pane,
        }
        self.open_now = "claims"
        self.zoomed = self._spread = False

    def compose(self) -> ComposeResult:
        """Header, panes, input line, keys."""
        yield self._header
        with Container(id="panes"):
            yield from self._panes.values()
        yield self.line
        yield self._keys_bar

    def on_mount(self) -> None:
        """Show the article at once and begin to check it."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self._wear())
        self._column.entitle("claims")
        self.article_pane.show_title()
        self.open_pane(self.home)
        self._header.progress = "checking ..."
        self.evidence_pane.explain("The article is being checked; read on meanwhile.")
        self.begin_check()

    # The check

    @on(Progressed)
    def _show_progress(self, message: Progressed) -> None:
        if message.check == self.check_number:
            self._header.progress = f"checking: {message.stage} {message.done}/{message.total}"
            self._header.show()

    @on(ClaimsFound)
    def _show_claims(self, message: ClaimsFound) -> None:
        if message.check == self.check_number:
            self.state.take_claims(message.split)
            self.article_pane.load()
            self.show()

    @on(Judged)
    def _show_verdicts(self, message: Judged) -> None:
        if message.check == self.check_number:
            self.state.take_verdicts(message.verdicts)
            self.show()

    @on(Checked)
    def _show_report(self, message: Checked) -> None:
        if message.check != self.check_number:
            return
        self._header.progress = ""
        self.state.load(message.report)
        if self.state.notice.endswith(CHECKING_AGAIN):
            judged = checked_again(len(self.state.judged_anew))
            self.state.notice = self.state.notice.removesuffix(CHECKING_AGAIN) + judged
        self.failures = tuple(f"{error.path}: {error.message}" for error in message.report.errors)
        self.evidence_pane.explain("No claims were found in this article.")
        self.article_pane.load()
        self.article_pane.changed = changed_since_pass(self.state)
        self.show()
        # A report of thousands of claims does not go away; searching it for garbage would hold up keys.
        gc.freeze()

    @on(Failed)
    def _show_failure(self, message: Failed) -> None:
        if message.check == self.check_number:
            self.failures = (message.reason,)
            self._header.progress = "the check failed"
            self._header.show()
            if self.state.claims:
                self.state.problems.append(f"the check failed: {message.reason}")
            self.evidence_pane.explain(f"The article could not be checked. {message.reason}")
            self.open_pane("evidence")

    # Drawing

    def show(self) -> None:
        """Draw the state as it is now."""
        total, filter = len(self.state.claims), filtered(self.state)
        shown = f"{len(self.state.rows)} of {total}: {filter}" if filter else f"all {total}"
        self._column.entitle(f"open {self.state.counts().open}  {shown}")
        self._header.show()
        self._tally.show()
        self._claims.show()
        self.article_pane.bring_into_view()
        self.evidence_pane.show()

    # Panes

    @property
    def _side_by_side(self) -> bool:
        size = self.app.size
        return size.width >= _WIDE and size.height >= _TALL

    @property
    def home(self) -> str:
        """The pane to come back to: the list where it has a place of its own."""
        return "claims" if self._side_by_side else "article"

    @property
    def leads_back(self) -> bool:
        """Whether there is a pane or a zoom to come back from."""
        return self.zoomed or self.open_now != self.home

    def open_pane(self, name: str) -> None:
        """Give a pane the keys."""
        before, self.open_now = self.open_now, name
        self._place()
        self.set_focus(self._claims if name == "claims" else self._panes[name])
        # Only there does it show where the keys are.
        if self.state.claims and "evidence" in (before, name):
            self.evidence_pane.show()

    def _wear(self) -> None:
        """Draw all in the colours of another theme."""
        self._place()
        self.show()

    def _place(self) -> None:
        """Show the panes that have a place, and by its border the one that has the keys.

        All this could be classes and rules for them, but styling anew takes longer than a key may.
        """
        alone = self.zoomed or self.has_class("-narrow") or self.has_class("-short")
        for name, pane in self._panes.items():
            is_open = name == self.open_now
            pane.display = is_open or not (alone or (name == "claims" and not self._side_by_side))
            colour = self.app.theme_variables["accent" if is_open else "surface-lighten-2"]
            if pane.styles.border_top != (_BORDER, Color.parse(colour)):
                pane.styles.border = (_BORDER, colour)
        self._keys_bar.lead(back=self.leads_back, alone=alone)
        self._header.above_tally = self._side_by_side and self._column.display
        self._header.show()
        if self.zoomed is not self._spread:
            self._spread = self.zoomed
            self._column.styles.width = "100%" if self.zoomed else None

    def on_resize(self) -> None:
        """A list that had a place of its own does not cover the others."""
        self.set_class(self.app.size.width >= _VAST, "-vast")
        self.article_pane.hint = "" if self._side_by_side else f"{self.keymap.shown('list')} = claim list"
        self.article_pane.show_title()
        self._place()
        if self.open_now == "claims":
            self.open_pane(self.home)

    def action_list(self) -> None:
        """Go to the claim list, or back where it covers the others."""
        self.open_pane(self.home if self.open_now == "claims" else "claims")

    def action_pane(self, step: int) -> None:
        """Go to the next pane; in the narrow layout it takes the place of the one before."""
        names = list(self._panes)
        self.open_pane(names[(names.index(self.open_now) + step) % len(names)])

    def action_zoom(self) -> None:
        """Give the whole room to the pane that has the keys, or take it back."""
        self.zoomed = not self.zoomed
        self._place()
