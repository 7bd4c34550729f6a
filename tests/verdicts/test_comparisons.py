from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claim import Quantity
from factcheck.document import Span
from factcheck.evidence import QuantityRelation, Snippet
from factcheck.quantities import find_quantities
from factcheck.verdicts.comparisons import compared, computed, holds, without_taken
from factcheck.verdicts.substitution import substitute


def quantity(text: str) -> Quantity:
    """The only quantity of a text."""
    (found,) = find_quantities(text).quantities
    return found


def snippet(text: str, *, tabular: bool = False) -> Snippet:
    return Snippet(0, Span(0, len(text)), text, "", find_quantities(text).quantities, tabular)


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        (
            "The dam released at least 144 tonnes.",
            "The dam released 133 tonnes.",
            "The dam released 133 tonnes.",
        ),
        ("Six divers were hurt.", "Eight divers went to hospital.", "Eight divers were hurt."),
        ("The review is due within 60 days.", "It ends after 45 days.", "The review is due 45 days."),
        ("It was a 31-hour crossing.", "It took 19 hours.", "It was a 19-hour crossing."),
        ("Fares rose 12 percent.", "Fares went up 9.5 percent.", "Fares rose 9.5 percent."),
        ("Fares rose 12%.", "Fares went up 9.5 percent.", "Fares rose 9.5 percent."),
        ("Fares rose 12 percent.", "Fares went up 9.5%.", "Fares rose 9.5%."),
        ("It costs about 90ns per iteration.", "It costs 60 nanoseconds.", "It costs 60 nanoseconds per iteration."),
        ("It costs 3.4 million euros.", "It costs €4.1m.", "It costs €4.1m."),
    ],
)
def test_the_source_value_takes_the_place_of_the_number(claim: str, source: str, expected: str) -> None:
    assert substitute(claim, quantity(claim), quantity(source)) == expected


def test_a_quantity_that_the_claim_does_not_spell_cannot_be_replaced() -> None:
    assert substitute("The divers were hurt.", quantity("Six divers sang."), quantity("Two divers sang.")) is None


@pytest.mark.parametrize(
    ("text", "passage", "source"),
    [
        ("The wait was cut from 75 to 52 minutes.", "People now wait 52 minutes where they waited 75.", "75"),
        (
            "Of the $52m, $9m is for fruit.",
            "It demands 52 million dollars, nine million of it for fruit.",
            "nine million",
        ),
    ],
)
def test_a_bare_number_takes_the_unit_of_its_neighbour(text: str, passage: str, source: str) -> None:
    at = 0 if source == "75" else 1
    mine = find_quantities(text).quantities[at]
    matches = [c.source.text for c in compared(text, mine, [snippet(passage)]) if c.relation is QuantityRelation.EQUAL]
    assert matches == [source]


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("The brigade gets 24 new firefighters.", "Fire service: 24 additional posts."),
        ("The house has 47 members.", "There are 47 seats."),
    ],
)
def test_posts_and_seats_are_held_by_people(text: str, passage: str) -> None:
    assert [c.relation for c in compared(text, quantity(text), [snippet(passage)])] == [QuantityRelation.EQUAL]


def test_one_of_some_is_no_count() -> None:
    text = "The mill is one of three."
    one, _ = find_quantities(text).quantities
    assert not compared(text, one, [snippet("The firm has three mills.")])


def test_a_value_that_another_number_of_the_claim_says_is_no_conflict() -> None:
    text, passage = (
        "The wait was cut from 75 to 52 minutes.",
        snippet("People now wait 52 minutes where they waited 75."),
    )
    found = [compared(text, mine, [passage]) for mine in find_quantities(text).quantities]
    assert [c.source.text for c in found[0]] == ["52 minutes", "75"]
    assert [[c.source.text for c in mine] for mine in without_taken(found)] == [["75"], ["52 minutes"]]


def test_shares_of_unlike_things_are_less_alike() -> None:
    text = "Two-thirds of the vouchers have been used."
    (of_callers,) = compared(text, quantity(text), [snippet("Two-thirds of the callers asked for help.")])
    (of_vouchers,) = compared(text, quantity(text), [snippet("Two-thirds of the vouchers were spent.")])
    assert of_callers.likeness < of_vouchers.likeness


def test_conflicts_carry_the_substituted_claim() -> None:
    claim = "Six divers were hurt."
    (conflict,) = compared(claim, quantity(claim), [snippet("Eight divers were hurt on the pier.")])
    assert conflict.relation is QuantityRelation.CONFLICTING
    assert conflict.substituted == "Eight divers were hurt."


def test_one_of_several_is_no_count_that_conflicts() -> None:
    claim = "One of the divers was hurt."
    assert compared(claim, quantity(claim), [snippet("Two divers were hurt on the pier.")]) == []


