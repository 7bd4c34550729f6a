"""The evidence for the selected claim: the quotation first, then what it means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from factcheck.document import Reference, Span
from factcheck.evidence import QuantityRelation, QuantityVerdict
from factcheck.output.colour import VERDICT_SIGN
from factcheck.output.plain import one_line
from factcheck.output.sources import heading
from factcheck.output.windows import flat
from factcheck.report import CheckedClaim
from factcheck.review.passages import Passage
from factcheck.review.vocabulary import CODES, KEYS, STYLES, kind_of, number_of, sign_of, verdict_word
from factcheck.tui.state import ReviewState

_CONTEXT = 60
"""Code points shown at most before and after what is quoted."""


class EvidencePane(VerticalScroll):
    """Quotations, "article says / source says", the reason, decisions and notes."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*STYLES.values(), "aside", "focus", "value"}

    def __init__(self, state: ReviewState, *, id: str | None = None) -> None:
        super().__init__(id=id, can_focus=True)
        self._state = state
        self._message = ""

    def compose(self) -> ComposeResult:
        """One block of text."""
        yield Static(id="evidence-text")

    def explain(self, message: str) -> None:
        """Show a message as long as there are no claims."""
        self._message = message
        self.show()

    def show(self) -> None:
        """Draw the evidence for the selected claim."""
        current = self._state.current
        parts: list[RenderableType]
        if current is None:
            self.border_title = "evidence"
            message = self._message or ("no claim matches the filter" if self._state.filter else "no claims")
            parts = [Text(one_line(message))]
        else:
            checked = self._state.claims[current]
            count = len(self._state.passages(current))
            self.border_title = f"{number_of(checked)} {sign_of(checked)} {verdict_word(checked).upper()}"
            self.border_subtitle = f"{kind_of(checked)}, evidence {count}"
            parts = list(self._claim(current, checked))
        parts += [self._styled(f"not read: {one_line(problem)}", "contradicted") for problem in self._state.problems]
        self.query_one("#evidence-text", Static).update(Group(*parts))
        self.scroll_home(animate=False, immediate=True)

    def _styled(self, text: str, style: str) -> Text:
        return Text(text, self.get_component_rich_style(style, partial=True))

    def _claim(self, index: int, checked: CheckedClaim) -> Iterator[RenderableType]:
        yield self._styled(one_line(checked.claim.text), "value")
        if checked.claim.attribution:
            yield self._styled(f"said by: {one_line(checked.claim.attribution)}", "aside")
        yield from self._decision(index)
        yield Text()
        shown: set[Span] = set()
        passages = self._state.passages(index)
        for number, passage in enumerate(passages, start=1):
            yield from self._passage(index, number, passage)
            shown |= {quantity.quantity.span for quantity in passage.quantities}
            if number == 1:
                yield from self._reason(checked)
            yield Text()
        if not passages:
            yield from self._reason(checked)
        for quantity in checked.verdict.quantities:
            if quantity.quantity.span not in shown:
                yield self._styled(f"no source gives a value for {one_line(quantity.quantity.text)}", "aside")
        yield from self._others(index)

    def _decision(self, index: int) -> Iterator[RenderableType]:
        standing = self._state.standing.get(index)
        if not standing:
            yield self._styled("you: open", "aside")
            return
        kind = standing.decide.kind
        said = Text.assemble("you: ", (kind.value if kind else "open", "bold"))
        if standing.stale:
            said.append(f"  ~~ {standing.stale}", self.get_component_rich_style("unverified", partial=True))
            if kind:
                said.append(f"; {KEYS[kind]} confirms")
        yield said
        if standing.decide.note:
            yield Text(f"note: {one_line(standing.decide.note)}")

    def _passage(self, index: int, number: int, passage: Passage) -> Iterator[RenderableType]:
        reference = self._state.report.references[passage.reference]
        cited = self._state.citation(passage) in self._state.cited(index)
        yield Text.assemble((f"[{number}]", "bold"), " cited  " if cited else " ", self._quotation(reference, passage))
        below: list[RenderableType] = [heading(reference, passage.span)]
        for quantity in passage.quantities:
            below += self._comparison(quantity, reference)
        if passage.relation:
            below.append(self._styled(f"{passage.relation.value} {passage.score:.2f}", "aside"))
        yield Padding(Group(*below), (0, 0, 0, 4))

    def _quotation(self, reference: Reference, passage: Passage) -> Text:
        """The quoted words between some of their neighbours, source values as >>value<<."""
        text, span = reference.text, passage.span
        whole = _around(reference, span)
        shown = _shown(text, span, whole)
        aside = self.get_component_rich_style("aside", partial=True)
        focus = self.get_component_rich_style("focus", partial=True)
        quotation = Text().append("…" if shown.start > whole.start else "", aside)
        quotation.append(flat(text[shown.start : span.start]), aside)
        at = span.start
        places = sorted(q.evidence.span for q in passage.quantities if q.evidence)
        for place in places:
            if place.start >= at:
                quotation.append(flat(text[at : place.start]))
                quotation.append(f">>{flat(place.of(text))}<<", focus)
                at = place.end
        quotation.append(flat(text[at : span.end]))
        quotation.append(flat(text[span.end : shown.end]), aside)
        return quotation.append("…" if shown.end < whole.end else "", aside)

    def _comparison(self, quantity: QuantityVerdict, reference: Reference) -> Iterator[RenderableType]:
        said, source = quantity.quantity, quantity.evidence
        if source is None:
            return
        sign = VERDICT_SIGN[quantity.label]
        relation = self._styled(f"{sign} {quantity.relation.value}", STYLES[sign])
        if quantity.relation is QuantityRelation.EQUAL and not source.arithmetic:
            yield Text.assemble(relation, f": {one_line(said.text)} = {one_line(source.meaning)}")
            return
        grid = Table.grid(Column(no_wrap=True), Column(), padding=(0, 1))
        for who, words, meaning in (
            ("article says", said.text, said.meaning),
            ("source says", source.span.of(reference.text), source.meaning),
        ):
            grid.add_row(who, Text.assemble((one_line(words), "bold"), f" = {one_line(meaning)}"))
        arithmetic = one_line(source.arithmetic or "")
        yield grid
        yield Text.assemble(relation, f": {arithmetic}" if arithmetic else "")

    def _reason(self, checked: CheckedClaim) -> Iterator[RenderableType]:
        sign = sign_of(checked)
        word = f"{sign} {verdict_word(checked)}"
        confidence = f", confidence {checked.verdict.confidence:.2f}" if checked.claim.checkworthy else ""
        yield Text.assemble("machine: ", self._styled(word, STYLES[sign]), confidence)
        if checked.verdict.rationale:
            yield Text(f"why: {one_line(checked.verdict.rationale)}")

    def _others(self, index: int) -> Iterator[RenderableType]:
        for reviewer, said in self._state.others.items():
            standing = said.get(index)
            if standing and standing.decide.kind:
                code = CODES[standing.decide.kind]
                stale = " ~~" if standing.stale else ""
                note = f": {one_line(standing.decide.note)}" if standing.decide.note else ""
                yield Text(f"{one_line(reviewer)}: {code} {standing.decide.kind.value}{stale}{note}")


def _around(reference: Reference, span: Span) -> Span:
    """The blocks of a reference that a quotation stands in."""
    blocks = [block.span for block in reference.document.blocks if block.span.overlaps(span)]
    first = min((block.start for block in blocks), default=span.start)
    last = max((block.end for block in blocks), default=span.end)
    return Span(min(first, span.start), max(last, span.end))


def _shown(text: str, span: Span, whole: Span) -> Span:
    """A quotation with whole words of its neighbours, inside `whole`."""
    before, after = max(whole.start, span.start - _CONTEXT), min(whole.end, span.end + _CONTEXT)
    if before > whole.start:
        before = text.find(" ", before, span.start) + 1 or span.start
    if after < whole.end:
        space = text.rfind(" ", span.end, after)
        after = space if space >= 0 else span.end
    return Span(before, after)
