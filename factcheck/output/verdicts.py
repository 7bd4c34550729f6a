"""The claims of an article with what the references say of each."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from rich.text import Text

from factcheck.document import Span
from factcheck.evidence import Evidence, EvidenceRelation, QuantityVerdict, VerdictLabel
from factcheck.output import sources
from factcheck.output.colour import ASIDE_STYLE, PLACE_STYLE, VALUE_STYLE, VERDICT_SIGN, VERDICT_STYLE
from factcheck.output.plain import one_line
from factcheck.output.windows import WIDTH
from factcheck.report import CheckedClaim, Report

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
    if not claims or not report.references:
        return
    path = one_line(report.documents[document].path)
    yield Text.assemble(("claims of ", ASIDE_STYLE), (path, f"{VALUE_STYLE} {PLACE_STYLE}"))
    yield Text()
    places = [_place(report, claim) for claim in claims]
    width = max(len(place) for place in places)
    for claim, place in zip(claims, places, strict=True):
        yield from _claim_lines(report, claim, f"{place:<{width}}", verbose=verbose)


def _place(report: Report, claim: CheckedClaim) -> str:
    spans = claim.claim.spans or (claim.claim.sentence,)
    line, column = report.documents[claim.document].line_column(spans[0].start)
    return f"{line}:{column}"


def _claim_lines(report: Report, claim: CheckedClaim, place: str, *, verbose: bool) -> Iterator[Text]:
    verdict = claim.verdict
    sign, word = (
        (VERDICT_SIGN[verdict.label], str(verdict.label)) if claim.claim.checkworthy else (".", "not judged")
    )
    style = VERDICT_STYLE[verdict.label] if claim.claim.checkworthy else ASIDE_STYLE
    indent = " " * (len(place) + 18)
    said = textwrap.wrap(one_line(claim.claim.text), WIDTH - len(indent)) or [""]
    head = Text.assemble((f"{sign} {word:<12}", style), "  ", (place, PLACE_STYLE), "  ", said[0])
    yield head
    for line in said[1:]:
        yield Text(indent + line)
    if claim.decision is not None:
        stale = ", since changed" if claim.decision.stale else ""
        decided = f"decided {claim.decision.kind} by {one_line(claim.decision.reviewer)}{stale}"
        yield Text.assemble(indent, (decided, VALUE_STYLE))
    if verbose:
        yield from _everything(report, claim, indent)
    else:
        yield from _best(report, claim, indent)


def _best(report: Report, claim: CheckedClaim, indent: str) -> Iterator[Text]:
    """The reason and the passage that decides."""
    verdict = claim.verdict
    if verdict.rationale and verdict.label is not VerdictLabel.SUPPORTED:
        yield from _reason(verdict.rationale, indent)
    wanted = _DECISIVE.get(verdict.label)
    deciding = next((e for e in verdict.evidence if e.relation is wanted), None)
    if deciding is not None:
        yield _quoted(report, claim, deciding, indent)


def _everything(report: Report, claim: CheckedClaim, indent: str) -> Iterator[Text]:
    verdict = claim.verdict
    if claim.claim.checkworthy:
        yield Text(f"{indent}confidence {verdict.confidence:.2f}", ASIDE_STYLE)
    if verdict.rationale:
        yield from _reason(verdict.rationale, indent)
    for judged in verdict.quantities:
        yield Text.assemble(indent, (_quantity(report, judged), VERDICT_STYLE[judged.label]))
    for evidence in verdict.evidence:
        odds = f"{evidence.entailment:.2f}/{evidence.neutral:.2f}/{evidence.contradiction:.2f}"
        yield Text.assemble(
            indent,
            f"{evidence.relation} {odds} ",
            sources.heading(report.references[evidence.reference], evidence.span),
        )
        yield _quoted(report, claim, evidence, f"{indent}  ", named=False)


def _quantity(report: Report, judged: QuantityVerdict) -> str:
    quantity = judged.quantity
    text = f"`{quantity.text}` = {quantity.meaning}: {judged.label}, {judged.relation}"
    if judged.evidence is not None:
        text += f" {report.references[judged.evidence.reference].id} {judged.evidence.meaning}"
        if judged.evidence.arithmetic:
            text += f" ({judged.evidence.arithmetic})"
    return one_line(text)


def _reason(rationale: str, indent: str) -> Iterator[Text]:
    for line in textwrap.wrap(one_line(rationale), WIDTH - len(indent)):
        yield Text(indent + line)


def _quoted(
    report: Report, claim: CheckedClaim, evidence: Evidence, indent: str, *, named: bool = True
) -> Text:
    reference = report.references[evidence.reference]
    name = f"{one_line(reference.id)}: " if named else ""
    focus: Span = sources.focus(claim, evidence)
    quote = sources.quotation(reference, evidence.span, focus, max(40, WIDTH - len(indent) - len(name)))
    return Text.assemble(indent, (name, ASIDE_STYLE), quote)
