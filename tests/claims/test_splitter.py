from __future__ import annotations

import pytest

from factcheck.claim import Modality
from factcheck.claims import Splitter
from tests.claims.articles import split, texts
from tests.claims.example import Example
from tests.claims.examples import EXAMPLES


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text[:50])
def test_sentence_yields_its_claims(splitter: Splitter, example: Example) -> None:
    found = texts(splitter, example.text)
    assert set(example.yields) <= set(found), found
    assert not [claim for claim in found if claim.startswith(example.never or "\0")], found


def test_no_claim_is_made_twice(splitter: Splitter) -> None:
    for example in EXAMPLES:
        found = texts(splitter, example.text)
        assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("text", "attribution", "modality"),
    [
        ("The mayor said that the tunnel would open in May.", "the mayor", Modality.REPORTED),
        (
            "According to the coast guard, the trawler sank within nine minutes.",
            "the coast guard",
            Modality.REPORTED,
        ),
        ("The trawler sank within nine minutes, the coast guard said.", "the coast guard", Modality.REPORTED),
        ("There were nine divers, Reuters reported.", "Reuters", Modality.REPORTED),
        ("Prosecutors allege that the broker hid 40 payments.", "prosecutors", Modality.ALLEGED),
        ("The broker denied that he had hidden the payments.", None, Modality.DENIED),
        ("The suspect allegedly stole three bicycles.", None, Modality.ALLEGED),
        ("The pool will open in June.", None, Modality.PLANNED),
        ("He may have sold the painting in 1998.", None, Modality.POSSIBLE),
        ("The pool opened in June.", None, Modality.ASSERTED),
    ],
)
def test_stance_of_a_claim(splitter: Splitter, text: str, attribution: str | None, modality: Modality) -> None:
    claim = split(splitter, text)[0]
    assert (claim.attribution, claim.modality) == (attribution, modality)


@pytest.mark.parametrize(
    "text",
    [
        "Is the dam safe?",
        "What a beautiful evening it was!",
        "# Notes on the harbour",
        "Click the blue button.",
        "Thanks to everyone who came.",
        "Its main findings:",
        "Reuters reported on Monday.",
    ],
)
def test_what_cannot_be_checked_is_marked_and_kept(splitter: Splitter, text: str) -> None:
    claims = split(splitter, text)
    assert claims
    assert not any(claim.checkworthy for claim in claims)


def test_heading_that_is_a_clause_is_checked(splitter: Splitter) -> None:
    assert texts(splitter, "# Floods close three schools in Arden") == ["Floods close three schools in Arden."]


def test_table_row_gives_a_claim_for_each_cell(splitter: Splitter) -> None:
    table = "| Figure | 2022 | 2023 |\n|---|---|---|\n| Boats sold | 81 | 94 |\n| Crew | | 7 |\n"
    assert texts(splitter, table) == ["Boats sold, 2022: 81.", "Boats sold, 2023: 94.", "Crew, 2023: 7."]


def test_row_of_two_columns_reads_as_label_and_event(splitter: Splitter) -> None:
    table = "| Time | Event |\n|---|---|\n| 10:22 | The second pump fails again |\n"
    assert texts(splitter, table) == ["At 10:22, the second pump fails again."]


def test_phrase_before_a_table_says_what_its_figures_are(splitter: Splitter) -> None:
    table = "Mean depth in metres:\n\n| Lake | 1990 | 2020 |\n|---|---|---|\n| Orta | 31.0 | 29.5 |\n"
    assert texts(splitter, table)[0] == "Orta, 1990: 31.0 (Mean depth in metres)."


def test_context_names_title_section_and_sentence_before(splitter: Splitter) -> None:
    text = "# Harbour report\n\n## Traffic\n\nThe port was dredged in spring. Traffic rose by 4%.\n"
    claim = split(splitter, text)[-1]
    assert claim.text == "Traffic rose by 4%."
    assert claim.context == "Harbour report\nTraffic\nThe port was dredged in spring."


def test_carried_over_subject_is_among_the_spans(splitter: Splitter) -> None:
    text = "The old mill burned on Monday and reopened in June."
    second = split(splitter, text)[1]
    assert second.text == "The old mill reopened in June."
    assert [span.of(text) for span in second.spans] == ["The old mill", "reopened in June"]


def test_every_number_of_the_prose_is_carried(splitter: Splitter) -> None:
    text = "The firm, which had 40 ships in 1990, sold 12 of them. Page 7 of 9.\n"
    claims = split(splitter, text)
    carried = {quantity.text for claim in claims for quantity in claim.quantities}
    assert {"40 ships", "1990"} <= carried
    assert all(any(char.isdigit() for char in text) for text in carried)


def test_split_figures_carry_their_own_number_alone(splitter: Splitter) -> None:
    claims = split(splitter, "The workshops ran 517 sessions for 4,200 participants.")
    assert [[q.text for q in claim.quantities] for claim in claims] == [
        ["517 sessions"],
        ["4,200 participants"],
    ]
