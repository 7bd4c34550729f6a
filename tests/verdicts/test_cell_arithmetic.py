from __future__ import annotations

import pytest

from factcheck.claim import Quantity
from factcheck.evidence import QuantityRelation
from factcheck.quantities import find_quantities
from factcheck.verdicts import cell_arithmetic as arithmetic


def one(text: str) -> Quantity:
    (quantity,) = find_quantities(text).quantities
    return quantity


@pytest.mark.parametrize(
    ("claim", "old", "new", "shown", "way"),
    [
        ("20 percent", "EUR 95m", "EUR 114m", "EUR 95m to EUR 114m = +20%", 1),
        ("a fifth", "50 km", "40 km", "50 km to 40 km = −20%", -1),
        ("3 percentage points", "91%", "88%", "88% − 91% = -3 pp", -1),
        ("12 boats", "16 boats", "28 boats", "28 boats − 16 boats = 12", 1),
        ("twice", "8 boats", "16 boats", "16 boats / 8 boats = 2", 0),
    ],
)
def test_changes(claim: str, old: str, new: str, shown: str, way: int) -> None:
    result = arithmetic.change(one(claim), one(old), one(new))
    assert result is not None
    assert (result.shown, result.way) == (shown, way)
    assert arithmetic.relation(one(claim), result, way) in (QuantityRelation.EQUAL, QuantityRelation.ENTAILED)
    if way:
        assert arithmetic.relation(one(claim), result, -way) is QuantityRelation.CONFLICTING


def test_shares_and_sums() -> None:
    parts = [one("12 boats"), one("30 boats"), one("18 boats")]
    share = arithmetic.share(one("20 percent"), parts[:1], parts)
    assert share is not None
    assert share.shown == "12 boats / (12 boats + 30 boats + 18 boats) = 20%"
    total = arithmetic.total(one("60 boats"), parts)
    assert total is not None
    assert (total.meaning, total.quantity.value) == ("60", 60)


def test_a_long_sum_shows_its_ends() -> None:
    total = arithmetic.total(one("36 boats"), [one(f"{n} boats") for n in range(1, 9)])
    assert total is not None
    assert total.shown == "1 boats + 2 boats + … (8 in all) + 8 boats = 36"


@pytest.mark.parametrize(("one_text", "other"), [("12 boats", "EUR 12"), ("12 km", "12 kg"), ("0 boats", "0 boats")])
def test_what_cannot_be_compared_gives_nothing(one_text: str, other: str) -> None:
    assert arithmetic.change(one("20 percent"), one(one_text), one(other)) is None


@pytest.mark.parametrize(
    ("claim", "source", "way", "relation"),
    [
        ("4 percent", "-4%", -1, QuantityRelation.EQUAL),
        ("4 percent", "-4%", 1, QuantityRelation.CONFLICTING),
        ("4 percent", "4%", -1, QuantityRelation.CONFLICTING),
        ("4 percent", "4%", 1, QuantityRelation.EQUAL),
        ("4 percent", "-4%", 0, QuantityRelation.INCOMPARABLE),
        ("4 percent", "4%", 0, QuantityRelation.EQUAL),
    ],
)
def test_words_and_signs_tell_the_way(claim: str, source: str, way: int, relation: QuantityRelation) -> None:
    assert arithmetic.signed_relation(one(claim), one(source), way) is relation
