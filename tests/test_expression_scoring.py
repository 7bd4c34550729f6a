"""The scorer of `benchmarks.quantities`, on small sentences whose figures can be told by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from benchmarks.meanings import fits, judge, read_interval
from benchmarks.peers import longest
from benchmarks.quantities import DATA, Expression, Sentence, by_class, figures, judged, paired, rows
from factcheck.claim import Hedge, Interval, Quantity, QuantityKind
from factcheck.document import Span
from factcheck.quantities.units import to_base

TEXT = "Some 30 boats left pier 4 and three sank."
BOATS, PIER, THREE = Span(0, 13), Span(19, 25), Span(30, 35)


def quantity(kind: QuantityKind, low: float, high: float, unit: str = "", **more: Any) -> Quantity:
    return Quantity(Span(0, 1), "", kind, low, Interval(low, high), unit=unit, **more)


def meaning(kind: str, inner: str, outer: str = "", of: str | None = None, per: str | None = "") -> dict[str, Any]:
    reading = {"inner": inner, "outer": outer or inner}
    return {"kind": [kind], "hedge": ["exact"], "values": [reading], "of": [of] if of else None, "per": per}


BOATS_MEAN = {**meaning("count", "[29.5, 30.5]", "[22, 38]", "boat"), "hedge": ["about"]}
SENTENCE = Sentence(
    TEXT,
    None,
    (Expression((BOATS,), "count", BOATS_MEAN), Expression((THREE,), "count", meaning("count", "[3, 3]"))),
    ((PIER, "name"),),
    (),
)
BOATS_FOUND = replace(quantity(QuantityKind.COUNT, 27, 33, counted="boat", hedge=Hedge.ABOUT), span=BOATS)
THREE_FOUND = replace(quantity(QuantityKind.COUNT, 4, 4), span=THREE)


def test_all_is_found_and_one_is_misunderstood() -> None:
    one = judged(SENTENCE, [BOATS, THREE], [BOATS_FOUND, THREE_FOUND])
    shares = figures([one])
    assert shares["exact F1"] == 1.0
    assert shares["non-quantities taken"] == 0.0
    assert shares["meaning right, of the exact"] == 0.5
    assert shares["found and understood, of all"] == 0.5
    assert by_class([one])["count"] == {"all": 2, "exact": 2, "overlapping": 2, "right": 1}


def test_a_number_without_its_hedge_and_a_name_taken_for_a_number() -> None:
    one = judged(SENTENCE, [Span(5, 7), Span(24, 25), THREE])
    shares = figures([one])
    assert shares["exact precision"] == pytest.approx(1 / 3)
    assert shares["exact recall"] == 0.5
    assert shares["overlapping F1"] == pytest.approx(0.8)
    assert shares["non-quantities taken"] == 1.0
    assert by_class([one])["no quantity: name"] == {"all": 1, "taken": 1}


def test_what_is_judged_neither_way_is_no_mistake() -> None:
    lenient = replace(SENTENCE, skip=(), ignore=(PIER,))
    assert figures([judged(lenient, [BOATS, Span(24, 25), THREE])])["exact F1"] == 1.0


def test_another_span_may_be_as_good() -> None:
    either = replace(SENTENCE, expressions=(Expression((BOATS, Span(0, 7)), "count", BOATS_MEAN),))
    assert judged(either, [Span(0, 7)]).exact == {0: 0}


def test_spans_are_paired_one_to_one_by_what_they_share() -> None:
    assert paired([Span(0, 10), Span(12, 14)], [Span(8, 13), Span(0, 9)]) == {0: 1, 1: 0}


def test_only_the_longest_of_several_spans_is_kept() -> None:
    assert longest([Span(3, 5), Span(0, 5), Span(6, 7), Span(6, 7), Span(9, 9)]) == [Span(0, 5), Span(6, 7)]


@pytest.mark.parametrize(
    ("found", "right"),
    [
        ("[4400, 4500)", True),
        ("[4400, 4500]", True),
        ("[3900, 4500)", False),
        ("[4400, 4520]", False),
        ("[4490, 4500)", False),
    ],
)
def test_a_hedged_number_may_be_read_within_bounds(found: str, right: bool) -> None:
    inner, outer = read_interval("[4455, 4500)"), read_interval("[3960, 4500]")
    assert fits(read_interval(found), inner, outer) is right


def test_whether_a_bound_is_excluded_matters() -> None:
    over, at_least = read_interval("(12, inf)"), read_interval("[12, inf)")
    assert fits(over, read_interval("[13, 13]"), over)
    assert not fits(at_least, read_interval("[13, 13]"), over)
    assert not fits(over, read_interval("[12, 12]"), at_least)


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        (
            quantity(QuantityKind.DURATION, 5400, 5400, "min"),
            meaning("duration", "[1.5, 1.5]", of="hour"),
        ),
        (
            quantity(QuantityKind.MEASURE, to_base(76, "in"), to_base(76, "in"), "ft"),
            meaning("measure", "[76, 76]", of="in"),
        ),
        (
            quantity(QuantityKind.MONEY, 80, 80, "USD", per="barrel"),
            meaning("money", "[80, 80]", of="USD", per="barrel"),
        ),
        (
            quantity(QuantityKind.FRACTION, 1 / 3, 1 / 3),
            meaning("fraction", "[0.33333333, 0.33333333]"),
        ),
        (
            quantity(QuantityKind.DATE, date(2024, 3, 1).toordinal(), date(2024, 3, 31).toordinal()),
            meaning("date", "2024-03-01/2024-03-31", per=None),
        ),
        (
            quantity(QuantityKind.DATE, date(4, 3, 22).toordinal(), date(4, 3, 22).toordinal()),
            meaning("date", "--03-22/--03-22", per=None),
        ),
        (quantity(QuantityKind.TIME, 1360, 1360, "min"), meaning("time", "22:40/22:40", per=None)),
        (
            quantity(QuantityKind.SCORE, 7, 7, meaning="6-3 7-5"),
            {"kind": ["score"], "hedge": ["exact"], "scores": [[6, 3], [7, 5]]},
        ),
    ],
)
def test_a_meaning_is_right_in_any_unit_of_its_dimension(found: Quantity, wanted: dict[str, Any]) -> None:
    assert judge(found, wanted) == {"kind": True, "value": True, "unit": True, "hedge": True}


def test_each_part_of_a_meaning_can_be_wrong() -> None:
    found = quantity(QuantityKind.MONEY, 5, 5, "EUR")
    assert judge(found, {**meaning("count", "[6, 6]", of="USD"), "hedge": ["about"]}) == dict.fromkeys(
        ("kind", "value", "unit", "hedge"), False
    )
    assert not judge(found, meaning("money", "[5, 5]", of="EUR", per="month"))["unit"]


def test_annotated_spans_do_not_overlap() -> None:
    sentences = rows(DATA / "expressions_open.jsonl")
    assert sum(len(sentence.expressions) for sentence in sentences) > 300
    for sentence in sentences:
        spans = [expression.spans[0] for expression in sentence.expressions]
        spans += [span for span, _ in sentence.skip] + list(sentence.ignore)
        spans.sort(key=lambda span: span.start)
        assert all(one.end <= other.start for one, other in pairwise(spans)), sentence.text
