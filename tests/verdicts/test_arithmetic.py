"""Results held against what a passage's values give."""

from __future__ import annotations

import pytest

from factcheck.quantities import find_quantities
from factcheck.verdicts.arithmetic import expected


def arithmetic(claim: str, passage: str) -> str | None:
    """What the passage gives for the claim's first quantity."""
    quantity = find_quantities(claim).quantities[0]
    found = expected(claim, quantity, find_quantities(passage).quantities, passage)
    return None if found is None else found.arithmetic


@pytest.mark.parametrize(
    ("claim", "passage", "told"),
    [
        ("Sales rose 15 percent.", "Sales went from 400 units to 440 units.", "400 to 440 = +10%"),
        ("Sales fell 15 percent.", "Sales were 360 units, down from 400 units in 2023.", "400 to 360 = −10%"),
        ("Support rose 6 percentage points.", "Support grew from 41 percent to 44 percent.", "41% to 44% = +3 pp"),
        ("Some 40 percent of the seats went to women.", "Women won 60 of the 200 seats.", "60 / 200 = 30%"),
        ("A total of 90 boats sank.", "The storm sank 31 boats in Orle and 42 boats in Lune.", "31 + 42 = 73"),
        (
            "Together the oak and beech plots hold 90 trees.",
            "It has 50 trees of oak, 5 trees of beech and 10 trees of ash.",
            "50 + 5 = 55",
        ),
        ("It has 40 more shops.", "It has 310 shops, its rival 285 shops.", "310 − 285 = 25"),
        ("The power cut lasted six hours.", "The power was out from 2 a.m. to 6 a.m.", "2 a.m. to 6 a.m. = 4 h"),
        ("The herd quadrupled.", "The herd grew from 200 cows to 610 cows.", "610 / 200 = 3.05"),
        ("Twice as many women as men applied.", "90 women and 30 men applied.", "90 / 30 = 3"),
        ("Sales rose by 60 units.", "Sales went from 400 units to 440 units.", "400 to 440 = +40"),
        ("A third of the 80 applicants got in.", "Of 80 applicants, 20 got in.", "20 / 80 = 25%"),
        ("She died aged 84.", "Born on 2 May 1931, she died on 5 June 2013.", "2 May 1931 to 5 June 2013 = 82 years"),
        ("The war lasted ten years.", "The war began in 1998 and ended in 2004.", "1998 to 2004 = 6 year"),
        ("Trips rose 12 percent.", "In 2022 it made 400 trips. In 2023 it made 440 trips.", "400 to 440 = +10%"),
    ],
)
def test_a_result_that_does_not_follow_is_worked_out_again(claim: str, passage: str, told: str) -> None:
    assert arithmetic(claim, passage) == told


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Sales rose 10 percent.", "Sales went from 400 units to 440 units."),
        ("Sales rose 15 percent.", "Sales were 400 units in Orle and 440 units in Lune."),
        ("Sales rose 15 percent.", "Sales went from 400 units to 440 units and orders from 20 units to 30 units."),
        ("Sales rose 15 percent.", "The shop is open from 8 to 10 hours."),
        ("The power cut lasted four hours.", "The power was out from 2 a.m. to 6 a.m."),
        ("The siege lasted six hours.", "The shop was open from 2 a.m. to 6 a.m."),
        ("The power cut lasted six hours.", "The power was out at 2 a.m. and again at 6 a.m."),
        ("The herd tripled.", "The herd grew from 200 cows to 610 cows in 2 years; 400 cows were sold."),
        ("The herd tripled.", "There were 200 cows here and 410 cows there."),
        ("Twice as many women as men applied.", "90 women and 30 children applied."),
        ("It sank 90 boats.", "The storm sank 31 boats in Orle and 42 boats in Lune."),
        ("A total of 900 boats sank.", "The storm sank 31 boats in Orle and 42 boats in Lune."),
        ("Some 40 percent were women.", "It has 200 members and 60 boats."),
    ],
)
def test_nothing_is_worked_out_where_the_operands_are_not_clear(claim: str, passage: str) -> None:
    assert arithmetic(claim, passage) is None
