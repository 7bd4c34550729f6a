"""A reviewed article as one HTML file: highlights, evidence beside them, charts; works offline, runs nothing foreign.

Whatever comes from outside goes through the template's escaping, and a content security policy lets the page load
nothing and run only its own script, which it names by digest.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby, pairwise

from jinja2 import DictLoader, Environment, StrictUndefined

from factcheck.document import Block, BlockKind, Document, Span
from factcheck.export.facts import Fact, facts_of, lost_facts
from factcheck.export.links import is_web_address
from factcheck.export.reviewed import Reviewed
from factcheck.output.plain import one_line, visible
from factcheck.review.marks import Mark, marks_of
from factcheck.review.vocabulary import STYLES
from factcheck.version import __version__

_HIDDEN = frozenset({BlockKind.FRONT_MATTER, BlockKind.MARKUP})
_TAGS = {
    BlockKind.HEADING: "h3",
    BlockKind.LIST_ITEM: "li",
    BlockKind.TABLE_ROW: "td",
    BlockKind.TABLE_HEADER: "th",
    BlockKind.QUOTE: "blockquote",
    BlockKind.CODE: "pre",
    BlockKind.CAPTION: "figcaption",
}
_SIGNS = tuple(STYLES)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the article: plain, or part of a claim.

    Attributes:
        text: Harmless text.
        fact: The claim, or None.
        sign: To be shown before it, or "" where the claim only goes on.
        is_first: Whether the claim begins here.
    """

    text: str
    fact: Fact | None = None
    sign: str = ""
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the article as the page shows it.

    Attributes:
        tag: Its HTML element.
        cells: Its pieces: of the whole block, or of each cell of a table row.
    """

    tag: str
    cells: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart: how many claims of a group have each sign.

    Attributes:
        name: The group.
        total: Its claims.
        steps: Sign, word, number, and where the step starts and how wide it is, in percent of the longest bar.
    """

    name: str
    total: int
    steps: tuple[tuple[str, str, int, float, float], ...]


def page(reviewed: Reviewed) -> bytes:
    """The page, in UTF-8; the same review gives the same bytes."""
    read = {name: files("factcheck.export").joinpath("pages", name).read_text(encoding="utf-8") for name in _FILES}
    # Strict and autoescaped: a value that is missing, or markup in a value, must never pass.
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, loader=DictLoader(read), trim_blocks=True, lstrip_blocks=True
    )
    environment.tests["web_address"] = is_web_address
    facts, article = facts_of(reviewed), reviewed.article
    style, script = (read[name].strip() for name in ("review.css", "review.js"))
    text = environment.get_template("review.html").render(
        title=one_line(article.meta.title or article.path),
        path=one_line(article.path),
        digest=article.sha256,
        version=__version__,
        style=style,
        script=script,
        policy=_policy(style, script),
        styles=STYLES,
        facts=facts,
        lost=lost_facts(reviewed),
        tables=_tables(_parts(article, marks_of(reviewed.report.claims, article.text), facts)),
        verdicts=Counter(fact.sign for fact in facts),
        decisions=sorted(Counter(fact.decision.partition(" (")[0] for fact in facts if fact.reviewer).items()),
        charts=(
            ("Verdicts by section", _bars(facts, [fact.section or "(no heading)" for fact in facts])),
            ("Verdicts by kind", _bars(facts, [fact.kind for fact in facts])),
        ),
        references=[_reference(reviewed, number) for number in range(len(reviewed.report.references))],
        errors=[f"{one_line(error.path)}: {one_line(error.message)}" for error in reviewed.report.errors],
    )
    return text.encode()


_FILES = ("review.html", "review.css", "review.js")


def _policy(style: str, script: str) -> str:
    """What the page may do: show itself."""
    rules = {"style-src": style, "script-src": script}
    allowed = "; ".join(f"{name} '{_digest(content)}'" for name, content in rules.items())
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _reference(reviewed: Reviewed, number: int) -> dict[str, str]:
    reference = reviewed.report.references[number]
    meta = reference.document.meta
    return {
        "id": one_line(reference.id),
        "about": ", ".join(one_line(word) for word in (meta.title, meta.source, meta.rank) if word),
        "date": meta.date.isoformat() if meta.date else "",
        "url": meta.url,
        "path": one_line(reference.document.path),
        "digest": reference.document.sha256,
    }


# The article


def _parts(document: Document, marks: Sequence[Mark], facts: Sequence[Fact]) -> Iterator[Part]:
    begun: set[int] = set()
    for block in document.blocks:
        if block.kind in _HIDDEN:
            continue
        tag = _TAGS.get(block.kind, "p")
        spans = [cell.span for cell in block.cells] if tag in ("td", "th") and block.cells else [block.span]
        cells = []
        for span in spans:
            pieces = []
            for mark, words in _pieces(document.text, block, span, marks):
                if mark is None:
                    pieces.append(Piece(visible(words)))
                else:
                    is_first = mark.claim not in begun
                    begun.add(mark.claim)
                    pieces.append(Piece(visible(words), facts[mark.claim], mark.sign, is_first))
            cells.append(tuple(pieces))
        yield Part(tag, tuple(cells))


def _tables(parts: Iterable[Part]) -> list[tuple[str, list[Part]]]:
    """The parts in runs that share an element around them: rows a table, items a list, all else none."""
    around = {"td": "table", "th": "table", "li": "ul"}
    return [(name, list(run)) for name, run in groupby(parts, key=lambda part: around.get(part.tag, ""))]


def _pieces(text: str, block: Block, span: Span, marks: Sequence[Mark]) -> Iterator[tuple[Mark | None, str]]:
    """A range of a block without its markup, cut where marks begin and end."""
    near = [mark for mark in marks if mark.span.overlaps(span)]
    edges = {span.start, span.end}
    for mark in near:
        edges |= {edge for edge in (mark.span.start, mark.span.end) if span.start < edge < span.end}
    for start, end in pairwise(sorted(edges)):
        here = Span(start, end)
        words, _ = block.shown(text, here)
        if words:
            yield next((mark for mark in near if mark.span.contains(here)), None), words


# Charts


def _bars(facts: Sequence[Fact], groups: Sequence[str]) -> list[Bar]:
    """A bar for each group, in order of first appearance."""
    counted: dict[str, Counter[str]] = {}
    words = {fact.sign: fact.verdict for fact in facts}
    for fact, group in zip(facts, groups, strict=True):
        counted.setdefault(group, Counter())[fact.sign] += 1
    longest = max((counts.total() for counts in counted.values()), default=1)
    bars = []
    for name, counts in counted.items():
        steps, at = [], 0.0
        for sign in _SIGNS:
            if counts[sign]:
                width = 100 * counts[sign] / longest
                steps.append((sign, words[sign], counts[sign], round(at, 2), round(width, 2)))
                at += width
        bars.append(Bar(name, counts.total(), tuple(steps)))
    return bars
