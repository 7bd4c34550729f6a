"""From a file to a Document."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import BinaryIO

from factcheck.document import Block, BlockKind, Document
from factcheck.errors import InputError
from factcheck.readers.assemble import assembled
from factcheck.readers.front_matter import read_front_matter
from factcheck.readers.html import HTML_SUFFIXES
from factcheck.readers.markdown import read_markdown
from factcheck.readers.mdx import read_mdx
from factcheck.readers.plain import plain_blocks
from factcheck.readers.text import decode, read_bytes, read_stream, shown_path

STANDARD_INPUT = "-"
MDX_SUFFIX = ".mdx"
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", MDX_SUFFIX})


def read_document(path: str, *, stdin: BinaryIO | None = None, stdin_name: str = STANDARD_INPUT) -> Document:
    """Reads an article: Markdown or HTML by its suffix, else plain text.

    Args:
        path: The file, or "-" for standard input, which is read as Markdown if it has no name.
        stdin: What "-" means; the process's own standard input if None.
        stdin_name: The file whose content standard input is: how the report names it, and what its suffix says.

    Raises:
        InputError: If there is no such file, it is no text, its front matter is broken, or it is empty.
    """
    is_stream = path == STANDARD_INPUT
    name = shown_path(stdin_name if is_stream else path)
    data = read_stream(name, stdin or sys.stdin.buffer) if is_stream else read_bytes(path)
    return parse_document(name, data)


def parse_document(name: str, data: bytes) -> Document:
    """An article from the bytes of its file; see `read_document`.

    Args:
        name: The file as shown; its suffix tells how it is read.
        data: Its bytes.
    """
    text = decode(name, data)
    meta, front = read_front_matter(name, text)
    start = front.end if front else 0
    blocks: list[Block] = [Block(BlockKind.FRONT_MATTER, front)] if front else []
    suffix = PurePath(name).suffix.lower()
    if suffix in HTML_SUFFIXES:
        from factcheck.readers.html.page import read_html  # its parser is loaded only where there is a page

        page = read_html(name, text, start)
        blocks += _behind(len(blocks), page.blocks)
        meta = meta.over(page.meta)
        if len(blocks) == bool(front):
            raise InputError(name, "has no text that a reader of the page would see")
    elif name == STANDARD_INPUT or suffix in MARKDOWN_SUFFIXES:
        markdown = read_mdx(name, text, start) if suffix == MDX_SUFFIX else read_markdown(name, text, start)
        blocks += _behind(len(blocks), markdown.blocks)
        meta = replace(meta, title=meta.title or markdown.title)
    else:
        blocks += plain_blocks(text, start)
    if len(blocks) == bool(front):
        raise InputError(name, "is empty" if front is None else "is empty but for its front matter")
    return Document(name, text, tuple(assembled(text, blocks, meta.title)), meta, hashlib.sha256(data).hexdigest())


def _behind(count: int, blocks: Sequence[Block]) -> list[Block]:
    """Blocks that follow some others, and so stand further on than they know."""
    return [block if block.section is None else replace(block, section=block.section + count) for block in blocks]
