"""An article ready for publication: without the comments in it that only speak to factcheck."""

from __future__ import annotations

from factcheck.document import Document
from factcheck.errors import InputError
from factcheck.suppressions.comments import comments
from factcheck.suppressions.removal import tidied


def for_web(document: Document) -> str:
    """The article's text without factcheck's comments; code that shows such a comment is left alone.

    Raises:
        InputError: One is no comment in truth: it does not end, or readers see it.
    """
    found = list(comments(document))
    for comment in found:
        if comment.problem:
            line, _ = document.line_column(comment.span.start)
            raise InputError(document.path, f"line {line}: a factcheck comment: {comment.problem}")
    return tidied(document.text, [comment.span for comment in found])
