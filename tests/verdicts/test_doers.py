"""Who did it to whom."""

from __future__ import annotations

import pytest

from factcheck.verdicts.doers import turned_round

TURNED = """
Twelve engineers hired Mara Quist. | Mara Quist hired 12 engineers.
Kasten bought Velo Nord for $60 million. | Kasten was bought by Velo Nord for $60 million.
The ministry attacked hackers. | The ministry was attacked by hackers on Monday.
Lund beat Tonbury 3-1. | Tonbury beat Lund 3-1.
Lund won the final 3-1. | Tonbury took the cup after beating Lund 3-1 in the final.
Lund defeated Tonbury 3-1 at home. | Tonbury beat Lund 3-1 in the first game.
Ostland lent Westland $3 billion. | Westland lent Ostland $3 billion.
Norland exported 50 trams to Sudria. | Sudria exported 50 trams to Norland.
The bank owes the state $90 million. | The state owes the bank $90 million.
"""
NOT_TURNED = """
Velo Nord bought Kasten for $60 million. | Kasten was bought by Velo Nord for $60 million.
The city sued the contractor. | The contractor was sued by the city for £2 million.
Anna married Ben. | Ben married Anna in 2004.
Lund defeated Tonbury 3-1 at home. | Lund beat Tonbury 3-1 in the first game.
Tonbury won the final 3-1. | Tonbury took the cup after beating Lund 3-1 in the final.
Lund signed Olmo. | Olmo signed a contract with Lund.
Twelve flights were cancelled at the airport. | The airport cancelled 12 flights.
Berg scored 14 goals and Falk 9. | Falk scored nine goals, Berg fourteen.
The keeper saved five penalties. | Penalties saved: the keeper, 5.
Kasten was sold. | Velo Nord sold Kasten.
The court fined the bank. | The bank appealed. The court fined the bank, and the bank sued the court.
"""


@pytest.mark.parametrize("line", TURNED.strip().split("\n"))
def test_doer_and_done_to_are_exchanged(line: str) -> None:
    claim, passage = line.split("|")
    assert turned_round(claim.strip(), passage.strip())


@pytest.mark.parametrize("line", NOT_TURNED.strip().split("\n"))
def test_nothing_is_exchanged(line: str) -> None:
    claim, passage = line.split("|")
    assert not turned_round(claim.strip(), passage.strip())
