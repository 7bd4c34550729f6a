"""What of a paragraph's Markdown is prose: markdown-it's inline parse, traced back to its source.

markdown-it's inline tokens carry no offsets. The rules that consume markup are therefore wrapped: each notes
which characters it took. What no rule takes is prose as it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, MutableMapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from factcheck.document import Entity, Span
from factcheck.readers.comments import mdx_inline
from factcheck.readers.identifiers import bare_urls

_Rule = Callable[[StateInline, bool], bool]
_Note = Callable[["_Trace", StateInline, int], None]
_TRACE = "factcheck.trace"


@dataclass(frozen=True, slots=True)
class Image:
    """An image: where it stands, and where its alternative text does."""

    span: Span
    alt: Span


@dataclass(frozen=True, slots=True)
class Inline:
    """What the inline parse found, in offsets of its source.

    Attributes:
        masked: Ranges that are markup, sorted and disjoint.
        identifiers: Inline code and URLs, sorted and disjoint.
        images: In order.
        emphasised: Whether one pair of emphasis signs encloses everything.
        prose: Whether anything but images, links around them, and blanks is left.
        entities: Character references, sorted.
    """

    masked: tuple[Span, ...]
    identifiers: tuple[Span, ...]
    images: tuple[Image, ...]
    emphasised: bool = False
    prose: bool = True
    entities: tuple[Entity, ...] = ()

    def within(self, part: Span) -> Inline:
        """What was found in a part of the source, in offsets of the part."""
        inside = (entity for entity in self.entities if part.contains(entity.span))
        entities = tuple(replace(entity, span=entity.span.shifted(-part.start)) for entity in inside)
        return Inline(_clipped(self.masked, part), _clipped(self.identifiers, part), (), entities=entities)


@dataclass(slots=True)
class _Trace:
    tokens: list[Token]
    masked: list[Span] = field(default_factory=list)
    identifiers: list[Span] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    delimiters: list[tuple[Token, Span]] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)


@cache
def _parser() -> MarkdownIt:
    """A parser whose inline rules tell what they take. Its block rules are not used."""
    md = MarkdownIt("commonmark", {"html": True}).enable("strikethrough")
    md.use(footnote_plugin, always_match_refs=True)
    md.inline.ruler.before("html_inline", "mdx_comment", mdx_inline)
    notes: dict[str, _Note] = {
        "escape": _note_escape,
        "entity": _note_entity,
        "backticks": _note_code,
        "strikethrough": _note_delimiters,
        "emphasis": _note_delimiters,
        "link": _note_link,
        "image": _note_image,
        "autolink": _note_autolink,
        "html_inline": _note_whole,
        "mdx_comment": _note_whole,
        "footnote_inline": _note_whole,
        "footnote_ref": _note_whole,
    }
    rules = dict(zip(md.inline.ruler.get_active_rules(), md.inline.ruler.getRules(""), strict=True))
    for name, note in notes.items():
        md.inline.ruler.at(name, _traced(rules[name], note))
    # Emphasis is decided only after all rules ran, and its signs are joined with the text around soon after.
    md.inline.ruler2.before("fragments_join", "trace", _settle_delimiters)
    return md


def read_inline(source: str, env: MutableMapping[str, Any]) -> Inline:
    """Parses the inline Markdown of a block.

    Args:
        source: The block's text without indentation and quote marks.
        env: The environment of the document's block parse, which holds its link definitions.
    """
    if not source:
        return Inline((), (), (), prose=False)
    trace = _Trace([])
    env[_TRACE] = trace
    md = _parser()
    md.inline.parse(source, md, env, trace.tokens)
    del env[_TRACE]
    masked = merged(trace.masked)
    shown = [token for token in trace.tokens if not _is_blank(token)]
    around = {"image", "link_open", "link_close", "softbreak", "hardbreak"}
    emphasised = len(shown) > 2 and shown[0].type == "em_open" and shown[-1].type == "em_close"
    return Inline(
        masked=masked,
        identifiers=_identifiers(source, trace.identifiers, masked),
        images=tuple(trace.images),
        emphasised=emphasised and sum(token.level == 0 for token in shown) == 2,
        prose=any(token.type not in around for token in shown),
        entities=tuple(trace.entities),
    )


def _is_blank(token: Token) -> bool:
    """Whether a reader sees nothing of it: blanks and comments."""
    if token.type == "html_inline":
        return token.content.startswith(("<!--", "{/*"))
    return token.type == "text" and not token.content.strip()


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Ranges sorted, without the empty ones, those that touch or overlap as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        elif len(span):
            found.append(span)
    return tuple(found)


def _clipped(spans: Iterable[Span], part: Span) -> tuple[Span, ...]:
    inside = (Span(max(span.start, part.start), min(span.end, part.end)) for span in spans)
    return tuple(span.shifted(-part.start) for span in inside if span.start < span.end)


def _identifiers(source: str, known: list[Span], masked: tuple[Span, ...]) -> tuple[Span, ...]:
    """Code, autolinks and bare URLs, as far as they are shown."""
    urls = [url for url in bare_urls(source) if not any(hole.contains(url) for hole in masked)]
    # A link's target or closing emphasis ends a URL; a lone backslash or underscore in it does not.
    ends = [hole.start for hole in masked if len(hole) > 1]
    cut = [Span(url.start, min([url.end, *(end for end in ends if end > url.start)])) for url in urls]
    return merged([*known, *cut])


def _traced(rule: _Rule, note: _Note) -> _Rule:
    def traced(state: StateInline, silent: bool) -> bool:
        start = state.pos
        taken = rule(state, silent)
        if taken and not silent:
            trace: _Trace = state.env[_TRACE]
            # The alternative text of an image is parsed on its own, into other tokens: none of our business.
            if trace.tokens is state.tokens:
                note(trace, state, start)
        return taken

    return traced


def _note_whole(trace: _Trace, state: StateInline, start: int) -> None:
    trace.masked.append(Span(start, state.pos))


def _note_escape(trace: _Trace, state: StateInline, start: int) -> None:
    token = state.tokens[-1]
    if token.type == "hardbreak" or token.content != token.markup:
        trace.masked.append(Span(start, start + 1))


def _note_entity(trace: _Trace, state: StateInline, start: int) -> None:
    token = state.tokens[-1]
    if token.type == "text_special" and token.info == "entity":
        trace.entities.append(Entity(Span(start, state.pos), token.content))


def _note_code(trace: _Trace, state: StateInline, start: int) -> None:
    if state.pending or state.tokens[-1].type != "code_inline":
        return  # backticks that nothing closes are text
    width = len(state.tokens[-1].markup)
    inside = Span(start + width, state.pos - width)
    content = inside.of(state.src)
    if not content.strip():
        trace.masked.append(Span(start, state.pos))
        return
    code = Span(inside.start + len(content) - len(content.lstrip()), inside.start + len(content.rstrip()))
    trace.masked += [Span(start, code.start), Span(code.end, state.pos)]
    trace.identifiers.append(code)


def _note_delimiters(trace: _Trace, state: StateInline, start: int) -> None:
    end = state.pos
    for token in reversed(state.tokens):
        if end == start:
            break
        trace.delimiters.append((token, Span(end - len(token.content), end)))
        end -= len(token.content)


def _note_link(trace: _Trace, state: StateInline, start: int) -> None:
    label_end = state.md.helpers.parseLinkLabel(state, start, True)
    trace.masked += [Span(start, start + 1), Span(label_end, state.pos)]


def _note_image(trace: _Trace, state: StateInline, start: int) -> None:
    alt = Span(start + 2, start + 2 + len(state.tokens[-1].content))
    trace.masked.append(Span(start, state.pos))
    trace.images.append(Image(Span(start, state.pos), alt))


def _note_autolink(trace: _Trace, state: StateInline, start: int) -> None:
    trace.masked += [Span(start, start + 1), Span(state.pos - 1, state.pos)]
    trace.identifiers.append(Span(start + 1, state.pos - 1))


def _settle_delimiters(state: StateInline) -> None:
    """Masks the emphasis signs that became emphasis: their tokens have lost their text."""
    trace: _Trace = state.env[_TRACE]
    if trace.tokens is state.tokens:
        trace.masked += [span for token, span in trace.delimiters if not token.content]
