from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document import BlockKind, Document, Span
from factcheck.errors import InputError
from factcheck.readers.article import parse_document, read_document
from factcheck.readers.references import read_references
from factcheck.sentences import sentences
from factcheck.suppressions.comments import comments

PAGE = """\
<!doctype html>
<html><head><meta charset=utf-8><title>Trips rise | Coast Daily</title>
<meta property="og:site_name" content="Coast Daily"><meta property="article:published_time" content="2024-04-02T08:00Z">
<link rel=canonical href="https://coast.example/trips"><script>var x = "<p>99 dolphins</p>";</script>
<style>p { width: 77px }</style></head>
<body><header><nav><a href="/">Home 7</a></nav><p>Weather: 12 degrees</p></header>
<main><h1>Trips rise &amp; fall</h1>
<p class=lead>Trips rose <b>12&nbsp;percent</b>
  in <a href="https://x.example/99">March</a>.<br>The harbour has 45 ferries<sup><a href="#n1">1</a></sup>.
<!-- factcheck-ignore N101 "Oslo": known -->
<p>A ticket costs &euro;3<span hidden>, or 44</span>. It carried 10<sup>6</sup>
<ul><li>Five crews<li>Two docks</ul><blockquote>We grew, said Ann.</blockquote><pre>code 5</pre>
<h2>Size</h2><p>See <code>x=5</code> at https://e.example/?a=1&amp;b=2.</p><aside><p>Founded in 1950.</aside>
</main><footer>Copyright 2024</footer></body></html>
"""


def page(html: str, name: str = "a.html") -> Document:
    return parse_document(name, html.encode())


def said(document: Document) -> list[str]:
    return [sentence.text for sentence in sentences(document)]


def test_what_a_visitor_reads_is_read_and_nothing_else() -> None:
    assert said(page(PAGE)) == [
        "Trips rise & fall",
        "Trips rose 12\xa0percent in March.",
        "The harbour has 45 ferries.",
        "A ticket costs €3.",
        "It carried 10⁶",
        "Five crews",
        "Two docks",
        "We grew, said Ann.",
        "Size",
        "See x=5 at https://e.example/?a=1&b=2.",
        "Founded in 1950.",
    ]


def test_places_are_those_of_the_file() -> None:
    document = page(PAGE)
    tickets = next(sentence for sentence in sentences(document) if "ticket" in sentence.text)
    place = tickets.to_file(Span(tickets.text.index("€3"), tickets.text.index("€3") + 2))
    assert place.of(PAGE) == "&euro;3"
    assert document.line_column(place.start) == (11, 19)
    names = [s.text[n.start : n.end] for s in sentences(document) for n in s.identifiers]
    assert names == ["x=5", "https://e.example/?a=1&b=2"]


def test_headings_and_kinds_are_known() -> None:
    document = page(PAGE)
    kinds = [block.kind for block in document.blocks]
    assert kinds.count(BlockKind.HEADING) == 2
    assert kinds.count(BlockKind.LIST_ITEM) == 2
    assert {BlockKind.QUOTE, BlockKind.CODE} <= set(kinds)
    last = document.blocks[-1]
    assert last.section is not None
    assert document.blocks[last.section].prose(document.text) == "Size"


def test_a_suppression_may_stand_between_blocks_or_within_one() -> None:
    found = list(comments(page(PAGE.replace("45 ferries", "45 <!-- factcheck-ignore N102: told --> ferries"))))
    assert [comment.content.split(":")[0].strip() for comment in found] == [
        "factcheck-ignore N102",
        'factcheck-ignore N101 "Oslo"',
    ]


def test_a_page_says_what_it_is() -> None:
    meta = page(PAGE).meta
    assert (meta.title, meta.source, meta.date) == ("Trips rise & fall", "Coast Daily", date(2024, 4, 2))
    assert meta.url == "https://coast.example/trips"


@pytest.mark.parametrize(
    ("head", "title", "day"),
    [
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "S"}, {"@type": "NewsArticle",'
            '"headline": "Linked", "datePublished": "2024-02-03", "publisher": {"name": "P"}}]}</script>',
            "Linked",
            date(2024, 2, 3),
        ),
        ('<script type="application/ld+json">{"@type": [1, {</script><title>Own</title>', "Own", None),
        ('<script type="application/ld+json">' + '{"@graph":[' * 9999 + "</script><title>Own</title>", "Own", None),
        (
            '<meta name=date content="2024-13-45"><meta name=DC.date content="2024-05-06"><title>T',
            "T",
            date(2024, 5, 6),
        ),
        ('<title>T</title><meta property="og:title" content="Shared">', "Shared", None),
    ],
)
def test_title_and_date_come_from_the_head_whatever_is_broken_in_it(head: str, title: str, day: date | None) -> None:
    meta = page(f"<head>{head}</title></head><body><p>Built in 1950.</p>").meta
    assert (meta.title, meta.date) == (title, day)


def test_front_matter_comes_first() -> None:
    document = page("---\r\ntitle: Mine\r\n---\r\n<title>Page</title><h1>Head</h1><p>Five\r\nboats.</p>")
    assert document.meta.title == "Mine"
    assert said(document) == ["Head", "Five boats."]
    assert document.line_column(sentences(document)[1].span.start) == (4, 36)


