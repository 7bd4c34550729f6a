"""An article as lines with their numbers, and what part each line plays: headline, caption, table row, text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from factcheck.claim import Quantity
from factcheck.document import BlockKind, Document, Span
from factcheck.quantities import find_quantities
from factcheck.sentences import Sentence, sentences


class Role(Enum):
    """What a line is for."""

    HEADLINE = "headline"
    """The article's title: it speaks of all of it."""
    HEADING = "heading"
    """It speaks of its section."""
    CAPTION = "caption"
    TABLE = "table"
    TEXT = "text"


FAR = 1000
"""Characters on either side of a number beyond which a sentence says nothing of it: some are a megabyte long."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, heading, caption or table row.

    Attributes:
        sentence: Its text and the way back to the file.
        role: What it is for.
        section: Index of the block of the heading that it stands under; its own for a heading; None before the first.
        quantities: Its numbers, with offsets in the sentence's text.
    """

    sentence: Sentence
    role: Role
    section: int | None
    quantities: tuple[Quantity, ...]

    @property
    def text(self) -> str:
        """Its prose."""
        return self.sentence.text

    def place(self, quantity: Quantity) -> Span:
        """Where one of its quantities stands in the file."""
        return self.sentence.to_file(quantity.span)

    def before(self, quantity: Quantity) -> str:
        """The text in front of one of its quantities, as far as it may say anything of it."""
        return self.text[max(0, quantity.span.start - FAR) : quantity.span.start]

    def after(self, quantity: Quantity) -> str:
        """The text behind one of its quantities, as far as it may say anything of it."""
        return self.text[quantity.span.end : quantity.span.end + FAR]

    def between(self, one: Quantity, other: Quantity) -> str:
        """The text between two of its quantities."""
        return self.text[one.span.end : other.span.start]


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity and the line in which it stands; `index` is the line's place in the article."""

    index: int
    line: Line
    quantity: Quantity

    @property
    def place(self) -> Span:
        """Where it stands in the file."""
        return self.line.place(self.quantity)


def read(document: Document) -> list[Line]:
    """The lines of an article in order of place."""
    lines = []
    title = _title(document)
    found = ([title] if title else []) + sentences(document)
    first = next((i for i, sentence in enumerate(found) if sentence.kind is BlockKind.HEADING), None)
    opening = first is not None and not any(s.kind is BlockKind.PARAGRAPH for s in found[:first])
    for position, sentence in enumerate(found):
        quantities = find_quantities(
            sentence.text, today=document.meta.date, identifiers=sentence.identifiers
        ).quantities
        headline = sentence is title or (opening and position == first)
        role = Role.HEADLINE if headline else _ROLES.get(sentence.kind, Role.TEXT)
        section = sentence.block if role is Role.HEADING else document.blocks[sentence.block].section
        lines.append(Line(sentence, role, section, quantities))
    return lines


_ROLES = {
    BlockKind.HEADING: Role.HEADING,
    BlockKind.CAPTION: Role.CAPTION,
    BlockKind.TABLE_ROW: Role.TABLE,
}


def _title(document: Document) -> Sentence | None:
    """The title of the front matter, where it is written as one piece."""
    title = document.meta.title
    if not title:
        return None
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.FRONT_MATTER:
            start = document.text.find(title, block.span.start, block.span.end)
            if start < 0:
                return None
            span = Span(start, start + len(title))
            return Sentence(span, title, tuple(range(span.start, span.end)), index, BlockKind.HEADING)
    return None


def mentions(lines: list[Line], *roles: Role) -> list[Mention]:
    """The quantities of the lines that play one of these parts, by place."""
    return [
        Mention(index, line, quantity)
        for index, line in enumerate(lines)
        if line.role in roles
        for quantity in line.quantities
    ]
