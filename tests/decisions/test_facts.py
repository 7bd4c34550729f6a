from __future__ import annotations

from factcheck.claim import Claim, Modality
from factcheck.decisions import identical_facts, same_figures
from factcheck.document import Span
from factcheck.quantities import find_quantities


def claim(text: str, modality: Modality = Modality.ASSERTED) -> Claim:
    return Claim("c", text, (), Span(0, 1), modality=modality, quantities=tuple(find_quantities(text).quantities))


def groups(*texts: str) -> list[tuple[int, ...]]:
    return identical_facts([claim(text) for text in texts])


def test_case_articles_stops_and_notation_do_not_matter() -> None:
    assert groups("The ferry carried 4.6 million people.", "It rained.", "Ferry carried 4,600,000 people") == [(0, 2)]


def test_another_deed_number_unit_or_subject_is_another_fact() -> None:
    texts = (
        "400 people died.",
        "400 people were hurt.",
        "401 people died.",
        "The north pier took 400 boats.",
        "The south pier took 400 boats.",
        "The pier is 400 metres long.",
        "The pier is 400 feet long.",
        "More than 400 people died.",
    )
    assert groups(*texts) == []


def test_what_is_denied_or_only_possible_is_another_fact() -> None:
    assert groups("The strike went ahead.", "The strike did not go ahead.") == []
    facts = [claim("The strike went ahead."), claim("The strike went ahead.", Modality.POSSIBLE)]
    assert identical_facts(facts) == []


def test_no_claims_no_groups() -> None:
    assert groups() == []


def figures(*texts: str) -> list[tuple[int, ...]]:
    return same_figures([claim(text) for text in texts])


def test_a_figure_that_points_back_is_linked_with_the_first() -> None:
    texts = (
        "Ferry trips rose 12 percent to 4.6 million.",
        "The 12 percent rise is the largest since 2011.",
        "Twelve percent of the crew left.",
        "Forty boats lay in the harbour.",
        "The 40 boats were towed away.",
        "The mayor praised the 12 percent rise.",
    )
    assert figures(*texts) == [(0, 1, 5), (3, 4)]


def test_the_same_words_in_another_order_give_one_figure() -> None:
    assert figures("Trips on the river rose 12 percent.", "On the river, trips had risen 12 percent.") == [(0, 1)]


def test_the_same_number_of_another_thing_is_not_linked() -> None:
    texts = (
        "400 people died in the storm.",
        "The 400 people hurt were flown out.",
        "The north pier took 400 boats.",
        "The south pier took 400 boats.",
        "Prices rose 7 percent.",
        "Wages rose 7 percent.",
        "Nearly 30 houses burnt.",
        "The 30 houses stood empty.",
    )
    assert figures(*texts) == []
