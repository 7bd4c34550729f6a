"""The review without a screen: a claim and a prompt at a time, in plain words, through pipes and screen readers.

The letters are those of the screen; nothing is painted, coloured or drawn. A letter may have its words on the same
line ("c where is this from"), so that a script can answer.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from rich.text import Text

from factcheck.document import BlockKind, Span
from factcheck.errors import DecisionError
from factcheck.output.colour import VERDICT_SIGN
from factcheck.output.plain import one_line
from factcheck.output.sources import place
from factcheck.review.passages import Passage
from factcheck.review.vocabulary import KEYS, NOT_JUDGED, number_of
from factcheck.tui import views
from factcheck.tui.browsing import NO_SIGN
from factcheck.tui.filters import SORTS, filtered
from factcheck.tui.state import ReviewState
from factcheck.tui.words import claims

Ask = Callable[[str], str | None]
"""Given a prompt, gives a line without its line break, or None when there are no more."""

Say = Callable[[str], None]
"""Shows a line."""

_WORDS = {
    **{sign: label.value for label, sign in VERDICT_SIGN.items()},
    NOT_JUDGED: "not judged",
    NO_SIGN: "verdict hidden until you decide",
}
_DECISIONS = {key: kind for kind, key in KEYS.items()}
_HELP = """\
a ok, x error, s needs a source, o opinion, p pass for now; the same letter again: open.
A and such a letter: that for all claims of the same fact.
1 to 9: cite that evidence for the decision, or no longer.
c: note. t: correction. Words on the same line are taken, else they are asked for; a hyphen alone takes it away.
n, N: next, previous open claim. j, k: next, previous claim. g, G: first, last. A number sign and a number: that claim.
v: the source around the first evidence; v 2: around the second. w: why. i: this claim again. l: all claims.
u: undo, without limit. U: redo. A slash and words: only claims with these words; a slash alone: all.
f and a letter: only open (o), contradicted (c), unverified (u), numbers (n), mine (m), differ (d), changed (h); x: all.
m: hide verdicts until you have decided, or show them. D: what changed since your last visit. S: finish the pass.
?: this help. q: quit; everything is saved already."""


class PlainReview:
    """A session of questions and answers.

    Attributes:
        failed: Whether a decision could not be saved.
    """

    def __init__(self, state: ReviewState, ask: Ask, say: Say) -> None:
        """Prepare a session on a state that has its report.

        Args:
            state: The article, its claims and the reviewer's decisions.
            ask: Asks for a line.
            say: Shows a line of harmless text.
        """
        self.failed = False
        self._state = state
        self._ask = ask
        self._say = say
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
            "v": self._source,
            "w": lambda _: self._why(),
            "i": lambda _: self._claim(),
            "l": lambda _: self._list(),
            "A": self._all,
            "f": self._sort,
            "m": lambda _: state.toggle_verdicts(),
            "D": lambda _: self._changes(),
            "S": lambda _: self._sign_off(),
            "?": lambda _: self._say(_HELP),
        }

    def run(self) -> None:
        """Ask until the reviewer leaves or the input ends."""
        self._welcome()
        shown: int | None = None
        while True:
            current = self._state.current
            if current != shown and current is not None:
                self._claim()
            shown = current
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
            elif letter in self._commands and (not words or letter in "ctvAf/#"):
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
        claims = self._state.claims
        found = next((i for i, checked in enumerate(claims) if number_of(checked) == words.removeprefix("c")), None)
        if found is None:
            self._say(f"There is no claim {one_line(words)[:20]!r}.")
        else:
            self._state.select(found)

    def _all(self, words: str) -> None:
        if words in _DECISIONS:
            self._state.decide_all(_DECISIONS[words])
        else:
            self._say("Say with it what to decide: A x.")

    def _sort(self, words: str) -> None:
        if words == "x" or words in SORTS:
            self._state.toggle_sort(words)
            shown = filtered(self._state) or "all"
            self._say(f"{len(self._state.rows)} of {len(self._state.claims)} claims: {shown}.")
        else:
            self._say(f"Say with it what to show: {', '.join(f'f {key} {sort.name}' for key, sort in SORTS.items())}.")

    def _changes(self) -> None:
        for block in views.changes(self._state):
            if isinstance(block, Text) and block.plain.strip():
                self._say(block.plain.strip("\n"))

    def _sign_off(self) -> None:
        if objection := self._state.sign_off_objection():
            self._say(f"Not signed off: {one_line(objection)}.")
            return
        left = len(self._state.open_claims())
        if (self._ask(f"Left open: {claims(left)}. y finishes the pass: ") or "").strip() == "y":
            self._state.sign_off()

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
        left = ", ".join(f"{number} {_WORDS[sign]}" for sign, number in counts.open_by_sign.items())
        return f"{counts.decided} of {counts.total} decided, {counts.open} open" + (f": {left}." if left else ".")

    def _verdict(self, index: int) -> str:
        return _WORDS[self._state.sign(index)]

    def _claim(self) -> None:
        index = self._state.current
        if index is None:
            return
        checked = self._state.claims[index]
        claim = checked.claim
        line, _ = self._state.article.line_column((claim.spans or (claim.sentence,))[0].start)
        self._say("")
        self._say(f"Claim {number_of(checked)}, line {line}, {self._verdict(index)}. You: {self._decided(index)}.")
        self._say(one_line(claim.text))
        sentence = one_line(self._state.article.prose(claim.sentence))
        if sentence != one_line(claim.text):
            self._say(f"In the article: {sentence}")
        if claim.attribution:
            self._say(f"Said by: {one_line(claim.attribution)}")
        self._said(index)
        if checked.verdict.rationale and not self._state.hidden(index):
            self._say(f"Why: {one_line(checked.verdict.rationale)}")
        passages = self._state.passages(index)
        for number, passage in enumerate(passages, start=1):
            self._passage(index, number, passage)
        if not passages:
            self._say("No evidence.")

    def _said(self, index: int) -> None:
        """What people wrote, and what others decided."""
        for name, words in (("Note", self._state.note(index)), ("Correction", self._state.correction(index))):
            if words:
                self._say(f"{name}: {one_line(words)}")
        for reviewer, standing in self._state.others(index).items():
            decide = standing.decide
            word = f"decided {decide.kind.value}" if decide.kind else "left a note"
            stale = ", stale" if standing.stale else ""
            note = f", note: {one_line(decide.note)}" if decide.note else ""
            self._say(f"{one_line(reviewer)} {word}{stale}{note}")
        for what, linked in (("fact", self._state.linked.twins(index)), ("figure", self._state.linked.figures(index))):
            if linked:
                names = " ".join(number_of(self._state.claims[other]) for other in linked)
                self._say(f"The same {what} as {names}; A decides all of them.")

    def _decided(self, index: int) -> str:
        kind, stale = self._state.kind(index), self._state.record.stale(index)
        if kind is None:
            return "open"
        return f"{kind.value}, stale because {one_line(stale)}; {KEYS[kind]} confirms it" if stale else kind.value

    def _passage(self, index: int, number: int, passage: Passage) -> None:
        reference = self._state.report.references[passage.reference]
        meta = reference.document.meta
        cited = "cited, " if self._state.citation(passage) in self._state.cited(index) else ""
        hidden = self._state.hidden(index)
        relation = f"{passage.relation.value}, " if passage.relation and not hidden else ""
        about = (reference.id, meta.title, meta.source, meta.date.isoformat() if meta.date else "", meta.rank)
        named = ", ".join(one_line(word) for word in about if word)
        self._say(f"Evidence {number}, {cited}{relation}{named}, {place(reference, passage.span)}:")
        self._say(f"  {one_line(reference.document.prose(passage.span))}")
        for judged in () if hidden else passage.quantities:
            if judged.evidence:
                how = f", {one_line(judged.evidence.arithmetic)}" if judged.evidence.arithmetic else ""
                article, source = one_line(judged.quantity.text), one_line(judged.evidence.meaning)
                self._say(f"  Article says {article}; source says {source}; {judged.relation.value}{how}.")

    def _source(self, words: str) -> None:
        index = self._state.current
        passages = self._state.passages(index) if index is not None else []
        number = int(words) if words.isdecimal() and len(words) < 4 else 1
        if (words and not words.isdecimal()) or not 1 <= number <= len(passages):
            self._say(f"There is no evidence {one_line(words) or 1}.")
            return
        passage = passages[number - 1]
        reference = self._state.report.references[passage.reference]
        self._say(f"{one_line(reference.id)}, from {place(reference, passage.span)}:")
        blocks = [block.span for block in reference.document.blocks if block.kind is not BlockKind.FRONT_MATTER]
        for span in _around(blocks, passage.span):
            self._say(f"  {one_line(reference.document.prose(span))}")

    def _why(self) -> None:
        index = self._state.current
        if index is None:
            return
        checked, references = self._state.claims[index], self._state.report.references
        if self._state.hidden(index):
            self._say("The verdict is hidden until you have decided; m shows it.")
            return
        self._say(f"The machine says {self._verdict(index)}, confidence {checked.verdict.confidence:.2f}.")
        for finding in self._state.findings(index):
            self._say(f"{finding.rule} {finding.name}: {one_line(finding.summary)}")
        for judged in checked.verdict.quantities:
            self._say(f"{one_line(judged.quantity.text)} is read as {one_line(judged.quantity.meaning)}.")
            if judged.distance:
                self._say(f"  {one_line(judged.distance)}")
            if judged.elsewhere:
                source = one_line(references[judged.elsewhere.reference].id)
                self._say(f"  The figure stands in {source}, of something else.")
            for other in judged.others:
                source, word = (
                    one_line(references[other.evidence.reference].id),
                    "agrees" if other.agrees else "differs",
                )
                self._say(f"  {source} {word}: {one_line(other.evidence.meaning)}")

    def _list(self) -> None:
        for index in self._state.rows:
            checked = self._state.claims[index]
            number = number_of(checked)
            self._say(f"{number}, {self._decided(index)}, {self._verdict(index)}: {one_line(checked.claim.text)}")


def _sentence(notice: str) -> str:
    return f"{notice[:1].upper()}{notice[1:]}."


def _around(blocks: list[Span], passage: Span) -> Iterator[Span]:
    """The blocks of a passage with the one before and the one after."""
    inside = [number for number, block in enumerate(blocks) if block.overlaps(passage)]
    if not inside:
        yield passage
        return
    yield from blocks[max(0, inside[0] - 1) : inside[-1] + 2]
