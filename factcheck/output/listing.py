"""The claims and the numeric expressions of an article, before anything is judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.text import Text

from factcheck.claim import Claim, Modality, Quantity, Skipped
from factcheck.document import Document, Span
from factcheck.output.colour import ASIDE_STYLE, PLACE_STYLE, VALUE_STYLE, rendered
from factcheck.output.json_report import claim_data, document_data, dumped, quantity_data
from factcheck.output.layout import hanging
from factcheck.output.plain import one_line


def claims_text(document: Document, claims: Sequence[Claim], *, color: bool = False) -> str:
    """Each claim with its place, one that needs no check behind a ".", and their number."""
    return rendered(_claim_lines(document, claims), color=color)


def claims_json(document: Document, claims: Sequence[Claim]) -> str:
    """The claims as JSON, with the fields that the report gives them before they are judged."""
    listed = [
        {**claim_data(document, 0, claim), "quantities": [quantity_data(q) for q in claim.quantities]}
        for claim in claims
    ]
    return dumped({"schema": "factcheck/claims/1", "documents": [document_data(document)], "claims": listed})


def numbers_text(
    document: Document,
    quantities: Sequence[Quantity],
    skipped: Sequence[Skipped] | None,
    *,
    color: bool = False,
) -> str:
    """Each numeric expression with its kind and meaning, and their number.

    Args:
        document: The article.
        quantities: What was understood.
        skipped: What was left out, to be listed with the reason; None to leave it out.
        color: Whether to add ANSI colours.
    """
    return rendered(_number_lines(document, quantities, skipped), color=color)


def numbers_json(document: Document, quantities: Sequence[Quantity], skipped: Sequence[Skipped] | None) -> str:
    """The numeric expressions as JSON; `skipped` as in `numbers_text`."""
    data: dict[str, Any] = {
        "schema": "factcheck/numbers/1",
        "documents": [document_data(document)],
        "numbers": [{**quantity_data(q), **_line_column(document, q.span)} for q in quantities],
    }
    if skipped is not None:
        data["skipped"] = [
            {
                "text": s.text,
                "start": s.span.start,
                "end": s.span.end,
                "reason": s.reason,
                **_line_column(document, s.span),
            }
            for s in skipped
        ]
    return dumped(data)


def _claim_lines(document: Document, claims: Sequence[Claim]) -> Iterator[Text]:
    places = [_place(document, (claim.spans or (claim.sentence,))[0]) for claim in claims]
    width = max(map(len, places), default=0)
    for claim, place in zip(claims, places, strict=True):
        indent = " " * (width + 3)
        sign = " " if claim.checkworthy else "."
        lines = hanging(one_line(claim.text), "", indent)
        yield Text.assemble((f"{place:<{width}}", PLACE_STYLE), f" {sign} ", next(lines))
        yield from lines
        aside = _aside(claim)
        if aside:
            yield Text.assemble(indent, (aside, ASIDE_STYLE))
    need_none = sum(not claim.checkworthy for claim in claims)
    yield Text()
    to_check = len(claims) - need_none
    yield Text(
        f"{to_check} {'claim' if to_check == 1 else 'claims'} to check, "
        f"{need_none} that {'needs' if need_none == 1 else 'need'} no check"
    )


def _aside(claim: Claim) -> str:
    """Who says it, and how far the article stands behind it."""
    said = f"according to {one_line(claim.attribution)}" if claim.attribution else ""
    modality = "" if claim.modality is Modality.ASSERTED else claim.modality.value
    return ", ".join(part for part in (modality, said) if part)


def _number_lines(
    document: Document, quantities: Sequence[Quantity], skipped: Sequence[Skipped] | None
) -> Iterator[Text]:
    rows = [(q.span, one_line(q.text), q.kind.value, one_line(q.meaning), VALUE_STYLE) for q in quantities] + [
        (s.span, one_line(s.text), "skipped", one_line(s.reason), ASIDE_STYLE) for s in skipped or ()
    ]
    rows.sort(key=lambda row: row[0])
    places = [_place(document, row[0]) for row in rows]
    widths = [max(map(len, column), default=0) for column in (places, *zip(*(row[1:3] for row in rows), strict=True))]
    for (_, text, kind, meaning, style), place in zip(rows, places, strict=True):
        yield Text.assemble(
            (f"{place:<{widths[0]}}", PLACE_STYLE),
            "  ",
            (f"{text:<{widths[1]}}", style),
            f"  {kind:<{widths[2]}}  {meaning}",
        )
    yield Text()
    tail = "" if skipped is None else f", {len(skipped)} skipped"
    noun = "expression" if len(quantities) == 1 else "expressions"
    yield Text(f"{len(quantities)} numeric {noun}{tail}")


def _place(document: Document, span: Span) -> str:
    line, column = document.line_column(span.start)
    return f"{line}:{column}"


def _line_column(document: Document, span: Span) -> dict[str, int]:
    line, column = document.line_column(span.start)
    return {"line": line, "column": column}
