from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.quantities.headings import read_heading, read_note


@pytest.mark.parametrize(
    ("header", "written"),
    [
        ("Passengers (million)", "7 million passengers"),
        ("compress mb s", "7 MB/s"),
        ("Passengers (m)", "7 million passengers"),
        ("Height (m)", "7 m"),
        ("Price (EUR m)", "EUR 7 million"),
        ("Price [€]", "€7"),
        ("€ million", "€7 million"),
        ("Revenue, USD bn", "USD 7 billion"),
        ("Revenue in EUR m", "EUR 7 million"),
        ("Revenue EUR m", "EUR 7 million"),
        ("Turnover (£000)", "£7 thousand"),
        ("Employees ('000)", "7 thousand employees"),
        ("Output (000 tonnes)", "7 thousand tonnes"),
        ("Share, %", "7%"),
        ("Percentage of seats", "7%"),
        ("Growth (% yoy)", "7%"),
        ("Change (pp)", "7 pp"),
        ("Length, km", "7 km"),
        ("kWh", "7 kWh"),
        ("Number of stations", "7 stations"),
        ("Stations", "7 stations"),
        ("Total employees", "7 employees"),
        ("duration s", "7 seconds"),
        ("size mb", "7 MB"),
        ("cost eur m", "EUR 7 million"),
        ("pass rate pct", "7%"),
        ("Region", "7"),
        ("Year", "7"),
        ("2023", "7"),
        ("", "7"),
        ("(see note)", "7"),
    ],
)
def test_headers_tell_what_stands_around_a_number(header: str, written: str) -> None:
    assert read_heading(header).written("7") == written


@pytest.mark.parametrize("header", ["accuracy", "Share of votes", "error_rate".replace("_", " "), "F1"])
def test_ratios_are_known_by_their_names(header: str) -> None:
    assert read_heading(header).is_ratio


@pytest.mark.parametrize(
    ("note", "written", "is_general"),
    [
        ("figures in £000", "£7 thousand", True),
        ("In thousands", "7 thousand", True),
        ("All amounts are in EUR million.", "EUR 7 million", True),
        ("Trips by line (million)", "7 million trips", False),
        ("Trips by line, in million passengers", "7 million passengers", False),
        ("Revenue by line, EUR million", "EUR 7 million", False),
        ("Trips in the north", "7 trips", False),
        ("Weather in brief", "7", False),
    ],
)
def test_captions_tell_it_for_a_whole_table(note: str, written: str, is_general: bool) -> None:
    found = read_note(note)
    assert (found.written("7"), found.is_general) == (written, is_general)


@given(st.text(max_size=40))
@example("( )")
def test_any_text_is_a_header(text: str) -> None:
    assert read_heading(text).written("7").count("7") >= 1
    read_note(text)