def table(html: str) -> list[tuple[list[tuple[str, str]], list[str]]]:
    document = page(html)
    rows = [block for block in document.blocks if block.kind is BlockKind.TABLE_ROW]
    return [
        ([(cell.header, block.prose(document.text, cell.span)) for cell in block.cells], [x.text for x in block.labels])
        for block in rows
    ]


@pytest.mark.parametrize(
    "head",
    [
        "<thead><tr><th rowspan=2>Route<th colspan=2>Trips<tr><th>2022<th>2023</thead>",
        "<tr><th>Route</th><th>Trips 2022</th><th>Trips 2023</th></tr>",
        "<tr><td><b>Route</b></td><td>Trips 2022<td>Trips 2023",
    ],
)
def test_the_cells_of_a_table_have_the_headers_above_them(head: str) -> None:
    rows = table(f"<table>{head}<tr><td>Inner<td>2.5<td>2.8<!-- x --></tr><tr><td>Outer<td><td>1.8</table>")
    names = ("Route", "Trips 2022", "Trips 2023")
    assert rows == [
        (list(zip(names, ("Inner", "2.5", "2.8"), strict=True)), ["Inner"]),
        (list(zip(names, ("Outer", "", "1.8"), strict=True)), ["Outer"]),
    ]


def test_a_cell_over_several_rows_is_the_label_of_each() -> None:
    rows = table("<table><tr><th>Town<th>mm<tr><td rowspan=2>Odde<td>3<tr><td>5</table>")
    assert rows == [([("Town", "Odde"), ("mm", "3")], ["Odde"]), ([("Town", ""), ("mm", "5")], ["Odde"])]


def test_a_caption_names_its_table() -> None:
    document = page("<table><caption>Trips (million)</caption><tr><th>Route<th>2023<tr><td>Inner<td>2.8</table>")
    row = document.blocks[-1]
    assert row.table is not None
    assert row.table.title == "Trips (million)"


def test_tables_that_place_text_are_no_tables() -> None:
    document = page("<table><tr><td><h2>News</h2><p>Six boats sank.<td>Side</table>")
    assert [block.kind for block in document.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


def test_a_page_is_read_as_its_encoding_says_unless_it_is_utf_8(tmp_path: Path) -> None:
    old = tmp_path / "old.html"
    old.write_bytes("<meta charset=iso-8859-1><p>Café: €5.</p>".encode("cp1252"))
    assert said(read_document(str(old))) == ["Café: €5."]
    old.write_bytes("<meta charset=iso-8859-1><p>Café: €5.</p>".encode())
    assert said(read_document(str(old))) == ["Café: €5."]
    old.write_bytes("<meta charset=iso-8859-99><p>Café.</p>".encode("cp1252"))
    with pytest.raises(InputError, match=r"not valid UTF-8 at byte 33 \(line 1\)"):
        read_document(str(old))


def test_pages_are_found_among_references(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text(PAGE)
    (tmp_path / "empty.htm").write_text("<script>1</script>")
    references, errors = read_references([str(tmp_path)])
    assert [(reference.id, reference.document.meta.title) for reference in references] == [
        ("report", "Trips rise & fall")
    ]
    assert [error.message for error in errors] == ["has no text that a reader of the page would see"]


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<p " + " ".join(f"a{i}" for i in range(10_001)) + ">x", "line 1: a tag has more than 10,000 attributes"),
        ("x" * 5_000_001, "too long for a page of HTML"),
        ("<!-- 5 boats", "has no text"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(html: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        page(html)


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 20_000 + "Six boats",
        "<p><b><i>" * 1_000 + "Six boats",
        f"<p title='{'x ' * 200_000}'>Six boats",
        "<table><tr><td>" * 500 + "Six boats",
        "<table><tr><td colspan=99999999999 rowspan=65534>Six boats<td>&nbsp;" + "<tr><td>" * 200 + "</table>",
        "</></p><?php ?><![CDATA[ no ]]>Six</> boats",
    ],
)
def test_broken_pages_are_read(html: str) -> None:
    assert "".join(said(page(html))).startswith("Six boats")


PIECES = [
    "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<table>", "<tr>", "<td>", "<th>", "</table>", "<li>",
    "<h1>",
    "</h1>", "<main>", "</main>", "<sup>", "</sup>", "<script>", "</script>", "<!--", "-->", "&amp;", "&nbsp;", "&#27;",
    "&notin", "<br>", "</>", "<?", "<", "&", "12 boats. ", "She left. ", "\r\n", "\r", "é", "𝒳", "<a href='https://e.example/9'>",
    "</a>", "<svg>", "</svg>", "<textarea>", "<title>", "<td colspan=2 rowspan=3>", "<form>", "<select><option>",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_every_character_shown_stands_at_its_place(html: str) -> None:
    try:
        document = page(html + "<p>End")
    except InputError:
        return
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end
        end = block.span.end
        assert all(block.span.contains(cell.span) for cell in block.cells)
    replaced = {e.span.start: e.text for block in document.blocks for e in block.entities}
    for sentence in sentences(document):
        for char, at in zip(sentence.text, sentence.offsets, strict=True):
            assert char == document.text[at] or char in replaced.get(at, "") or char == " "
        assert not any(char.isspace() is False and not char.isprintable() for char in sentence.text)
