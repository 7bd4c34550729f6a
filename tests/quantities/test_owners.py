"""Whose a number is where a sentence gives several of one sort."""

from __future__ import annotations

import pytest

from factcheck.quantities import find_quantities
from factcheck.quantities.owners import another_owner

ANOTHERS = """
Italy pressed [60 percent] of the oil. | Spain pressed [60 percent] of the oil and Italy 25 percent.
The firm spent [$9m] on training. | The firm spent $4m on training and [$9m] on advertising.
Wind gave [31 percent] of the power. | Coal gave [31 percent] of the power, and wind gave 22 percent.
Men are [38 percent] of the staff. | Men are 62 percent of the staff and women [38 percent].
Imports came to [9 tonnes]. | Imports were 7 tonnes and exports [9 tonnes].
The airport had [90,000 guests] at night. | The airport had [90,000 guests], 2,000 of them at night.
Of those hired [64 percent] are women. | Women were [64 percent] of applicants to Orm but 41 percent of those hired.
Gas gave [31%] of the power. | The power came from water (52%), wind ([31%]) and gas (17%).
Kara has chaired it since [2020]. | Kara was appointed as trustee in [2020] and as chair in 2021.
Germany won [16 medals]. | Norway won [16 medals], Germany 12 and Canada 8.
"""
OWN = """
Labour took [42 percent]. | The Greens took 17 percent of the vote and Labour [42 percent].
Ecologists took [17 percent]. | The Greens took [17 percent] of the vote and Labour 42 percent.
The firm spent [$9m] on publicity. | The firm spent $4m on training and [$9m] on advertising.
Coal gave 31 percent and wind [22 percent]. | Coal gave 31 percent of the power, and wind gave [22 percent].
The bank sees prices rising [2 percent]. | Prices rose 4 percent in May, and are now expected to rise by [2 percent].
The airport had [90,000 guests] last year. | The airport had [90,000 guests] last year, 2,000 of them at night.
A and B have [30 percent] and 40 percent. | A and B have [30 percent] and 40 percent respectively.
One of the [five crew] was hurt. | Hurt: [five crew], one of them badly.
The state owns [45 percent] of it. | Of the venture, 55 percent is Orm's and the remaining [45 percent] the state's.
Wind gave [31%] of the power. | The power came from water (52%), wind ([31%]) and gas (17%).
Germany won [12 medals]. | Norway won 16 medals, Germany [12] and Canada 8.
Berg scored [14 goals] and Falk 9. | Falk scored nine goals, Berg [fourteen].
"""


def judged(line: str) -> bool:
    """Whether the number in brackets of the passage is of something else than the claim's."""
    claim, passage = (part.strip() for part in line.split("|"))
    mine, theirs = ((text.index("["), text.index("]") - 1) for text in (claim, passage))
    claim, passage = (text.replace("[", "").replace("]", "") for text in (claim, passage))
    places = [(found.span.start, found.span.end) for found in find_quantities(passage).quantities]
    (place,) = (at for at in places if at[0] <= theirs[0] < at[1])
    return another_owner(claim, mine, passage, place, [at for at in places if at != place])


@pytest.mark.parametrize("line", ANOTHERS.strip().split("\n"))
def test_the_words_of_a_neighbour_make_it_the_neighbours(line: str) -> None:
    assert judged(line)


@pytest.mark.parametrize("line", OWN.strip().split("\n"))
def test_other_words_for_its_own_leave_it(line: str) -> None:
    assert not judged(line)
