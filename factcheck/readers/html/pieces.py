"""The file of a page in pieces: its texts and character references, each with the element that it stands in.

The parser builds the tree as browsers do, whatever is unclosed or misplaced, and knows where in the file its tags
stand; where the texts stand is told by its tokenizer. Together they tell both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import turbohtml

from factcheck.document import Span
from factcheck.errors import InputError
from factcheck.readers.html.elements import Element, changes

MOST_CHARACTERS = 5_000_000
"""Code points; long pages have a million."""
_MOST_ATTRIBUTES = 10_000
"""Of one tag; the parser's time grows with their square."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
"""What no page may name by a character reference."""
_BLANKS = re.compile(r"\s+")
_RETURN = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the file.

    Attributes:
        span: Its place.
        element: What it stands in.
        text: What a reader sees of it; "" of a tag, a comment and what is not shown.
        begins: Whether a new block begins between it and the piece before.
        is_comment: Whether it is a comment.
    """

    span: Span
    element: Element
    text: str = ""
    begins: bool = False
    is_comment: bool = False


def parsed(path: str, text: str) -> tuple[turbohtml.Document, list[Piece]]:
    """A page as a tree and in pieces that cover all of it, in order.

    Args:
        path: The file as shown in errors.
        text: The whole file as decoded.

    Raises:
        InputError: If the page is too long, or a tag has too many attributes.
    """
    if len(text) > MOST_CHARACTERS:
        raise InputError(path, f"is too long for a page of HTML (more than {MOST_CHARACTERS:,} characters)")
    # The parser takes the two characters of a line ending for one, and would count on from there; "</>" is to it no
    # token at all, and "<!>" a comment.
    same_length = _RETURN.sub(lambda match: " \n" if len(match.group()) == 2 else "\n", text).replace("</>", "<!>")
    tokens = list(_tokens(path, same_length))
    page = turbohtml.parse(same_length, source_locations=True)
    return page, list(_placed(text, page, tokens))


def _tokens(path: str, text: str) -> Iterator[tuple[turbohtml.TokenType, Span, str]]:
    """The tokens of the file: type, place, and the text that it is or stands for."""
    at = 0
    for token in turbohtml.tokenize(text, resolve_references=False, capture_source=True, capture_attributes=False):
        is_text = token.type is turbohtml.TokenType.TEXT
        source = (token.data if is_text else token.source) or ""
        at = max(at, text.find(source, at))
        span = Span(at, at + len(source))
        if token.type is turbohtml.TokenType.START_TAG and len(source) > _MOST_ATTRIBUTES:
            count = sum(1 for _ in _BLANKS.finditer(_without_values(source)))
            if count > _MOST_ATTRIBUTES:
                line = text.count("\n", 0, at) + 1
                raise InputError(path, f"line {line}: a tag has more than {_MOST_ATTRIBUTES:,} attributes")
        yield token.type, span, _CONTROLS.sub("\ufffd", token.data or "")
        at = span.end


def _without_values(tag: str) -> str:
    return re.sub(r"\"[^\"]*\"|'[^']*'", "", tag)


def _placed(
    text: str, page: turbohtml.Document, tokens: list[tuple[turbohtml.TokenType, Span, str]]
) -> Iterator[Piece]:
    events = sorted(changes(page), key=lambda event: event[0])
    current = Element("#page")
    begins = True
    next_event = at = 0
    types = turbohtml.TokenType
    for type, span, data in tokens:
        if span.start > at:
            yield Piece(Span(at, span.start), current)
        at = span.end
        while next_event < len(events) and events[next_event][0] <= span.start:
            _, current, changed = events[next_event]
            begins = begins or changed.block is changed
            next_event += 1
        if type is types.TEXT or type is types.CHARACTER_REFERENCE:
            shown = "" if current.unread else span.of(text) if type is types.TEXT else data
            yield Piece(span, current, shown, begins)
            begins = begins and not shown.strip()
        else:
            yield Piece(span, current, is_comment=type is types.COMMENT)
    if at < len(text):
        yield Piece(Span(at, len(text)), current)
