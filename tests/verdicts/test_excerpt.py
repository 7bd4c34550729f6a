"""What of a claim is looked at for one of its numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.quantities import find_quantities
from factcheck.verdicts.excerpt import excerpt

MOST = 4000


def test_what_people_write_is_read_whole() -> None:
    text = "The tank held 41,200 litres of water in May."
    (quantity, *_) = find_quantities(text).quantities
    assert excerpt(text, quantity) == text


@given(st.integers(2, 900), st.integers(0, 899))
def test_of_thousands_of_numbers_each_is_read_with_its_neighbours_alone(count: int, which: int) -> None:
    text = "It held " + " and ".join(f"{10_000 + i} litres" for i in range(count)) + "."
    number = find_quantities(f"It held {10_000 + which % count} litres.").quantities[0]
    shown = excerpt(text, number)
    assert len(shown) <= MOST
    assert number.text in shown
    assert shown in text
