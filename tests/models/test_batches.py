from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.models.batches import TOKENS_PER_BATCH, batches, padded, padded_length


@given(st.lists(st.integers(1, 600), max_size=200))
def test_every_text_once_among_texts_of_its_padded_length(lengths: list[int]) -> None:
    made = list(batches(lengths))
    assert sorted(i for members in made for i in members) == list(range(len(lengths)))
    for members in made:
        widths = {padded_length(lengths[i]) for i in members}
        assert len(widths) == 1
        assert len(members) == 1 or len(members) * widths.pop() <= TOKENS_PER_BATCH


def test_padding_is_masked() -> None:
    ids, mask = padded([[5, 6, 7], [8]], fill=1)
    assert ids.shape == mask.shape == (2, padded_length(3))
    assert ids[1].tolist() == [8, 1, 1, 1, 1, 1, 1, 1]
    assert mask.sum(1).tolist() == [3, 1]
