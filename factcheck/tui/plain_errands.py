"""What a review without a screen fetches from outside: the editor, a check anew, another source, copies, files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import FactcheckError, UsageError
from factcheck.output.plain import one_line
from factcheck.report import Report
from factcheck.tui import copies
from factcheck.tui.desk import Desk
from factcheck.tui.outside import Outside, edited, web_page
from factcheck.tui.state import READ_ONLY, ReviewState
from factcheck.tui.telling import Say, Teller
from factcheck.tui.words import AS_IT_WAS, NOTHING_NEW, UNCHANGED, checked_again

Ask = Callable[[str], str | None]
"""Given a prompt, gives a line without its line break, or None when there are no more."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a review without a screen works with.

    Attributes:
        desk: Article and references.
        check: Checks what lies on the desk; raises FactcheckError.
        outside: Editor, browser, clipboard, exports.
        at_terminal: Whether somebody sits there: only then is there an editor, and a clipboard to be filled.
    """

    desk: Desk
    check: Callable[[], Report]
    outside: Outside
    at_terminal: bool = False


class PlainErrands:
    """The answers that need more than the review itself; what came of one is the state's notice."""

    def __init__(self, state: ReviewState, around: Surroundings, ask: Ask, say: Say) -> None:
        self._state, self._desk, self._outside = state, around.desk, around.outside
        self._around, self._ask, self._say = around, ask, say
        self._teller = Teller(state, say)

    # The editor

    def edit(self, _words: str) -> None:
        """Edit the article at the selected claim, and check it again if it has changed."""
        if self._refuses_editor():
            return
        state = self._state
        start = state.claims[state.current].claim.places[0].start if state.current is not None else 0
        line = state.article.line_column(start)[0]

        def edit() -> str:
            self._outside.edit(Path(state.article.path), line)
            return ""

        if self._in_editor(edit) is not None:
            self._again(AS_IT_WAS)

    def long_note(self, _words: str) -> None:
        """Write the selected claim's note in the editor."""
        current = self._state.current
        if current is None or self._refuses_editor():
            return
        note = self._in_editor(lambda: edited(self._state.note(current), self._outside.edit))
        if note is not None:
            self._state.set_note(note)

    def _in_editor(self, edit: Callable[[], str]) -> str | None:
        """What comes out of the editor; None if it could not be used."""
        try:
            return edit()
        except (UsageError, OSError) as error:
            self._say(f"Nothing is taken over: {one_line(str(error))}.")
            return None

    def _refuses_editor(self) -> bool:
        if self._state.readonly:
            self._state.notice = READ_ONLY
        elif not self._around.at_terminal:
            self._state.notice = "an editor needs a terminal, and here is none; c takes a note, r checks again"
        else:
            return False
        return True

    # Checking again

    def recheck(self, _words: str) -> None:
        """Read all files again, and check them if one has changed."""
        self._again(UNCHANGED)

    def _again(self, unchanged: str) -> None:
        try:
            changed = self._desk.reread()
        except FactcheckError as error:
            self._say(f"Not read again, all is as it was: {one_line(str(error))}.")
            return
        if changed:
            self._check_again()
        else:
            self._state.take_decisions()
            self._state.notice = unchanged

    def _check_again(self, before: str = "") -> None:
        self._say(f"{before}Checking again.")
        try:
            report = self._around.check()
        except FactcheckError as error:
            self._say(f"The check failed, all is as it was: {one_line(str(error))}.")
            return
        self._state.load(report)
        for problem in self._state.problems:
            self._say(f"Not read: {one_line(problem)}.")
        self._state.notice = checked_again(len(self._state.judged_anew))

    def add_reference(self, words: str) -> None:
        """Add a file, folder or glob to the references, and check against it as well."""
        name = words or (self._ask("Reference, a file, folder or glob: ") or "").strip()
        if not name:
            return
        try:
            new = self._desk.add(name)
        except FactcheckError as error:
            self._say(f"No reference added: {one_line(str(error))}.")
            return
        if new:
            self._check_again(f"{one_line(', '.join(new))} added for this review. ")
        else:
            self._state.notice = NOTHING_NEW

    # Out of the program

    def copy(self, words: str) -> None:
        """Say a citation, the claim or its row of a fact sheet; at a terminal it is in the clipboard as well."""
        choices = {choice.key: choice for choice in copies.choices(self._state)}
        if not choices:
            return
        chosen = choices.get(words)
        if chosen is None:
            self._say(f"Say with it what to copy: {', '.join(f'y {key} {c.about}' for key, c in choices.items())}.")
        elif not chosen.text:
            self._say("There is no evidence to cite.")
        else:
            self._say(chosen.text)
            if self._around.at_terminal:
                self._outside.clip(chosen.text)
                self._state.notice = "copied"

    def browse(self, words: str) -> None:
        """Say where a source is on the web, and open it there if the reviewer says so."""
        passage = self._teller.passage(words)
        if passage is None:
            return
        try:
            page = web_page(self._state.report.references[passage.reference], passage.span)
        except UsageError as error:
            self._state.notice = str(error)
            return
        self._say(f"{page.url}, on the host {page.host}")
        if (self._ask("y opens it in the browser, at the words quoted: ") or "").strip() == "y":
            opened = self._outside.browse(page.at_quotation)
            self._state.notice = "opened in the browser" if opened else "there is no browser to open it"

    def export(self, words: str) -> None:
        """Write the review in one of the forms that there are."""
        exports = {export.key: export for export in self._outside.exports}
        chosen = exports.get(words)
        if chosen is None:
            forms = ", ".join(f"E {key} {export.about}" for key, export in exports.items())
            self._say(f"Say with it what to write: {forms}." if forms else "There is nothing to export with.")
            return
        try:
            self._state.notice = f"written: {one_line(chosen.save(self._state))}"
        except (FactcheckError, OSError) as error:
            self._say(f"Nothing is written: {one_line(str(error))}.")
