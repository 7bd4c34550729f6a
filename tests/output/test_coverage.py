"""The coverage line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.claim import Interval
from factcheck.evidence import QuantityRelation, QuantityVerdict
from factcheck.output.coverage import coverage
from factcheck.report import Report
from factcheck.rules import apply
from factcheck.summary import summarise
from tests.reports import MILLION, PERCENT, SUPPORTED, claim, report, verdict


def test_it_counts_everything() -> None:
    assert coverage(apply(report(), nli=True)) == (
        "checked 1 article, 4 numbers, 2 references: 1 supported (1 rounded), 2 contradicted, 1 unverified; "
        "1 skipped; 6 claims: 1 supported, 3 contradicted, 2 unverified; 4 errors, 1 warning"
    )


def test_it_is_there_when_nothing_was_found() -> None:
    assert coverage(Report(documents=())) == (
        "checked 0 articles, 0 numbers, 0 references: 0 supported, 0 contradicted, 0 unverified; 0 skipped; "
        "0 claims: 0 supported, 0 contradicted, 0 unverified; 0 errors"
    )


def test_a_shared_number_is_counted_once() -> None:
    total = claim(1, "Trips rose to 4.6 million.", "to 4.6 million", verdict(SUPPORTED, quantities=(MILLION,)))
    again = claim(2, "It was 4.6 million.", "4.6 million", verdict(SUPPORTED, quantities=(MILLION,)))
    assert summarise(report(total, again)).numbers.total == 1


@pytest.mark.parametrize(
    ("judged", "way"),
    [
        (replace(MILLION, relation=QuantityRelation.EQUAL), "1 exact"),
        (MILLION, "1 rounded"),
        (
            replace(MILLION, quantity=replace(MILLION.quantity, interval=Interval(4.6e6, float("inf")))),
            "1 within bounds",
        ),
    ],
)
def test_it_says_how_numbers_are_supported(judged: QuantityVerdict, way: str) -> None:
    total = claim(1, "Trips rose to 4.6 million.", "to 4.6 million", verdict(SUPPORTED, quantities=(judged,)))
    assert f"1 supported ({way}), " in coverage(report(total))


def test_arithmetic_counts_as_computed_and_mere_sense_as_other_words() -> None:
    evidence = PERCENT.evidence
    assert evidence is not None
    computed = replace(PERCENT, label=SUPPORTED, evidence=replace(evidence, arithmetic="1 + 1 = 2"))
    sense = replace(MILLION, relation=QuantityRelation.INCOMPARABLE, evidence=None)
    claims = (
        claim(
            1,
            "Trips rose 12 percent.",
            "Ferry trips rose 12 percent",
            verdict(SUPPORTED, quantities=(computed,)),
        ),
        claim(2, "Trips rose to 4.6 million.", "to 4.6 million", verdict(SUPPORTED, quantities=(sense,))),
    )
    assert "2 supported (1 computed, 1 in other words), " in coverage(report(*claims))
