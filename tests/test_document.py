from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document import Document, Metadata, Reference, Span

TEXTS = st.text(st.sampled_from("ab\n\ré😀\u2028"), max_size=40)


def document(text: str) -> Document:
    return Document("a.md", text, (), Metadata(), "")


@given(TEXTS, st.data())
def test_line_and_column_lead_back_to_the_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    line, column = document(text).line_column(offset)
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    assert starts[line - 1] + column - 1 == offset
    assert line == len(starts) or offset < starts[line]


@given(TEXTS)
def test_line_text_is_the_line_without_its_ending(text: str) -> None:
    doc = document(text)
    expected = re.split(r"\r\n|\r|\n", text)
    assert [doc.line_text(line) for line in range(1, len(expected) + 1)] == expected


@pytest.mark.parametrize(
    ("a", "b", "overlaps", "contains"),
    [
        (Span(0, 4), Span(1, 4), True, True),
        (Span(0, 4), Span(4, 5), False, False),
        (Span(0, 4), Span(3, 5), True, False),
        (Span(2, 4), Span(4, 4), False, True),
    ],
)
def test_spans(a: Span, b: Span, overlaps: bool, contains: bool) -> None:
    assert a.overlaps(b) == b.overlaps(a) == overlaps
    assert a.contains(b) == contains


def test_place_of_a_record_in_its_file() -> None:
    file_text = r'{"text": "a\nb"}'
    reference = Reference("r", document("a\nb"), origin=(10, 11, 13, 14), file_text=file_text)
    assert reference.in_file(Span(0, 2)) == (Span(10, 13), r"a\n")
    assert Reference("r", document("a\nb")).in_file(Span(0, 2)) == (Span(0, 2), "a\n")
