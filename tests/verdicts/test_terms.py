"""Names and codes in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.api import read_text
from factcheck.document import Reference
from factcheck.verdicts.terms import Vocabulary, lacks, missing_words, terms, without_links


def vocabulary(*texts: str) -> Vocabulary:
    """The words of some references."""
    return Vocabulary([Reference(f"r{i}", read_text(text, name="r.md")) for i, text in enumerate(texts)])


def found(text: str, *references: str) -> list[str]:
    """The terms of a text as written."""
    return [term.text for term in terms(text, vocabulary(*references))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The project was started by Odile Marchetti at a fair in Lund.", ["Odile Marchetti", "Lund"]),
        ("The Royal Society of Norland and Jan van der Meer.", ["Royal Society of Norland", "Jan van der Meer"]),
        ("Sir R. A. Holt's paper is known.", ["Sir R. A. Holt"]),
        ("This needs a C++17 compiler and Python 3.8+.", ["C++17", "Python", "3.8+"]),
        ("Pictures of 64x64 points, in volume 190:231-259.", ["64x64", "190:231-259"]),
        ("It is at https://lab.example/V2/Data.zip or on StatLib.", ["StatLib"]),
        ("Mr and Mrs came. What is True?", []),
        ("He was given the Queen's Service Medal.", ["Queen's Service Medal"]),
        ("Ask the US-based group.", ["US-based"]),
    ],
)  # fmt: skip
def test_names_and_codes_are_found_with_their_words(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_what_opens_a_sentence_is_a_name_only_if_more_speaks_for_it() -> None:
    assert found("Bridges were built. Hartung built them.") == []
    assert found("Bridges were built. Hartung Brothers built them.") == ["Hartung Brothers"]
    assert found("StatLib has them.") == ["StatLib"]
    assert found("Add DEBUG logs.") == ["DEBUG"]
    assert found("Old Hartung built them.", "The old firm Hartung built bridges.") == ["Hartung"]


def test_numbers_that_are_judged_as_quantities_are_no_codes() -> None:
    assert [term.text for term in terms("It has 4,177 rows and 8x8 cells.", vocabulary(), ["4,177 rows"])] == ["8x8"]


def test_a_reference_has_a_name_in_any_form_and_a_code_as_a_whole() -> None:
    words = vocabulary("The Kesslers of Leipzig built it with C++17 on Python 3.11, in blocks of 4 by 4; IDs are kept.")
    known = {
        text: words.has(term)
        for text in ("the Kessler firm", "for Leipzig's sake", "C++17", "C++1", "a 3.11", "a 3.1", "4x4", "an ID")
        for term in terms(text, words)
    }  # fmt: skip
    assert known == {
        "the Kessler firm": True, "for Leipzig's sake": True, "C++17": True, "C++1": False, "a 3.11": True,
        "a 3.1": False, "4x4": True, "an ID": True,
    }  # fmt: skip
    (release,) = terms("since 2.14", vocabulary("2.14.3 came in May."))
    assert vocabulary("2.14.3 came in May.").has(release)
    (dresden,) = terms("in Dresden", words)
    assert not words.has(dresden)


def test_what_a_text_lacks_of_a_name() -> None:
    words = vocabulary()
    (term,) = terms("by Daniel Liu", words)
    assert missing_words("Davies Liu came.", term) == ["daniel"]
    assert lacks("Davies Liu came.", term)
    assert not lacks("Liu, Daniel", term)
    (medal,) = terms("the Queen's Medal", words)
    assert not lacks("Queen's Medal: nobody.", medal)
    (code,) = terms("with 2.0.0", words)
    assert lacks("from 2.0.0.1 on", code)
    assert not lacks("from 2.0.0 on.", code)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was obtained from StatLib: https://lab.example/a/b.zip.", "It was obtained from StatLib."),
        ("The `table <https://a.example/x.html#y>`_ has it.", "The `table has it."),
        ("See (www.a.example/b) now.", "See now."),
        ("No address: none.", "No address: none."),
    ],
)
def test_addresses_are_left_out(text: str, expected: str) -> None:
    assert without_links(text) == expected


@given(st.text(max_size=80))
def test_terms_stand_where_they_say_and_never_overlap_within_a_sort(text: str) -> None:
    for term in terms(text, vocabulary("Some words")):
        assert term.text
        assert term.span.of(text) == term.text


def test_joined_numbers_may_stand_apart_in_a_reference() -> None:
    words = vocabulary("Volume 190, pages 231 to 259, of squares of 30 m by 30 m.")
    known = {term.text: words.has(term) for term in terms("In 190:231-259 and 190:213-259, 30×30m.", words)}
    assert known == {"190:231-259": True, "190:213-259": False, "30×30m": True}


def test_a_power_is_no_code() -> None:
    assert found("It is perimeter^2 over area.") == []
