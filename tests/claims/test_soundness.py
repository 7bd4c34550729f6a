from __future__ import annotations

import pytest

from factcheck.claims.soundness import is_sound


@pytest.mark.parametrize(
    "text", ["the inquiry is due to", "in which the mayor won", "whose owner left", "rose", "a fall of the"]
)
def test_pieces_of_phrases_are_no_claims(text: str) -> None:
    assert not is_sound(text.split())


@pytest.mark.parametrize("text", ["prices rose", "the rain came in .", "they moved on", "before the war it was a mill"])
def test_sentences_are(text: str) -> None:
    assert is_sound(text.split())
