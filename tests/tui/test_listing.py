from __future__ import annotations

from factcheck.tui.listing import Listing


def listing(rows: list[int], current: int | None) -> Listing:
    made = Listing()
    made.current = current
    made.show(rows)
    return made


def test_a_filter_keeps_the_selected_claim_or_goes_to_the_next_one_after_it() -> None:
    assert listing([1, 3, 5], 3).current == 3
    assert listing([1, 3, 5], 2).current == 3
    assert listing([1, 3], 9).current == 1
    assert listing([], 2).current is None


def test_next_goes_round_and_comes_to_the_selected_one_last() -> None:
    made = listing([0, 1, 2], 1)
    assert made.next(lambda index: index == 0)
    assert made.current == 0
    assert made.next(lambda index: index in (0, 2), step=-1)
    assert made.current == 2
    assert made.next(lambda index: index == 2)
    assert not made.next(lambda index: False)
    assert made.current == 2
