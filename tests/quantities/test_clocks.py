"""Times of day by the clocks that their texts tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.claim import Quantity
from factcheck.evidence import QuantityRelation
from factcheck.quantities import find_quantities, quantities_in, relate
from factcheck.quantities.clocks import by_clock, clock_of
from factcheck.sentences import sentences
from tests.readers.files import document


def time(text: str, zone: str = "") -> Quantity:
    (found,) = find_quantities(text).quantities
    return by_clock(found, zone)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("All times are local (UTC+1).", "UTC+1"),
        ("Operations log (all times UTC; local time is UTC+1)", "UTC"),
        ("Times in CET, figures rounded.", "CET"),
        ("At that time I left for GMT House.", ""),
        ("The good times are over. EST is a zone.", ""),
    ],
)
def test_the_clock_of_a_text(text: str, zone: str) -> None:
    assert clock_of(text) == zone


@pytest.mark.parametrize(
    ("claim", "source", "relation"),
    [
        (("at 6:11", "UTC+1"), ("at 05:11", "UTC"), "equal"),
        (("at 6:11", "UTC+1"), ("at 06:11", "UTC"), "conflicting"),
        (("at 6:11", "UTC+1"), ("at 05:11", ""), "equal"),
        (("at 6:11", "UTC+1"), ("at 07:11", ""), "compatible"),
        (("at 6:11", "UTC+1"), ("at 05:12", ""), "conflicting"),
        (("at 6:11", "UTC-3:30"), ("at 09:41", "UTC"), "equal"),
        (("at 6:11 CET", "UTC"), ("at 05:11", "UTC"), "equal"),
        (("at 6:11", ""), ("at 05:11", ""), "conflicting"),
    ],
)
def test_times_of_two_clocks(claim: tuple[str, str], source: tuple[str, str], relation: str) -> None:
    assert relate(time(*claim), time(*source)) is QuantityRelation(relation)


def test_the_header_of_a_column_tells_the_clock_of_its_times(tmp_path: Path) -> None:
    doc = document(tmp_path, "All times are in CET.\n\n| hour, UTC | offline |\n|---|---|\n| 06:00 | 48% |\n", "log.md")
    found = [quantity for sentence in sentences(doc) for quantity in quantities_in(doc, sentence).quantities]
    assert [quantity.reading for quantity in found if ":" in quantity.text] == ["06:00 UTC"]
