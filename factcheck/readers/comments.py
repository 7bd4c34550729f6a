"""Comments of Markdown, `<!-- … -->` and MDX's `{/* … */}`: kept out of the prose, and nothing else with them.

CommonMark takes a whole line that opens with an HTML comment for markup, with whatever text stands behind the comment:
readers see that text, so it must be read. MDX comments are unknown to CommonMark.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

MDX_BLOCK = "mdx_comment"
_ENDS = {"<!--": "-->", "{/*": "*/}"}
_OPENING = re.compile(r"(?:(?:<!--.*?-->|\{/\*.*?\*/\})[ \t]*)+(?=[^ \t\r\n])")
"""Comments at the start of a line with text behind them."""

_BlockRule = Callable[[StateBlock, int, int, bool], bool]


def behind_comment(content: str) -> int:
    """Where the text behind a comment that opens a markup block starts; its length if there is none.

    Args:
        content: The block as written, from where it starts.
    """
    for opening, closing in _ENDS.items():
        end = content.find(closing, len(opening)) if content.startswith(opening) else -1
        if end >= 0 and content[end + len(closing) :].strip():
            return end + len(closing)
    return len(content)


def before_text(rule: _BlockRule) -> _BlockRule:
    """The rule for blocks of HTML, leaving to paragraphs a line of text that comments open."""

    def refusing(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        return not _OPENING.match(_line(state, start)) and rule(state, start, end, silent)

    return refusing


def mdx_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A block rule: an MDX comment on lines of its own, blank lines included."""
    line = _line(state, start)
    if not line.startswith("{/*") or _OPENING.match(line) or state.is_code_block(start):
        return False
    at = start
    text = line[3:]
    while "*/}" not in text:
        at += 1
        if at >= end or (state.sCount[at] < state.blkIndent and not state.isEmpty(at)):
            return False  # never closed: it is text
        text = _line(state, at)
    if silent:
        return True
    state.line = at + 1
    token = state.push(MDX_BLOCK, "", 0)
    token.map = [start, state.line]
    return True


def mdx_inline(state: StateInline, silent: bool) -> bool:
    """An inline rule: an MDX comment within text."""
    if not state.src.startswith("{/*", state.pos):
        return False
    end = state.src.find("*/}", state.pos + 3)
    if end < 0:
        return False
    if not silent:
        state.push("html_inline", "", 0).content = state.src[state.pos : end + 3]
    state.pos = end + 3
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
