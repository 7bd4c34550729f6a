"""Taking out the suppressions that do nothing: the one thing that this program changes in an article."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from factcheck.atomic import write_atomically
from factcheck.document import Document, Span
from factcheck.errors import InputError
from factcheck.readers import encoded_like, read_bytes
from factcheck.report import Report, SuppressionState

_REMOVED = (SuppressionState.UNUSED, SuppressionState.EXPIRED)
_ENDING = re.compile(r"\r\n|\r|\n")


def fix(report: Report) -> dict[str, int]:
    """Take unused and expired suppressions out of the articles' files; every other byte stays as it is.

    A comment alone on its lines goes with them, unless it parts two lines of text: then a blank line stays in its
    place. Standard input is left alone.

    Returns:
        How many comments were taken out, by the path of the article.

    Raises:
        InputError: An article has changed since it was read, or cannot be written.
    """
    done: dict[str, int] = {}
    for index, document in enumerate(report.documents):
        gone = [s for s in report.suppressions if s.document == index and s.state in _REMOVED]
        spans = sorted({span for suppression in gone for span in (suppression.span, *suppression.ends)})
        if spans and document.path != "-":
            _rewrite(document, tidied(document.text, spans))
            done[document.path] = len(spans)
    return done


def tidied(text: str, comments: Iterable[Span]) -> str:
    """A text without some comments (sorted, disjoint) and without the blanks that only they needed."""
    kept: list[str] = []
    at = 0
    for comment in comments:
        hole, rest = _hole(text, comment)
        kept += [text[at : hole.start], rest]
        at = hole.end
    return "".join([*kept, text[at:]])


def _hole(text: str, comment: Span) -> tuple[Span, str]:
    """What goes with a comment, and what takes its place."""
    line_start = max(text.rfind("\n", 0, comment.start), text.rfind("\r", 0, comment.start)) + 1
    ending = _ENDING.search(text, comment.end)
    line_end = ending.start() if ending else len(text)
    before, after = text[line_start : comment.start], text[comment.end : line_end]
    if before.strip() or after.strip():
        blanks_before = len(before) - len(before.rstrip(" \t"))
        blanks_after = len(after) - len(after.lstrip(" \t"))
        if not before.strip():
            return Span(comment.start, comment.end + blanks_after), ""
        if not after.strip() or blanks_after:
            return Span(comment.start - blanks_before, comment.end), ""
        return comment, ""
    end = ending.end() if ending else len(text)
    above, below = _neighbour(text[:line_start], -1), _neighbour(text[end:], 0)
    parts = bool(above and below and ending)
    return Span(line_start, end), ending.group() if parts and ending else ""


def _neighbour(text: str, index: int) -> str:
    """The first or last line of a text, without blanks."""
    lines = text.splitlines()
    return lines[index].strip() if lines else ""


def _rewrite(document: Document, text: str) -> None:
    data = read_bytes(document.path)
    if hashlib.sha256(data).hexdigest() != document.sha256:
        raise InputError(document.path, "has changed while it was checked; nothing is taken out of it")
    try:
        write_atomically(Path(document.path), encoded_like(data, text))
    except OSError as error:
        raise InputError(document.path, f"cannot be written: {(error.strerror or str(error)).lower()}") from None
