"""A claim, its evidence and the reasons for its verdict in plain sentences, for whoever reads no screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factcheck.document import BlockKind, Span
from factcheck.output.colour import VERDICT_SIGN
from factcheck.output.plain import one_line
from factcheck.output.sources import place
from factcheck.review.passages import Passage
from factcheck.review.vocabulary import KEYS, NOT_JUDGED, number_of
from factcheck.tui.browsing import NO_SIGN, Browsing

Say = Callable[[str], None]
"""Shows a line."""

WORDS = {
    **{sign: label.value for label, sign in VERDICT_SIGN.items()},
    NOT_JUDGED: "not judged",
    NO_SIGN: "verdict hidden until you decide",
}
"""The machine's signs."""


class Teller:
    """Tells of the claims of a review."""

    def __init__(self, state: Browsing, say: Say) -> None:
        self._state = state
        self._say = say

    def claim(self) -> None:
        """The selected claim with its evidence."""
        index = self._state.current
        if index is None:
            return
        checked = self._state.claims[index]
        claim = checked.claim
        line, _ = self._state.article.line_column(claim.places[0].start)
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

    def every(self) -> None:
        """All claims that pass the filter, a line each."""
        for index in self._state.rows:
            checked = self._state.claims[index]
            number = number_of(checked)
            others = self._state.others(index).items() if self._state.differs(index) else ()
            said = "".join(f", {one_line(name)} {s.decide.kind.value}" for name, s in others if s.decide.kind)
            told = f"{number}, {self._decided(index)}{said}, {self._verdict(index)}"
            self._say(f"{told}: {one_line(checked.claim.text)}")

    def source(self, words: str) -> None:
        """The source around a passage of the selected claim, by its number; the first one's if none is given."""
        found = self.passage(words)
        if found is None:
            return
        reference = self._state.report.references[found.reference]
        self._say(f"{one_line(reference.id)}, from {place(reference, found.span)}:")
        blocks = [block.span for block in reference.document.blocks if block.kind is not BlockKind.FRONT_MATTER]
        for span in _around(blocks, found.span):
            self._say(f"  {one_line(reference.document.prose(span))}")

    def passage(self, words: str) -> Passage | None:
        """A passage of the selected claim, by its number, the first one if none is given; says so if there is none."""
        index = self._state.current
        passages = self._state.passages(index) if index is not None else []
        number = int(words) if words.isdecimal() and len(words) < 4 else 1
        if (words and not words.isdecimal()) or not 1 <= number <= len(passages):
            self._say(f"There is no evidence {one_line(words) or 1}.")
            return None
        return passages[number - 1]

    def why(self) -> None:
        """What the selected claim's verdict rests on."""
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
                source = one_line(references[other.evidence.reference].id)
                word = "agrees" if other.agrees else "differs"
                self._say(f"  {source} {word}: {one_line(other.evidence.meaning)}")

    def _verdict(self, index: int) -> str:
        return WORDS[self._state.sign(index)]

    def _decided(self, index: int) -> str:
        kind, stale = self._state.kind(index), self._state.record.stale(index)
        if kind is None:
            return "open"
        return f"{kind.value}, stale because {one_line(stale)}; {KEYS[kind]} confirms it" if stale else kind.value

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


def _around(blocks: list[Span], passage: Span) -> Iterator[Span]:
    """The blocks of a passage with the one before and the one after."""
    inside = [number for number, block in enumerate(blocks) if block.overlaps(passage)]
    if not inside:
        yield passage
        return
    yield from blocks[max(0, inside[0] - 1) : inside[-1] + 2]
