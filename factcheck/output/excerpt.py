"""Lines of an article with a place in them underlined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from factcheck.document import Document, Span
from factcheck.output.colour import PLACE_STYLE
from factcheck.output.windows import WIDTH, flat, window

_LINES = 3
"""A claim in a paragraph wrapped by hand may run over many lines; the first ones tell where it is."""


def excerpt(document: Document, spans: Sequence[Span], *, label: str, style: str, gutter: int) -> Iterator[Text]:
    """The lines in which the spans stand, with carets below them.

    Args:
        document: The article.
        spans: What to underline: sorted, not empty.
        label: Said behind the last carets.
        style: Of the carets and the label.
        gutter: Cells for the line number.
    """
    first = document.line_column(spans[0].start)[0]
    last = document.line_column(max(spans[-1].end - 1, spans[-1].start))[0]
    numbers = [line for line in range(first, last + 1) if _on_line(document, line, spans)]
    shown, carets = numbers[:_LINES], ""
    yield _row(gutter)
    for number in shown:
        text, carets = _underlined(document, number, spans, WIDTH - gutter - 3)
        yield _row(gutter, str(number), Text(text))
        if number != shown[-1]:
            yield _row(gutter, "", Text(carets, style))
    if len(numbers) > len(shown):
        carets += " …"
    if label and gutter + 4 + cell_len(carets) + cell_len(label) > WIDTH:
        yield _row(gutter, "", Text(carets, style))
        carets = " " * (len(carets) - len(carets.lstrip()))
        carets = carets[: max(0, WIDTH - gutter - 3 - cell_len(label))]
        yield _row(gutter, "", Text(carets + label, style))
    else:
        yield _row(gutter, "", Text(f"{carets} {label}".rstrip(), style))


def line_number_width(document: Document, spans: Sequence[Span]) -> int:
    """Cells that the line numbers of an excerpt need."""
    return len(str(document.line_column(max(spans[-1].end - 1, spans[-1].start))[0]))


def _row(gutter: int, number: str = "", content: Text | None = None) -> Text:
    row = Text.assemble((f"{number:>{gutter}} |", PLACE_STYLE))
    return row if content is None else row.append(" ").append_text(content)


def _on_line(document: Document, number: int, spans: Sequence[Span]) -> list[Span]:
    """The parts of the spans on a line, as ranges of its text."""
    line = document.line_span(number)
    parts = [Span(max(line.start, s.start), min(line.end, s.end)) for s in spans if s.overlaps(line)]
    return [part.shifted(-line.start) for part in parts]


def _underlined(document: Document, number: int, spans: Sequence[Span], width: int) -> tuple[str, str]:
    """A line's text, cut to `width` cells, and the carets below it."""
    places = _on_line(document, number, spans)
    focus = Span(places[0].start, places[-1].end)
    cut = window(flat(document.line_text(number)), focus, width)
    carets = ""
    for span in places:
        at = cut.place(span)
        if len(at):
            carets = carets.ljust(cut.cells_before(at.start))
            carets += "^" * (cut.cells_before(at.end) - len(carets))
    return cut.text, carets
