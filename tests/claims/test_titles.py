from __future__ import annotations

from itertools import pairwise

import pytest

from factcheck.claims.titles import with_titles
from factcheck.claims.tokens import tokenize


def words(text: str) -> list[str]:
    return [token.text for token in with_titles(tokenize(text), text)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('She sang "Salt and Sand" twice.', '"Salt and Sand"'),
        ("She sang “Salt and Sand” twice.", "“Salt and Sand”"),
        ('Its hits are "One Road," "The Ferry," and "Tull."', '"One Road"'),
        ('It is called "22 July" here.', '"22 July"'),
    ],
)
def test_title_is_one_word(text: str, title: str) -> None:
    assert title in words(text)


def test_marks_within_the_quotation_follow_the_title() -> None:
    assert words('Its hits are "One Road," and "Tull."')[3:] == ['"One Road"', ",", "and", '"Tull"', "."]


@pytest.mark.parametrize(
    "text",
    [
        '"Never," said Orme.',
        'Orme called it "a reckless plan".',
        'He wrote: "Resign."',
        'The mayor said: "Go Home."',
        'It was "so cold that the Tull froze" in May.',
        'A lone " mark stays.',
    ],
)
def test_speech_and_terms_are_left_alone(text: str) -> None:
    assert words(text) == [token.text for token in tokenize(text)]


def test_places_are_those_of_the_text() -> None:
    text = 'Its hits are "One Road," and "Tull."'
    for token in with_titles(tokenize(text), text):
        assert token.span.of(text) == token.text.removesuffix('"') or token.span.of(text) == token.text
    spans = [token.span for token in with_titles(tokenize(text), text)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
