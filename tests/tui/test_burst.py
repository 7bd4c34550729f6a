from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.tui.burst import LIMIT, SECONDS, Burst


@pytest.mark.parametrize(("gap", "trips"), [(0.1, True), (SECONDS / (LIMIT - 1), True), (0.5, False)])
def test_six_decisions_within_a_second_and_a_half_are_a_burst(gap: float, trips: bool) -> None:
    burst = Burst()
    hits = [burst.hit(100 + n * gap, steps=7 + n) for n in range(LIMIT)]
    assert hits == [False] * (LIMIT - 1) + [trips]
    assert burst.since == (7 if trips else None)


def test_the_answer_ends_the_burst() -> None:
    burst = Burst()
    hits = [burst.hit(0, n) for n in range(LIMIT)]
    assert hits[-1]
    burst.clear()
    assert burst.since is None
    assert not burst.hit(0.2, 6)


@given(st.lists(st.floats(min_value=SECONDS / 4.9, max_value=60), max_size=40))
def test_whoever_takes_time_is_never_asked(gaps: list[float]) -> None:
    burst, now = Burst(), 0.0
    for steps, gap in enumerate(gaps):
        now += gap
        assert not burst.hit(now, steps)
