"""What the reviewer can look up or fetch from outside while a claim is selected; none of it decides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from rich.text import Text
from textual import on
from textual.app import SuspendNotSupported

from factcheck.errors import FactcheckError, UsageError
from factcheck.output.plain import one_line
from factcheck.review.passages import Passage
from factcheck.tui import copies, views
from factcheck.tui.desk import Desk
from factcheck.tui.dialogs import Choice, Dialog, DialogScreen, Menu, Page
from factcheck.tui.filters import SORTS
from factcheck.tui.help import help_page
from factcheck.tui.input_line import Question
from factcheck.tui.keys import KeyMap
from factcheck.tui.messages import FilesRead, NotRead
from factcheck.tui.outside import Export, Outside, edited, web_page
from factcheck.tui.panes import CHECKING_AGAIN, PaneScreen
from factcheck.tui.source_screen import SourceScreen
from factcheck.tui.state import READ_ONLY, ReviewState
from factcheck.tui.why import why
from factcheck.tui.words import AS_IT_WAS, NOTHING_NEW, UNCHANGED

T = TypeVar("T")
NO_EDITOR = "a browser cannot be left for an editor"


class ErrandScreen(PaneScreen):
    """Sources, reasons, changes, copies, exports, the editor."""

    def __init__(self, state: ReviewState, desk: Desk, keymap: KeyMap, outside: Outside) -> None:
        super().__init__(state, desk, keymap)
        self._outside = outside
        self._dialogs, self._source = DialogScreen(), SourceScreen()

    def on_mount(self) -> None:
        """Keep what is laid over this screen for the next time."""
        self.app.install_screen(self._dialogs, "dialog")
        self.app.install_screen(self._source, "source")

    def lay_over(self, dialog: Dialog[T], answered: Callable[[T | None], None] | None = None) -> None:
        """Show a dialog, and pass its answer on, None if there is none."""
        if self.is_current:
            self._dialogs.show(dialog, answered)
            self.app.push_screen(self._dialogs)

    def do(self, action: Callable[[], None]) -> None:
        """Let the state act and show what came of it; an error is told and changes nothing."""
        self.state.notice, self.state.last = "", None
        try:
            action()
        except FactcheckError as error:
            self.state.notice = "NOT SAVED"
            self.notify(one_line(str(error)), title="not saved", severity="error", markup=False)
        self.show()

    def tell(self, notice: str) -> None:
        """Say something in the header."""
        self.state.notice = notice
        self.show()

    def _passage(self) -> tuple[int, Passage] | None:
        """The passage that the reviewer is at, after its number."""
        current = self.state.current
        passages = [] if current is None else self.state.passages(current)
        if not passages:
            self.tell("no evidence for this claim")
            return None
        chosen = min(self.evidence_pane.chosen, len(passages) - 1)
        return chosen + 1, passages[chosen]

    # Looking

    def action_source(self) -> None:
        """Show the source in full, at the passage."""
        found, current = self._passage(), self.state.current
        if found is None or current is None:
            return
        number, passage = found
        passages = enumerate(self.state.passages(current), start=1)
        here = [(n, p) for n, p in passages if p.reference == passage.reference]
        judged = [] if self.state.hidden(current) else [q for _, p in here for q in p.quantities]
        values = [q.evidence.span for q in judged if q.evidence]
        reference = self.state.report.references[passage.reference]
        if self.is_current:
            self._source.show(reference, [(n, p.span) for n, p in here], values, number)
            self.app.push_screen(self._source)

    def action_why(self) -> None:
        """Show what the verdict rests on."""
        if self.state.current is not None:
            self.lay_over(Page("why", tuple(why(self.state, self.state.current)), self._keys("why")))

    def action_changes(self) -> None:
        """Show what has changed since the last visit."""
        self.lay_over(Page("what has changed", tuple(views.changes(self.state)), self._keys("changes")))

    def action_progress(self) -> None:
        """Show how far the review is."""
        self.lay_over(Page("progress", tuple(views.progress(self.state))))

    def action_differences(self) -> None:
        """Show where reviewers differ."""
        self.lay_over(Page("where reviewers differ", tuple(views.differences(self.state))))

    def action_help(self) -> None:
        """Show all keys."""
        self.lay_over(help_page(self.keymap, self._refused()))

    def _keys(self, id: str) -> str:
        return next(key.keys for key in self.keymap.keys if key.id == id)

    def _refused(self) -> dict[str, str]:
        """Why some actions are not to be had here."""
        refused: dict[str, str] = {}
        if self.app.is_web:
            refused |= {"long-note": NO_EDITOR, "edit": NO_EDITOR}
        if self.state.readonly:
            refused |= {key.id: "read only" for key in self.keymap.keys if key.writes or key.id == "edit"}
        if not self._outside.exports:
            refused["export"] = "no exporter is at hand"
        return refused

    def action_filter_menu(self) -> None:
        """Choose a sort of claims."""
        hides = self.state.hides_verdicts
        choices = [
            Choice(
                sort.key,
                sort.about + (" (shown now)" if sort.key in self.state.sorts else ""),
                sort.key,
                "verdicts are hidden" if hides and sort.tells else "",
            )
            for sort in SORTS.values()
        ]
        choices.append(Choice("x", "clear all filters", "x"))
        self.lay_over(Menu("filter", choices), self._filter)

    def _filter(self, key: str | None) -> None:
        if key is not None:
            self.do(lambda: self.state.toggle_sort(key))

    # Out of the program

    def action_copy(self) -> None:
        """Copy something of the selected claim."""
        choices = [
            Choice(copy.key, copy.about, copy.text, "" if copy.text else "no evidence")
            for copy in copies.choices(self.state, self.evidence_pane.chosen)
        ]
        if choices:
            self.lay_over(Menu("copy", choices), self._copied)

    def _copied(self, text: str | None) -> None:
        if text is not None:
            self.app.copy_to_clipboard(text)
            if not self.app.is_web:
                self._outside.clip(text)
            self.tell("copied")

    def action_browse(self) -> None:
        """Show the source's URL and open it in the browser if the reviewer says so."""
        found = self._passage()
        if found is None:
            return
        try:
            page = web_page(self.state.report.references[found[1].reference], found[1].span)
        except UsageError as error:
            self.tell(str(error))
            return
        about = Text(f"{page.url}\n\non the host {page.host}, at the words quoted\n")
        self.lay_over(Menu("open in the browser?", [Choice("y", "open", page.at_quotation)], about), self._browse)

    def _browse(self, url: str | None) -> None:
        if url is not None:
            self.app.open_url(url)
            self.tell("opened in the browser")

    def action_export(self) -> None:
        """Choose a form and save the review in it."""
        if not self._outside.exports:
            self.tell("no exporter is at hand: use `factcheck export`")
            return
        refused = "" if self.state.is_complete else "the check is not done"
        choices = [Choice(export.key, export.about, export, refused) for export in self._outside.exports]
        self.lay_over(Menu("export", choices), self._export)

    def _export(self, export: Export | None) -> None:
        if export is None:
            return
        try:
            self.tell(f"written: {one_line(export.save(self.state))}")
        except (FactcheckError, OSError) as error:
            self.tell("nothing is written")
            self.notify(one_line(str(error)), title="not written", severity="error", markup=False)

    # The editor

    def action_long_note(self) -> None:
        """Write the note in the editor."""
        current = self.state.current
        if current is None or self._refuse("long-note"):
            return
        note = self._in_editor(lambda: edited(self.state.note(current), self._outside.edit))
        if note is not None:
            self.do(lambda: self.state.set_note(note))

    def action_edit(self) -> None:
        """Edit the article in the editor, at the claim; check it again if it has changed."""
        if self._refuse("edit"):
            return
        state, article = self.state, self.state.article
        start = state.claims[state.current].claim.places[0].start if state.current is not None else 0
        line = article.line_column(start)[0]

        def edit() -> str:
            self._outside.edit(Path(article.path), line)
            return ""

        if self._in_editor(edit) is not None:
            self._check_again(AS_IT_WAS)

    def _refuse(self, id: str) -> bool:
        why = self._refused().get(id)
        if why:
            self.tell(READ_ONLY if why == "read only" else f"not here: {why}")
        return bool(why)

    def _in_editor(self, edit: Callable[[], str]) -> str | None:
        """What comes out of the editor; None if it could not be used."""
        try:
            with self.app.suspend():
                return edit()
        except SuspendNotSupported:
            self.tell("not here: this terminal cannot be left for an editor")
        except (UsageError, OSError) as error:
            self.tell("nothing is taken over")
            self.notify(one_line(str(error)), title="editor", severity="error", markup=False)
        return None

    # Checking again

    def action_recheck(self) -> None:
        """Read all files again and check what has changed, this claim with the first."""
        self._check_again(UNCHANGED)

    def _check_again(self, unchanged: str) -> None:
        self.tell("reading the files again")
        self.run_worker(lambda: self._reread(unchanged), thread=True, exclusive=True, group="files")

    def _reread(self, unchanged: str) -> None:
        try:
            changed = self.desk.reread()
        except FactcheckError as error:
            self.post_message(NotRead(str(error)))
        else:
            self.post_message(FilesRead(changed, unchanged))

    @on(NotRead)
    def _tell_not_read(self, message: NotRead) -> None:
        self.tell("the article could not be read again; what is shown is as it was")
        self.notify(one_line(message.reason), title="not read", severity="error", markup=False)

    @on(FilesRead)
    def _go_on_from_files(self, message: FilesRead) -> None:
        if message.changed or not self.state.is_complete:
            self.begin_check()
            self.tell(CHECKING_AGAIN)
        else:
            self.do(self.state.take_decisions)
            self.tell(message.unchanged)

    def action_add_reference(self) -> None:
        """Ask for a reference and check against it as well."""
        about = "add a reference: a file, folder or glob (right arrow completes, enter adds, esc leaves)"
        self.line.ask(Question(about, "", self._add, files=True))

    def _add(self, name: str) -> None:
        if not name.strip():
            return
        try:
            new = self.desk.add(name.strip())
        except FactcheckError as error:
            self.tell("no reference added")
            self.notify(one_line(str(error)), title="not added", severity="error", markup=False)
            return
        if not new:
            self.tell(NOTHING_NEW)
            return
        self.begin_check()
        self.tell(f"{one_line(', '.join(new))} added for this review; {CHECKING_AGAIN}")
