"""The review screen: claims, article and evidence side by side, above each other, or one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import get_current_worker

from factcheck.errors import DecisionError, FactcheckError
from factcheck.output.plain import one_line
from factcheck.report import DecisionKind
from factcheck.tui.article_pane import ArticlePane
from factcheck.tui.bars import HeaderBar, KeyBar
from factcheck.tui.claim_list import ClaimList
from factcheck.tui.evidence_pane import EvidencePane
from factcheck.tui.help import HelpScreen
from factcheck.tui.keys import BINDINGS
from factcheck.tui.messages import Checked, Failed, Load, Progressed
from factcheck.tui.state import ReviewState

_PANES = ("claims", "article", "evidence")
_WIDE, _TALL = 110, 18
"""Columns from which the panes stand side by side, and lines from which more than one is shown."""


class _LeftError(Exception):
    """The reviewer has left; the check need not go on."""


class ReviewScreen(Screen[None]):
    """Shows a ReviewState and passes keys to it; the check runs in a thread.

    Attributes:
        failures: Why the check failed, or what could not be read; empty if all went well.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(BINDINGS)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-stacked"), (_WIDE, "-wide")]  # noqa: RUF012 (as declared)
    VERTICAL_BREAKPOINTS = [(0, "-short"), (_TALL, "-tall")]  # noqa: RUF012

    def __init__(self, state: ReviewState, load: Load) -> None:
        super().__init__()
        self.failures: tuple[str, ...] = ()
        self._state = state
        self._load = load
        self._header = HeaderBar(state, id="header")
        self._claims = ClaimList(state, id="claims")
        self._article = ArticlePane(state, id="article")
        self._evidence = EvidencePane(state, id="evidence")

    def compose(self) -> ComposeResult:
        """Header, panes, input lines, keys."""
        yield self._header
        with Container(id="panes"):
            yield self._claims
            yield self._article
            yield self._evidence
        yield Input(placeholder="filter: words or a regular expression, ! inverts", id="filter")
        yield Input(placeholder="note: enter keeps, esc leaves", id="note")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show the article at once and begin to check it."""
        self._claims.border_title, self._article.border_title = "claims", "article"
        self._open_pane(self._home)
        self._header.progress = "checking ..."
        self._evidence.explain("The article is being checked; read on meanwhile.")
        self.run_worker(self._check, thread=True, group="check", description="checking the article")

    # The check

    def _check(self) -> None:
        worker = get_current_worker()

        def tell(stage: str, done: int, total: int) -> None:
            if worker.is_cancelled:
                raise _LeftError
            self.post_message(Progressed(stage, done, total))

        try:
            report = self._load(tell)
        except _LeftError:
            return
        except FactcheckError as error:
            self.post_message(Failed(str(error)))
        # A fault in the check must not take the screen, with decisions in the making, down with it.
        except Exception as error:
            self.post_message(Failed(f"internal error: {type(error).__name__}: {error}"))
        else:
            self.post_message(Checked(report))

    @on(Progressed)
    def _show_progress(self, message: Progressed) -> None:
        self._header.progress = f"checking: {message.stage} {message.done}/{message.total}"
        self._header.refresh()

    @on(Checked)
    def _show_report(self, message: Checked) -> None:
        self._header.progress = ""
        self._state.load(message.report)
        self.failures = tuple(f"{error.path}: {error.message}" for error in message.report.errors)
        self._evidence.explain("No claims were found in this article.")
        self._article.load()
        self._show()

    @on(Failed)
    def _show_failure(self, message: Failed) -> None:
        self.failures = (message.reason,)
        self._header.progress = "the check failed"
        self._header.refresh()
        self._evidence.explain(f"The article could not be checked. {message.reason}")
        self._open_pane("evidence")

    # Drawing

    def _show(self) -> None:
        counts, shown = self._state.counts(), len(self._state.rows)
        self._claims.border_title = f"claims {shown}, open {counts.open}"
        self._header.refresh()
        self._claims.show()
        self._article.show()
        self._evidence.show()

    @property
    def _home(self) -> str:
        """The pane to come back to: the list where it has a place of its own."""
        size = self.app.size
        return "claims" if size.width >= _WIDE and size.height >= _TALL else "article"

    def _open_pane(self, name: str) -> None:
        for pane in _PANES:
            self.query_one(f"#{pane}").set_class(pane == name, "-open")
        self.set_focus(self.query_one(f"#{name}"))

    def on_resize(self) -> None:
        """A list that had a place of its own does not cover the others."""
        if self._claims.has_class("-open"):
            self._open_pane(self._home)

    # Keys

    def _do(self, action: Callable[[], None]) -> None:
        """Let the state act and show what came of it."""
        self._state.notice = ""
        try:
            action()
        except DecisionError as error:
            self._state.notice = "NOT SAVED"
            self.notify(one_line(str(error)), title="not saved", severity="error", markup=False)
        self._show()

    def action_move(self, by: int) -> None:
        """Go up or down the list."""
        self._do(lambda: self._state.move(by))

    def action_next_open(self, step: int) -> None:
        """Go to the next or previous open claim."""
        self._do(lambda: self._state.next_open(step))

    def action_decide(self, kind: str) -> None:
        """Decide the selected claim."""
        self._do(lambda: self._state.decide(DecisionKind(kind)))

    def action_undo(self) -> None:
        """Take the last decision back."""
        self._do(self._state.undo)

    def action_redo(self) -> None:
        """Bring the decision last undone back."""
        self._do(self._state.redo)

    def action_cite(self, number: int) -> None:
        """Cite a passage for the selected claim, or no longer."""
        self._do(lambda: self._state.cite(number))

    @on(ClaimList.Selected)
    @on(ArticlePane.Selected)
    def _select(self, message: ClaimList.Selected | ArticlePane.Selected) -> None:
        self._do(lambda: self._state.select(message.claim))

    # Views

    def action_list(self) -> None:
        """Go to the claim list, or back where it covers the others."""
        self._open_pane(self._home if self._claims.has_class("-open") else "claims")

    def action_pane(self, step: int) -> None:
        """Go to the next pane that the layout has room for."""
        place = next((i for i, pane in enumerate(_PANES) if self.query_one(f"#{pane}").has_class("-open")), 0)
        self._open_pane(_PANES[(place + step) % len(_PANES)])

    def action_evidence(self) -> None:
        """Go into the evidence."""
        self._open_pane("evidence")

    def action_back(self) -> None:
        """Leave the evidence or the list, or else the filter."""
        for line in self.query(Input):
            line.remove_class("-open")
        if self.query_one(f"#{self._home}").has_class("-open") and self._state.filter:
            self._do(lambda: self._state.set_filter(""))
        self._open_pane(self._home)

    def action_help(self) -> None:
        """Show all keys."""
        self.app.push_screen(HelpScreen())

    def action_leave(self) -> None:
        """Quit; every decision is on disk already."""
        self.app.exit()

    # Input lines

    def action_filter(self) -> None:
        """Ask for a filter; it works while it is typed."""
        self._ask("filter", self._state.filter)

    def action_note(self) -> None:
        """Ask for a note on the selected claim."""
        if self._state.current is not None:
            self._ask("note", self._state.note(self._state.current))

    def _ask(self, name: str, value: str) -> None:
        if isinstance(self.focused, Input):
            return
        line = self.query_one(f"#{name}", Input)
        line.add_class("-open")
        line.value = value
        line.cursor_position = len(value)
        self.set_focus(line)

    def _close(self, line: Input) -> None:
        line.remove_class("-open")
        self._open_pane(self._home)

    @on(Input.Changed, "#filter")
    def _filter_changed(self, message: Input.Changed) -> None:
        if message.value != self._state.filter:
            self._do(lambda: self._state.set_filter(message.value))

    @on(Input.Submitted, "#filter")
    def _filter_kept(self, message: Input.Submitted) -> None:
        self._close(message.input)

    @on(Input.Submitted, "#note")
    def _note_kept(self, message: Input.Submitted) -> None:
        self._do(lambda: self._state.set_note(message.value))
        self._close(message.input)
