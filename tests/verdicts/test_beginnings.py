"""How long something lasted, found where its beginning is told."""

from __future__ import annotations

import pytest

from factcheck.api import read_text
from factcheck.checker import Pipeline
from factcheck.document import Reference
from factcheck.quantities import find_quantities
from factcheck.retrieval import Index, cut
from factcheck.verdicts.beginnings import beginnings

REPORT = """The prison has two wings. Order was restored at 05:40 on Wednesday 18 September 2024.

The disturbance had begun at 22:40 on Monday 16 September 2024. Nine guards were freed. The kitchen was burnt out. The
chapel was left alone. A new roof is to be built."""


@pytest.fixture(scope="module")
def index() -> Index:
    """Over the report's snippets."""
    return Index(cut([Reference("report", read_text(REPORT, name="report.md"))]), Pipeline().retriever)


@pytest.mark.parametrize(
    "claim", ["Commandos ended the 31-hour siege.", "The siege lasted 31 hours.", "The siege went on for 31 hours."]
)
def test_the_beginning_is_found_from_which_the_time_is_as_long(index: Index, claim: str) -> None:
    found = beginnings(claim, find_quantities(claim).quantities, index)
    assert [index.snippets[at].text for at, _ in found] == [
        "The disturbance had begun at 22:40 on Monday 16 September 2024."
    ]


@pytest.mark.parametrize(
    "claim",
    [
        "Commandos ended the 30-hour siege.",
        "The siege lasted 26 hours.",
        "They waited 31 hours for water.",
        "The 31 guards ended the siege.",
    ],
)
def test_no_other_time_and_no_other_number_is_found(index: Index, claim: str) -> None:
    assert beginnings(claim, find_quantities(claim).quantities, index) == []
