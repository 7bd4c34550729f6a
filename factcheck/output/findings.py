"""A finding for people: what, where, and what the sources have instead."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from factcheck.document import Document, Reference, Span
from factcheck.evidence import EvidenceRelation, QuantityEvidence, QuantityVerdict, VerdictLabel
from factcheck.output import sources
from factcheck.output.colour import ASIDE_STYLE, LEVEL_STYLE, PLACE_STYLE, VALUE_STYLE
from factcheck.output.excerpt import excerpt, line_number_width
from factcheck.output.layout import hanging
from factcheck.output.plain import one_line
from factcheck.report import CheckedClaim, DecisionKind, Finding, Report
from factcheck.summary import support

_QUOTE = 270
"""Cells of a quotation: about three lines."""


def finding_lines(report: Report, finding: Finding, *, advise: bool) -> Iterator[Text]:
    """The lines of one finding.

    Args:
        report: In which it stands.
        finding: The finding.
        advise: Whether to say what can be done about it.
    """
    document = report.documents[finding.document]
    claim = _claim(report, finding)
    yield _header(document, finding)
    indent = 1
    if len(finding.span):
        spans = _underlined(finding, claim)
        indent = line_number_width(document, spans) + 1
        yield from excerpt(
            document,
            spans,
            label=one_line(finding.label),
            style=LEVEL_STYLE[finding.level],
            gutter=indent - 1,
        )
    below = list(_below(report, finding, claim, " " * indent))
    if advise and finding.help:
        below += _help(finding.help, " " * indent)
    if below and len(finding.span):
        yield Text.assemble((" " * indent + "|", PLACE_STYLE))
    yield from below


def _below(report: Report, finding: Finding, claim: CheckedClaim | None, indent: str) -> Iterator[Text]:
    """What the sources have, and notes."""
    if claim is None:
        return
    yield from _sources(report, finding, claim, indent)
    for note in _notes(report, finding, claim):
        yield from _aside("note", note, indent)


def _claim(report: Report, finding: Finding) -> CheckedClaim | None:
    return next((claim for claim in report.claims if claim.claim.id == finding.claim), None)


def _header(document: Document, finding: Finding) -> Text:
    line, column = document.line_column(finding.span.start)
    place = f"{line}:{column}"
    if len(finding.span) > 1:
        last_line, last_column = document.line_column(finding.span.end - 1)
        place += f"-{last_column}" if last_line == line else f"-{last_line}:{last_column}"
    return Text.assemble(
        (f"{one_line(document.path)}:{place}:", PLACE_STYLE),
        " ",
        (f"{finding.level} {finding.rule}", LEVEL_STYLE[finding.level]),
        f" {finding.name}: ",
        (one_line(finding.message), VALUE_STYLE),
    )


def _underlined(finding: Finding, claim: CheckedClaim | None) -> tuple[Span, ...]:
    """The claim's own words where the finding is about the claim, else the finding's place."""
    if claim is None or not claim.claim.spans:
        return (finding.span,)
    spans = tuple(span for span in claim.claim.spans if finding.span.contains(span) and len(span))
    return spans or (finding.span,)


def _sources(report: Report, finding: Finding, claim: CheckedClaim, indent: str) -> Iterator[Text]:
    """The passage that decides, or the closest one."""
    found = _deciding(report, finding, claim)
    if found is None:
        return
    word, reference_index, span, focus = found
    yield from _passage(report.references[reference_index], word, span, focus, indent)
    judged = _number(finding, claim)
    for value, said in _further(judged) if judged else ():
        around = sources.around(report, claim, value.reference, value.span)
        yield from _passage(report.references[value.reference], said, around, value.span, indent)


def _passage(reference: Reference, word: str, span: Span, focus: Span, indent: str) -> Iterator[Text]:
    """A source by name and place, and its words."""
    name = Text.assemble(f"{word} ", sources.heading(reference, span))
    yield from hanging(name, f"{indent}= ", f"{indent}  ")
    quote = sources.quotation(reference, span, focus, _QUOTE)
    yield from hanging(quote, f"{indent}  ", f"{indent}  ")


def _further(judged: QuantityVerdict) -> Iterator[tuple[QuantityEvidence, str]]:
    """The values shown after the first: the right one, where that is of something else; what other sources have."""
    if judged.elsewhere is not None and judged.evidence is not None:
        yield judged.evidence, "source"
    for other in judged.others:
        yield other.evidence, "agrees" if other.agrees else "differs"


def _deciding(report: Report, finding: Finding, claim: CheckedClaim) -> tuple[str, int, Span, Span] | None:
    """What to call the passage, its reference, its place and what matters most in it."""
    judged = _number(finding, claim)
    unverified = (judged.label if judged else claim.verdict.label) is VerdictLabel.UNVERIFIED
    word = "closest" if unverified else "source"
    value = (judged.elsewhere or judged.evidence) if judged else None
    if judged is not None and value is not None:
        word = "source" if judged.reason else word
        return word, value.reference, sources.around(report, claim, value.reference, value.span), value.span
    for evidence in claim.verdict.evidence:
        if unverified or evidence.relation is not EvidenceRelation.NEUTRAL:
            return word, evidence.reference, evidence.span, sources.focus(claim, evidence)
    return None


def _number(finding: Finding, claim: CheckedClaim) -> QuantityVerdict | None:
    """The number that the finding is about."""
    return next((q for q in claim.verdict.quantities if q.quantity.span == finding.span), None)


def _notes(report: Report, finding: Finding, claim: CheckedClaim) -> Iterator[str]:
    judged = _number(finding, claim)
    if judged is not None:
        if judged.evidence is not None and judged.evidence.arithmetic:
            yield judged.evidence.arithmetic
        others = _supported_beside(report, finding, claim)
        verb = "is" if len(others) == 1 else "are"
        beside = f"{', '.join(others)} in the same sentence {verb} supported" if others else ""
        said = "; ".join(filter(None, (judged.distance, beside)))
        if said:
            yield said
    elif claim.verdict.label is not VerdictLabel.UNVERIFIED and claim.verdict.rationale not in finding.label:
        yield claim.verdict.rationale
    decision = claim.decision
    if decision is None:
        return
    if decision.stale:
        yield f"decided `{decision.kind}` by {decision.reviewer}, but its text or evidence has changed since"
    elif decision.kind is DecisionKind.NEEDS_SOURCE:
        yield f"{decision.reviewer} asked for a source"


def _supported_beside(report: Report, finding: Finding, claim: CheckedClaim) -> list[str]:
    """Numbers of the same sentence that are right: where to look is then clear."""
    spans = {
        q.quantity.span: f"`{' '.join(q.quantity.text.split())}`{_way(q)}"
        for other in report.claims
        if other.document == finding.document and other.claim.sentence == claim.claim.sentence
        for q in other.verdict.quantities
        if q.label is VerdictLabel.SUPPORTED and not q.quantity.span.overlaps(finding.span)
    }
    return [spans[span] for span in sorted(spans)]


def _way(judged: QuantityVerdict) -> str:
    """How a number is supported, where not as it is written."""
    way = support(judged)
    return f" ({way})" if way in ("rounded", "computed") else ""


def _help(said: str, indent: str) -> Iterator[Text]:
    """What to do; a command at its end is never broken, so that it can be copied."""
    advice, is_command, command = one_line(said).rpartition(": factcheck ")
    whole = list(_aside("help", said, indent))
    if len(whole) == 1 or not is_command:
        yield from whole
        return
    yield from _aside("help", f"{advice}:", indent)
    yield Text.assemble(f"{indent}  ", (f"factcheck {command}", ASIDE_STYLE))


def _aside(word: str, said: str, indent: str) -> Iterator[Text]:
    yield from hanging(Text(f"{word}: {one_line(said)}", ASIDE_STYLE), f"{indent}= ", f"{indent}  ")
