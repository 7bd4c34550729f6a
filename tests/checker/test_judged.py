"""What is found for a document, packed and unpacked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.checker.judged import Judged, moved
from factcheck.claim import Interval, Skipped, SkipReason
from factcheck.document import Span
from factcheck.evidence import OtherValue, QuantityEvidence
from tests import reports


def judged() -> Judged:
    checked = reports.claims()
    return Judged(
        tuple(one.claim for one in checked),
        tuple(one.verdict for one in checked),
        (Skipped(Span(0, 1), "#", SkipReason.LIST_MARKER),),
    )


def test_what_is_packed_comes_back_equal() -> None:
    made = judged()
    assert Judged.unpacked(made.packed()) == made
    once = Judged.unpacked(made.packed())
    assert Judged.unpacked(once.packed()).packed() == once.packed()


def test_numbers_without_end_come_back() -> None:
    made = judged()
    (first, *rest) = made.claims
    wide = replace(reports.PERCENT.quantity, interval=Interval(-float("inf"), float("inf"), True, False))
    made = replace(made, claims=(replace(first, quantities=(wide,)), *rest))
    assert Judged.unpacked(made.packed()) == made


@pytest.mark.parametrize("data", [b"", b"x", judged().packed()[:-20], replace(judged(), verdicts=()).packed()])
def test_what_is_no_result_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        Judged.unpacked(data)


def test_every_reference_is_named_anew() -> None:
    other = OtherValue(QuantityEvidence(1, Span(3, 4), "4"), agrees=False)
    number = replace(reports.PERCENT, elsewhere=QuantityEvidence(1, Span(0, 1), "3"), others=(other,))
    verdict = replace(judged().verdicts[0], quantities=(number,))
    new = moved(verdict, [7, 5])
    assert [piece.reference for piece in new.evidence] == [7]
    (told,) = new.quantities
    assert told.evidence is not None
    assert told.elsewhere is not None
    assert (told.evidence.reference, told.elsewhere.reference) == (7, 5)
    assert told.others[0].evidence.reference == 5
    assert moved(new, list(range(8))) == new
    assert moved(verdict, [0, 1]) == verdict
