"""Quantities of table rows, cell by cell: a bare number gets its unit, scale and noun from what heads it.

The nearest that tells counts: the cell itself, the column's header, the row's label, the table's caption or title. What
only a caption tells is not put on a column that counts things of its own ("Staff") or holds shares.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from factcheck.claim import Interval, Quantity, QuantityKind, Skipped, SkipReason
from factcheck.document import NAMING_HEADERS, Block, Cell, Document, Span
from factcheck.quantities.clocks import by_clock, clock_of, zone_in
from factcheck.quantities.headings import PERIODS, Heading, read_heading, read_note
from factcheck.quantities.heads import related_heads
from factcheck.quantities.recognise import find_quantities
from factcheck.sentences import Sentence

_BARE = re.compile(
    r"(?P<open>\()?(?P<sign>[-+−–])? ?(?P<number>\d[\d.,'’ \u00a0\u202f]*)(?P<exponent>[eE][-+]?\d{1,2})?(?(open)\))"
)
_LONGEST = 40  # code points of a number; a longer one is no figure of a table
_PEOPLE = 0.5
"""Likeness to "person" from which a noun means people."""
_WHOLE = re.compile(r"(?:all|total|other)\b", re.IGNORECASE)
"""How labels begin that tell no thing of their own: "All departments"."""
_YEAR, _LAST_YEAR = 4, 2060
"""Digits of a year, and the last one that a cell is read as without a header that says so."""
_STOPS = re.compile(r"[.;](?:\s+|$)")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_DECIMAL_COMMA = re.compile(r"\d+(?:\.\d{3})*,(?:\d{1,2}|\d{4,})")


@dataclass(frozen=True, slots=True)
class ReadCell:
    """A cell with what its content means.

    Attributes:
        quantities: Those in it, with offsets in the document.
        periods: The dates that its header gives it, with offsets in the document.
        skipped: Numbers in it that mean no quantity.
    """

    quantities: tuple[Quantity, ...] = ()
    periods: tuple[Quantity, ...] = ()
    skipped: tuple[Skipped, ...] = ()


def read_row(document: Document, sentence: Sentence, checked: Collection[SkipReason] = ()) -> list[ReadCell]:
    """The cells of a table row, in order.

    Args:
        document: Where the row stands.
        sentence: The row as a sentence of the document.
        checked: Reasons to leave an expression out that do not count.
    """
    block = document.blocks[sentence.block]
    return [_cell(document, sentence, block, cell, checked) for cell in block.cells]


def label_periods(document: Document, block: Block) -> tuple[Quantity, ...]:
    """The dates in a row's labels, with offsets in the document."""
    return tuple(q for label in block.labels for q in _dates(document, label.span))


def _cell(
    document: Document, sentence: Sentence, block: Block, cell: Cell, checked: Collection[SkipReason]
) -> ReadCell:
    """One cell, read from the sentence's text, where markup is left out."""
    periods = _dates(document, cell.heading) if cell.heading else ()
    first, end = (bisect_left(sentence.offsets, at) for at in (cell.span.start, cell.span.end))
    text = sentence.text[first:end]
    offsets = [*sentence.offsets[first:end], cell.span.end]
    names = [Span(max(0, n.start - first), min(n.end, end) - first) for n in sentence.identifiers]
    names = [name for name in names if name.start < name.end]

    def place(span: Span) -> Span:
        return Span(offsets[span.start], offsets[span.end - 1] + 1)

    bare = _BARE.fullmatch(text.strip())
    start = len(text) - len(text.lstrip())
    if bare and not names:
        span = place(Span(start + bare.start("number"), start + bare.end()))
        shown = span.of(document.text)
        if cell.header.strip().lower() in NAMING_HEADERS:
            return ReadCell((), periods, (Skipped(span, shown, SkipReason.LABEL),))
        heading = _heading(block, cell, bool(periods) and _is_only(periods, cell.header))
        quantity = _with_heading(bare, heading, is_period=cell.header.strip().lower() in PERIODS)
        if quantity is not None:
            at = start + (bare.start("sign") if bare["sign"] else bare.start("number"))
            span = place(Span(at, start + bare.end("exponent" if bare["exponent"] else "number")))
            return ReadCell((replace(quantity, span=span, text=span.of(document.text)),), periods)
    if len(text) > _LONGEST and text.strip().isdigit():
        return ReadCell((), periods)
    found = find_quantities(text, today=document.meta.date, identifiers=names, checked=checked)
    if bare and bare["number"].isdecimal() and len(bare["number"]) == _YEAR and int(bare["number"]) > _LAST_YEAR:
        found = replace(found, quantities=_counted(found.quantities, bare["number"]))
    zone = zone_in(cell.header) or clock_of(document.text)
    is_unit = any(label.span == cell.span and read_heading(label.text).tells for label in block.labels)
    kept = (q for q in found.quantities if not is_unit or q.kind is QuantityKind.DATE)  # "Cost (£000)" is no amount
    return ReadCell(
        tuple(_placed(document, quantity, place(quantity.span), zone) for quantity in kept),
        periods,
        tuple(replace(s, span=place(s.span), text=place(s.span).of(document.text)) for s in found.skipped),
    )


