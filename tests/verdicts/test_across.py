"""Arithmetic over two passages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.claim import QuantityKind
from factcheck.document import Span
from factcheck.evidence import Snippet
from factcheck.quantities import find_quantities
from factcheck.verdicts.across import across

FITS = """
Together the ferries carried 312 guests. | The ferry Aurora carried 190 guests. | The ferry Bora carried 122 guests.
Trips on the ferry rose 9.5 percent. | The ferry made 4.21 million trips. | Then the ferry made 4.61 million trips.
The key rate of Norland fell by two points. | The key rate of Norland was 9.25%. | The key rate of Norland is 7.25%.
Ost's trial began 31 days after the arrest. | The arrest of Ost was on 3 May 2024. | Ost's trial began on 3 June 2024.
The gap between rents in Orle and Lune is €210. | Rents in Orle are €690. | Rents in Lune are €900.
Ida Moll was aged 51 at the Orle Fair. | Ida Moll was born on 3 May 1969. | The Orle Fair was on 9 June 2020.
Online sales are just over a quarter of all sales of Orm. | Online sales of Orm: €127m. | All sales of Orm: €487m.
"""
DOES_NOT = """
The two ferries carried 312 guests. | The ferry Aurora carried 190 guests. | The ferry Boreas carried 122 guests.
Together the ferries carried 312 guests. | The ferry Aurora carried 190 guests. | The hall held 122 guests.
Together the ferries carried 312 guests. | The ferry Aurora carried 190 guests. | The ferry Boreas carried 122 cars.
Trips on the ferry fell 9.5 percent since May. | In May the ferry made 421,000 trips. | The ferry made 461,000 trips.
Support is down six points since March. | In March 51 percent were for it. | Since March 45 percent have moved.
Online sales of Orm are a quarter more than all sales. | Online sales of Orm: €127m. | All sales of Orm: €487m.
The trial of Ost began 31 days after the arrest. | Ost was born on 3 May 2024. | Ost's trial began on 3 June 2024.
"""


LOG = (
    "20:10: the caretaker locks the gate.",
    "23:10: the embankment gives way.",
    "21:40: the caretaker sees brown water.",
    "22:25: an engineer calls for help.",
)


@pytest.mark.parametrize(
    ("claim", "arithmetic"),
    [
        ("Water turned brown an hour and a half before the embankment gave way.", ["21:40 to 23:10 = 1.5 h"]),
        ("Water turned brown two hours before the embankment gave way.", []),
        ("The engineer left an hour and a half before midnight.", []),
    ],
)
def test_the_entries_of_a_log_are_as_far_apart_as_their_times(claim: str, arithmetic: list[str]) -> None:
    (quantity,) = (q for q in find_quantities(claim).quantities if q.kind is QuantityKind.DURATION)
    at = sorted(range(len(LOG)), key=lambda i: LOG[i])
    starts = {i: 100 * rank for rank, i in enumerate(at)}
    snippets = []
    for i, text in enumerate(LOG):
        quantities = tuple(
            replace(q, span=Span(q.span.start + starts[i], q.span.end + starts[i]))
            for q in find_quantities(text).quantities
        )
        snippets.append(Snippet(0, Span(starts[i], starts[i] + len(text)), text, "", quantities))
    results = [one.computation for one in across(claim, quantity, snippets)]
    assert [one.arithmetic for one in results if one] == arithmetic


def found(line: str) -> list[tuple[str, set[int]]]:
    """The arithmetic that bears out the claim's last number, with the passages that it is over."""
    claim, *texts = (part.strip() for part in line.split("|"))
    snippets = [Snippet(i, Span(0, len(t)), t, "", find_quantities(t).quantities) for i, t in enumerate(texts)]
    results = [one for q in find_quantities(claim).quantities for one in across(claim, q, snippets)]
    return [
        (one.computation.arithmetic, {one.passage, one.beside[0]}) for one in results if one.computation and one.beside
    ]


@pytest.mark.parametrize("line", FITS.strip().split("\n"))
def test_a_total_a_change_a_gap_a_stretch_of_time_and_an_age_are_worked_out(line: str) -> None:
    ((arithmetic, passages),) = found(line)
    assert "=" in arithmetic
    assert passages == {0, 1}


@pytest.mark.parametrize("line", DOES_NOT.strip().split("\n"))
def test_nothing_else_is(line: str) -> None:
    assert not found(line)
