from __future__ import annotations

from dataclasses import replace

from factcheck.claim import Claim, Interval, Quantity, QuantityKind
from factcheck.claims.attach import carries, with_only_carriers
from factcheck.document import Span


def quantity(text: str, at: int) -> Quantity:
    return Quantity(Span(at, at + len(text)), text, QuantityKind.COUNT, 1.0, Interval(1.0, 1.0))


def test_digits_must_stand_in_the_claim() -> None:
    cost = quantity("at least 144 people", 10)
    assert carries([Span(0, 40)], cost)
    assert carries([Span(19, 22)], cost)
    assert not carries([Span(23, 40)], cost)


def test_number_in_words_must_stand_there_for_the_most_part() -> None:
    count = quantity("six men", 10)
    assert carries([Span(8, 20)], count)
    assert not carries([Span(14, 20)], count)


def test_digits_in_two_places_must_all_stand_there() -> None:
    spread = quantity("34 to 25", 0)
    assert carries([Span(0, 2), Span(6, 8)], spread)
    assert not carries([Span(0, 2)], spread)


def claim(text: str, start: int, *, checkworthy: bool, quantities: tuple[Quantity, ...] = ()) -> Claim:
    """A claim that has a part of one sentence of 80 code points."""
    place = Span(start, start + len(text))
    return Claim("", text, (place,), Span(0, 80), quantities=quantities, checkworthy=checkworthy)


def test_a_sentence_is_checked_where_it_alone_carries_a_number() -> None:
    number = quantity("46 days", 30)
    part = claim("It reached Rotterdam.", 0, checkworthy=True)
    whole = replace(claim("x" * 80, 0, checkworthy=False, quantities=(number,)), spans=(Span(0, 80),))
    assert [one.checkworthy for one in with_only_carriers([part, whole])] == [True, True]
    other = replace(part, quantities=(number,))
    assert [one.checkworthy for one in with_only_carriers([other, whole])] == [True, False]
    opinion = replace(part, checkworthy=False)
    assert [one.checkworthy for one in with_only_carriers([opinion, whole])] == [False, False]
