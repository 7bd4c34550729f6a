import random

import pytest

from benchmarks.chance import random_form, replacement
from factcheck.claim import QuantityKind
from factcheck.document import Span
from factcheck.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The ferry carried nearly 4,500 cars.", "nearly 4,500 cars"),
        ("It opened on 4 March 2021.", "4 March 2021"),
        ("Six divers searched the wreck.", "Six divers"),
        ("The doors shut at 22:40.", "22:40"),
        ("Costs rose to £3.4 million.", "£3.4 million"),
    ],
)
def test_replacements_keep_the_form_and_are_wrong(text: str, quote: str) -> None:
    place = Span(text.index(quote), text.index(quote) + len(quote))
    for seed in range(5):
        new = replacement(text, place, random.Random(seed))
        assert new is not None
        assert new != quote
        old, drawn = (find_quantities(text.replace(quote, one)).quantities[0] for one in (quote, new))
        assert (drawn.kind, drawn.unit, drawn.hedge, drawn.counted) == (old.kind, old.unit, old.hedge, old.counted)


def test_a_number_that_no_other_can_replace_stays() -> None:
    text = "Both bridges were closed."
    assert replacement(text, Span(0, 4), random.Random(0)) is None


def test_the_seed_decides() -> None:
    kinds = [QuantityKind.COUNT]
    drawn = {random_form("1,488 people", kinds, random.Random(7)) for _ in range(3)}
    assert len(drawn) == 1
