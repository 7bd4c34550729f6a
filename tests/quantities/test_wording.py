"""The words around quantities: which operands they tie to a claim, and which tell two things apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.quantities import compute, find_quantities, places_in
from factcheck.quantities.contrasts import told_apart, turned
from factcheck.quantities.listing import listings
from factcheck.quantities.ways import Direction
from factcheck.quantities.wording import stems, wording


def place(text: str, part: str) -> tuple[int, int]:
    start = text.index(part)
    return start, start + len(part)


@pytest.mark.parametrize(
    ("claim", "source", "part", "apart"),
    [
        ("12 riders were injured.", "12 riders were killed.", "12", True),
        ("12 riders were injured.", "12 riders were hurt.", "12", False),
        ("12 riders were hurt.", "Three riders were killed and 12 were injured.", "12", False),
        ("12 riders were killed.", "Three riders were killed and 12 were injured.", "12", True),
        ("12 million tonnes were imported.", "Exports came to 12 million tonnes.", "12", True),
        ("The flock grew to 12 birds.", "The flock grew by 12 birds.", "12", True),
        ("The bank closed 12 branches.", "The bank shut 12 branches.", "12", False),
        ("12 riders finished.", "The race had 12 riders.", "12", False),
    ],
)
def test_excluding_classes_tell_apart(claim: str, source: str, part: str, apart: bool) -> None:
    assert told_apart(claim, place(claim, part), source, place(source, part)) is apart


def test_opposite_ways_bear_nothing_out() -> None:
    claim, source = "Rents rose by 5%.", "Rents fell by 5%."
    assert turned(claim, place(claim, "5%"), source, place(source, "5%"))
    assert not told_apart(claim, place(claim, "5%"), source, place(source, "5%"))
    assert not turned(claim, place(claim, "5%"), claim, place(claim, "5%"))


@given(st.text(max_size=60), st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_text_has_words(claim: str, source: str, one: int, other: int) -> None:
    mine, theirs = (min(one, len(claim)), len(claim)), (0, min(other, len(source)))
    assert not told_apart(claim, mine, claim, mine)
    told_apart(claim, mine, source, theirs)
    turned(claim, mine, source, theirs)


def test_quantities_are_found_by_their_words() -> None:
    text = "Two of the two boats sank; 31 crew lived."
    found = find_quantities(text).quantities
    assert places_in(text, found) == [(one.span.start, one.span.end) for one in found]
    assert places_in("nothing here", found) == [(0, 0)] * len(found)


def test_stems_join_forms_and_leave_out_numbers() -> None:
    assert stems("The twelve employees") == stems("employs employee")
    assert stems("12 of the more") == frozenset()


def test_a_hedge_compares_nothing() -> None:
    (hedged,) = find_quantities("more than 40 boats").quantities
    (compared,) = find_quantities("six").quantities
    assert not wording("It has more than 40 boats.", hedged, "", []).differs
    assert wording("It has six, fewer than in spring.", compared, "", []).differs


def test_the_older_value_is_told() -> None:
    text = "Rents went from €800 to €900. The fee is €12, up from €10."
    found = find_quantities(text).quantities
    words = wording("Rents rose.", found[0], text, found)
    assert words.direction is Direction.UP
    assert (words.older(0, 1), words.older(2, 3), words.older(1, 2)) == (0, 3, None)


@pytest.mark.parametrize(
    ("passage", "counts"),
    [
        ("Winners so far: Ada Holm (1989), Bo Reyes and Cy Ito.", [3]),
        ("The mayors Ada Holm, Bo Reyes and Cy Ito signed.", [3]),
        ("Open: yes.", []),
        ("They met in Oslo.", []),
        ("Results: 12 wins, 3 draws and 4 losses.", []),
    ],
)
def test_lists(passage: str, counts: list[int]) -> None:
    assert [one.count for one in listings(passage)] == counts


@pytest.mark.parametrize("piece", ["Ada, ", "Ada and ", "(", "a: b, ", " ", "of "])
def test_hostile_lists_are_read(piece: str) -> None:
    assert all(one.count <= 21 for one in listings(piece * (20_000 // len(piece))))


def reckoned(claim: str, passage: str) -> str | None:
    for one in find_quantities(claim).quantities:
        found = compute(one, find_quantities(passage).quantities, claim_text=claim, passage=passage)
        if found is not None:
            return found.arithmetic
    return None


@pytest.mark.parametrize(
    ("claim", "passage", "arithmetic"),
    [
        ("Three of the councils refused to sign.", "Leaders of 24 of the 27 councils signed.", "27 − 24 = 3"),
        ("Fifteen walkers came down on their own.", "Of 64 walkers, guides led 49 of them down.", "64 − 49 = 15"),
        ("Norvik has 9% of the ferry market.", "The two have 23% of the ferry market (Sund 14%).", "23% − 14% = 9%"),
        ("Fares rose by a quarter.", "Fares went from €4 to €5.", "4 EUR to 5 EUR = +25%"),
        ("The share of pupils with anaemia dropped by a fifth.", "Anaemia of pupils: from 41% to 33%.",
         "41% to 33% = −19.51%"),
        ("The share of pupils with anaemia is a fifth.", "Anaemia of pupils: from 41% to 33%.", None),
        ("Ferry sales make up just over a quarter of revenue.", "Revenue £400m, of which ferry sales £104m.",
         "104,000,000 GBP / 400,000,000 GBP = 26%"),
        ("Fares fell by a quarter.", "Fares went from €4 to €5.", None),
        ("Ferry fares cost 39% more than last year.", "The ferry fare was $168, against $121.",
         "121 USD to 168 USD = +38.84%"),
        ("More than half of the ferries were cancelled.", "Of 217 ferries, 126 were cancelled.", "126 / 217 = 58.06%"),
        ("Five mayors had resigned before her.", "She is the sixth mayor to resign.", "sixth mayor − 1 = 5"),
        ("The prize has gone to three painters.", "Painters with the prize: Ada Holm, Bo Reyes and Cy Ito.",
         "Ada Holm, Bo Reyes and Cy Ito = 3"),
        ("Twelve inmates escaped.", "Seven inmates escaped, five inmates stayed.", None),
        ("The state total was 280,000 permits.", "The town issued 42,000 permits, 15 per cent of the state total.",
         "42,000 / 0.15 = 280,000"),
        ("Fewer than 69 people were treated.", "16 people died and 69 people were treated.", None),
        ("The kiln cost four times as much.", "In May the mill closed and 200 people left; 50 people stayed.", None),
    ],
)  # fmt: skip
def test_arithmetic_that_words_tie_to_the_claim(claim: str, passage: str, arithmetic: str | None) -> None:
    assert reckoned(claim, passage) == arithmetic
