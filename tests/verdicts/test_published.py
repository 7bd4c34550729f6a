"""Dates that a source gives of itself."""

from __future__ import annotations

import pytest

from factcheck.document import Span
from factcheck.evidence import Snippet
from factcheck.quantities import find_quantities
from factcheck.verdicts.published import dated


@pytest.mark.parametrize(
    ("claim", "context", "shown"),
    [
        ("The ministry said so on 3 May 2024.", "A statement, Ministry, 2024-05-03", "published 2024-05-03"),
        ("The report came out in June 2023, it was published.", "Report, 2023-06-12", "published 2023-06-12"),
        ("In 2023 the ferries made a profit.", "Annual report 2023, 2024-02-01", 'under "Annual report 2023"'),
        ("The ministry said so on 5 May 2024.", "A statement, Ministry, 2024-05-03", None),
        ("The dam broke on 3 May 2024.", "A statement, Ministry, 2024-05-03", None),
        ("The ministry said that 2,024 clinics close.", "A statement, Ministry, 2024-05-03", None),
    ],
)
def test_a_source_dates_itself(claim: str, context: str, shown: str | None) -> None:
    text = "Nothing here has a date."
    passage = Snippet(0, Span(0, len(text)), text, context)
    found = [one for q in find_quantities(claim).quantities for one in dated(claim, q, [passage])]
    assert [one.computation.arithmetic for one in found if one.computation] == ([shown] if shown else [])
