"""Who pronouns and short descriptions are: told where it is clear, left alone where it is not."""

from __future__ import annotations

import pytest

from factcheck.claims import Splitter
from tests.claims.articles import split, texts

TOLD = (
    ("Ruth Orme founded the clinic in 1987. She led it for 20 years.", "Ruth Orme led it for 20 years."),
    ("Mr Orme runs the mill. He bought it in 1990.", "Mr Orme bought it in 1990."),
    ("Mr Orme runs the mill, and his wife keeps the books.", "Mr Orme's wife keeps the books."),
    ("Ruth Orme won the seat in 1998. Critics praised the budget. Orme left in 2004.", "Ruth Orme left in 2004."),
    ("Dr Ruth Orme led the trial. Dr Orme published its results.", "Dr Ruth Orme published its results."),
    (
        "Anna Reuel, the mayor, opened the bridge. The mayor paid 3,000 euros for it.",
        "Anna Reuel paid 3,000 euros for it.",
    ),
    ("The mayor, Anna Reuel, opened the bridge. The mayor left at noon.", "Anna Reuel left at noon."),
    ("Lena Holt is a surgeon in Arden. The surgeon earned 90,000 euros.", "Lena Holt earned 90,000 euros."),
    ("Ardel Bank closed nine branches in May. The bank has 400 staff.", "Ardel Bank has 400 staff."),
    ("The earth dam failed in June. The dam was built in 1961.", "The earth dam was built in 1961."),
    (
        "Ruth Orme and Oskar Lind won the race in May. The pair trained for six years.",
        "Ruth Orme and Oskar Lind trained for six years.",
    ),
    ("Mr Orme praised Ms Tull. The court had fined her.", "The court had fined Ms Tull."),
)
LEFT = (
    ("Model K-2 failed in the yard. He was not there.", "He was not there."),
    ("Oskar Lind met Tomas Berg in Arden. He sold him a boat.", "He sold him a boat."),
    ("Oskar Lind met Tomas Berg in Arden. The court fined him.", "The court fined him."),
    ("Ruth Orme hurt herself in the yard.", "Ruth Orme hurt herself in the yard."),
    ("Ruth Orme opened the bakery in 1990. It was raining.", "It was raining."),
    ("Sales rose by 4% in May. This rose to 5% in June.", "This rose to 5% in June."),
    ("The wardens met the smugglers. They carried two knives.", "They carried two knives."),
    ("The storm hit the pier. The flood followed. It cost 4m euros.", "It cost 4m euros."),
    ("Ruth Orme and Dan Orme own the mill. Orme bought a boat in 1990.", "Orme bought a boat in 1990."),
    ("Ardel Bank and Tull Bank closed in May. The bank has 400 staff.", "The bank has 400 staff."),
    ("The mill in Arden is old. The company has 400 staff.", "The company has 400 staff."),
    ("A nurse found the key. The nurse called the police.", "The nurse called the police."),
    ("Nurses and cooks left the town in May. The pair won the race.", "The pair won the race."),
    ("Ruth Orme sold her mill in 1990. The paper mill burned in 1991.", "The paper mill burned in 1991."),
)


@pytest.mark.parametrize(("article", "claim"), TOLD, ids=[claim for _, claim in TOLD])
def test_a_clear_antecedent_is_told(splitter: Splitter, article: str, claim: str) -> None:
    assert claim in texts(splitter, article)


@pytest.mark.parametrize(("article", "claim"), LEFT, ids=[claim for _, claim in LEFT])
def test_an_unclear_expression_is_left_alone(splitter: Splitter, article: str, claim: str) -> None:
    last = split(splitter, article)[-1]
    assert (last.text, last.antecedents) == (claim, ())


def test_what_is_left_alone_has_the_sentence_before_as_context(splitter: Splitter) -> None:
    last = split(splitter, "The wardens met the smugglers. They carried two knives.")[-1]
    assert last.context == "The wardens met the smugglers."


@pytest.mark.parametrize(("article", "claim"), TOLD, ids=[claim for _, claim in TOLD])
def test_an_antecedent_is_recorded_with_its_places(splitter: Splitter, article: str, claim: str) -> None:
    (found,) = (c for c in split(splitter, article) if c.text == claim)
    assert found.antecedents
    for antecedent in found.antecedents:
        assert antecedent.source.end <= antecedent.place.start
        assert found.sentence.contains(antecedent.place)
        assert antecedent.text.lower() in claim.lower()
        source = antecedent.source.of(article).lower()
        assert antecedent.text.lower().removesuffix("'s").removeprefix("the ") in source


def test_places_are_those_of_the_file_not_of_its_prose(splitter: Splitter) -> None:
    article = "# Clinic\n\n**Ruth\nOrme** founded the [clinic](http://x.org) in 1987. She led it for 20 years.\n"
    (antecedent,) = split(splitter, article)[-1].antecedents
    assert (antecedent.place.of(article), antecedent.text) == ("She", "Ruth Orme")
    assert antecedent.source.of(article) == "Ruth\nOrme"


def test_a_claim_that_names_somebody_already_does_not_do_so_twice(splitter: Splitter) -> None:
    article = "Ruth Orme sold her mill in 1990 because she was ill."
    assert all(claim.text.count("Orme") <= 1 for claim in split(splitter, article))


def test_people_of_one_surname_are_not_mixed_up(splitter: Splitter) -> None:
    article = "Ruth Orme sold the mill. Her son Dan Orme runs a bank. Ruth Orme left Arden in 1990."
    assert "Ruth Orme left Arden in 1990." in texts(splitter, article)


def test_a_name_is_not_taken_from_within_quotation_marks(splitter: Splitter) -> None:
    article = '"Ruth Orme lied," the clerk said. She left in May.'
    assert not [c for c in texts(splitter, article) if c == "Ruth Orme left in May."]
