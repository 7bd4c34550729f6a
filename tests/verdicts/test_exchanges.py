"""Names and codes that no reference has, with those of a passage in their place."""

from __future__ import annotations

import pytest

from factcheck.api import read_text
from factcheck.claim import Claim
from factcheck.document import Reference, Span
from factcheck.evidence import Snippet
from factcheck.quantities import find_quantities
from factcheck.verdicts.exchanges import PASSAGES, Exchange, exchanges, has_foreign_term
from factcheck.verdicts.terms import Vocabulary


def made(claim: str, *passages: str, order: tuple[int, ...] | None = None) -> list[Exchange]:
    """The exchanges of a claim, with the passages as the only references."""
    references = [Reference(f"r{i}", read_text(text, name="r.md")) for i, text in enumerate(passages)]
    snippets = [
        [Snippet(i, Span(0, len(text)), text, "", find_quantities(text).quantities)] for i, text in enumerate(passages)
    ]
    place = Span(0, len(claim))
    whole = Claim("c1", claim, (place,), place, quantities=find_quantities(claim).quantities)
    found = exchanges(whole, snippets, order or tuple(range(len(passages))), Vocabulary(references))
    for one in found:
        assert one.other in one.text
        assert one.written in claim
    return found


def tried(claim: str, *passages: str, order: tuple[int, ...] | None = None) -> list[tuple[int, str, str]]:
    """Passage, own and other of each exchange."""
    return [(one.passage, one.written, one.other) for one in made(claim, *passages, order=order)]


def test_a_name_that_no_reference_has_gives_way_to_those_of_a_passage() -> None:
    found = tried("The library was started by Odile Marchetti.", "In spring Jan Brekke began the library for Norlab.")
    assert found == [(0, "Odile Marchetti", "Jan Brekke"), (0, "Odile Marchetti", "Norlab")]


def test_a_name_that_some_reference_has_stays() -> None:
    assert tried("It was started by Odile Marchetti.", "Jan Brekke began it.", "Later Odile Marchetti joined.") == []


def test_a_code_gives_way_to_codes_of_its_shape_alone() -> None:
    assert tried("It needs a C++11 compiler.", "Take a compiler that knows C++17, such as gcc 9.2.") == [
        (0, "C++11", "C++17")
    ]
    assert tried("It runs on Python 3.6+.", "It needs Python 3.9 or newer.") == [(0, "3.6+", "3.9+")]


def test_of_two_names_with_a_word_in_common_the_other_is_exchanged() -> None:
    assert tried("It was mended by Daniel Liu.", "Davies Liu and Tom Orr mended it.") == [
        (0, "Daniel Liu", "Davies Liu")
    ]
    assert tried("Igor Blazhko was held.", "The guard, Sergeant I. Blazhko, was held.") == []


def test_no_name_takes_a_place_beside_its_own_words() -> None:
    assert tried("Havelund is a firm from Ballarat.", "The shares of Havelund Home fell.") == []


def test_one_of_a_list_takes_no_place_beside_the_others_of_it() -> None:
    passage = "By then 4,476 citizens had travelled to Syria and Iraq."
    assert tried("Men from the Caucasus had gone to Iraq.", passage) == []
    assert tried("Helpers came from Mexico and South Africa.", "Costa Rica and Mexico sent helpers.") == [
        (0, "South Africa", "Costa Rica")
    ]


def test_a_word_that_references_write_small_is_no_name() -> None:
    assert tried("It was shown on Lumera.", "Two guests saw the Gallery, and a gallery it was.") == []


def test_the_passages_first_in_order_are_asked() -> None:
    passages = [f"The prize went to {name}." for name in ("Ana Rell", "Bo Sand", "Cy Tarn", "Di Ulm")]
    asked = {passage for passage, *_ in tried("The prize went to Eve Vos.", *passages, order=(3, 0, 1, 2))}
    assert asked == {3, 0, 1}
    assert len(asked) == PASSAGES


def test_several_of_a_list_give_way_together() -> None:
    passage = "There are wheels for Harrow, Lumera and Tarn."
    (together, *_) = tried("There are wheels for Tarn, Vos and Ulm.", passage)
    assert together == (0, "Vos and Ulm", "Harrow and Lumera")
    alone = tried("There are wheels for Vos and Ulm.", "They lie in Harrow and Lumera.")
    assert {written for _, written, _ in alone} == {"Vos", "Ulm"}


def test_versions_are_exchanged_in_ranges_and_bounds() -> None:
    assert tried("It was tried with Python 3.7-3.12.", "It was tried with Python 3.9 to 3.12.") == [(0, "3.7", "3.9")]
    assert tried("It supports Python >= 3.7.", "Python 3.10 or newer is supported.") == [(0, "3.7", "3.10")]
    assert tried("It fell by 3.7 percent.", "It fell by 3.1 points.") == []
    assert tried("It no longer runs on Python 3.9.", "It refuses to run on any Python older than 3.10.") == []
    assert tried("It runs on Python 3.9.", "It refuses to run on any Python older than 3.10.") == [(0, "3.9", "3.10")]


@pytest.mark.parametrize(
    ("claim", "passage", "is_named"),
    [
        ("Bump PyO3 to 0.33.1.", "He raised PyO3 to 0.30.1.", True),
        ("Bump PyO3 to 0.33.1.", "He raised jiter to 0.30.1.", False),
        ("It was moved to 0.33.1.", "It was moved up from 0.30.1.", False),
    ],
)
def test_versions_of_one_thing_are_told_by_its_name(claim: str, passage: str, is_named: bool) -> None:
    (one,) = made(claim, passage)
    assert one.is_named is is_named


def test_a_describing_name_gives_way_only_beside_what_it_describes() -> None:
    assert tried("It is the Gopher package for joy.", "NASA has relied on it in missions.") == []
    assert tried("It is the Gopher package for joy.", "It is a package from NASA.") == [(0, "Gopher", "NASA")]


def test_a_pointer_to_another_work_is_no_claim_on_it() -> None:
    assert tried("See Holt & Orme, for example.", "Jan Brekke wrote it.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Python 3.8 or later.", True),
        ("Released under the Arden license by Holt.", True),
        ("Python 3.11 or later.", False),
        ("Summary Statistics", False),
        ("Set Characteristics: 2", False),
        ("a list of pages", False),
    ],
)
def test_phrases_with_a_foreign_code_or_something_said_of_a_foreign_name_are_worth_reading(
    text: str, expected: bool
) -> None:
    references = [Reference("r1", read_text("It needs Python 3.11 or newer, of Norlab.", name="r.md"))]
    assert has_foreign_term(text, Vocabulary(references)) is expected
