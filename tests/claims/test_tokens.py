from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.tokens import tokenize
from factcheck.document import Span


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("didn't", "did n't"),
        ("won’t", "wo n’t"),
        ("cannot", "can not"),
        ("Orme's plan", "Orme 's plan"),
        ("10.40pm", "10.40 pm"),
        ("€1.24bn", "€ 1.24 bn"),
        ("SKr731m", "SKr 731 m"),
        ("a 31-hour siege", "a 31 - hour siege"),
        ("re-elected", "re-elected"),
        ("4-6 7-6 (9-7)", "4 - 6 7 - 6 ( 9 - 7 )"),
        ("the P12 and CBN-INT-4", "the P12 and CBN-INT-4"),
        ("1,488 people, 17%.", "1,488 people , 17 % ."),
        ("the U.S. in 2023/24", "the U.S. in 2023/24"),
        ("Dr. Voss and O’Brien", "Dr. Voss and O’Brien"),
        ("see www.orme.example.", "see www.orme.example ."),
        ("2.2.1 on the 3rd", "2.2.1 on the 3rd"),
    ],
)
def test_words_are_those_of_the_treebank(text: str, words: str) -> None:
    assert [token.text for token in tokenize(text)] == words.split()


def test_identifier_is_one_word() -> None:
    text = "run sorrel -9 twice"
    assert [token.text for token in tokenize(text, [Span(4, 13)])] == ["run", "sorrel -9", "twice"]


@given(st.text())
def test_words_stand_where_they_say_and_cover_all_letters(text: str) -> None:
    tokens = tokenize(text)
    assert all(token.span.of(text) == token.text for token in tokens)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(tokens))
    covered = {at for token in tokens for at in range(token.span.start, token.span.end)}
    assert all(at in covered for at, char in enumerate(text) if char.isalnum() or char in ",.;:!?()")
