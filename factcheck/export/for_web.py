"""An article ready for publication: without the comments in it that only speak to factcheck."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.document import BlockKind, Document, Span
from factcheck.errors import InputError

_COMMENT = re.compile(
    r"<!--\s*factcheck-.*?-->"
    r"|\{/\*\s*factcheck-.*?\*/\}"
    r"|(?m:^[ ]{0,3})\[//\]:[ \t]*(?:#|<\s*>)[ \t]*"
    r"(?:\(factcheck-[^\n\r]*?\)|\"factcheck-[^\n\r]*?\"|'factcheck-[^\n\r]*?')(?=[ \t]*(?:[\r\n]|\Z))",
    re.DOTALL,
)
_UNCLOSED = re.compile(r"(?:<!--|\{/\*|(?m:^[ ]{0,3})\[//\]:[ \t]*#)\s*[(\"']?factcheck-")
_BLANKS = " \t"


def for_web(document: Document) -> str:
    """The article's text without factcheck's comments; code that shows such a comment is left alone.

    A comment on lines of its own goes with them; one within a line goes with the blank before it.

    Raises:
        InputError: A comment does not end: what it hides cannot be told.
    """
    text = document.text
    kept: list[str] = []
    at = 0
    code = list(_code(document))
    for match in _COMMENT.finditer(text):
        found = Span(*match.span())
        if any(span.overlaps(found) for span in code):
            continue
        gone = _with_blanks(text, found)
        kept.append(text[at : gone.start])
        at = max(at, gone.end)
    kept.append(text[at:])
    _refuse_unclosed(document, code)
    return "".join(kept)


def _code(document: Document) -> Iterator[Span]:
    for block in document.blocks:
        if block.kind is BlockKind.CODE:
            yield block.span
        yield from block.identifiers


def _with_blanks(text: str, comment: Span) -> Span:
    """The comment and what would be left over of its line."""
    start, end = comment.start, comment.end
    while start > 0 and text[start - 1] in _BLANKS:
        start -= 1
    while end < len(text) and text[end] in _BLANKS:
        end += 1
    opens_line = start == 0 or text[start - 1] in "\r\n"
    ends_line = end == len(text) or text[end] in "\r\n"
    if opens_line and ends_line:
        end = _past_break(text, end)
        # Between two blank lines one of them goes too.
        if start == 0 or text[:start].endswith(("\n\n", "\r\n\r\n", "\r\r")):
            end = _past_break(text, end)
        return Span(start, end)
    if opens_line:
        return Span(comment.start, end)
    return Span(start, comment.end if not ends_line else end)


def _past_break(text: str, at: int) -> int:
    return at + (2 if text.startswith("\r\n", at) else 1 if text[at : at + 1] in ("\r", "\n") else 0)


def _refuse_unclosed(document: Document, code: list[Span]) -> None:
    closed = [Span(*match.span()) for match in _COMMENT.finditer(document.text)]
    for match in _UNCLOSED.finditer(document.text):
        opened = Span(*match.span())
        if not any(span.overlaps(opened) for span in (*closed, *code)):
            line, _ = document.line_column(match.start())
            raise InputError(document.path, f"line {line}: a factcheck comment has no end; close it")
