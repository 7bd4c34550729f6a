"""The fact sheet of an article: for each claim what a desk archives, in words; the sheets only lay it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.decisions import Citation, normalised
from factcheck.document import Reference, Span
from factcheck.evidence import QuantityVerdict
from factcheck.export.reviewed import Reviewed, Said
from factcheck.output.plain import one_line
from factcheck.output.sources import place
from factcheck.report import CheckedClaim
from factcheck.review.fragments import at_quotation
from factcheck.review.passages import Passage, passages_of
from factcheck.review.reading import shown_at
from factcheck.review.vocabulary import NOT_JUDGED, kind_of, number_of, sign_of, verdict_word


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage with its source, written out.

    Attributes:
        source: The reference's id, title and publisher, in one line.
        date: ISO 8601, or "".
        rank: "primary", "secondary" or "".
        url: As the reference gives it, or "".
        link: The same with the place of the quotation, for browsers.
        place: File and line; "" where the passage is not in the references any more.
        quote: The source's words.
        pieces: The same cut into pieces, each with whether it speaks of what the claim speaks of.
        relation: What the machine says it does to the claim, or "".
        cited: Whether the decision that counts rests on it.
    """

    source: str
    date: str
    rank: str
    url: str
    link: str
    place: str
    quote: str
    pieces: tuple[tuple[str, bool], ...]
    relation: str
    cited: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the sheet; all texts are harmless on a terminal and on one line.

    Attributes:
        id, number: The claim's id, and what the screen calls it.
        place: Line and column where it begins, counted from 1 ("8:247"); "" where a decision has lost its claim.
        section: The heading it stands under, or "".
        claim: Its text.
        attribution: Who is said to have said it, or "".
        kind: What it turns on: its first quantity's kind, or "text".
        sign, verdict: What the machine says.
        confidence: In the verdict, to two decimals; "" where it was not judged.
        decision: "open", or what was decided, and whether it is stale.
        reviewer, decided, note, correction: Of the say that counts: who, when (ISO 8601, UTC), the note, and the
            wording to take instead.
        others: What other reviewers said, one each.
        passages: The cited ones first, then the machine's, best first.
        comparisons: "article 12 percent, source 9.5 percent", one for each quantity with a source's value.
        arithmetic: How sources' values were computed, one each.
        rationale: The machine's reason in a line.
    """

    id: str
    number: str
    place: str
    section: str
    claim: str
    attribution: str
    kind: str
    sign: str
    verdict: str
    confidence: str
    decision: str
    reviewer: str
    decided: str
    note: str
    correction: str
    others: tuple[str, ...]
    passages: tuple[Quoted, ...]
    comparisons: tuple[str, ...]
    arithmetic: tuple[str, ...]
    rationale: str

    @property
    def shown(self) -> tuple[Quoted, ...]:
        """What a sheet quotes: the cited passages, or else the best one."""
        return tuple(passage for passage in self.passages if passage.cited) or self.passages[:1]


def facts_of(reviewed: Reviewed) -> tuple[Fact, ...]:
    """A line for each claim, in the article's order."""
    return tuple(_fact(reviewed, index, checked) for index, checked in enumerate(reviewed.report.claims))


def lost_facts(reviewed: Reviewed) -> tuple[Fact, ...]:
    """A line for each decision whose claim is not in the article any more: nothing that was decided is dropped."""
    return tuple(_lost_fact(reviewed, said) for said in reviewed.lost)


def _lost_fact(reviewed: Reviewed, said: Said) -> Fact:
    decide = said.standing.decide
    by_id = {reference.id: reference for reference in reviewed.report.references}
    return Fact(
        id="",
        number="",
        place="",
        section="",
        claim=one_line(decide.anchor.text),
        attribution="",
        kind="",
        sign=NOT_JUDGED,
        verdict="not judged",
        confidence="",
        decision=one_line(said.word),
        reviewer=one_line(said.reviewer),
        decided=one_line(decide.at),
        note=one_line(decide.note),
        correction=one_line(decide.correction),
        others=(),
        passages=tuple(_cited_alone(citation, by_id.get(citation.reference)) for citation in decide.citations),
        comparisons=(),
        arithmetic=(),
        rationale="",
    )


