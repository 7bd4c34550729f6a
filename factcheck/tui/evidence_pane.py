"""The evidence for the selected claim: the quotation first, then what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from rich.text import Text

from factcheck.document import Reference, Span
from factcheck.evidence import QuantityRelation, QuantityVerdict, VerdictLabel
from factcheck.output.colour import VERDICT_SIGN
from factcheck.output.plain import one_line, visible
from factcheck.output.sources import place
from factcheck.review.near_misses import NearMiss, near_misses, words_around
from factcheck.review.passages import Passage
from factcheck.review.reading import shown_at
from factcheck.review.vocabulary import KEYS, STYLES, number_of, verdict_word
from factcheck.tui.browsing import NO_SIGN, Browsing
from factcheck.tui.rendered_pane import Block, RenderedPane
from factcheck.tui.rows import Row
from factcheck.tui.words import brief_kind

_CONTEXT = 60
"""Code points shown at most before and after what is quoted."""
_REACH = 8 * _CONTEXT
"""Code points of the file looked at for them: some may be markup."""
_INDENT = 4
"""Cells before what is told of a passage."""
_NEAR = 2
"""Near misses told at most for a quantity; `w` tells more."""


class EvidencePane(RenderedPane, inherit_bindings=False):
    """Quotations, "article says / source says", the reason, decisions and notes.

    Attributes:
        chosen: The passage that the pane's own keys are for, from 0.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {*STYLES.values(), "aside", "focus", "value", "selected"}

    def __init__(self, state: Browsing, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._state = state
        self._message = ""
        self._claim: str | None = None
        self._searched: tuple[Reference, ...] = ()
        self._found: dict[tuple[int, Span], list[NearMiss]] = {}
        self.chosen = 0

    def explain(self, message: str) -> None:
        """Show a message as long as there are no claims."""
        self._message = message
        self.show()

    def show(self) -> None:
        """Draw the evidence for the selected claim; another claim than before is shown from its top."""
        current = self._state.current
        blocks: list[Block]
        claim = None if current is None else self._state.claims[current].claim.id
        if claim != self._claim:
            self._claim, self.chosen = claim, 0
            self.scroll_home(animate=False, immediate=True)
        if current is None:
            self.entitle("evidence")
            filtered = self._state.filter or self._state.sorts
            blocks = [Text(one_line("no claim matches the filter" if filtered else self._message or "no claims"))]
        else:
            checked = self._state.claims[current]
            count = len(self._state.passages(current))
            self.entitle(
                f"{number_of(checked)} {self._state.sign(current)} {self._verdict(current).upper()}",
                f"{brief_kind(checked)}, evidence {count}",
            )
            blocks = [tuple(self._said(current)), *self._passages(current)]
        blocks += [self._styled(f"problem: {one_line(problem)}", "contradicted") for problem in self._state.problems]
        self.draw(blocks)

    def choose(self, by: int) -> None:
        """Go to the next passage, or the previous one for -1."""
        current = self._state.current
        if current is not None:
            self.chosen = max(0, min(self.chosen + by, len(self._state.passages(current)) - 1))
            self.show()
            self.bring_into_view(self.chosen + 1)

    def _verdict(self, index: int) -> str:
        """The machine's verdict as it may be shown."""
        if index in self._state.waiting:
            return "being judged"
        return "verdict hidden" if self._state.sign(index) == NO_SIGN else verdict_word(self._state.claims[index])

    def _styled(self, text: str, style: str) -> Text:
        return Text(text, self.get_component_rich_style(style, partial=True))

    def _said(self, index: int) -> Iterator[Text]:
        """The claim and what the reviewers said of it."""
        claim = self._state.claims[index].claim
        yield self._styled(one_line(claim.text), "value")
        if claim.attribution:
            yield self._styled(f"said by: {one_line(claim.attribution)}", "aside")
        for what, linked in (("fact", self._state.linked.twins(index)), ("figure", self._state.linked.figures(index))):
            if linked:
                names = " ".join(number_of(self._state.claims[i]) for i in linked)
                yield self._styled(f"the same {what}: {names} (A decides all)", "aside")
        yield self._decision(index)
        for name, text in (("note", self._state.note(index)), ("correction", self._state.correction(index))):
            if text:
                yield Text(f"{name}: {visible(text)}")
        yield from self._others(index)
        yield Text()

    def _decision(self, index: int) -> Text:
        kind, stale = self._state.kind(index), self._state.record.stale(index)
        earlier = self._state.record.earlier(index)
        said = Text.assemble("you: ", (kind.value if kind else "open", "bold"))
        if earlier:
            said.append(f"  (before: {earlier.value})")
        if stale and kind:
            said.append(f"  ~~ {one_line(stale)}", self.get_component_rich_style("unverified", partial=True))
            said.append(f"; {KEYS[kind]} confirms")
        return said

    def _passages(self, index: int) -> Iterator[Block]:
        """One block for each passage, the reason after the first."""
        checked = self._state.claims[index]
        passages = self._state.passages(index)
        reason = list(self._reason(index))
        for number, passage in enumerate(passages, start=1):
            below = reason if number == 1 else []
            yield (*self._passage(index, number, passage), *below, Text())
        shown = {quantity.quantity.span for passage in passages for quantity in passage.quantities}
        left = [q.quantity for q in checked.verdict.quantities if q.quantity.span not in shown]
        lines = [] if passages else reason
        if not self._state.hidden(index):
            lines += [self._styled(f"no source gives a value for {one_line(q.text)}", "aside") for q in left]
            lines += self._near_misses(index)
        yield tuple(lines)

    def _near_misses(self, index: int) -> Iterator[Text]:
        """Where the figure of a value that is not supported stands, of something else."""
        references = self._state.report.references
        for judged in self._state.claims[index].verdict.quantities:
            if judged.label is not VerdictLabel.SUPPORTED and any(map(str.isdecimal, judged.quantity.text)):
                for miss in self._misses(index, judged)[:_NEAR]:
                    source = references[miss.reference]
                    where = f"{one_line(source.id)} {_place(source, miss.span)}"
                    said = words_around(source.document, miss.span, self.room)
                    yield self._styled(f"near miss, of something else: {where}: {said}", "aside")

    def _misses(self, index: int, judged: QuantityVerdict) -> list[NearMiss]:
        """The near misses of a quantity, looked for once: sources may be long."""
        references = self._state.report.references
        if references is not self._searched:
            self._searched, self._found = references, {}
        key = (index, judged.quantity.span)
        if key not in self._found:
            self._found[key] = near_misses(judged, references, self._state.passages(index))
        return self._found[key]

    def _passage(self, index: int, number: int, passage: Passage) -> Iterator[Text | Row]:
        reference = self._state.report.references[passage.reference]
        cited = self._state.citation(passage) in self._state.cited(index)
        # Not `has_focus`, which is only set later.
        chosen = self.is_attached and self.screen.focused is self and number - 1 == self.chosen
        mark = self.get_component_rich_style("selected", partial=True) if chosen else "bold"
        pointer = "> " if chosen else ""
        words = self._quotation(reference, passage, hidden=self._state.hidden(index))
        yield Text.assemble((f"{pointer}[{number}]", mark), " cited  " if cited else " ", words)
        yield _below("", self._source(reference, passage.span))
        if not self._state.hidden(index):
            for quantity in passage.quantities:
                yield from self._comparison(quantity, reference)
            if passage.relation:
                yield _below("", self._styled(passage.relation.value, "aside"))

    def _source(self, reference: Reference, span: Span) -> Text:
        """What the source is, in few words: `v` shows the rest."""
        meta = reference.document.meta
        file = reference.document.path.rpartition("/")[2]
        known = (meta.title or meta.source or file, meta.date.isoformat() if meta.date else "", meta.rank)
        about = ", ".join(one_line(word) for word in (*known, _place(reference, span)) if word)
        aside = self.get_component_rich_style("aside", partial=True)
        return Text.assemble((one_line(reference.id), "bold"), " ", (about, aside))

    def _quotation(self, reference: Reference, passage: Passage, *, hidden: bool) -> Text:
        """The quoted words between some of their neighbours, source values as >>value<<, telling words underlined."""
        whole = _around(reference, passage.span)
        shown = shown_at(reference.document, _near(passage.span, whole))
        text, quoted = shown.text, shown.place(passage.span)
        window = _whole_words(text, quoted)
        aside = self.get_component_rich_style("aside", partial=True)
        focus = self.get_component_rich_style("focus", partial=True)
        quotation = Text().append("…" if window.start or whole.start < passage.span.start - _REACH else "", aside)
        quotation.append(text[window.start : quoted.start], aside)
        at = quoted.start
        values = [] if hidden else sorted(shown.place(q.evidence.span) for q in passage.quantities if q.evidence)
        words = [] if hidden else [shown.place(word) for word in passage.highlights]
        for value in values:
            if value.start >= at:
                quotation.append(_underlined(text, Span(at, value.start), words))
                quotation.append(f">>{value.of(text)}<<", focus)
                at = value.end
        quotation.append(_underlined(text, Span(at, quoted.end), words))
        quotation.append(text[quoted.end : window.end], aside)
        cut = window.end < len(text) or whole.end > passage.span.end + _REACH
        return quotation.append("…" if cut else "", aside)

    def _comparison(self, quantity: QuantityVerdict, reference: Reference) -> Iterator[Row]:
        said, source = quantity.quantity, quantity.evidence
        if source is None:
            return
        sign = VERDICT_SIGN[quantity.label]
        relation = self._styled(f"{sign} {quantity.relation.value}", STYLES[sign])
        if quantity.relation is QuantityRelation.EQUAL and not source.arithmetic:
            yield _below("", Text.assemble(relation, f": {one_line(said.text)} = {one_line(source.meaning)}"))
            return
        for who, words, meaning in (
            ("article says", said.text, said.meaning),
            ("source says", reference.document.prose(source.span), source.meaning),
        ):
            yield _below(f"{who:<13}", Text.assemble((one_line(words), "bold"), f" = {one_line(meaning)}"))
        arithmetic = one_line(source.arithmetic or "")
        yield _below("", Text.assemble(relation, f": {arithmetic}" if arithmetic else ""))

    def _reason(self, index: int) -> Iterator[Text]:
        if self._state.sign(index) == NO_SIGN:
            yield self._styled(f"machine: {self._verdict(index)}", "aside")
            return
        checked, sign = self._state.claims[index], self._state.sign(index)
        confidence = f", confidence {checked.verdict.confidence:.2f}" if checked.claim.checkworthy else ""
        yield Text.assemble("machine: ", self._styled(f"{sign} {verdict_word(checked)}", STYLES[sign]), confidence)
        rules = " ".join(dict.fromkeys(finding.rule for finding in self._state.findings(index)))
        if checked.verdict.rationale or rules:
            yield Text(f"why: {' '.join(filter(None, (rules, one_line(checked.verdict.rationale))))}")

    def _others(self, index: int) -> Iterator[Text]:
        style = "focus" if self._state.differs(index) else ""
        for reviewer, standing in self._state.others(index).items():
            decide = standing.decide
            said = Text.assemble(f"{one_line(reviewer)}: ", decide.kind.value if decide.kind else "note")
            if style:
                said.stylize(self.get_component_rich_style(style, partial=True))
            said.append(" ~~" if standing.stale else "")
            said.append(f"  {decide.at[:16].replace('T', ' ')}", self.get_component_rich_style("aside", partial=True))
            for words in filter(None, (decide.note, decide.correction and f"correction: {decide.correction}")):
                said.append(f"  {one_line(words)}")
            yield said


def _below(who: str, words: Text) -> Row:
    """What is told of a passage, set in below it."""
    return Row(Text(f"{'':<{_INDENT}}{who}"), words, _INDENT + len(who))


def _place(reference: Reference, span: Span) -> str:
    """Where a quotation stands: the page where it is known, else the line."""
    page = reference.document.meta.page(reference.document.line_column(span.start)[0])
    return f"p. {page}" if page else f"line {place(reference, span).rpartition(':')[2]}"


def _around(reference: Reference, span: Span) -> Span:
    """The blocks of a reference that a quotation stands in."""
    blocks = [block.span for block in reference.document.blocks if block.span.overlaps(span)]
    first = min((block.start for block in blocks), default=span.start)
    last = max((block.end for block in blocks), default=span.end)
    return Span(min(first, span.start), max(last, span.end))


def _near(span: Span, whole: Span) -> Span:
    """A quotation with as much of its neighbours as can matter: a source may be one block of a megabyte."""
    return Span(max(whole.start, span.start - _REACH), min(whole.end, span.end + _REACH))


def _underlined(text: str, part: Span, words: Iterable[Span]) -> Text:
    """A part of a text with those of its words underlined."""
    shown = Text(part.of(text))
    for word in words:
        if word.overlaps(part):
            shown.stylize("underline", max(word.start - part.start, 0), min(word.end, part.end) - part.start)
    return shown


def _whole_words(text: str, quoted: Span) -> Span:
    """A quotation with whole words of its neighbours."""
    start, end = max(0, quoted.start - _CONTEXT), min(len(text), quoted.end + _CONTEXT)
    if start:
        start = text.find(" ", start, quoted.start) + 1 or quoted.start
    if end < len(text):
        space = text.rfind(" ", quoted.end, end)
        end = space if space >= 0 else quoted.end
    return Span(start, end)