def _counted(quantities: Sequence[Quantity], number: str) -> tuple[Quantity, ...]:
    """A number of four digits as the count that it is where no year is meant: "2110" objects."""
    (count,) = find_quantities(f"{number} items").quantities
    return tuple(replace(count, span=q.span, text=q.text, counted="", meaning=f"{int(number):,}") for q in quantities)


def _placed(document: Document, quantity: Quantity, span: Span, zone: str = "") -> Quantity:
    placed = replace(quantity, span=span, text=span.of(document.text))
    return by_clock(placed, zone) if zone else placed


def _dates(document: Document, span: Span) -> tuple[Quantity, ...]:
    """The dates in a header or label; many rows share it."""
    dates = _dates_of(span.of(document.text), document.meta.date)
    return tuple(_placed(document, quantity, quantity.span.shifted(span.start)) for quantity in dates)


@lru_cache(maxsize=1024)
def _dates_of(text: str, today: date | None) -> tuple[Quantity, ...]:
    found = find_quantities(text, today=today).quantities
    return tuple(quantity for quantity in found if quantity.kind is QuantityKind.DATE)


def _is_only(periods: Sequence[Quantity], header: str) -> bool:
    """Whether a header tells dates and, units apart, nothing else."""
    name = read_heading(header).name
    for period in periods:
        name = name.replace(period.text, "")
    return not any(char.isalpha() for char in re.sub(r"\b(?:Q[1-4]|H[12]|FY)\b", "", name))


def _heading(block: Block, cell: Cell, is_dated: bool) -> Heading:
    """What a cell's bare number is written out with.

    Args:
        block: The row.
        cell: One of its cells.
        is_dated: Whether its header is a date, so that the row's label or the title tells what is measured.
    """
    own = read_heading(cell.header)
    if (own.tells and not own.counts) or own.is_ratio or cell.header.strip().lower() in PERIODS:
        return own
    labels = [read_heading(label.text) for label in reversed(block.labels) if not _WHOLE.match(label.text)]
    unit = next((label for label in labels if label.tells and not label.counts and label.name), None)
    if unit is not None:
        return replace(unit, is_ratio=False)
    if is_dated and labels and labels[0].is_ratio:
        return labels[0]
    corner = [cell.header for cell in block.cells[:1] if not read_heading(cell.header).name]  # "SEK million"
    headers = tuple(other.header for other in block.cells)
    noted = (_about(note, cell.header, headers) for note in (block.table.notes if block.table else ()))
    notes = [read_note(note) for note in (*corner, *noted)]
    unit = next((note for note in notes if note.tells and not note.counts), None)
    if own.counts:
        return _scaled(own, unit) if unit and unit.is_general and not unit.before else own
    counted = next((label for label in labels if is_dated and label.counts), None)
    titled = next((note for note in notes if note.counts and note.is_divided), None) if is_dated else None
    if counted is None or titled is not None:
        return unit or titled or next((note for note in notes if note.tells and is_dated), own)
    if unit is None:
        return counted
    if unit.before:  # money: "Fares" and "Roads" are what it is for, but people are counted
        return counted if related_heads("person", counted.behind.split()[-1]) >= _PEOPLE else unit
    return _scaled(counted, unit) if unit.is_general else unit