def test_a_passage_with_the_claims_own_value_gives_its_others_of_other_things() -> None:
    claim = "The club lost 31 members."
    passage = snippet("The club lost 31 members and won 12 new members.")
    relations = {c.relation for c in compared(claim, quantity(claim), [passage])}
    assert QuantityRelation.EQUAL in relations
    assert QuantityRelation.CONFLICTING not in relations


def test_other_things_are_not_compared() -> None:
    claim = "Six divers were hurt."
    assert compared(claim, quantity(claim), [snippet("The pier is 80 metres long.")]) == []


def test_a_table_number_borrows_the_unit_of_the_claim() -> None:
    claim = "The pump moves 31 litres."
    row = snippet("pump: Orla; output: 31.", tabular=True)
    (match,) = compared(claim, quantity(claim), [row])
    assert match.relation is QuantityRelation.EQUAL
    price = "The pump costs €1,250."
    (other,) = compared(price, quantity(price), [snippet("pump: Orla; price: 1,190.", tabular=True)])
    assert other.relation is QuantityRelation.CONFLICTING
    assert other.substituted == "The pump costs 1,190."


def test_a_difference_is_computed_with_its_arithmetic() -> None:
    claim = "The fleet lost 312 tonnes."
    (match,) = computed(
        claim, quantity(claim), [snippet("The fleet weighed 1,184 tonnes in spring and 872 tonnes in autumn.")]
    )
    assert match.computation is not None
    assert "1,184" in match.computation.arithmetic
    assert "872" in match.computation.arithmetic


@given(st.integers(1, 10**7), st.integers(1, 10**7))
def test_substitution_keeps_the_rest_of_the_claim(article: int, source: int) -> None:
    claim = f"The ferry carried {article:,} passengers on the day."
    other = quantity(f"It took {source:,} passengers.")
    assert substitute(claim, quantity(f"It took {article:,} passengers."), other) == (
        f"The ferry carried {source:,} passengers on the day."
    )


@pytest.mark.parametrize(
    ("claim", "source", "matches"),
    [
        ("She receives $40,000.", "Prize fund: 120,000 US dollars; first 40,000, second 25,000.", True),
        ("The operating profit came to 96m kronor.", "Operating profit: 96.", True),
        ("She receives $40,000.", "In all 40,000 came to the final.", False),
        ("The trial had 4,386 volunteers.", "We assigned 4,386 residents.", True),
        ("The ferry carried 38 people.", "The hospital took in 38 patients.", True),
        ("The firm has 64 turbines.", "The firm has 64 canteens.", False),
        ("They copied two terabytes of files.", "They copied 2 TB of data.", True),
        ("It has two terabytes of memory.", "It has 12 GB of memory and 2 TB of storage.", False),
        ("It takes 60 calls a minute.", "It takes sixty requests per minute.", True),
        ("You can add no more than ten files.", "It accepts up to 10 attachments.", True),
    ],
)
def test_a_number_with_another_noun_or_without_its_unit_may_match(claim: str, source: str, matches: bool) -> None:
    (mine,) = find_quantities(claim).quantities
    found = compared(claim, mine, [snippet(source)])
    assert any(c.relation in (QuantityRelation.EQUAL, QuantityRelation.ENTAILED) for c in found) is matches


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("There are no threads.", "It does without any threads, and elsewhere all of ten threads share a pool."),
        ("There are no pools.", "One of them is 1."),
        ("It is the work of 20 people.", "It does not run on 3.14 of that."),
        ("It has 30 features.", "The mean of the three largest makes 30 attributes."),
    ],
)
def test_a_number_says_nothing_against_what_it_does_not_count(claim: str, source: str) -> None:
    (mine,) = find_quantities(claim).quantities
    found = compared(claim, mine, [snippet(source)])
    assert all(c.relation is not QuantityRelation.CONFLICTING for c in found)


def test_a_snippet_holds_a_number_by_figures_alone() -> None:
    rare, common = "The tunnel is 1,412 metres long.", "They had two dogs."
    assert holds(compared(rare, quantity(rare), [snippet("Length of the tunnel: 1,412 m.")]))
    assert not holds(compared(common, quantity(common), [snippet("They bought two dogs.")]))
    assert not holds(compared(rare, quantity(rare), [snippet("The tunnel is 1,300 m long.")]))


@pytest.mark.parametrize("claim", ["The longest leaf measured 7.9 cm.", "The shortest leaf measured 4.3 cm."])
def test_where_a_number_ends_the_range_of_a_passage_its_other_values_are_of_other_things(claim: str) -> None:
    found = compared(claim, quantity(claim), [snippet("Leaves are 4.3 to 7.9 cm long (mean 5.84 cm).")])
    assert QuantityRelation.CONFLICTING not in {each.relation for each in found}


def test_one_that_is_picked_out_is_no_count_of_all() -> None:
    claim = "The data set has three classes."
    for source in ("One of these classes can be told apart from the rest.", "It differs from the other two classes."):
        assert compared(claim, quantity(claim), [snippet(source)]) == []
