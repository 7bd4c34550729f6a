"""Units that a sentence or a paragraph tells once."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.quantities import find_quantities, quantities_in
from factcheck.quantities.told_once import told_once
from factcheck.sentences import sentences
from tests.readers.files import document


def meanings(text: str, lead: str = "") -> list[str]:
    return [quantity.meaning for quantity in told_once(text, find_quantities(text).quantities, lead)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vote: Klestil 38.4 per cent, Vost 29.4, Ticho (Greens) 14.1.", ["38.4%", "29.4%", "14.1%"]),
        ("Members, in thousands: north 1,510 (1,525); south 790.", ["1,510,000", "1,525,000", "790,000"]),
        ("Revenue was €1.4bn (1.2).", ["1,400,000,000 EUR", "1,200,000,000 EUR"]),
        ("The rate was 4.2% in May, 4.5 in June.", ["4.2%", "--05", "4.5%", "--06"]),
        ("It cost €20, and 35 people came.", ["20 EUR", "35 people"]),
        ("It cost €2bn, and Spain paid 35.", ["2,000,000,000 EUR", "35"]),
        ("The rate is 5%, the shop has 340.", ["5%", "340"]),
        ("It is 84 years in Westhill but only 75 in Docktown.", ["84 year", "75 year"]),
        ("He got five years and a further three.", ["5 year", "3 year"]),
        ("One was sentenced to 12 years and the other to nine.", ["12 year", "9 year"]),
        ("One was sentenced to 12 years, and nine fled.", ["12 year", "9"]),
    ],
)
def test_a_list_tells_its_unit_once(text: str, expected: list[str]) -> None:
    assert meanings(text) == expected


def test_a_paragraph_tells_the_unit_of_its_amounts_of_money() -> None:
    lead = "Second quarter, last year in brackets, in million kronor. "
    assert meanings("Revenue: 1,475 (1,250).", lead) == ["1,475,000,000 SEK", "1,250,000,000 SEK"]
    assert meanings("People in the office: 640.", lead) == ["640 people"]
    assert meanings("Branch in Orle: 640.", lead) == ["640"]
    assert meanings("Revenue: 1,475.", "Second quarter, in good spirits. ") == ["1,475"]


def test_what_is_read_keeps_its_place_and_tells_how_it_is_read(tmp_path: Path) -> None:
    doc = document(tmp_path, "Quarter to June, in million kronor. Revenue: 1,475 (1,250).")
    found = [quantity for sentence in sentences(doc) for quantity in quantities_in(doc, sentence).quantities]
    money = [quantity for quantity in found if quantity.unit == "SEK"]
    assert [quantity.span.of(doc.text) for quantity in money] == ["1,475", "1,250"]
    assert [quantity.reading for quantity in money] == ["1,475 million kronor", "1,250 million kronor"]
