"""Markdown: headings, paragraphs, lists, quotes, tables, code and captions, with exact places.

markdown-it tells which lines a block has; where its content starts on each line, behind list markers and
quote marks, is noted while its block rules run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from factcheck.document import Block, BlockKind, Cell, Entity, Span
from factcheck.errors import InputError
from factcheck.readers.comments import MDX_BLOCK, before_text, behind_comment, mdx_block
from factcheck.readers.inline import Inline, merged, read_inline
from factcheck.readers.records import split_records
from factcheck.readers.source import Source, without
from factcheck.readers.table import Row, header_words, record_row, split_row
from factcheck.readers.text import split_lines

_STARTS = "factcheck.starts"
_MAX_NESTING = 100
"""Of quotes, lists and their items; markdown-it would leave out what lies deeper."""

# The block rules that hold no other blocks, with the blocks that each may interrupt.
_LEAVES: dict[str, list[str]] = {
    "table": ["paragraph", "reference"],
    "code": [],
    "fence": ["paragraph", "reference", "blockquote", "list"],
    "html_block": ["paragraph", "reference", "blockquote"],
    MDX_BLOCK: ["paragraph", "reference", "blockquote"],
    "heading": ["paragraph", "reference", "blockquote"],
    "reference": [],
    "lheading": [],
    "paragraph": [],
}
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_CONTAINERS = {
    "list_item_open": BlockKind.LIST_ITEM,
    "blockquote_open": BlockKind.QUOTE,
    "footnote_reference_open": BlockKind.PARAGRAPH,
}
_OPAQUE = {
    "fence": BlockKind.CODE,
    "code_block": BlockKind.CODE,
    "html_block": BlockKind.MARKUP,
    MDX_BLOCK: BlockKind.MARKUP,
    "definition": BlockKind.MARKUP,
}

_BlockRule = Callable[[StateBlock, int, int, bool], bool]


@dataclass(frozen=True, slots=True)
class Markdown:
    """What a Markdown text holds: its blocks in order of place, its first level-1 heading ("" if none)."""

    blocks: tuple[Block, ...]
    title: str


def read_markdown(path: str, text: str, start: int = 0) -> Markdown:
    """Reads a Markdown text.

    Args:
        path: The file as shown in errors.
        text: The whole file as decoded; line endings as found.
        start: Where the body starts, behind the front matter.

    Raises:
        InputError: If quotes and lists are nested too deeply, with the line.
    """
    return _Reader(path, text, start).read()


@cache
def _parser() -> MarkdownIt:
    options = {"html": True, "inline_definitions": True, "maxNesting": _MAX_NESTING}
    md = MarkdownIt("commonmark", options).enable("table")
    md.use(footnote_plugin, move_to_end=False)
    md.block.ruler.before("html_block", MDX_BLOCK, mdx_block)
    rules = dict(zip(md.block.ruler.get_active_rules(), md.block.ruler.getRules(""), strict=True))
    rules["html_block"] = before_text(rules["html_block"])
    for name, alt in _LEAVES.items():
        md.block.ruler.at(name, _noting_starts(rules[name]), {"alt": alt})
    # Inline content is parsed by `read_inline`, from the lines of the file, so that its offsets are known.
    return md.disable(["inline", "text_join"])


def _noting_starts(rule: _BlockRule) -> _BlockRule:
    """The rule, noting for each line it takes where the line's content starts (in the normalised source)."""

    def noting(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        taken = rule(state, start, end, silent)
        if taken and not silent:
            starts = state.env[_STARTS]
            for line in range(start, state.line):
                starts[line] = state.bMarks[line] + state.tShift[line]
        return taken

    return noting


class _Reader:
    """Walks markdown-it's blocks and keeps what is known so far."""

    def __init__(self, path: str, text: str, start: int) -> None:
        self._path = path
        self._text = text
        lines = split_lines(text)
        self._lines = [line for line in lines if line.start >= start]
        self._first_line = len(lines) - len(self._lines) + 1
        self._env: dict[str, Any] = {_STARTS: {}}
        self._body = "\n".join(line.span.of(text) for line in self._lines)
        self._body_starts = list(accumulate((line.end - line.start + 1 for line in self._lines), initial=0))
        self._blocks: list[Block] = []
        self._emphasised: set[int] = set()
        self._images: set[int] = set()
        self._sections: list[tuple[int, int]] = []
        self._title = ""

    def read(self) -> Markdown:
        """Reads all blocks."""
        containers = [BlockKind.PARAGRAPH]
        headers: list[str] = []
        tokens = _parser().parse(self._body, self._env)
        for index, token in enumerate(tokens):
            if token.type in _CONTAINERS:
                self._check_depth(token)
                containers.append(_CONTAINERS[token.type])
            elif token.type.replace("_close", "_open") in _CONTAINERS:
                containers.pop()
            elif token.type == "heading_open":
                self._read_heading(token, tokens[index + 1].content.strip())
            elif token.type == "inline" and tokens[index - 1].type == "paragraph_open":
                self._read_paragraph(token, containers[-1])
            elif token.type == "tr_open":
                is_header = tokens[index - 1].type == "thead_open"
                headers = self._read_row(token, None if is_header else headers)
            elif token.type in _OPAQUE:
                self._read_opaque(token)
        return Markdown(tuple(self._captioned()), self._title)

    def _check_depth(self, token: Token) -> None:
        if token.level + 1 >= _MAX_NESTING:
            line = self._first_line + (token.map or [0, 0])[0]
            raise InputError(self._path, f"line {line}: lists and quotes are nested too deeply")

    def _content(self, line: int) -> Span:
        """A line of the body from where its content starts, behind list markers and quote marks."""
        place = self._lines[line]
        return Span(place.start + self._env[_STARTS][line] - self._body_starts[line], place.end)

    def _source(self, token: Token) -> Source:
        first, end = token.map or [0, 0]
        places = [line.span for line in self._lines[first:end]]
        return Source.of_lines(self._text, places, [self._content(line).start for line in range(first, end)])

    def _read_heading(self, token: Token, content: str) -> None:
        if not content:
            return
        level = int(token.tag[1:])
        source = self._source(token)
        if token.markup.startswith("#"):  # without these, and without those that may close the heading
            at = source.text.index(content, level)
            source = source.part(Span(at, at + len(content)))
        else:  # without the line of signs under it
            source = source.part(Span(0, source.text.rindex("\n")))
        while self._sections and self._sections[-1][0] >= level:
            self._sections.pop()
        inline = self._add(BlockKind.HEADING, source)
        if level == 1 and not self._title:
            self._title = without(source.text, inline.masked)
        if self._blocks[-1].kind is BlockKind.HEADING:
            self._sections.append((level, len(self._blocks) - 1))

    def _read_paragraph(self, token: Token, kind: BlockKind) -> None:
        source = self._source(token)
        task = _TASK.match(source.text) if kind is BlockKind.LIST_ITEM else None
        if task:
            source = source.part(Span(task.end(), len(source.text)))
        if not source.text:
            return
        inline = read_inline(source.text, self._env)
        caption = _behind_images(source.text, inline)
        if caption is None:
            self._add_units(kind, source, inline)
            return
        for image in inline.images:
            if image.span.end <= caption:
                self._add_caption(source.part(image.alt))
        self._add_caption(source.part(Span(caption, len(source.text))))

    def _add_units(self, kind: BlockKind, source: Source, inline: Inline) -> None:
        units = split_records(_covered(source.text, [*inline.masked, *inline.identifiers]))
        if len(units) == 1:
            self._add(kind, source, inline)
            return
        headers: list[str] = []
        for unit in units:
            span = source.trimmed(unit.span)
            if unit.cells:
                inlines = [inline.within(source.trimmed(cell)) for cell in unit.cells]
                known = None if unit.kind is BlockKind.TABLE_HEADER else headers
                headers = self._add_row(record_row(source, unit.cells), inlines, known)
            elif len(span):
                self._add(kind, source.part(span), inline.within(span))

    def _add_caption(self, source: Source) -> None:
        if source.text:
            self._images.add(len(self._blocks))
            self._add(BlockKind.CAPTION, source)

    def _add(self, kind: BlockKind, source: Source, inline: Inline | None = None) -> Inline:
        inline = inline or read_inline(source.text, self._env)
        if not without(source.text, inline.masked):
            self._blocks.append(Block(BlockKind.MARKUP, source.span, section=self._section()))
            return inline
        if inline.emphasised:
            self._emphasised.add(len(self._blocks))
        block = Block(
            kind,
            source.span,
            masked=merged([*source.all_in_file(inline.masked), *source.gaps]),
            identifiers=tuple(source.all_in_file(inline.identifiers)),
            section=self._section(),
            entities=_entities(source, inline),
        )
        self._blocks.append(block)
        return inline

    def _section(self) -> int | None:
        return self._sections[-1][1] if self._sections else None

    def _read_row(self, token: Token, headers: list[str] | None) -> list[str]:
        """Adds a row, or with no headers yet the header row; gives the columns' headers."""
        line = (token.map or [0, 0])[0]
        row = split_row(self._text, self._content(line), len(headers) if headers is not None else None)
        return self._add_row(row, [read_inline(cell.text, self._env) for cell in row.cells], headers)

    def _add_row(self, row: Row, inlines: list[Inline], headers: list[str] | None) -> list[str]:
        masked = list(row.markup)
        identifiers: list[Span] = []
        entities: list[Entity] = []
        words: list[str] = []
        for cell, inline in zip(row.cells, inlines, strict=True):
            masked += cell.all_in_file(inline.masked)
            identifiers += cell.all_in_file(inline.identifiers)
            entities += _entities(cell, inline)
            words.append(header_words(without(cell.text, inline.masked)))
        kind = BlockKind.TABLE_HEADER if headers is None else BlockKind.TABLE_ROW
        names = words if headers is None else headers
        cells = tuple(Cell(place, name) for place, name in zip(row.places, names, strict=True))
        if len(row.span):
            known = tuple(identifiers)
            block = Block(kind, row.span, merged(masked), known, self._section(), cells, entities=tuple(entities))
            self._blocks.append(block)
        return names

    def _read_opaque(self, token: Token) -> None:
        first, end = token.map or [0, 0]
        start = self._content(first).start
        last = self._lines[end - 1]
        content = self._text[start : last.end].rstrip()
        is_markup = _OPAQUE[token.type] is BlockKind.MARKUP
        text_at = behind_comment(content) if is_markup else len(content)
        if content:
            self._blocks.append(Block(_OPAQUE[token.type], Span(start, start + text_at), section=self._section()))
        if text_at < len(content):
            self._add(BlockKind.PARAGRAPH, Source.of_lines(self._text, [last.span], [start + text_at]))

    def _captioned(self) -> Iterator[Block]:
        """The blocks; a paragraph wholly in emphasis next to a table or an image is its caption."""
        last = len(self._blocks) - 1
        tables = (BlockKind.TABLE_ROW, BlockKind.TABLE_HEADER)
        for index, block in enumerate(self._blocks):
            beside = {index - 1, index + 1}
            at_table = any(0 <= i <= last and self._blocks[i].kind in tables for i in beside)
            is_caption = block.kind is BlockKind.PARAGRAPH and index in self._emphasised
            if is_caption and (at_table or beside & self._images):
                yield replace(block, kind=BlockKind.CAPTION)
            else:
                yield block


def _entities(source: Source, inline: Inline) -> tuple[Entity, ...]:
    return tuple(replace(entity, span=source.in_file(entity.span)) for entity in inline.entities)


def _covered(text: str, spans: Iterable[Span]) -> str:
    """A text of the same length in which markup and code cannot be taken for separators or line breaks."""
    chars = list(text)
    for span in spans:
        chars[span.start : span.end] = "x" * len(span)
    return "".join(chars)


def _behind_images(text: str, inline: Inline) -> int | None:
    """Where the caption starts in a paragraph of images alone or of images and then other lines; or None."""
    if not inline.images:
        return None
    if not inline.prose:
        return len(text)
    if without(text[: inline.images[0].span.start], ()):
        return None
    ends = [image.span.end for image in inline.images]
    break_at = text.find("\n", ends[0])
    if break_at < 0:
        return None
    head = [hole for hole in inline.masked if hole.start < break_at]
    return break_at if not without(text[:break_at], head) else None
