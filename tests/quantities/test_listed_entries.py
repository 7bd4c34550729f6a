"""Whose a number is in a list of entries."""

from __future__ import annotations

import pytest

from factcheck.quantities import find_quantities, places_in
from factcheck.quantities.listed_entries import another_entry, another_label

LABELS = "Bridges damaged: 12; bridges destroyed: 3; wells dug: 3."
MEDALS = "Service Medal: Bo Lindt, New Year 1996; Ana Ruiz, New Year 1998; Lor Pai, 2002."
POSTS = "State railways 1958; Kyoto 1962, with a scholarship; Ministry of Public Works 1963."


@pytest.mark.parametrize(
    ("claim", "passage", "number", "expected"),
    [
        ("Twelve bridges were destroyed.", LABELS, "12", True),
        ("Twelve bridges were damaged.", LABELS, "12", False),
        ("Three bridges were destroyed.", LABELS, "3", False),
        ("Twelve bridges collapsed.", LABELS, "12", False),
        ("Three bridges were lost.", "Damaged were 12 bridges, and 3 were lost.", "3", False),
    ],
)
def test_a_number_is_its_labels(claim: str, passage: str, number: str, *, expected: bool) -> None:
    assert judged(another_label, claim, passage, number) is expected


@pytest.mark.parametrize(
    ("claim", "passage", "year", "expected"),
    [
        ("Ana Ruiz was given the Service Medal in 1996.", MEDALS, "1996", True),
        ("Ana Ruiz was given the Service Medal in 1998.", MEDALS, "1998", False),
        ("The nurse was given the Service Medal in 1996.", MEDALS, "1996", False),
        ("After Kyoto she joined the ministry in 1963.", POSTS, "1963", False),
        ("Ana Ruiz came in 1996.", "Bo Lindt came in 1996. Ana Ruiz came in 1998.", "1996", False),
    ],
)
def test_a_date_is_its_entrys(claim: str, passage: str, year: str, *, expected: bool) -> None:
    assert judged(another_entry, claim, passage, year) is expected


def judged(ask: object, claim: str, passage: str, number: str) -> bool:
    """Whether the first such number of a passage is of something else than the claim's."""
    sources = find_quantities(passage).quantities
    places = places_in(passage, sources)
    mine = next(at for source, at in zip(sources, places, strict=True) if source.text == number)
    assert callable(ask)
    return bool(ask(claim, passage, mine, [at for at in places if at != mine]))
