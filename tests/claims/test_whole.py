from __future__ import annotations

from factcheck.claims import SentenceSplitter
from tests.claims.articles import split, texts

_ARTICLE = """# Harbour news

The bridge, which opened in 2011, carries 12,000 cars a day. Did it pay? It cost £4m.

| Year | Cars |
|---|---|
| 2012 | 9,000 |
"""


def test_each_sentence_and_row_is_a_claim() -> None:
    found = texts(SentenceSplitter(), _ARTICLE)
    assert found[:2] == ["The bridge, which opened in 2011, carries 12,000 cars a day.", "It cost £4m."]
    assert len(found) == 3
    assert "9,000" in found[2]


def test_headings_and_questions_are_not_checked() -> None:
    unchecked = [claim.text for claim in split(SentenceSplitter(), _ARTICLE) if not claim.checkworthy]
    assert unchecked == ["Harbour news", "Did it pay?"]


def test_the_sentence_before_is_context() -> None:
    claim = next(claim for claim in split(SentenceSplitter(), _ARTICLE) if claim.text == "It cost £4m.")
    assert claim.context == "Harbour news\nDid it pay?"


def test_quantities_are_carried() -> None:
    claims = split(SentenceSplitter(), _ARTICLE)
    carried = [quantity.text for claim in claims for quantity in claim.quantities]
    assert any("12,000" in text for text in carried)
    assert any("£4m" in text for text in carried)
