"""The digits of a source with another unit."""

from __future__ import annotations

import pytest

from factcheck.claim import Quantity
from factcheck.quantities import find_quantities
from factcheck.verdicts.mismatch import other_unit, points_as_percent


def one(text: str) -> Quantity:
    (quantity,) = find_quantities(text).quantities
    return quantity


@pytest.mark.parametrize(
    ("article", "source", "told"),
    [
        ("€1.2bn", "€1.2m", "off by a factor of 1,000"),
        ("3.4 million tonnes", "3,400 tonnes", "off by a factor of 1,000"),
        ("$50m", "€50m", "USD for EUR"),
        ("4 percent", "4 percentage points", "% for percentage points"),
        ("12 miles", "12 km", "mi for km"),
        ("30 °C", "30 °F", "°C for °F"),
        ("40 GB", "40 MB", "GB for MB"),
        ("600 MWh", "600 MW", "MWh for MW"),
        ("21 weeks", "21 days", "week for d"),
        ("€500 a month", "€500 a year", "per month for per year"),
    ],
)
def test_the_same_digits_in_another_unit_are_found(article: str, source: str, told: str) -> None:
    assert other_unit(one(article), one(source)) == told


@pytest.mark.parametrize(
    ("article", "source"),
    [
        ("12 miles", "19.3 km"),
        ("€1.2bn", "€1,200m"),
        ("12,000 people", "1,200 people"),
        ("12 km", "12 kg"),
        ("12 houses", "12 million boats"),
        ("12 percent", "12 people"),
        ("€1.2bn", "€1.3m"),
        ("three months", "three days"),
    ],
)
def test_conversions_slips_and_other_things_are_not(article: str, source: str) -> None:
    assert other_unit(one(article), one(source)) is None


@pytest.mark.parametrize(
    ("claim", "passage", "told"),
    [
        ("The share rose by 3 percent.", "The share rose from 21 percent to 24 percent.", "% for percentage points"),
        ("The share fell 4 percent.", "The share, 30 percent in May, was 26 percent.", "% for percentage points"),
        ("The share rose by 3 points.", "The share rose from 21 percent to 24 percent.", None),
        ("The share is 3 percent.", "It was 21 percent in Orle and 24 percent in Lune.", None),
        ("The share rose by 3 percent.", "The share rose by 3 percent, from 21 percent to 24 percent.", None),
        ("Sales rose by 3 percent.", "Sales rose from €21m to €24m.", None),
    ],
)
def test_what_shares_rose_by_is_told_in_points(claim: str, passage: str, told: str | None) -> None:
    assert points_as_percent(claim, one(claim), find_quantities(passage).quantities) == told
