"""Figures that stand in no reference."""

from __future__ import annotations

import pytest

from factcheck.api import read_text
from factcheck.document import Reference
from factcheck.quantities import find_quantities
from factcheck.retrieval import cut
from factcheck.verdicts.values import Values

NOTES = (
    "The choir has 3 basses and twelve sopranos, 0.3% more than in 2019. A call takes 60 nanoseconds, in version 3.11 "
    "as well. It sold 12,345 tickets at prices from 5 to 30 euros, and over 900 records. It walked 5 km."
)


def lacking(text: str) -> list[str]:
    references = [Reference("r1", read_text(NOTES, name="r.md"))]
    values = Values(references, cut(references))
    return [quantity.text for quantity in find_quantities(text).quantities if values.lack(quantity)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has 14 sopranos and eight altos.", ["14 sopranos", "eight altos"]),
        ("It grew by 3%.", ["3%"]),
        ("It takes 90ns.", ["90ns"]),
        ("The prices are 5 to 300 euros.", ["5 to 300 euros"]),
    ],
)
def test_a_figure_that_stands_nowhere_is_lacking(text: str, expected: list[str]) -> None:
    assert lacking(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It has twelve sopranos, and a dozen it is.",
        "About 12,300 came.",
        "It walked 5,000 metres.",
        "It grew by about 0.3%.",
        "More than 900 were sold.",
        "It needs 3.11 or later.",
        "Half of them left in 2021, two on Sunday, the third by 4 percentage points; several stayed.",
    ],
)
def test_what_stands_somewhere_or_follows_from_others_is_not(text: str) -> None:
    assert lacking(text) == []