def _fact(reviewed: Reviewed, index: int, checked: CheckedClaim) -> Fact:
    claim, verdict, said = checked.claim, checked.verdict, reviewed.counted(index)
    line, column = reviewed.article.line_column(claim.places[0].start)
    return Fact(
        id=claim.id,
        number=number_of(checked),
        place=f"{line}:{column}",
        section=section_of(reviewed, claim.sentence),
        claim=one_line(claim.text),
        attribution=one_line(claim.attribution or ""),
        kind=kind_of(checked),
        sign=sign_of(checked),
        verdict=verdict_word(checked),
        confidence=f"{verdict.confidence:.2f}" if claim.checkworthy else "",
        decision=one_line(said.word) if said else "open",
        reviewer=one_line(said.reviewer) if said else "",
        decided=one_line(said.standing.decide.at) if said else "",
        note=one_line(said.standing.decide.note) if said else "",
        correction=one_line(said.standing.decide.correction) if said else "",
        others=tuple(map(_other, reviewed.said[index][1:])),
        passages=tuple(_passages(reviewed, checked, said)),
        comparisons=tuple(_comparisons(reviewed, verdict.quantities)),
        arithmetic=tuple(
            one_line(q.evidence.arithmetic) for q in verdict.quantities if q.evidence and q.evidence.arithmetic
        ),
        rationale=one_line(verdict.rationale),
    )


def section_of(reviewed: Reviewed, span: Span) -> str:
    """The heading that a place of the article stands under, or ""."""
    document = reviewed.article
    for block in document.blocks:
        if block.span.overlaps(span) and block.section is not None:
            return one_line(document.blocks[block.section].prose(document.text))
    return ""


def _other(said: Said) -> str:
    note = f": {said.standing.decide.note}" if said.standing.decide.note else ""
    return one_line(f"{said.reviewer} {said.word}{note}")


def _comparisons(reviewed: Reviewed, quantities: Iterable[QuantityVerdict]) -> Iterator[str]:
    for judged in quantities:
        if judged.evidence:
            source = reviewed.report.references[judged.evidence.reference]
            yield one_line(f"article {judged.quantity.text}, source {source.id} {judged.evidence.meaning}")


def _passages(reviewed: Reviewed, checked: CheckedClaim, said: Said | None) -> Iterator[Quoted]:
    citations = said.standing.decide.citations if said else ()
    passages = passages_of(checked.verdict)
    references = reviewed.report.references
    shown = {_citation(references[passage.reference], passage): passage for passage in passages}
    by_id = {reference.id: reference for reference in references}
    for citation in citations:
        passage = shown.pop(citation, None)
        if passage:
            yield _quoted(references[passage.reference], passage, cited=True)
        else:
            yield _cited_alone(citation, by_id.get(citation.reference))
    for passage in shown.values():
        yield _quoted(references[passage.reference], passage, cited=False)


def _citation(reference: Reference, passage: Passage) -> Citation:
    return Citation(reference.id, normalised(passage.span.of(reference.text)))


def _quoted(reference: Reference, passage: Passage, *, cited: bool) -> Quoted:
    meta, words = reference.document.meta, one_line(reference.document.prose(passage.span))
    return Quoted(
        source=source_line(reference),
        date=meta.date.isoformat() if meta.date else "",
        rank=one_line(meta.rank),
        url=one_line(meta.url),
        link=at_quotation(one_line(meta.url), words) if meta.url else "",
        place=place(reference, passage.span),
        quote=words,
        pieces=tuple(_pieces(reference, passage)),
        relation=passage.relation.value if passage.relation else "",
        cited=cited,
    )


def _pieces(reference: Reference, passage: Passage) -> Iterator[tuple[str, bool]]:
    shown, at = shown_at(reference.document, passage.span), 0
    for word in map(shown.place, passage.highlights):
        yield shown.text[at : word.start], False
        yield word.of(shown.text), True
        at = word.end
    yield shown.text[at:], False


def _cited_alone(citation: Citation, reference: Reference | None) -> Quoted:
    """A citation that the machine does not list: of a passage it passed over, or one that has changed since."""
    quote = one_line(citation.quote)
    pieces = ((quote, False),)
    if reference is None:
        return Quoted(one_line(citation.reference), "", "", "", "", "", quote, pieces, "", cited=True)
    meta = reference.document.meta
    date = meta.date.isoformat() if meta.date else ""
    source, rank, url = source_line(reference), one_line(meta.rank), one_line(meta.url)
    return Quoted(source, date, rank, url, url, "", quote, pieces, "", cited=True)


def source_line(reference: Reference) -> str:
    """A reference's id, title and publisher in one line."""
    meta = reference.document.meta
    return ", ".join(one_line(word) for word in (reference.id, meta.title, meta.source) if word)
