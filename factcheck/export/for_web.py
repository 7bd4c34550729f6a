"""An article ready for publication: without the comments in it that only speak to factcheck."""

from __future__ import annotations

from factcheck.document import Document, Span
from factcheck.errors import InputError
from factcheck.suppressions.comments import comments

_BLANKS = " \t"


def for_web(document: Document) -> str:
    """The article's text without factcheck's comments; code that shows such a comment is left alone.

    A comment on lines of its own goes with them; one within a line goes with the blank before it.

    Raises:
        InputError: One is no comment in truth: it does not end, or readers see it.
    """
    text = document.text
    kept: list[str] = []
    at = 0
    for comment in comments(document):
        if comment.problem:
            line, _ = document.line_column(comment.span.start)
            raise InputError(document.path, f"line {line}: a factcheck comment: {comment.problem}")
        gone = _with_blanks(text, comment.span)
        kept.append(text[at : gone.start])
        at = max(at, gone.end)
    kept.append(text[at:])
    return "".join(kept)


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
