"""Shares whose part stands far behind its whole."""

from __future__ import annotations

import pytest

from factcheck.claim import QuantityKind
from factcheck.quantities import find_quantities
from factcheck.quantities.out_of import as_share


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of every ten euros that it takes, seven come from abroad.", [("seven", 0.7)]),
        ("Out of every thousand babies born alive, four die.", [("four", 0.004)]),
        ("Of every ten euros that it takes, most come from abroad.", [("ten euros", 10.0)]),
        ("Of every ten euros much is lost. Seven shops closed.", [("ten euros", 10.0), ("Seven shops", 7.0)]),
        ("It takes ten euros, and seven people came.", [("ten euros", 10.0), ("seven people", 7.0)]),
    ],
)
def test_a_part_of_every_so_many_is_a_share(text: str, expected: list[tuple[str, float]]) -> None:
    found = as_share(text, find_quantities(text).quantities)
    assert [(one.text, one.value) for one in found] == expected
    assert all((one.kind is QuantityKind.FRACTION) is (one.value < 1) for one in found)
