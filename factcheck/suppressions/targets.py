"""Which part of an article a comment speaks of, and whether a finding stands at the words that it names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from factcheck.document import PROSE, Block, BlockKind, Document, Span
from factcheck.suppressions.comments import Comment

_READ = PROSE | {BlockKind.TABLE_ROW, BlockKind.TABLE_HEADER}
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t>]*(?:\r\n|\r|\n)")


def block_of(document: Document, comment: Comment) -> tuple[Span, ...]:
    """The block that a `factcheck-ignore` covers, or the whole table if that is one.

    A comment within a block (a paragraph, heading, list item, caption or table row) covers that block. On lines of its
    own it covers the next block below; but the block above if it stands right under it and a blank line or nothing
    follows, or if there is no block below.
    """
    blocks = document.blocks
    here = blocks[comment.block]
    if here.kind in _READ:
        return _whole(blocks, comment.block)
    above = next((i for i in range(comment.block - 1, -1, -1) if blocks[i].kind in _READ), None)
    below = next((i for i in range(comment.block + 1, len(blocks)) if blocks[i].kind in _READ), None)
    if above is None and below is None:
        return ()
    if below is None or (above is not None and _touching(document, above) and not _touching(document, below - 1)):
        below = above
    assert below is not None
    return _whole(blocks, below)


def _touching(document: Document, index: int) -> bool:
    """Whether no blank line parts a block from the next one."""
    blocks = document.blocks
    if index + 1 >= len(blocks):
        return False
    between = document.text[blocks[index].span.end : blocks[index + 1].span.start]
    return not _BLANK_LINE.search(between)


def _whole(blocks: Sequence[Block], index: int) -> tuple[Span, ...]:
    block = blocks[index]
    if block.table is None or block.kind not in (BlockKind.TABLE_HEADER, BlockKind.TABLE_ROW):
        return (block.span,)
    return tuple(other.span for other in blocks if other.table == block.table)


def stands_at(document: Document, span: Span, value: str) -> bool:
    """Whether a value is written where a finding stands: the two share a character.

    Blanks and line breaks are alike, and capitals and small letters; markup within the value does not matter. A value
    is found at whole words and numbers only: "12" is neither in "112" nor in "12.5".
    """
    index = bisect_right(document.blocks, span.start, key=lambda block: block.span.start) - 1
    if index < 0 or not document.blocks[index].span.overlaps(span):
        return False
    block = document.blocks[index]
    prose, offsets = block.shown(document.text)
    pattern = r"\s+".join(re.escape(word) for word in value.split())
    for match in re.finditer(pattern, prose, re.IGNORECASE):
        place = Span(offsets[match.start()], offsets[match.end() - 1] + 1)
        if place.overlaps(span) and _is_whole(prose, Span(*match.span())):
            return True
    return False


def _is_whole(prose: str, span: Span) -> bool:
    """Whether a place begins and ends with words and numbers."""
    first, last = prose[span.start], prose[span.end - 1]
    before, after = prose[: span.start], prose[span.end :]
    if first.isalnum() and before[-1:].isalnum():
        return False
    if last.isalnum() and after[:1].isalnum():
        return False
    if first.isdigit() and re.search(r"\d[.,]\Z", before):
        return False
    return not (last.isdigit() and re.match(r"[.,]\d", after))
