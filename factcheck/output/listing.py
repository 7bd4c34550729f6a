"""The claims and the numeric expressions of an article, before anything is judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rich.text import Text

from factcheck.claim import Claim, Modality, Quantity, Skipped
from factcheck.document import Document, Span
from factcheck.evidence import QuantityVerdict
from factcheck.output.colour import ASIDE_STYLE, PLACE_STYLE, VALUE_STYLE, VERDICT_SIGN, VERDICT_STYLE, rendered
from factcheck.output.json_report import claim_data, document_data, dumped, judged_data, quantity_data
from factcheck.output.layout import hanging
from factcheck.output.plain import one_line
from factcheck.report import Report
from factcheck.summary import number_places


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numeric expressions of an article.

    Attributes:
        document: The article.
        quantities: What was understood, by place.
        skipped: What was left out, to be listed with the reason; None to leave it out.
        report: Judges them; None where nothing was judged.
    """

    document: Document
    quantities: tuple[Quantity, ...]
    skipped: tuple[Skipped, ...] | None = None
    report: Report | None = None

    def verdicts(self) -> dict[Span, QuantityVerdict]:
        """What the report says of each, by place."""
        if self.report is None:
            return {}
        places = (
            place for place in number_places(self.report) if self.report.documents[place.document] == self.document
        )
        return {place.span: place.judged for place in places}


def claims_text(document: Document, claims: Sequence[Claim], *, color: bool = False) -> str:
    """Each claim with its place, one that needs no check behind a ".", and their number."""
    return rendered(_claim_lines(document, claims), color=color)


def claims_json(listed: Sequence[tuple[Document, Sequence[Claim]]]) -> str:
    """The claims of articles as JSON, with the fields that the report gives them before they are judged."""
    claims = [
        {**claim_data(document, index, claim), "quantities": [quantity_data(document, q) for q in claim.quantities]}
        for index, (document, found) in enumerate(listed)
        for claim in found
    ]
    documents = [document_data(document) for document, _ in listed]
    return dumped({"schema": "factcheck/claims/1", "documents": documents, "claims": claims})


def numbers_text(numbers: Numbers, *, color: bool = False) -> str:
    """Each numeric expression with its kind, its meaning and, where it was judged, its verdict; and their number."""
    return rendered(_number_lines(numbers), color=color)


def numbers_json(listed: Sequence[Numbers]) -> str:
    """The numeric expressions of articles as JSON."""
    data: dict[str, Any] = {
        "schema": "factcheck/numbers/1",
        "documents": [document_data(numbers.document) for numbers in listed],
        "numbers": [one for index, numbers in enumerate(listed) for one in _number_data(index, numbers)],
    }
    if any(numbers.skipped is not None for numbers in listed):
        data["skipped"] = [
            {
                "document": index,
                "text": s.span.of(numbers.document.text),
                "start": s.span.start,
                "end": s.span.end,
                "reason": s.reason,
                **_line_column(numbers.document, s.span),
            }
            for index, numbers in enumerate(listed)
            for s in numbers.skipped or ()
        ]
    return dumped(data)


def _number_data(index: int, numbers: Numbers) -> Iterator[dict[str, Any]]:
    verdicts = numbers.verdicts()
    for quantity in numbers.quantities:
        judged = verdicts.get(quantity.span)
        told = quantity_data(numbers.document, quantity)
        if judged is not None and numbers.report is not None:
            told = judged_data(numbers.report, numbers.document, judged)
        yield {"document": index, **told, **_line_column(numbers.document, quantity.span)}


def _claim_lines(document: Document, claims: Sequence[Claim]) -> Iterator[Text]:
    places = [_place(document, claim.places[0]) for claim in claims]
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


def _number_lines(numbers: Numbers) -> Iterator[Text]:
    document, quantities, skipped = numbers.document, numbers.quantities, numbers.skipped
    verdicts = numbers.verdicts()
    rows = [
        (q.span, one_line(q.text), q.kind.value, one_line(q.meaning), VALUE_STYLE, verdicts.get(q.span))
        for q in quantities
    ]
    rows += [(s.span, one_line(s.text), "skipped", one_line(s.reason), ASIDE_STYLE, None) for s in skipped or ()]
    rows.sort(key=lambda row: row[0])
    places = [_place(document, row[0]) for row in rows]
    widths = [max(map(len, column), default=0) for column in (places, *zip(*(row[1:4] for row in rows), strict=True))]
    for (_, text, kind, meaning, style, judged), place in zip(rows, places, strict=True):
        line = Text.assemble(
            (f"{place:<{widths[0]}}", PLACE_STYLE), "  ", (f"{text:<{widths[1]}}", style), f"  {kind:<{widths[2]}}  "
        )
        if judged is None or numbers.report is None:
            yield line.append(meaning)
        else:
            yield line.append(f"{meaning:<{widths[3]}}  ").append(_verdict(numbers.report, judged))
    yield Text()
    tail = "" if skipped is None else f", {len(skipped)} skipped"
    noun = "expression" if len(quantities) == 1 else "expressions"
    yield Text(f"{len(quantities)} numeric {noun}{tail}")


def _verdict(report: Report, judged: QuantityVerdict) -> Text:
    """A number's verdict with the value that it rests on."""
    word = Text(f"{VERDICT_SIGN[judged.label]} {judged.label.value}", VERDICT_STYLE[judged.label])
    found = judged.evidence
    if found is None:
        return word
    source = report.references[found.reference]
    return word.append(f"  {one_line(source.id)}: {one_line(found.meaning)}", ASIDE_STYLE)


def _place(document: Document, span: Span) -> str:
    line, column = document.line_column(span.start)
    return f"{line}:{column}"


def _line_column(document: Document, span: Span) -> dict[str, int]:
    line, column = document.line_column(span.start)
    return {"line": line, "column": column}
