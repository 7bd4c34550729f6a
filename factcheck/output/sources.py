"""How outputs name a source and quote it."""

from __future__ import annotations

from rich.text import Text

from factcheck.document import Reference, Span
from factcheck.evidence import Evidence
from factcheck.output.colour import ASIDE_STYLE, PLACE_STYLE, VALUE_STYLE
from factcheck.output.plain import one_line
from factcheck.output.windows import flat, window
from factcheck.report import CheckedClaim, Report


def place(reference: Reference, span: Span) -> str:
    """File and line of a quotation, as a terminal or editor can open it."""
    path = one_line(reference.document.path)
    if reference.file_text is None:
        return f"{path}:{reference.document.line_column(span.start)[0]}"
    in_file, _ = reference.in_file(span)
    return f"{path}:{reference.file_text.count(chr(10), 0, in_file.start) + 1}"


def heading(reference: Reference, span: Span) -> Text:
    """Id, place, title, page, publisher and date of a source."""
    meta = reference.document.meta
    page = meta.page(reference.document.line_column(span.start)[0])
    dated = meta.date.isoformat() if meta.date else ""
    known = (meta.title, f"p. {page}" if page else "", meta.source, dated, meta.rank)
    about = ", ".join(one_line(word) for word in known if word)
    return Text.assemble(
        (one_line(reference.id), VALUE_STYLE),
        " ",
        (place(reference, span), PLACE_STYLE),
        (f" {about}" if about else "", ASIDE_STYLE),
    )


def quotation(reference: Reference, span: Span, focus: Span, room: int) -> Text:
    """The source's words in quote marks, cut to `room` cells around the focus, which is set bold."""
    document = reference.document
    line = flat(document.prose(span))
    inner = Span(0, 0)
    if focus.overlaps(span):
        seen = Span(max(focus.start, span.start), min(focus.end, span.end))
        before, words = document.prose(Span(span.start, seen.start)), flat(document.prose(seen))
        start = line.find(words, len(before))
        inner = Span(start, start + len(words)) if start >= 0 else inner
    cut = window(line, inner, room - 2)
    text = Text(f'"{cut.text}"')
    at = cut.place(inner).shifted(1)
    text.stylize(VALUE_STYLE, at.start, at.end)
    return text


def around(report: Report, claim: CheckedClaim, reference: int, span: Span) -> Span:
    """What to quote for a source's value: the evidence that holds it, else the block in which it stands."""
    for evidence in claim.verdict.evidence:
        if evidence.reference == reference and evidence.span.contains(span):
            return evidence.span
    for block in report.references[reference].document.blocks:
        if block.span.contains(span):
            return block.span
    return span


def focus(claim: CheckedClaim, evidence: Evidence) -> Span:
    """What matters most in a piece of evidence: a value that was compared, else its beginning."""
    for judged in claim.verdict.quantities:
        source = judged.evidence
        if source and source.reference == evidence.reference and evidence.span.contains(source.span):
            return source.span
    return Span(evidence.span.start, evidence.span.start)
