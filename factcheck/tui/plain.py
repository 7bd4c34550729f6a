"""The review without a screen: a claim and a prompt at a time, in plain words, through pipes and screen readers.

The letters are those of the screen; nothing is painted, coloured or drawn. A letter may have its words on the same
line ("c where is this from"), so that a script can answer.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable

from rich.console import RenderableType
from rich.text import Text

from factcheck.errors import DecisionError
from factcheck.output.plain import one_line
from factcheck.report import Report
from factcheck.review.vocabulary import KEYS, number_of
from factcheck.tui import views
from factcheck.tui.filters import SORTS, filtered
from factcheck.tui.plain_errands import Ask, PlainErrands, Surroundings
from factcheck.tui.state import ReviewState
from factcheck.tui.telling import WORDS, Say, Teller
from factcheck.tui.words import claims

_DECISIONS = {key: kind for kind, key in KEYS.items()}
_WITH_WORDS = "ctvAf/#bERy"
"""Letters that may have words behind them."""
_HELP = """\
a ok, x error, s needs a source, o opinion, p pass for now; the same letter again: open.
A and such a letter: that for all claims of the same fact. A x 3 7: an error for the claims 3 and 7.
1 to 9: cite that evidence for the decision, or no longer.
c: note. t: correction. Words on the same line are taken, else they are asked for; a hyphen alone takes it away.
n, N: next, previous open claim. j, k: next, previous claim. g, G: first, last. A number sign and a number: that claim.
v: the source around the first evidence; v 2: around the second. w: why. i: this claim again. l: all claims.
u: undo, without limit. U: redo. A slash and words: only claims with these words; a slash alone: all.
f and a letter: only open (o), contradicted (c), unverified (u), numbers (n), mine (m), differ (d), changed (h); x: all.
m: hide verdicts until you have decided, or show them. D: what changed since your last visit. S: finish the pass.
r: read the files again and check what has changed. R and a name: add a file, folder or glob to the references.
e: the article in your editor, checked again on return. C: a long note there. E and a letter: export.
y and a letter: citation (c), claim (t), row of a fact sheet (r), said and copied. b: where the source is on the web.
?: this help. q: quit; everything is saved already."""


class PlainReview:
    """A session of questions and answers.

    Attributes:
        failed: Whether a decision could not be saved.
    """

    def __init__(self, state: ReviewState, around: Surroundings, ask: Ask, say: Say) -> None:
        """Prepare a session on a state that has its report.

        Args:
            state: The article, its claims and the reviewer's decisions.
            around: The files and the machine.
            ask: Asks for a line.
            say: Shows a line of harmless text.
        """
        self.failed = False
        self._state = state
        self._ask = ask
        self._say = say
        self._teller = Teller(state, say)
        errands = PlainErrands(state, around, ask, say)
        self._commands: dict[str, Callable[[str], None]] = {
            "c": self._note,
            "t": self._correct,
            "n": lambda _: state.next_open(),
            "N": lambda _: state.next_open(-1),
            "j": lambda _: state.move(1),
            "k": lambda _: state.move(-1),
            "g": lambda _: state.move(-len(state.claims)),
            "G": lambda _: state.move(len(state.claims)),
            "u": lambda _: state.undo(),
            "U": lambda _: state.redo(),
            "/": state.set_filter,
            "#": self._go,
            "v": self._teller.source,
            "w": lambda _: self._teller.why(),
            "i": lambda _: self._teller.claim(),
            "l": lambda _: self._teller.every(),
            "A": self._all,
            "f": self._sort,
            "m": lambda _: state.toggle_verdicts(),
            "D": lambda _: self._changes(),
            "S": lambda _: self._sign_off(),
            "?": lambda _: self._say(_HELP),
            "b": errands.browse,
            "C": errands.long_note,
            "e": errands.edit,
            "E": errands.export,
            "r": errands.recheck,
            "R": errands.add_reference,
            "y": errands.copy,
        }

    def run(self) -> None:
        """Ask until the reviewer leaves or the input ends."""
        self._welcome()
        shown: tuple[int, Report] | None = None
        while True:
            current = self._state.current
            here = None if current is None else (current, self._state.report)
            # After a check anew the same claim may be judged otherwise.
            if here and (shown is None or here[0] != shown[0] or here[1] is not shown[1]):
                self._teller.claim()
            shown = here
            answer = self._ask(self._prompt())
            if answer is None or answer.strip() in ("q", "quit"):
                break
            if answer.strip():
                self._answer(answer.strip())
        self._leave()
        self._say(self._progress())

    def _leave(self) -> None:
        """Remember what was seen; that is for the next visit alone, so it may fail."""
        with contextlib.suppress(DecisionError):
            self._state.leave()

    def _prompt(self) -> str:
        current = self._state.current
        if current is None:
            return "No claim here. / all, ? help, q quit: "
        return f"Claim {number_of(self._state.claims[current])}. a x s o p, c note, n next, u undo, ? help, q quit: "

    def _answer(self, answer: str) -> None:
        letter, words = answer[0], answer[1:].strip()
        self._state.notice = ""
        try:
            if letter in _DECISIONS and not words:
                self._state.decide(_DECISIONS[letter])
            elif letter in "123456789" and not words:
                self._state.cite(int(letter))
            elif letter in self._commands and (not words or letter in _WITH_WORDS):
                self._commands[letter](words)
            else:
                self._say(f"There is no answer {one_line(answer)[:20]!r}. A question mark lists the letters.")
        except DecisionError as error:
            self.failed = True
            self._say(f"NOT SAVED: {one_line(str(error))}")
        if self._state.notice:
            self._say(f"{_sentence(self._state.notice)}")

    # Words from the reviewer

    def _note(self, words: str) -> None:
        self._words("Note", words, self._state.note, self._state.set_note)

    def _correct(self, words: str) -> None:
        self._words("Correction", words, self._state.correction, self._state.set_correction)

    def _words(self, name: str, words: str, now: Callable[[int], str], keep: Callable[[str], None]) -> None:
        current = self._state.current
        if current is None:
            return
        if not words:
            if now(current):
                self._say(f"{name} now: {one_line(now(current))}")
            words = (self._ask(f"{name}, a hyphen alone takes it away: ") or "").strip()
        if words:
            keep("" if words == "-" else words)

    def _go(self, words: str) -> None:
        found = self._numbered(words)
        if found is not None:
            self._state.select(found)

    def _numbered(self, words: str) -> int | None:
        """The claim of a number; says so if there is none."""
        claims = self._state.claims
        found = next((i for i, checked in enumerate(claims) if number_of(checked) == words.removeprefix("c")), None)
        if found is None:
            self._say(f"There is no claim {one_line(words)[:20]!r}.")
        return found

    def _all(self, words: str) -> None:
        """One decision for several claims: those named, or else those of the same fact."""
        letter, *names = words.split() or [""]
        if letter not in _DECISIONS:
            self._say("Say with it what to decide: A x, or A x 3 7 for the claims 3 and 7.")
            return
        named = [self._numbered(name) for name in names]
        if None not in named:
            self._state.marked = {index for index in named if index is not None}
            self._state.decide_all(_DECISIONS[letter])
            self._state.marked.clear()

    def _sort(self, words: str) -> None:
        if words == "x" or words in SORTS:
            self._state.toggle_sort(words)
            shown = filtered(self._state) or "all"
            self._say(f"{len(self._state.rows)} of {len(self._state.claims)} claims: {shown}.")
        else:
            self._say(f"Say with it what to show: {', '.join(f'f {key} {sort.name}' for key, sort in SORTS.items())}.")

    def _changes(self) -> None:
        self._tell(views.changes(self._state))

    def _sign_off(self) -> None:
        if objection := self._state.sign_off_objection():
            self._say(f"Not signed off: {one_line(objection)}.")
            return
        left = self._state.open_claims()
        self._tell(views.sign_off(self._state, left))
        if (self._ask(f"Left open: {claims(len(left))}. y finishes the pass: ") or "").strip() == "y":
            self._state.sign_off()

    def _tell(self, page: Iterable[RenderableType]) -> None:
        """A page of the screen, as far as it is words."""
        for block in page:
            if isinstance(block, Text) and block.plain.strip():
                self._say(block.plain.strip("\n"))

    # What is said

    def _welcome(self) -> None:
        state = self._state
        self._say(f"Review of {one_line(state.article.path)} by {one_line(state.reviewer)}.")
        if state.notice:
            self._say(_sentence(one_line(state.notice)))
        self._say(self._progress())
        for problem in state.problems:
            self._say(f"Not read: {one_line(problem)}.")
        for lost in state.lost:
            kind = lost.kind.value if lost.kind else "note"
            self._say(f"Lost, its claim is not in the article any more: {kind} on {one_line(lost.anchor.text)!r}.")
        self._say("Type a letter, then Enter. A question mark lists the letters.")

    def _progress(self) -> str:
        counts = self._state.counts()
        left = ", ".join(f"{number} {WORDS[sign]}" for sign, number in counts.open_by_sign.items())
        return f"{counts.decided} of {counts.total} decided, {counts.open} open" + (f": {left}." if left else ".")


def _sentence(notice: str) -> str:
    return f"{notice[:1].upper()}{notice[1:]}."
