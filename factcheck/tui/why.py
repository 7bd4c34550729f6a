"""Why the machine says what it says of a claim: rules, values, arithmetic, what was read, near misses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Column, Table
from rich.text import Text

from factcheck.document import Reference
from factcheck.evidence import QuantityEvidence, QuantityVerdict
from factcheck.output.plain import one_line
from factcheck.output.sources import place
from factcheck.review.near_misses import near_misses, words_around
from factcheck.review.vocabulary import number_of, verdict_word
from factcheck.tui.browsing import NO_SIGN, Browsing

_ROOM = 64
"""Cells of a near miss's words."""


def why(state: Browsing, index: int) -> Iterator[RenderableType]:
    """The reasons for a claim's verdict, below each other."""
    checked = state.claims[index]
    yield Text(one_line(checked.claim.text), "bold")
    if state.sign(index) == NO_SIGN:
        waits = index in state.waiting
        yield Text(
            "The claim is being judged." if waits else "The verdict is hidden until you have decided (m shows it)."
        )
        return
    confidence = f", confidence {checked.verdict.confidence:.2f}" if checked.claim.checkworthy else ""
    yield Text(f"{number_of(checked)} {state.sign(index)} {verdict_word(checked)}{confidence}")
    if checked.verdict.rationale:
        yield Text(one_line(checked.verdict.rationale))
    for finding in state.findings(index):
        yield Text.assemble("\n", (f"{finding.rule} {finding.name}", "bold"), f" ({finding.level.value})")
        yield Text(f"  {one_line(finding.summary)}")
        if finding.help:
            yield Text(f"  help: {one_line(finding.help)}", "dim")
    for quantity in checked.verdict.quantities:
        yield from _quantity(state, index, quantity)
    yield from _read(state, index)


def _quantity(state: Browsing, index: int, judged: QuantityVerdict) -> Iterator[RenderableType]:
    references = state.report.references
    said = judged.quantity
    yield Text.assemble("\n", (one_line(said.text), "bold"), f": {judged.label.value}, {judged.relation.value}")
    table = Table.grid(Column(no_wrap=True), Column(), Column(), Column(overflow="fold"), padding=(0, 2))
    table.add_row("  article", one_line(said.reading or said.text), f"= {one_line(said.meaning)}")
    if judged.evidence:
        _source(table, "source", judged.evidence, references)
    for other in judged.others:
        _source(table, "also" if other.agrees else "but", other.evidence, references)
    yield table
    if judged.evidence and judged.evidence.arithmetic:
        yield Text(f"  arithmetic: {one_line(judged.evidence.arithmetic)}")
    if judged.distance:
        yield Text(f"  {one_line(judged.distance)}")
    if judged.reason:
        yield Text(f"  reason: {judged.reason.value}")
    misses = near_misses(judged, references, state.passages(index))
    if misses:
        yield Text("  near misses: the figure stands in a source, of something else")
    for miss in misses:
        reference = references[miss.reference]
        words = words_around(reference.document, miss.span, _ROOM)
        yield Text(f"    {one_line(reference.id)} {place(reference, miss.span)}: {words}", "dim")


def _source(table: Table, who: str, source: QuantityEvidence, references: Sequence[Reference]) -> None:
    reference = references[source.reference]
    words = one_line(reference.document.prose(source.span))
    rank = reference.document.meta.rank
    about = ", ".join(filter(None, (source.cell, rank, place(reference, source.span))))
    table.add_row(
        Text(f"  {who} {one_line(reference.id)}"),
        Text(words),
        Text(f"= {one_line(source.meaning)}"),
        Text(one_line(about), "dim"),
    )


def _read(state: Browsing, index: int) -> Iterator[RenderableType]:
    """What the model said of each passage."""
    evidence = state.claims[index].verdict.evidence
    if not evidence:
        return
    yield Text("\npassages read: for, neutral, against", "bold")
    for each in evidence:
        reference = state.report.references[each.reference]
        odds = f"{each.entailment:.2f}  {each.neutral:.2f}  {each.contradiction:.2f}"
        yield Text(f"  {odds}  {one_line(reference.id)} {place(reference, each.span)}")
