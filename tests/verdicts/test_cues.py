from __future__ import annotations

import pytest

from factcheck.document import Span
from factcheck.quantities import find_quantities
from factcheck.verdicts.cues import Cue, cue


@pytest.mark.parametrize(
    ("text", "kind", "way"),
    [
        ("Rents rose 9 percent.", Cue.CHANGE, 1),
        ("Rents were cut by 40 euros.", Cue.CHANGE, -1),
        ("Rents saw a 9 percent rise.", Cue.CHANGE, 1),
        ("Rents rose to 940 euros.", Cue.LEVEL, 0),
        ("Rents fell from 940 euros.", Cue.LEVEL, 0),
        ("Rents are 940 euros.", Cue.LEVEL, 0),
        ("Rents are 40 euros higher than in 2022.", Cue.DIFFERENCE, 1),
        ("Arne has 12 fewer boats than Bevan.", Cue.DIFFERENCE, -1),
        ("Rents are 40 euros dearer than in 2022.", Cue.DIFFERENCE, 0),
        ("Arne won three more than Bevan.", Cue.DIFFERENCE, 1),
        ("Rents rose to 5 percent above inflation.", Cue.DIFFERENCE, 1),
        ("Arne has three times as many boats.", Cue.RATIO, 1),
        ("Night buses account for 9 percent of trips.", Cue.SHARE, 0),
        ("Night buses made up 9 percent of trips.", Cue.SHARE, 0),
    ],
)
def test_a_claim_says_what_its_number_is(text: str, kind: Cue, way: int) -> None:
    quantity = next(q for q in find_quantities(text).quantities)
    assert cue(text, Span(quantity.span.start, quantity.span.end), quantity) == (kind, way)
