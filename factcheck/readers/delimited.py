r"""CSV and TSV files: rows with headers, every cell at its place.

The standard csv module tells no offsets, so the cells are found here, by the rules that its default dialect has:
a quoted cell may hold the separator, line breaks and doubled quotes.

Lines before the header that fill one cell only are the table's title, those behind its rows are notes to it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePath

from factcheck.document import Block, BlockKind, Cell, Document, Metadata, Span
from factcheck.errors import InputError
from factcheck.readers.assemble import assembled, is_label
from factcheck.readers.table import header_words
from factcheck.readers.text import decode, read_bytes, shown_path

MAX_ROWS = 10_000
"""More rows are data to be summed up, not a source to quote: reading them all would take minutes."""
MAX_COLUMNS = 500
_SEPARATORS = (",", ";", "\t", "|")
_SNIFFED = 20  # rows by which the separator is told
_COMMENT = "#"


@dataclass(frozen=True, slots=True)
class Field:
    """A cell as it stands in the file.

    Attributes:
        span: Its content, without quotes and blanks around.
        doubled: The quotes in it that stand for none: the first of each pair.
    """

    span: Span
    doubled: tuple[Span, ...] = ()


def read_delimited(path: str) -> Document:
    """Reads a CSV or TSV file (a tab parts the cells of the latter; else the separator is told by the first rows).

    Raises:
        InputError: If it cannot be read, is empty, too large, or a quoted cell is never closed.
    """
    name = shown_path(path)
    data = read_bytes(path)
    text = decode(name, data)
    if not text.strip():
        raise InputError(name, "is empty")
    rows = split_delimited(name, text, "\t" if PurePath(path).suffix.lower() == ".tsv" else _separator(name, text))
    if max(map(len, rows)) > MAX_COLUMNS:
        raise InputError(name, f"has more than {MAX_COLUMNS} columns")
    blocks = _blocks(text, rows)
    title = header_words(PurePath(path).stem.replace("-", "_"))
    return Document(name, text, tuple(assembled(text, blocks, title)), Metadata(), hashlib.sha256(data).hexdigest())


def split_delimited(
    path: str, text: str, separator: str, most: int = MAX_ROWS, *, partly: bool = False
) -> list[list[Field]]:
    """The cells of each line that holds any.

    Args:
        path: The file as shown in errors.
        text: It, as decoded.
        separator: One character.
        most: How many rows may be read.
        partly: Whether to stop there, rather than to fail.

    Raises:
        InputError: If there are more rows, or a quoted cell is never closed.
    """
    rows: list[list[Field]] = []
    row: list[Field] = []
    at = 0
    while at < len(text):
        field, at = _field(path, text, at, separator)
        row.append(field)
        if text.startswith(separator, at):
            at += 1
            if at < len(text):
                continue
            row.append(Field(Span(at, at)))
        at += 2 if text.startswith("\r\n", at) else 1
        if any(field.span for field in row):
            if len(rows) == most:
                if partly:
                    return rows
                raise InputError(path, f"has more than {most:,} rows")
            rows.append(row)
        row = []
    return rows


def _field(path: str, text: str, at: int, separator: str) -> tuple[Field, int]:
    """The cell that starts at an offset, and where its separator or line end stands."""
    if text.startswith('"', at):
        return _quoted(path, text, at, separator)
    end = _first_of(text, at, separator)
    return Field(_trimmed(text, Span(at, end))), end


def _quoted(path: str, text: str, at: int, separator: str) -> tuple[Field, int]:
    doubled: list[Span] = []
    end = at + 1
    while True:
        end = text.find('"', end)
        if end < 0:
            raise InputError(path, f"line {_line(text, at)}: a quoted cell is never closed")
        if not text.startswith('""', end):
            break
        doubled.append(Span(end, end + 1))
        end += 2
    behind = _first_of(text, end + 1, separator)
    last = behind if text[end + 1 : behind].strip() else end  # what follows the quotes still belongs to the cell
    return Field(_trimmed(text, Span(at + 1, last)), tuple(doubled)), behind


def _first_of(text: str, at: int, separator: str) -> int:
    while at < len(text) and text[at] != separator and text[at] not in "\r\n":
        at += 1
    return at


def _line(text: str, at: int) -> int:
    before = text[:at].replace("\r\n", "\n")
    return 1 + before.count("\n") + before.count("\r")


def _trimmed(text: str, span: Span) -> Span:
    content = span.of(text)
    start = span.start + len(content) - len(content.lstrip())
    return Span(start, max(start, span.start + len(content.rstrip())))


def _separator(path: str, text: str) -> str:
    """The separator that parts the most of the first rows into as many cells each, two at least."""

    def fitness(separator: str) -> tuple[int, int]:
        try:
            rows = split_delimited(path, text, separator, _SNIFFED, partly=True)
        except InputError:
            return 0, 0
        widths = [len(row) for row in rows]
        width = max((w for w in widths if w > 1), key=widths.count, default=0)
        return widths.count(width) if width else 0, width

    return max(_SEPARATORS, key=fitness)


def _blocks(text: str, rows: list[list[Field]]) -> list[Block]:
    blocks: list[Block] = []
    full = [i for i, row in enumerate(rows) if not _is_note(text, row)]
    first, last = (full[0], full[-1]) if full else (0, len(rows) - 1)  # one column: nothing tells notes from values
    headers: list[str] | None = None
    for index, row in enumerate(rows):
        if not first <= index <= last or text.startswith(_COMMENT, row[0].span.start):
            blocks.append(_note(text, row))
        elif headers is None and all(is_label(field.span.of(text)) for field in row if field.span):
            headers = [header_words(_content(text, field)) for field in row]
            blocks.append(_row(BlockKind.TABLE_HEADER, row, headers))
        else:
            headers = headers or []
            blocks.append(_row(BlockKind.TABLE_ROW, row, headers))
    return blocks


def _is_note(text: str, row: list[Field]) -> bool:
    return sum(bool(field.span) for field in row) < 2 or text.startswith(_COMMENT, row[0].span.start)


def _content(text: str, field: Field) -> str:
    content = field.span.of(text)
    return content.replace('""', '"') if field.doubled else content


def _note(text: str, row: list[Field]) -> Block:
    filled = [field for field in row if field.span]
    span = Span(filled[0].span.start, filled[-1].span.end)
    content = span.of(text)
    start = span.start + len(content) - len(content.lstrip(f"{_COMMENT} \t"))
    return Block(BlockKind.CAPTION, Span(min(start, span.end - 1), span.end), masked=_masked(filled))


def _row(kind: BlockKind, row: list[Field], headers: list[str]) -> Block:
    """A row; cells beyond the header's have none."""
    names = [headers[i] if i < len(headers) else "" for i in range(len(row))]
    cells = tuple(Cell(field.span, header) for field, header in zip(row, names, strict=True))
    return Block(kind, Span(row[0].span.start, row[-1].span.end), masked=_masked(row), cells=cells)


def _masked(row: list[Field]) -> tuple[Span, ...]:
    return tuple(span for field in row for span in field.doubled)
