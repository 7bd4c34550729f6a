"""Where an article has comments that are meant for this program.

`<!-- … -->`, MDX's `{/* … */}`, and link definitions that lead nowhere, `[//]: # (…)`, which Markdown never renders.
Code holds none, nor does plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.document import PROSE, Block, BlockKind, Document, Span
from factcheck.suppressions.directive import PREFIX, is_meant

_COMMENT = re.compile(r"<!--(?P<html>.*?)-->|\{/\*(?P<mdx>.*?)\*/\}", re.DOTALL)
_DEFINITION = re.compile(r"""\[[^\]]+\]:\s*(?:<\#?>|\#)\s+(?:\((?P<a>.*)\)|"(?P<b>.*)"|'(?P<c>.*)')\s*""", re.DOTALL)
_ESCAPED = re.compile(r"""\\([!-/:-@\[-`{-~])""")
_VERBATIM = re.compile(r"<(?:script|pre|style|textarea)\b", re.IGNORECASE)
_SHOWN = re.compile(rf"""(?:<!--|\{{/\*|\]:\s*(?:<\#?>|\#)\s+[("'])\s*(?P<text>{PREFIX}\w[^\n]*)""", re.IGNORECASE)
_READ = PROSE | {BlockKind.TABLE_ROW, BlockKind.TABLE_HEADER}

NOT_CLOSED = "the comment does not end, and hides what stands below it: close it"
NOT_A_COMMENT = "it is shown to readers: no comment here (a blank line before it or an escaped bracket may be missing)"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment that is meant for this program.

    Attributes:
        span: All of it, its signs included.
        content: What stands between the signs.
        block: Index of the block that holds it.
        problem: Why it is no comment in truth, or empty.
    """

    span: Span
    content: str
    block: int
    problem: str = ""


def comments(document: Document) -> Iterator[Comment]:
    """The comments of an article that are meant for this program, by place."""
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.MARKUP:
            yield from _of_markup(document.text, index, block)
        elif block.kind in _READ:
            found = [*_hidden(document.text, index, block), *_shown(document.text, index, block)]
            yield from sorted(found, key=lambda comment: comment.span)


def _of_markup(text: str, index: int, block: Block) -> Iterator[Comment]:
    content = block.span.of(text)
    definition = _DEFINITION.fullmatch(content)
    if definition:
        title = _ESCAPED.sub(r"\1", next(part for part in definition.groups() if part is not None))
        if is_meant(title):
            yield Comment(block.span, title, index)
        return
    if _VERBATIM.match(content):
        return
    end = 0
    for comment in _in(text, index, block.span):
        end = comment.span.end - block.span.start
        if is_meant(comment.content):
            yield comment
    opened = content.find("<!--", end)
    if opened >= 0 and "-->" not in content[opened:] and is_meant(content[opened + 4 :]):
        yield Comment(Span(block.span.start + opened, block.span.end), content[opened + 4 :], index, NOT_CLOSED)


def _hidden(text: str, index: int, block: Block) -> Iterator[Comment]:
    """Those among the ranges that are no prose."""
    for span in block.masked:
        yield from (comment for comment in _in(text, index, span) if is_meant(comment.content))


def _in(text: str, index: int, span: Span) -> Iterator[Comment]:
    for match in _COMMENT.finditer(text, span.start, span.end):
        content = match["html"] if match["html"] is not None else match["mdx"]
        yield Comment(Span(*match.span()), content, index)


def _shown(text: str, index: int, block: Block) -> Iterator[Comment]:
    """What looks like a suppression in the prose, and is none."""
    hidden = [*block.masked, *block.identifiers]
    for match in _SHOWN.finditer(text, block.span.start, block.span.end):
        span = Span(*match.span())
        if not any(hole.overlaps(Span(match.start("text"), match.start("text") + 1)) for hole in hidden):
            yield Comment(span, match["text"], index, NOT_A_COMMENT)
