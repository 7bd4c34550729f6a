"""The elements of a page as far as reading needs them: which text stands in what, and which is not shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import turbohtml

from factcheck.document import BlockKind

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_KINDS = {
    **dict.fromkeys(_HEADINGS, BlockKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("caption", "figcaption"), BlockKind.CAPTION),
    **dict.fromkeys(("pre", "listing", "xmp"), BlockKind.CODE),
    "blockquote": BlockKind.QUOTE,
}
_BLOCKS = frozenset({
    *_KINDS, "address", "article", "aside", "body", "center", "details", "dialog", "div", "dl", "fieldset", "figure",
    "footer", "form", "header", "hgroup", "hr", "html", "legend", "main", "menu", "nav", "ol", "p", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip
_UNREAD = frozenset({
    "audio", "button", "canvas", "datalist", "dialog", "head", "iframe", "math", "nav", "noembed", "noframes",
    "noscript", "object", "optgroup", "option", "rp", "rt", "script", "select", "style", "svg", "template", "textarea",
    "title", "video",
})  # fmt: skip
_FURNITURE = frozenset({"header", "footer", "aside"})
"""Of the page where they stand outside its article, else part of it."""
_ROLES = frozenset({
    "alertdialog", "banner", "contentinfo", "dialog", "menu", "menubar", "navigation", "search", "toolbar",
})  # fmt: skip
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_NAMES = frozenset({"code", "kbd", "samp", "tt", "var"})
_MOST_SPANNED = 64


@dataclass(eq=False, repr=False, slots=True)
class Element:
    """An element and what its ancestors say of it.

    Attributes:
        tag: Its name.
        parent: What it stands in; None for the page.
        start: Where its content starts in the file.
        block: The nearest element that makes a block of its own, or itself.
        kind: What its text is.
        unread: Whether its text is hidden or belongs to the page and not to what the page tells.
        in_article: Whether it stands in `article` or `main`.
        in_main: Whether it stands in `main`.
        is_name: Whether its text is code.
        is_raised: Whether its text is superscript.
        table: The nearest table.
        row: The nearest row.
        cell: The nearest cell.
    """

    tag: str
    parent: Element | None = None
    start: int = 0
    block: Element = field(init=False)
    kind: BlockKind = BlockKind.PARAGRAPH
    unread: bool = False
    in_article: bool = False
    in_main: bool = False
    is_name: bool = False
    is_raised: bool = False
    table: Element | None = None
    row: Element | None = None
    cell: Element | None = None
    cells: list[Element] = field(default_factory=list)
    """Of a row."""
    columns: int = 0
    """Of a table: the most cells of a row."""
    is_layout: bool = False
    """Of a table: it places text on the page, and holds no data."""
    spans: tuple[int, int] = (1, 1)
    """Of a cell: how many columns and rows it spans."""

    def __post_init__(self) -> None:
        self.block = self if self.parent is None or self.tag in _BLOCKS else self.parent.block

    @property
    def level(self) -> int:
        """A heading's level; 0 for anything else."""
        return _HEADINGS.get(self.block.tag, 0)

    @property
    def data_row(self) -> Element | None:
        """The row of data that its text belongs to."""
        if self.table is None or self.row is None or self.cell is None:
            return None
        return None if self.table.is_layout or self.table.columns < 2 else self.row


def changes(page: turbohtml.Document) -> Iterator[tuple[int, Element, Element]]:
    """Where the text of another element begins: its offset, the element from there on, whose tag that is.

    Args:
        page: Parsed with `source_locations`.
    """
    # A stack, since elements may be nested as deeply as a file is long.
    todo: list[tuple[turbohtml.Node, Element]] = [(page, Element("#page"))]
    while todo:
        node, element = todo.pop()
        location = node.source_location
        if location is not None and element.parent is not None:
            is_void = element.tag in _VOID
            element.start = location.start_tag.end_offset
            yield element.start, element.parent if is_void else element, element
            if location.end_tag is not None:
                yield location.end_tag.end_offset, element.parent, element
        inside = [child for child in node.children if isinstance(child, turbohtml.Element)]
        made = [(child, _within(element, child)) for child in inside]
        todo += reversed(made)


def _within(parent: Element, node: turbohtml.Element) -> Element:
    tag = node.tag
    attrs = node.attrs
    role = str(attrs.get("role") or "").strip().lower()
    article = parent.in_article or tag in ("article", "main") or role in ("article", "main")
    element = Element(
        tag,
        parent,
        kind=parent.kind if tag in ("p", "div") or tag not in _BLOCKS else _KINDS.get(tag, BlockKind.PARAGRAPH),
        unread=parent.unread or tag in _UNREAD or role in _ROLES or _is_hidden(attrs),
        in_article=article,
        in_main=parent.in_main or tag == "main" or role == "main",
        is_name=parent.is_name or tag in _NAMES,
        is_raised=parent.is_raised or tag == "sup",
        table=parent.table,
        row=parent.row,
        cell=parent.cell,
    )
    if not element.unread:
        element.unread = (tag in _FURNITURE and not article) or _is_note_mark(node)
    _place_in_table(element, attrs, role)
    return element


def _place_in_table(element: Element, attrs: Mapping[str, object], role: str) -> None:
    outer = element.table
    if element.tag == "table" or (element.level and element.block is element):
        while outer is not None and not outer.is_layout:  # what holds tables or headings places them
            outer.is_layout = True
            outer = outer.parent.table if outer.parent else None
    if element.tag == "table":
        element.table, element.row, element.cell = element, None, None
        element.is_layout = role in ("presentation", "none")
    elif element.tag == "tr":
        element.row, element.cell = element, None
    elif element.tag in ("td", "th") and element.row is not None and element.table is not None:
        element.cell = element
        element.spans = _number(attrs.get("colspan")), _number(attrs.get("rowspan"))
        element.row.cells.append(element)
        element.table.columns = max(element.table.columns, len(element.row.cells))


def _number(value: object) -> int:
    text = str(value or "")
    return min(int(text), _MOST_SPANNED) if text.isascii() and text.isdigit() and len(text) < 6 and int(text) else 1


def _is_hidden(attrs: Mapping[str, object]) -> bool:
    if not attrs:
        return False
    if "hidden" in attrs or str(attrs.get("aria-hidden") or "").lower() == "true":
        return True
    return bool(_HIDING.search(str(attrs.get("style") or "")))


def _is_note_mark(node: turbohtml.Element) -> bool:
    """Whether it is the mark of a footnote: a raised link, or a link of which all is raised."""
    if node.tag != "sup":
        return False
    if any(isinstance(child, turbohtml.Element) and child.tag == "a" for child in node.children):
        return True
    around = node.parent
    return isinstance(around, turbohtml.Element) and around.tag == "a" and len(around.children) == 1
