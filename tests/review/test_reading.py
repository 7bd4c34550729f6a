from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.document import Document, Span
from factcheck.readers import parse_document
from factcheck.review.paragraphs import Paragraphs
from factcheck.review.reading import Reading, shown_at

PAGE = """<html><head><title>Ferries</title><style>p {}</style></head><body><article>
<h1>Ferry <i>traffic</i></h1>
<p class="x">Trips rose <b>12&nbsp;percent</b> to
   <a href="/p?x=90">4.6&nbsp;million</a>.</p>
<ul><li>One &amp; two.</li><li>Three.</li></ul>
<table><caption>Cars</caption><tr><th>Ferry</th><th>Cars</th></tr><tr><td>Alma</td><td>90</td></tr></table>
</article></body></html>
"""
SEEN = """Ferry traffic

Trips rose 12 percent to 4.6 million.

- One & two.
- Three.

Cars

Ferry | Cars
Alma | 90"""


def page(text: str = PAGE) -> Document:
    return parse_document("ferries.html", text.encode())


def test_a_page_reads_as_in_a_browser() -> None:
    assert Reading(page()).document.text == SEEN


def test_any_other_file_reads_as_it_is() -> None:
    for name in ("a.md", "a.txt"):
        document = parse_document(name, b"# Head\n\nTrips *rose*.\n")
        assert Reading(document).document.text == document.text


def test_places_lead_there_and_back() -> None:
    document = page()
    reading = Reading(document)
    start = document.text.index("12&nbsp;percent")
    shown = reading.place(Span(start, start + len("12&nbsp;percent")))
    assert shown.of(reading.document.text) == "12 percent"
    assert reading.origin(shown).of(document.text) == "12&nbsp;percent"
    markup = document.text.index("<style>")
    assert not reading.place(Span(markup, markup + 7))


@given(st.text(alphabet="ab <&;>p/\n1é", max_size=60), st.data())
def test_every_shown_range_stands_in_the_file_where_it_is_said_to(words: str, data: st.DataObject) -> None:
    document = page(f"<p>first</p><p>{words}</p>")
    reading = Reading(document)
    text = reading.document.text
    at = data.draw(st.integers(0, len(text) - 1))
    origin = reading.origin(Span(at, at + 1))
    assert 0 <= origin.start < origin.end <= len(document.text)
    assert reading.place(origin).start <= at
    for block in reading.document.blocks:
        assert block.span.of(text).strip() == block.span.of(text)


def test_a_quotation_is_on_one_line_and_as_the_reader_of_the_page_sees_it() -> None:
    document = page()
    first, last = document.text.index("Trips"), document.text.index("</p>")
    shown = shown_at(document, Span(first, last))
    assert shown.text == "Trips rose 12 percent to 4.6 million."
    assert shown.text == document.prose(Span(first, last))
    million = document.text.index("4.6")
    assert shown.place(Span(million, million + 16)).of(shown.text) == "4.6 million"


def test_paragraphs_are_counted_without_headings_and_tables() -> None:
    document = page()
    paragraphs = Paragraphs(document)
    places = [document.text.index(words) for words in ("Ferry", "million", "Three", "Alma", "Trips")]
    assert [paragraphs.at(place) for place in places] == [None, 1, 3, None, 1]
    assert paragraphs.names(places) == ["heading", "table row", "para 1", "3"]
    assert paragraphs.names([]) == []
