from __future__ import annotations

from factcheck.tui.words import claims


def test_one_claim_is_in_the_singular() -> None:
    assert [claims(number) for number in (0, 1, 2)] == ["no claims", "1 claim", "2 claims"]
