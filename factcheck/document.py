"""Texts and places in them: spans, blocks, articles and references.

Every offset in the program counts code points of a file as decoded (without its byte order mark, line endings as
found) and every range is half-open.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TypeVar


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The text at this place."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """The same range `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end


class BlockKind(StrEnum):
    """What part of a document a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUOTE = "quote"
    TABLE_HEADER = "table header"
    TABLE_ROW = "table row"
    CAPTION = "caption"
    CODE = "code"
    MARKUP = "markup"
    """Raw HTML, comments, link definitions: never prose."""
    FRONT_MATTER = "front matter"


PROSE = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CAPTION})
"""Blocks that are read as sentences."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row, or a named value of a data file.

    Attributes:
        span: Where its content stands (trimmed, possibly empty).
        header: Its column's header, or the value's name as words.
        heading: Where the header or name stands, if it is written.
        path: Where the value is in a data file ("results.model_a.accuracy"); "" in a table.
    """

    span: Span
    header: str
    heading: Span | None = None
    path: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """What the rows of a table have in common.

    Attributes:
        index: Tells the tables of one document apart.
        title: What names it: a caption, the heading above it, a path in a data file; "" if nothing does.
        notes: Texts that may tell the unit of its figures ("in thousands"), the nearest first.
    """

    index: int
    title: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A name of what a table row is about, and where that stands: in its first cell, or before it in a data file."""

    text: str
    span: Span


NAMING_HEADERS = frozenset(
    {"no", "no.", "nr", "nr.", "#", "id", "code", "rank", "position", "pos", "pos.", "row", "index"}
    | {"version", "release", "build"}
)
"""Headers of columns whose figures name rows, in small letters: "1.3.0" under "Version" is a label."""
_BREAKING = re.compile(r"</?(?:br|t[dhr]|p|div|li|d[dt]|h[1-6]|figcaption)\b", re.IGNORECASE)
"""Tags that part words as a line break does."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A character reference ("&nbsp;"): where it stands, and the text that a reader sees in its place."""

    span: Span
    text: str


_Placed = TypeVar("_Placed")


def _overlapping(found: Sequence[_Placed], part: Span, key: Callable[[_Placed], Span]) -> Sequence[_Placed]:
    """Those of some sorted, disjoint things that share a code point with a part."""
    first = bisect.bisect_right(found, part.start, key=lambda one: key(one).end)
    return found[first : bisect.bisect_left(found, part.end, lo=first, key=lambda one: key(one).start)]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a document.

    Attributes:
        kind: What it is.
        span: The content's place, without list markers, heading signs or quote marks at its start.
        masked: Ranges inside `span` that are not prose (link targets, inline code marks, emphasis signs, HTML tags,
            quote marks of continued lines), sorted and disjoint. Reading the span without them gives the prose.
        identifiers: Ranges inside `span` that are shown to the reader but are names, not prose (inline code, bare
            URLs): kept in sentences, never taken for a quantity.
        section: Index of the heading block that this block stands under, or None.
        cells: The cells of a table row or table header, in order.
        table: The table that a row belongs to.
        labels: What a row is about, the widest first: its first cell, or the names that lead to it in a data file.
        entities: Character references inside `span` that are shown as other characters, sorted; none is masked.
    """

    kind: BlockKind
    span: Span
    masked: tuple[Span, ...] = ()
    identifiers: tuple[Span, ...] = ()
    section: int | None = None
    cells: tuple[Cell, ...] = ()
    table: Table | None = None
    labels: tuple[Label, ...] = ()
    entities: tuple[Entity, ...] = ()

    def shown(self, text: str, within: Span | None = None) -> tuple[str, list[int]]:
        """What a reader sees of a part of the block: nothing of its markup, and the characters that entities stand for.

        Args:
            text: The file.
            within: The part; all of the block if None.

        Returns:
            The prose, line breaks and blanks as they stand, and for each code point of it the place in the file (for
            an entity's characters where it begins).
        """
        part = self.span if within is None else within
        words: list[str] = []
        places: list[int] = []
        at = part.start
        for hole, instead in self._replaced(text, part):
            words += [text[at : max(at, hole.start)], instead]
            places += [*range(at, hole.start), *[hole.start] * len(instead)]
            at = max(at, hole.end)
        words.append(text[at : max(at, part.end)])
        places += range(at, part.end)
        return "".join(words), places

    def prose(self, text: str, within: Span | None = None) -> str:
        """What a reader sees of a part of the block, on one line; see `shown`."""
        return " ".join(self.shown(text, within)[0].split())

    def _replaced(self, text: str, part: Span) -> list[tuple[Span, str]]:
        """The ranges of a part that are not shown as they stand, in order, with what is shown instead."""
        masked = _overlapping(self.masked, part, key=lambda hole: hole)
        holes = [(hole, " " if _BREAKING.match(text, hole.start, hole.end) else "") for hole in masked]
        if not self.entities:
            return holes
        entities = _overlapping(self.entities, part, key=lambda entity: entity.span)
        return sorted([*holes, *((entity.span, entity.text) for entity in entities)])


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself in its front matter (or a JSONL record in its fields)."""

    title: str = ""
    source: str = ""
    date: date | None = None
    rank: str = ""
    """How close to the facts: "primary" or "secondary"; empty when not stated."""
    url: str = ""
    pages: tuple[tuple[int, str], ...] = ()
    """Where its pages begin, for a text that was taken from paper: lines, counted from 1, and the pages' names."""

    def over(self, other: Metadata) -> Metadata:
        """This, completed by what another tells where this is silent."""
        return Metadata(*(getattr(self, each.name) or getattr(other, each.name) for each in fields(self)))

    def page(self, line: int) -> str:
        """The name of the page that a line is on; "" if that is not known."""
        return next((page for first, page in reversed(self.pages) if first <= line), "")


@dataclass(frozen=True)
class Document:
    """One text with its structure.

    Attributes:
        path: As the user named it, "-" for standard input; with forward slashes.
        text: The whole file as decoded.
        blocks: In order of place, disjoint; what lies in none of them is blank or markup.
        meta: From the front matter.
        sha256: Of the file's bytes.
    """

    path: str
    text: str
    blocks: tuple[Block, ...]
    meta: Metadata
    sha256: str

    def prose(self, span: Span) -> str:
        """What a reader sees at a place, on one line: nothing of its markup."""
        first = bisect.bisect_right(self.blocks, span.start, key=lambda block: block.span.start) - 1
        shown: list[str] = []
        for block in self.blocks[max(first, 0) :]:
            if block.span.start >= span.end:
                break
            if block.span.overlaps(span):
                within = Span(max(span.start, block.span.start), min(span.end, block.span.end))
                shown.append(block.prose(self.text, within))
        return " ".join(shown) if shown else " ".join(span.of(self.text).split())

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        text = self.text
        for i, char in enumerate(text):
            if char == "\n" or (char == "\r" and text[i + 1 : i + 2] != "\n"):
                starts.append(i + 1)
        return starts

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1; columns count code points."""
        line = bisect.bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line_span(self, line: int) -> Span:
        """The place of a line (counted from 1) without its line ending."""
        start = self._line_starts[line - 1]
        end = self._line_starts[line] if line < len(self._line_starts) else len(self.text)
        return Span(start, start + len(self.text[start:end].rstrip("\r\n")))

    def line_text(self, line: int) -> str:
        """The text of a line (counted from 1) without its line ending."""
        return self.line_span(line).of(self.text)


@dataclass(frozen=True)
class Reference:
    """One source document against which claims are judged.

    Attributes:
        id: Short and unique in a run: the file's stem, or a JSONL record's own id.
        document: Its text and structure. For a JSONL record the text is the record's decoded text.
        origin: Only for a JSONL record: for each code point of the text the place in the file where it is written,
            and one more for the end, so that a quotation can be given as it stands in the file.
        file_text: Only for a JSONL record: the whole file as decoded.
    """

    id: str
    document: Document
    origin: tuple[int, ...] | None = field(default=None, repr=False)
    file_text: str | None = field(default=None, repr=False)

    @property
    def text(self) -> str:
        """What is read as the source's words."""
        return self.document.text

    def in_file(self, span: Span) -> tuple[Span, str]:
        """A span of `text` as its place in the file, and the file's own characters there."""
        if self.origin is None or self.file_text is None:
            return span, span.of(self.document.text)
        place = Span(self.origin[span.start], self.origin[span.end])
        return place, place.of(self.file_text)
