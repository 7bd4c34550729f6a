"""Whose claims are, and how far the article stands behind them."""

from __future__ import annotations

import pytest

from factcheck.claim import Modality
from factcheck.claims import Splitter
from tests.claims.articles import split

REPORTED = [
    ("A clerk at the registry said the deed was lost.", "The deed was lost.", "a clerk at the registry"),
    ("Ada Holm, the port's chief engineer, said the crane was old.", "The crane was old.", "Ada Holm"),
    ("The port's chief engineer, Ada Holm, said the crane was old.", "The crane was old.", None),
    ("The firm said in a letter that the quay had been sold.", "The quay had been sold.", "the firm"),
    ("The crane, the engineer said, was old.", "The crane was old.", "the engineer"),
    ("The crane was old, said a spokesman for the port.", "The crane was old.", "a spokesman for the port"),
    ("Per the registry, the deed was lost.", "The deed was lost.", "the registry"),
    ("In the view of the registrar, the deed was void.", "The deed was void.", "the registrar"),
    ("As the registrar put it, the deed was void.", "The deed was void.", "the registrar"),
    ("A study by the port found that 12 piles had rotted.", "12 piles had rotted.", "a study by the port"),
    ("Engineers agree that the crane is safe.", "The crane is safe.", "engineers"),
    ("A witness told the court that the door was open.", "The door was open.", "a witness"),
    ("The crane was old, according to the inquiry, which took two years.", "The crane was old.", "the inquiry"),
    ("Minister: the canal is shut for two weeks", "The canal is shut for two weeks.", "Minister"),
]


@pytest.mark.parametrize(("text", "content", "attribution"), REPORTED)
def test_content_names_its_source_as_written(
    splitter: Splitter, text: str, content: str, attribution: str | None
) -> None:
    claim = next(claim for claim in split(splitter, text) if claim.text == content)
    assert claim.attribution == (attribution or "the port's chief engineer, Ada Holm")
    assert claim.modality is Modality.REPORTED


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The ship is believed to have sunk.", Modality.REPORTED),
        ("The wreck is understood to be Danish.", Modality.REPORTED),
        ("The farm is estimated to be worth €2m.", Modality.REPORTED),
        ("The captain is alleged to have slept.", Modality.ALLEGED),
        ("The owners accused the captain of sleeping.", Modality.ALLEGED),
        ("The captain was charged with fraud.", Modality.ALLEGED),
        ("The captain has been charged with hiding two crates.", Modality.ALLEGED),
        ("Two sailors were held on suspicion of theft.", Modality.ALLEGED),
        ("The battery is charged with a cable.", Modality.ASSERTED),
        ("The board is charged with reviewing the budget.", Modality.ASSERTED),
        ("The captain denied sleeping.", Modality.DENIED),
        ("The owners rejected allegations that the ship had been overloaded.", Modality.DENIED),
        ("The owners disputed the figure.", Modality.DENIED),
        ("The sailor was denied a visa.", Modality.ASSERTED),
        ("The owners declined to comment.", Modality.ASSERTED),
        ("The owners plan to sell the wreck.", Modality.PLANNED),
        ("The owners announced plans to sell the wreck.", Modality.PLANNED),
        ("The ferry is going to stop at Arden.", Modality.PLANNED),
        ("The ferry won't stop at Arden.", Modality.PLANNED),
        ("The hearing is scheduled for 9 June.", Modality.PLANNED),
        ("The union threatened to strike in June.", Modality.PLANNED),
        ("The wreck appears to be Danish.", Modality.POSSIBLE),
        ("The hearing could take place in June.", Modality.POSSIBLE),
        ("The divers could see the wreck.", Modality.ASSERTED),
        ("The wreck could not be raised.", Modality.ASSERTED),
        ("The fire is likely to have started below deck.", Modality.POSSIBLE),
        ("It is possible that the captain slept.", Modality.POSSIBLE),
    ],
)
def test_clause_tells_its_own_stance(splitter: Splitter, text: str, modality: Modality) -> None:
    claim = split(splitter, text)[0]
    assert claim.checkworthy
    assert (claim.attribution, claim.modality) == (None, modality)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("It is alleged that the captain slept.", Modality.ALLEGED),
        ("It is believed that the ship sank in 1644.", Modality.REPORTED),
        ("It was reported that the ship had sunk.", Modality.REPORTED),
    ],
)
def test_report_without_a_source_gives_its_content(splitter: Splitter, text: str, modality: Modality) -> None:
    (claim,) = split(splitter, text)
    assert claim.text.startswith("The ")
    assert (claim.attribution, claim.modality) == (None, modality)


def test_source_in_a_relative_clause_is_resolved(splitter: Splitter) -> None:
    text = "Olga Renn, whose lawyer said she had sold 40 boats, left Arden."
    claim = next(claim for claim in split(splitter, text) if "40 boats" in claim.text)
    assert claim.attribution == "Olga Renn's lawyer"


def test_each_of_two_contents_has_the_source(splitter: Splitter) -> None:
    claims = split(splitter, "The port said it had sold the crane and that the quay was shut.")
    assert [(claim.text, claim.attribution) for claim in claims] == [
        ("The port had sold the crane.", "the port"),
        ("The quay was shut.", "the port"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The owners did not say that the ship was old.",
        "The owners have not said how many sailors were lost.",
        "Two sailors said the lamp was out.",
        "The owners refused to say who was at the wheel.",
    ],
)
def test_saying_that_is_the_news_is_kept(splitter: Splitter, text: str) -> None:
    (claim,) = split(splitter, text)
    assert claim.text == text
    assert claim.attribution is None


def test_direct_speech_after_a_colon_is_said_by_its_speaker(splitter: Splitter) -> None:
    (claim,) = split(splitter, "The captain said: “We saw the lamp go out.”")
    assert claim.text == "The captain said “We saw the lamp go out.”"
    assert claim.attribution == "The captain"
    assert claim.modality is Modality.REPORTED


def test_sentence_after_an_attributed_one_is_asserted(splitter: Splitter) -> None:
    claims = split(splitter, "The captain said the lamp was out. The ship sank at nine.")
    assert [claim.modality for claim in claims] == [Modality.REPORTED, Modality.ASSERTED]


def test_label_of_a_field_is_no_source(splitter: Splitter) -> None:
    claims = split(splitter, "Judge: Ada Holm")
    assert [claim.attribution for claim in claims] == [None]
