"""How far two values lie apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claim import Quantity
from factcheck.quantities import distance, find_quantities


def one(text: str) -> Quantity:
    (quantity,) = find_quantities(text).quantities
    return quantity


@pytest.mark.parametrize(
    ("article", "source", "told"),
    [
        ("12 percent", "9.5 percent", "2.5 percentage points apart"),
        ("half", "42%", "8 percentage points apart"),
        ("144 people", "210 people", "66 apart"),
        ("€1.2bn", "€1.2m", "off by a factor of 1,000"),
        ("€4.5m", "€4.2m", "300,000 EUR apart"),
        ("12 km", "8 miles", "0.8748 km apart"),
        ("60 days", "45 days", "15 days apart"),
        ("two weeks", "30 days", "16 days apart"),
        ("five hours", "5 hours 12 minutes", "12 minutes apart"),
        ("2.5 years", "1 year", "1.5 years apart"),
        ("4 March 2024", "7 March 2024", "3 days apart"),
        ("in 1998", "in 1989", "9 years apart"),
        ("March 2024", "June 2024", "3 months apart"),
        ("4 March 2024", "4 March", ""),
        ("12 km", "12 people", ""),
        ("144 people", "144 people", ""),
    ],
)
def test_distances_are_told_in_the_unit_of_the_article(article: str, source: str, told: str) -> None:
    assert distance(one(article), one(source)) == told


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_only_equal_values_lie_no_distance_apart(a: int, b: int) -> None:
    assert (distance(one(f"{a} trees"), one(f"{b} trees")) == "") is (a == b)