@lru_cache(maxsize=4096)
def _about(note: str, header: str, headers: tuple[str, ...]) -> str:
    """A note without the parts that begin with the names of other columns: "speeds in MB/s; memory: peak in MiB"."""
    pieces = [piece for piece in _STOPS.split(note) if piece.strip()]
    if len(pieces) < 2:
        return note
    own = set(_LONG_WORD.findall(header.lower()))
    others = {word for other in headers for word in _LONG_WORD.findall(other.lower())} - own
    return "; ".join(piece for piece in pieces if others.isdisjoint(_LONG_WORD.findall(piece.lower())[:1]))


def _scaled(counted: Heading, unit: Heading) -> Heading:
    """What counts things, with the scale that a note gives to all figures: "thousand boats"."""
    scaled = read_heading(f"{counted.name} ({unit.behind.strip()})")
    return scaled if scaled.behind.endswith(counted.behind) else counted


def _with_heading(bare: re.Match[str], heading: Heading, *, is_period: bool) -> Quantity | None:
    """A bare number written out and read, with offsets in nothing; None if it makes no single quantity.

    Args:
        bare: The number.
        heading: What is written around it.
        is_period: Whether it stands in a column that tells when.
    """
    number = _plain(bare)
    if number is None or is_period:
        return None
    is_negative = bare["sign"] in ("-", "−", "–") or bool(bare["open"])
    written = heading.written(number)
    if heading.is_ratio and not heading.tells:
        share = Decimal(number.replace(",", ""))
        if "." not in number or share > 1:
            return None
        written = f"{share.scaleb(2):f}%"
    elif not heading.tells and number == bare["number"] and not is_negative:
        return _labelled(heading.name, number)
    found = find_quantities(written).quantities
    if len(found) != 1 or len(found[0].text) != len(written):
        return None
    quantity = replace(found[0], reading=written)
    return _negative(quantity) if is_negative else quantity


def _labelled(name: str, number: str) -> Quantity | None:
    """A number that only a header's noun adds to: "Homes built: 124"."""
    found = find_quantities(f"{name}: {number}").quantities
    return found[0] if len(found) == 1 and found[0].text == number and found[0].counted else None


def _plain(bare: re.Match[str]) -> str | None:
    """A number with a point before its decimals, commas between its thousands and no exponent."""
    number = bare["number"].strip()
    if len(number) > _LONGEST:
        return None
    if bare["exponent"]:
        try:
            return f"{Decimal(number + bare['exponent']):f}"
        except InvalidOperation:
            return None
    if _DECIMAL_COMMA.fullmatch(number):
        return number.replace(".", "").replace(",", ".")
    return number.replace("’", ",").replace("'", ",")


def _negative(quantity: Quantity) -> Quantity:
    interval = quantity.interval
    turned = Interval(-interval.high, -interval.low, interval.open_high, interval.open_low)
    return replace(
        quantity,
        value=-quantity.value,
        interval=turned,
        meaning=f"-{quantity.meaning}",
        reading=f"-{quantity.reading}",
    )


def quantities_of(cells: Sequence[ReadCell]) -> tuple[tuple[Quantity, ...], tuple[Skipped, ...]]:
    """All that stands in some cells, by place."""
    quantities = sorted((q for cell in cells for q in cell.quantities), key=lambda q: q.span)
    skipped = sorted((s for cell in cells for s in cell.skipped), key=lambda s: s.span)
    return tuple(quantities), tuple(skipped)
