"""Where an article contradicts itself, and where it only seems to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.api import read_text
from factcheck.consistency import inconsistencies
from factcheck.errors import InputError


def places(text: str) -> list[str]:
    """The words at which the article contradicts itself."""
    return [found.span.of(text) for found in inconsistencies(read_text(text, name="article.md"))]


def proof(text: str) -> str:
    (found,) = inconsistencies(read_text(text, name="article.md"))
    return found.proof


def table(*rows: str) -> str:
    head, *others = rows
    return "\n".join((head, "|" + "---|" * (head.count("|") - 1), *others)) + "\n"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("# Nine hurt as tram derails\n\nSeven people were hurt when a tram derailed in Orle on Friday.\n", "Nine"),
        ("# Rents up 7 percent\n\nRents in the city rose 4 percent in the past year.\n", "7 percent"),
        ("---\ntitle: Gale fells 600 oaks\n---\n\nThe gale felled some 900 oaks in the park.\n", "600 oaks"),
    ],
)
def test_a_headline_is_held_against_the_text(text: str, place: str) -> None:
    assert places(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "# Nine hurt as tram derails\n\nTwo drivers and seven passengers were hurt when a tram derailed in Orle.\n",
        "# Nine hurt as tram derails\n\nNine people were hurt. Seven people were hurt in a similar crash in May.\n",
        "# Rents up 7 percent\n\nRents rose 7.2 percent in the past year. Wages rose 3 percent.\n",
        "# Rents up 7 percent\n\nNobody expected it.\n",
        "# Gale fells 900 oaks\n\nThe gale felled dozens of oaks in the park and more elsewhere.\n",
    ],
)
def test_a_headline_may_follow_from_the_text(text: str) -> None:
    assert places(text) == []


def test_a_caption_is_held_against_the_text() -> None:
    text = (
        "Divers raised 31 cannon from the wreck off Orle.\n\n![Cannon](c.jpg)\n*The 13 cannon raised from the wreck*\n"
    )
    assert places(text) == ["13 cannon"]
    assert places(text.replace("13", "31")) == []


def test_a_total_row_is_held_against_its_column() -> None:
    rows = ("| Line | Trips | Boats |", "| North | 120 | 4 |", "| South | 310 | 7 |", "| Total | 340 | 11 |")
    assert places(table(*rows)) == ["340"]
    assert proof(table(*rows)) == "120 + 310 = 430"
    assert places(table(*rows).replace("340", "430")) == []


def test_averages_and_rounded_shares_are_no_wrong_totals() -> None:
    assert places(table("| Line | Speed |", "| North | 31 |", "| South | 39 |", "| All | 35 |")) == []
    thirds = ("| A | 33.3% |", "| B | 33.3% |", "| C | 33.3% |")
    assert places(table("| Line | Share |", *thirds, "| Total | 100% |")) == []
    assert places(table("| Line | Change |", "| A | +5.0% |", "| B | −2.0% |", "| Total | +2.9% |")) == []


def test_the_text_beside_a_table_is_held_against_it() -> None:
    grid = table("| Line | Trips |", "| North | 120 |", "| South | 310 |")
    assert places(f"The South line made 130 trips in May.\n\n{grid}") == ["310"]
    assert places(f"The South line made 310 trips, 190 trips more than the North line.\n\n{grid}") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The guild has 80 members.\n\nMost of the 90 members are weavers.\n", "90 members"),
        ("A 14-hour blackout hit Orle on Monday.\n\nTrains stood still during the 41-hour blackout.\n", "41-hour"),
        ("The mill employs 80 people.\n\nIts 90 employees work in shifts.\n", "90 employees"),
        ("The heirs sold the castle for €4.5m.\n\nThe roof of the €5.4m castle leaks.\n", "€5.4m"),
    ],
)
def test_what_is_recalled_keeps_its_number(text: str, place: str) -> None:
    assert places(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "The guild has 80 members.\n\nThe 50 members who are weavers meet on Mondays.\n",
        "The guild has 80 members; 20 of them left.\n\nThe 60 members meet on Mondays.\n",
        "The guild has 80 members in Orle and 40 members in Lune.\n\nThe 120 members pay no fee.\n",
        "A 14-hour blackout hit Orle on Monday and a 9-hour blackout Lune.\n\nThe 23-hour strike came later.\n",
    ],
)
def test_a_part_or_a_sum_may_be_recalled(text: str) -> None:
    assert places(text) == []


def test_one_person_has_one_age() -> None:
    text = "Jan Orvik, 52, keeps bees.\n\nHis honey is dark. Orvik, 25, sells it in jars.\n"
    assert places(text) == ["25"]
    assert places(text.replace("25", "52")) == []
    assert places("Jan Orvik, 52, keeps bees. His son Nils Orvik, 25, sells the honey.\n") == []


def test_the_same_sentence_twice_has_one_number() -> None:
    text = "The dam at Lune holds 41 million litres. It is old.\n\nThe dam at Lune holds {} million litres.\n"
    assert places(text.format(14)) == ["14 million litres"]
    assert places(text.format(41)) == []


@pytest.mark.parametrize(
    ("text", "place", "shown"),
    [
        ("In all, 40 cows died: 25 in Orle and 17 in Lune.\n", "40 cows", "25 + 17 = 42"),
        ("Five of the four ministers left early.\n", "Five", "5 is more than 4"),
        ("The panel has 11 members: five judges and four nurses.\n", "11 members", "5 + 4 = 9"),
        ("Four men and five women, ten people in all, took the oath.\n", "ten people", "4 + 5 = 9"),
    ],
)
def test_parts_make_their_total(text: str, place: str, shown: str) -> None:
    assert places(text) == [place]
    assert proof(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "In all, 42 cows died: 25 in Orle and 17 in Lune.\n",
        "Some 40 cows died, among them 25 in Orle and 17 in Lune.\n",
        "The panel has 11 members, including five judges and four nurses.\n",
        "The fund paid €7.5m, €4.2m to farmers and €3.3m to millers.\n",
        "The town has 40 shops, five schools and two mills.\n",
        "There were 42 cases in two towns: 25 in Orle and 17 in Lune.\n",
        "The panel grew from nine to 11: two more from Orle and one more from Lune, and one left.\n",
    ],
)
def test_lists_that_are_no_parts_are_let_pass(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Of the voters, 58 percent said yes and 52 percent said no.\n", True),
        ("Of the voters, 58 percent said yes and 42 percent said no.\n", False),
        ("The alloy consists of 70 percent copper, 25 percent zinc and 15 percent tin.\n", True),
        ("Some 70 percent of the men and 60 percent of the women said yes.\n", False),
        ("In May 70 percent were for it and a year earlier 60 percent were against it.\n", False),
    ],
)
def test_shares_of_one_whole_make_no_more_than_all_of_it(text: str, wrong: bool) -> None:
    assert bool(places(text)) is wrong


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Output fell from 310 tonnes to 355 tonnes.\n", "355 tonnes"),
        ("Output grew 40 percent from 310 tonnes to 355 tonnes.\n", "40 percent"),
        ("The choir has 24 singers, up from 31 singers a year ago.\n", "24 singers"),
        ("Output rose to 310 tonnes from 355 tonnes.\n", "310 tonnes"),
        ("Output more than doubled from 310 tonnes to 500 tonnes.\n", "more than doubled"),
        ("Output fell by a third, from 90 tonnes to 70 tonnes.\n", "a third"),
    ],
)
def test_a_change_follows_from_its_values(text: str, place: str) -> None:
    assert places(text) == [place]


def test_a_change_in_the_wrong_direction_names_its_verb() -> None:
    text = "Output fell from 310 tonnes to 355 tonnes.\n"
    (found,) = inconsistencies(read_text(text, name="article.md"))
    assert found.reason == "does not go with `fell`"
    assert [span.of(text) for span in found.others] == ["310 tonnes", "fell"]


@pytest.mark.parametrize(
    "text",
    [
        "Output grew 15 percent from 310 tonnes to 355 tonnes.\n",
        "The club fell from 5th to 8th place.\n",
        "Fees rose from about 40 euros to 45, by 10 percent.\n",
        "Prices fell by 5 to 10 percent.\n",
    ],
)
def test_changes_that_may_be_so_are_let_pass(text: str) -> None:
    assert places(text) == []


@given(st.text(st.sampled_from("the a 12 3% of €5 men, women and from to rose | \n#*:()")))
def test_no_text_raises_and_every_place_is_in_it(text: str) -> None:
    try:
        document = read_text(text, name="article.md")
    except InputError:  # nothing to read in it
        return
    for found in inconsistencies(document):
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert "\n" not in found.reason
