"""Which numbers are read, and how far they may be rounded, as the settings want it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.claim import QuantityKind, SkipReason
from factcheck.document import Span
from factcheck.evidence import QuantityRelation
from factcheck.quantities import as_asked, find_quantities, relate
from factcheck.settings import NumberSettings

EQUAL, ENTAILED = QuantityRelation.EQUAL, QuantityRelation.ENTAILED
CONFLICTING, COMPATIBLE = QuantityRelation.CONFLICTING, QuantityRelation.COMPATIBLE


@pytest.mark.parametrize(
    ("claim", "source", "usual", "exact", "percent"),
    [
        ("4.6 million trips", "4,612,345 trips", ENTAILED, CONFLICTING, ENTAILED),
        ("4.6 million trips", "4,600,000 trips", EQUAL, EQUAL, EQUAL),
        ("4,612,345 trips", "4.6 million trips", COMPATIBLE, COMPATIBLE, ENTAILED),
        ("1,400 trips", "1,405 trips", ENTAILED, CONFLICTING, ENTAILED),
        ("140 trips", "141 trips", CONFLICTING, CONFLICTING, ENTAILED),
        ("140 trips", "143 trips", CONFLICTING, CONFLICTING, CONFLICTING),
        ("7.2 percent", "7.24 percent", ENTAILED, CONFLICTING, ENTAILED),
        ("about 140 trips", "143 trips", ENTAILED, ENTAILED, ENTAILED),
        ("at least 140 trips", "143 trips", ENTAILED, ENTAILED, ENTAILED),
        ("the age of 40", "the age of 41", CONFLICTING, CONFLICTING, CONFLICTING),
        ("12 March 2024", "13 March 2024", CONFLICTING, CONFLICTING, CONFLICTING),
    ],
)
def test_rounding_as_asked(
    claim: str, source: str, usual: QuantityRelation, exact: QuantityRelation, percent: QuantityRelation
) -> None:
    (mine,), (theirs,) = (find_quantities(text).quantities for text in (claim, source))
    asked = [replace(mine, round_to=share) for share in (None, 0.0, 0.01)]
    assert [relate(one, theirs) for one in asked] == [usual, exact, percent]


@pytest.mark.parametrize(
    ("text", "reason", "read"),
    [
        ("A Boeing 747 landed.", SkipReason.NAME, "747"),
        ("See section 12 of it.", SkipReason.SECTION, "12"),
        ("She is on cloud nine.", SkipReason.IDIOM, "nine"),
        ("It ran on version 2.3 then.", SkipReason.VERSION, "2.3"),
        ("No one came, this one did.", SkipReason.PRONOUN, "one"),
        ("It is shown in figure 3 as well.", SkipReason.FIGURE, "3"),
        ("It is on page 14 below.", SkipReason.PAGE, "14"),
        ("The gate 9 is closed.", SkipReason.LABEL, "9"),
    ],
)
def test_what_is_left_out_can_be_read(text: str, reason: SkipReason, read: str) -> None:
    assert read not in [q.text for q in find_quantities(text).quantities]
    assert read in [q.text for q in find_quantities(text, checked={reason}).quantities]


def test_what_holds_no_number_stays_left_out() -> None:
    found = find_quantities("The P12 and version 2.3.1 of it.", checked=set(SkipReason))
    assert found.quantities == ()
    assert [one.text for one in found.skipped] == ["P12", "2.3.1"]


def test_identifiers_can_be_read() -> None:
    text = "It takes `limit = 12` at most."
    names = [Span(9, 21)]
    assert find_quantities(text, identifiers=names).quantities == ()
    (found,) = find_quantities(text, identifiers=names, checked={SkipReason.IDENTIFIER}).quantities
    assert found.value == 12


def test_kinds_can_be_left_out() -> None:
    found = find_quantities("On 12 March 2024 the third of 40 boats sank.")
    asked = as_asked(found, NumberSettings(left_out=frozenset({QuantityKind.DATE, QuantityKind.ORDINAL})))
    assert [quantity.kind for quantity in asked.quantities] == [QuantityKind.COUNT]
    assert [one.reason for one in asked.skipped] == [SkipReason.LEFT_OUT] * 2
