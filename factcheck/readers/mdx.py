"""MDX: Markdown in which JSX expressions, tags of components, imports and exports are no prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.document import Block, Span
from factcheck.readers.inline import merged
from factcheck.readers.markdown import Markdown, read_markdown

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_NO_PROSE = re.compile(
    r"\{/\*.*?(?:\*/\s*\}|\Z)"  # a comment
    r"|^(?:import|export)\b(?=[ \t{*\"'])[^\n]*(?:\n(?![ \t]*(?:\n|\Z))[^\n]*)*"  # up to a blank line
    r"|</?[A-Z][\w.]*(?:\s(?:[^<>{}\"']|\"[^\"]*\"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\})*)?/?>"  # a component's tag
    r"|(?<!\\)\{(?:[^{}\n]|\{[^{}\n]*\})*\}",  # an expression
    re.MULTILINE | re.DOTALL,
)
_FILLER = "\u2060"
"""Stands for what is no prose beside prose on its line: blanks would indent the line, and make it code."""
_COMMENT_ENDS = "*/}"


def read_mdx(path: str, text: str, start: int = 0) -> Markdown:
    """Reads an MDX text; see `read_markdown`, whose blocks this gives without what is no prose.

    Raises:
        InputError: If quotes and lists are nested too deeply, with the line.
    """
    holes = list(_holes(text, start))
    read = read_markdown(path, _filled(text, holes), start)
    return Markdown(tuple(_without(block, holes) for block in read.blocks), read.title.replace(_FILLER, "").strip())


def _holes(text: str, start: int) -> Iterator[Span]:
    """What is no prose; none in code, where braces and tags are text.

    Comments are left to `read_markdown`: what they say to this program is looked for in the blocks that it makes.
    """
    code = [Span(*match.span()) for match in _FENCE.finditer(text, start)]
    code += [Span(*match.span()) for match in _CODE.finditer(text, start)]
    for match in _NO_PROSE.finditer(text, start):
        hole = Span(*match.span())
        if not match.group().endswith(_COMMENT_ENDS) and not any(hole.overlaps(span) for span in code):
            yield hole


def _filled(text: str, holes: list[Span]) -> str:
    """The text of the same length without its holes, line breaks kept."""
    chars = list(text)
    for hole in holes:
        line = Span(text.rfind("\n", 0, hole.start) + 1, (text + "\n").find("\n", hole.end))
        alone = not text[line.start : hole.start].strip() and not text[hole.end : line.end].strip()
        for at in range(hole.start, hole.end):
            if chars[at] not in "\r\n":
                chars[at] = " " if alone else _FILLER
    return "".join(chars)


def _without(block: Block, holes: list[Span]) -> Block:
    place = block.span
    inner = [Span(max(h.start, place.start), min(h.end, place.end)) for h in holes if place.overlaps(h)]
    return replace(block, masked=merged([*block.masked, *inner])) if inner else block
