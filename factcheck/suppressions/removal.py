"""A text without some of its comments, and with as little else changed as that needs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.document import Span

_ENDING = re.compile(r"\r\n|\r|\n")
_BLANK = re.compile(rf"[ \t]*(?:{_ENDING.pattern})")


def tidied(text: str, comments: Iterable[Span]) -> str:
    """A text without some comments and without the blanks that only they needed.

    A comment alone on its lines goes with them; of two blank lines around it one goes too, and where it parts two lines
    of text a blank line stays in its place, so that they do not become one paragraph.

    Args:
        text: The text.
        comments: Sorted and disjoint.
    """
    for comment in reversed(list(comments)):  # so that one which stands beside another sees what that leaves
        hole, rest = _hole(text, comment)
        text = text[: hole.start] + rest + text[hole.end :]
    return text


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
    if above and below and ending:
        return Span(line_start, end), ending.group()
    blank = None if above else _BLANK.match(text, end)
    return Span(line_start, blank.end() if blank else end), ""


def _neighbour(text: str, index: int) -> str:
    """The first or last line of a text, without blanks."""
    lines = text.splitlines()
    return lines[index].strip() if lines else ""
