"""Odds as multiples."""

from __future__ import annotations

from factcheck.api import read_text
from factcheck.claim import QuantityKind
from factcheck.quantities import quantities_in
from factcheck.sentences import sentences


def told(text: str) -> list[tuple[str, QuantityKind, float]]:
    """The quantities of a text, with what they are."""
    document = read_text(text, name="article.md")
    found = [quantities_in(document, sentence).quantities for sentence in sentences(document)]
    return [(q.text, q.kind, q.value) for some in found for q in some]


def test_by_how_many_to_one_is_a_multiple() -> None:
    assert told("Women outnumber men by three to one.") == [("three to one", QuantityKind.MULTIPLE, 3.0)]
    assert told("Goats outnumbered cows by almost two to one.")[0][1:] == (QuantityKind.MULTIPLE, 2.0)


def test_votes_and_other_numbers_stay() -> None:
    assert [kind for _, kind, _ in told("The boys outnumber them by three to two.")] == [QuantityKind.COUNT] * 2
    assert all(kind is not QuantityKind.MULTIPLE for _, kind, _ in told("The board voted by three to one."))
