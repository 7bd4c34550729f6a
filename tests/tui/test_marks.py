from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.document import Span
from factcheck.evidence import VerdictLabel
from factcheck.output.windows import flat
from factcheck.review.marks import Mark, marks_of
from factcheck.tui.marks import MarkedText
from tests.tui.examples import checked

SUPPORTED, CONTRADICTED, UNVERIFIED = VerdictLabel

texts = st.text(st.sampled_from("ab 漢\t\n\r\x1b\u0301-") | st.characters(), max_size=60)
widths = st.integers(2, 12)


@st.composite
def marked(draw: st.DrawFn) -> MarkedText:
    text = draw(texts)
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    marks = [
        Mark(Span(a, b), n, draw(st.sampled_from(["", "!", "+"])))
        for n, (a, b) in enumerate(zip(edges[::2], edges[1::2], strict=False))
    ]
    return MarkedText(text, marks)


@given(marked(), widths)
def test_lines_show_everything_but_blanks_once_and_fit(text: MarkedText, width: int) -> None:
    text.wrap(width)
    at = 0
    for line in text.lines:
        assert line.start >= at
        assert not text.text[at : line.start].strip()
        at = line.end
        signs = sum(len(m.sign) for m in text.marks if line.start <= m.span.start < line.end)
        # A character and its sign may need three cells where there are two.
        if len(line) > 1:
            assert cell_len(flat(line.of(text.text))) + signs <= max(width, 3)
    assert not text.text[at:].strip()


@given(marked(), widths)
def test_the_parts_of_a_line_are_the_line_and_lie_in_their_marks(text: MarkedText, width: int) -> None:
    text.wrap(width)
    cuts = [Span(3, 7), Span(5, 9)]
    for number, line in enumerate(text.lines):
        parts = list(text.parts(number, cuts))
        assert "".join(span.of(text.text) for span, _ in parts) == line.of(text.text)
        for span, mark in parts:
            assert mark is None or mark.span.contains(span)
            assert mark is not None or not any(m.span.overlaps(span) for m in text.marks)
            assert all(cut.contains(span) or not cut.overlaps(span) for cut in cuts)


@given(marked(), widths)
def test_a_place_is_on_the_line_that_shows_it(text: MarkedText, width: int) -> None:
    text.wrap(width)
    for number, line in enumerate(text.lines):
        if len(line):
            assert text.line_of(line.start) == text.line_of(line.end - 1) == number


def test_long_words_break_and_short_ones_do_not() -> None:
    text = MarkedText("one abcdefgh two\n\nthree\n")
    text.wrap(5)
    assert [line.of(text.text) for line in text.lines] == ["one", "abcde", "fgh", "two", "", "three"]


def test_where_claims_share_words_the_one_that_needs_the_eye_is_shown() -> None:
    claims = [
        checked("c1", SUPPORTED, Span(0, 30)),
        checked("c2", CONTRADICTED, Span(0, 5), Span(20, 30)),
        checked("c3", UNVERIFIED, Span(25, 40)),
    ]
    assert marks_of(claims, "x" * 40) == [
        Mark(Span(0, 5), 1, "!"),
        Mark(Span(5, 20), 0, "+"),
        Mark(Span(20, 30), 1, "!"),
        Mark(Span(30, 40), 2, "?"),
    ]


def test_a_claim_that_goes_on_after_a_gap_has_one_sign() -> None:
    assert marks_of([checked("c1", SUPPORTED, Span(0, 3), Span(6, 9))], "abc - def") == [
        Mark(Span(0, 3), 0, "+"),
        Mark(Span(6, 9), 0, ""),
    ]


def test_without_claims_there_are_no_marks() -> None:
    assert marks_of([], "text") == []


def test_a_full_stop_alone_gets_no_mark() -> None:
    assert marks_of([checked("c1", SUPPORTED, Span(0, 3), Span(7, 8))], "abc def.") == [Mark(Span(0, 3), 0, "+")]
