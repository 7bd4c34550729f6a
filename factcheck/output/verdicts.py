"""The claims of an article with what the references say of each."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from factcheck.document import Span
from factcheck.evidence import EvidenceRelation, QuantityVerdict, VerdictLabel
from factcheck.output import sources
from factcheck.output.colour import ASIDE_STYLE, PLACE_STYLE, VALUE_STYLE, VERDICT_SIGN, VERDICT_STYLE
from factcheck.output.layout import hanging
from factcheck.output.plain import one_line
from factcheck.report import CheckedClaim, Decision, Report

_QUOTE = 150
"""Cells of a quotation: about two lines."""

_DECISIVE = {
    VerdictLabel.SUPPORTED: EvidenceRelation.SUPPORTS,
    VerdictLabel.CONTRADICTED: EvidenceRelation.CONTRADICTS,
}


def verdict_lines(report: Report, document: int, *, verbose: bool) -> Iterator[Text]:
    """A heading and, for each claim of the article, its verdict and the passage that decides.

    Args:
        report: The report.
        document: Index of the article.
        verbose: Whether to show all evidence, quantities and claims that need no check.
    """
    claims = [c for c in report.claims if c.document == document and (verbose or c.claim.checkworthy)]
    if not claims or not report.checked_against[document]:
        return
    path = one_line(report.documents[document].path)
    yield Text.assemble(("claims of ", ASIDE_STYLE), (path, f"{VALUE_STYLE} {PLACE_STYLE}"))
    yield Text()
    places = [_place(report, claim) for claim in claims]
    width = max(len(place) for place in places)
    for claim, place in zip(claims, places, strict=True):
        yield from _claim_lines(report, claim, f"{place:<{width}}", verbose=verbose)


def _place(report: Report, claim: CheckedClaim) -> str:
    line, column = report.documents[claim.document].line_column(claim.claim.places[0].start)
    return f"{line}:{column}"


def _claim_lines(report: Report, claim: CheckedClaim, place: str, *, verbose: bool) -> Iterator[Text]:
    label = claim.verdict.label
    judged = claim.claim.checkworthy
    sign, word = (VERDICT_SIGN[label], str(label)) if judged else (".", "not judged")
    indent = " " * (len(place) + 18)
    lines = hanging(one_line(claim.claim.text), "", indent)
    yield Text.assemble(
        (f"{sign} {word:<12}", VERDICT_STYLE[label] if judged else ASIDE_STYLE),
        "  ",
        (place, PLACE_STYLE),
        "  ",
        next(lines, Text()),
    )
    yield from lines
    if claim.decision is not None:
        yield from hanging(Text(_decided(claim.decision), VALUE_STYLE), indent, indent)
    yield from _everything(report, claim, indent) if verbose else _best(report, claim, indent)


def _decided(decision: Decision) -> str:
    who = ", ".join(map(one_line, (decision.reviewer, *decision.seconded)))
    parts = [f"decided {decision.kind} by {who}"]
    if decision.stale:
        parts.append(f"since changed: {one_line(decision.changed)}" if decision.changed else "since changed")
    if decision.pending:
        parts.append("another pass is due")
    note = f" ({one_line(decision.note)})" if decision.note else ""
    return ", ".join(parts) + note


def _best(report: Report, claim: CheckedClaim, indent: str) -> Iterator[Text]:
    """The reason and the passage that decides."""
    verdict = claim.verdict
    disputed = any(judged.others for judged in verdict.quantities)
    if verdict.rationale and (verdict.label is not VerdictLabel.SUPPORTED or disputed):
        yield from hanging(one_line(verdict.rationale), indent, indent)
    if verdict.label is VerdictLabel.UNVERIFIED:
        return
    wanted = _DECISIVE[verdict.label]
    deciding = next((e for e in verdict.evidence if e.relation is wanted), None)
    judged = next((q for q in verdict.quantities if q.label is verdict.label and q.evidence), None)
    if deciding is not None:
        yield from _quoted(report, deciding.reference, deciding.span, sources.focus(claim, deciding), indent)
    elif judged is not None and judged.evidence is not None:
        value = judged.evidence
        span = sources.around(report, claim, value.reference, value.span)
        yield from _quoted(report, value.reference, span, value.span, indent)
    elif verdict.evidence:
        best = verdict.evidence[0]
        yield from _quoted(report, best.reference, best.span, sources.focus(claim, best), indent)


def _everything(report: Report, claim: CheckedClaim, indent: str) -> Iterator[Text]:
    verdict = claim.verdict
    if claim.claim.checkworthy:
        yield Text(f"{indent}confidence {verdict.confidence:.2f}", ASIDE_STYLE)
    if verdict.rationale:
        yield from hanging(one_line(verdict.rationale), indent, indent)
    for judged in verdict.quantities:
        yield from hanging(Text(_quantity(report, judged), VERDICT_STYLE[judged.label]), indent, indent)
    for evidence in verdict.evidence:
        odds = f"{evidence.entailment:.2f}/{evidence.neutral:.2f}/{evidence.contradiction:.2f}"
        name = sources.heading(report.references[evidence.reference], evidence.span)
        yield from hanging(Text.assemble(f"{evidence.relation} {odds} ", name), indent, f"{indent}  ")
        focus = sources.focus(claim, evidence)
        quote = sources.quotation(report.references[evidence.reference], evidence.span, focus, _QUOTE)
        yield from hanging(quote, f"{indent}  ", f"{indent}  ")


def _quantity(report: Report, judged: QuantityVerdict) -> str:
    quantity = judged.quantity
    text = f"`{quantity.text}` = {quantity.meaning}: {judged.label}, {judged.relation}"
    if judged.evidence is not None:
        text += f" {report.references[judged.evidence.reference].id} {judged.evidence.meaning}"
        if judged.evidence.arithmetic:
            text += f" ({judged.evidence.arithmetic})"
    return one_line(f"{text}; {judged.reason}" if judged.reason else text)


def _quoted(report: Report, reference: int, span: Span, focus: Span, indent: str) -> Iterator[Text]:
    source = report.references[reference]
    name = (f"{one_line(source.id)}: ", ASIDE_STYLE)
    yield from hanging(Text.assemble(name, sources.quotation(source, span, focus, _QUOTE)), indent, indent)
