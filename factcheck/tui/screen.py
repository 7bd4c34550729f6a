"""The review screen: keys go to the state, and what comes of them is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.text import Text
from textual import on
from textual.widgets import Input

from factcheck.output.plain import one_line
from factcheck.report import DecisionKind
from factcheck.review.vocabulary import CODES, KEYS, number_of
from factcheck.tui import views
from factcheck.tui.article_pane import ArticlePane
from factcheck.tui.burst import LIMIT, Burst
from factcheck.tui.claim_list import ClaimList
from factcheck.tui.desk import Desk
from factcheck.tui.dialogs import Choice, Menu
from factcheck.tui.errands import ErrandScreen
from factcheck.tui.input_line import Question
from factcheck.tui.keys import KeyMap
from factcheck.tui.outside import Outside
from factcheck.tui.palette import Command, Palette
from factcheck.tui.state import ReviewState


class ReviewScreen(ErrandScreen):
    """Moving, deciding, notes, marks, passes."""

    def __init__(
        self,
        state: ReviewState,
        desk: Desk,
        keymap: KeyMap,
        outside: Outside,
        commands: Callable[[], Iterable[Command]] = tuple,
    ) -> None:
        super().__init__(state, desk, keymap, outside)
        self._commands = commands
        self._clock = outside.clock
        self._burst = Burst()

    # Moving

    def action_move(self, by: int) -> None:
        """Go up or down the list, or through the passages where the evidence has the keys."""
        if self.open_now == "evidence" and abs(by) == 1 and self.evidence_pane.has_focus:
            self.evidence_pane.choose(by)
        else:
            self.do(lambda: self.state.move(by))

    def action_next_open(self, step: int) -> None:
        """Go to the next or previous open claim."""
        self.do(lambda: self.state.next_open(step))

    @on(ClaimList.Selected)
    @on(ArticlePane.Selected)
    def _select(self, message: ClaimList.Selected | ArticlePane.Selected) -> None:
        self.do(lambda: self.state.select(message.claim))

    def action_enter(self) -> None:
        """Go into the evidence, and from there into the source."""
        if self.open_now == "evidence":
            self.action_source()
        else:
            self.open_pane("evidence")

    def action_back(self) -> None:
        """Leave the input line, the zoom, the evidence or the list, or else the filter."""
        if self.line.question is not None:
            self.line.close()
        elif self.zoomed:
            self.action_zoom()
        elif self.open_now == self.home and (self.state.filter or self.state.sorts):
            self.do(lambda: self.state.toggle_sort("x"))
        self.open_pane(self.home)

    # Deciding

    def action_decide(self, kind: str) -> None:
        """Decide the selected claim, unless somebody is typing into the wrong window."""
        if self._burst.since is not None:
            return
        if self.state.current is not None and not self.state.readonly:
            asks = self._burst.hit(self._clock(), self.state.record.steps)
        else:
            asks = False
        self.do(lambda: self.state.decide(DecisionKind(kind)))
        if asks:
            self._ask_about_burst()

    def _ask_about_burst(self) -> None:
        choices = [Choice("K", f"keep these {LIMIT}", False), Choice("U", f"undo these {LIMIT}", True)]
        about = Text(
            f"{LIMIT} decisions within a moment: were they meant for this window? Nothing is decided until then.\n"
        )
        self.lay_over(Menu("keep or undo?", choices, about, leave=False), self._answered)

    def _answered(self, undo: bool | None) -> None:
        since = self._burst.since
        self._burst.clear()
        if undo and since is not None:
            self.do(lambda: self.state.undo_to(since))

    def action_undo(self) -> None:
        """Take the last step back."""
        self.do(self.state.undo)

    def action_redo(self) -> None:
        """Bring the step last undone back."""
        self.do(self.state.redo)

    def action_cite(self, number: int) -> None:
        """Cite a passage for the selected claim, or no longer."""
        self.do(lambda: self.state.cite(number))

    def action_mark(self) -> None:
        """Mark the selected claim; in the evidence cite the passage that the reviewer is at."""
        if self.evidence_pane.has_focus:
            self.action_cite(self.evidence_pane.chosen + 1)
        else:
            self.do(self.state.toggle_mark)

    def action_decide_all(self) -> None:
        """Give one decision to the marked claims, or to those of the same fact."""
        state = self.state
        companions, current = state.companions(), state.current
        if not companions or current is None:
            self.tell("no marked claims (space marks), no identical facts")
            return
        kind = state.kind(current)
        # Claims that share a figure say more than it: what else they say is looked at first.
        asks = not state.marked and bool(state.linked.figures(current))
        if kind is not None and state.code(current) == CODES[kind] and not asks:
            self.do(lambda: state.decide_all(kind))
            return
        about = Text(
            "\n".join(f"{number_of(state.claims[i])} {one_line(state.claims[i].claim.text)}" for i in companions)
        )
        choices = [Choice(key, kind.value, kind) for kind, key in KEYS.items()]
        menu = Menu(f"decide these {len(companions)}", choices, below=(Text(), about))
        self.lay_over(menu, self._decide_all)

    def _decide_all(self, kind: DecisionKind | None) -> None:
        if kind is not None:
            self.do(lambda: self.state.decide_all(kind))

    # Views

    def action_verdicts(self) -> None:
        """Hide or show the machine's verdicts."""
        self.do(self._toggle_verdicts)

    def _toggle_verdicts(self) -> None:
        self.state.toggle_verdicts()
        self.article_pane.show_verdicts()

    def action_advance(self) -> None:
        """Go on to the next open claim after a decision, or stay."""
        self.state.advances = not self.state.advances
        self.tell(
            "a decision leads on to the next open claim" if self.state.advances else "a decision stays at its claim"
        )

    # Passes

    def action_sign_off(self) -> None:
        """List what is open and finish the pass if the reviewer says so."""
        left = self.state.open_claims()
        refused = self.state.sign_off_objection()
        record = self.state.record
        last = record.pass_number >= record.review.passes
        label = "sign the article off" if last else f"finish pass {record.pass_number}"
        label += " again, as it is now" if record.is_finished else ""
        with_open = f" with {len(left)} open" if left else ""
        choices = [Choice("y", label + with_open, "y", refused)]
        if self.state.record.signed:
            choices.append(Choice("w", "withdraw your last sign-off", "w", "read only" if self.state.readonly else ""))
        counts, *listed = views.sign_off(self.state, left)
        self.lay_over(Menu("finish the pass?", choices, counts, below=listed), self._sign_off)

    def _sign_off(self, answer: str | None) -> None:
        if answer is not None:
            self.do(self.state.sign_off if answer == "y" else self.state.withdraw)

    def action_leave(self) -> None:
        """Go back where there is something to come back from, else quit; every decision is on disk already."""
        if self.leads_back:
            self.action_back()
            return
        self.do(self.state.leave)
        self.app.exit()

    def action_palette(self) -> None:
        """Show all commands."""
        self.lay_over(Palette(self._commands()), self._run)

    def _run(self, command: Command | None) -> None:
        if command is not None:
            command.run()

    # The input line

    def action_filter(self) -> None:
        """Ask for a filter; it works while it is typed."""
        about = "filter: words or a regular expression, ! inverts"
        self.line.ask(Question(about, self.state.filter, self._filter_by, typed=self._filter_by))

    def _filter_by(self, text: str) -> None:
        if text != self.state.filter:
            self.do(lambda: self.state.set_filter(text))

    def action_note(self) -> None:
        """Ask for a note on the selected claim."""
        if self._may_write():
            current = self.state.current or 0
            note = self.state.note(current)
            if "\n" in note:
                self.tell(f"a long note: {self.keymap.shown('long-note')} edits it")
                return
            keep = self.state.set_note
            self.line.ask(Question("note: enter keeps, esc leaves", note, lambda text: self.do(lambda: keep(text))))

    def action_correction(self) -> None:
        """Ask for a wording to take instead."""
        if self._may_write():
            current, keep = self.state.current or 0, self.state.set_correction
            wording = self.state.correction(current) or self._as_written(current)
            about = "correction: how it should read; enter keeps, esc leaves"
            self.line.ask(Question(about, wording, lambda text: self.do(lambda: keep(text))))

    def _as_written(self, index: int) -> str:
        """The article's own words, to be changed."""
        claim = self.state.claims[index].claim
        return one_line(" ... ".join(map(self.state.article.prose, claim.spans)))

    def _may_write(self) -> bool:
        if self.state.readonly:
            self.tell("read only: nothing is changed")
        return self.state.current is not None and not self.state.readonly

    @on(Input.Changed, "#line")
    def _typed(self) -> None:
        question = self.line.question
        if question and question.typed:
            question.typed(self.line.value)

    @on(Input.Submitted, "#line")
    def _kept(self) -> None:
        question = self.line.question
        if question:
            self.line.close()
            self.open_pane(self.home)
            question.keep(self.line.value)
