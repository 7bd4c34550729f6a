from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claim import Claim
from factcheck.document import Span
from factcheck.evidence import Snippet
from factcheck.quantities import find_quantities
from factcheck.verdicts.explanation import Missing, highlights, is_same_word, missing, most_telling


def claim(text: str) -> Claim:
    return Claim("c1", text, (Span(0, len(text)),), Span(0, len(text)))


def shown(text: str, source: str) -> list[str]:
    return [span.of(source) for span in highlights(claim(text), source, Span(0, len(source)))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("killed", "killing"),
        ("rise", "rose"),
        ("stopped", "stop"),
        ("announced", "announcement"),
        ("city", "cities"),
        ("report", "reporters"),
        ("operate", "operation"),
    ],
)
def test_forms_of_one_word_are_known(one: str, other: str) -> None:
    assert is_same_word(one, other)
    assert is_same_word(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("station", "status"), ("contract", "contrast"), ("car", "carpet"), ("port", "report")]
)
def test_other_words_are_not(one: str, other: str) -> None:
    assert not is_same_word(one, other)


def test_the_words_that_a_passage_shares_with_the_claim_are_shown() -> None:
    source = "On Monday the council's planners stopped the new bridge over the Orla, officials said."
    assert shown("The council will stop the bridge.", source) == ["council", "stopped", "bridge"]


def test_neighbouring_words_are_shown_as_one() -> None:
    assert shown("The mayor of Orla resigned.", "Yesterday the mayor of Orla resigned.") == ["mayor of Orla resigned"]


def test_names_and_words_that_no_passage_has_are_missing() -> None:
    read = [
        Snippet(0, Span(0, 0), "The ferry was sold in spring.", "Annual report, Port of Orla"),
        Snippet(1, Span(0, 0), "The buyer paid nine million."),
    ]
    assert missing(claim("Lena Ostrau sold the ferry at a secret auction."), read) == Missing(
        ("Lena Ostrau",), ("secret auction",)
    )


def test_a_name_is_told_from_the_words_beside_it() -> None:
    read = [Snippet(0, Span(0, 0), "Orla lies by the sea.")]
    assert missing(claim("Orla is a small harbour in North Vendel."), read) == Missing(
        ("North Vendel",), ("small harbour",)
    )


def test_titles_count_as_told() -> None:
    read = [Snippet(0, Span(0, 0), "The ferry was sold.", "Annual report, Port of Orla")]
    assert missing(claim("The Port of Orla sold the ferry."), read) == Missing((), ())


@given(st.text(max_size=80), st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_highlights_lie_in_order_inside_the_passage(text: str, source: str, start: int, end: int) -> None:
    span = Span(min(start, end, len(source)), min(max(start, end), len(source)))
    found = highlights(claim(text), source, span)
    assert all(span.contains(one) and len(one) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_of_sentences_read_together_the_one_that_speaks_of_the_claim_is_shown() -> None:
    texts = ["The contract with the builder was signed in May.", "The state pays for it.", "Work starts soon."]
    sentences = [Snippet(0, Span(0, len(text)), text, "", find_quantities(text).quantities) for text in texts]
    said = claim("The state signed the contract with its builder.")
    assert most_telling(said, sentences, sentences[1]) is sentences[0]
    assert most_telling(claim("The state pays the builder."), sentences, sentences[1]) is sentences[1]
