"""Claims given by a caller."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from factcheck.claim import GivenClaim
from factcheck.errors import InputError
from factcheck.readers.given import read_claims, written


def test_claims_stand_at_their_places_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_text(
        '{"id": "a", "text": " Six \\"men\\"\\u00a0came.", "context": "On the ferry.", "date": "2024-06-16"}\n\n'
        '{"text": "It rained."}\n',
        encoding="utf-8",
    )
    read = read_claims(str(path))
    assert [(c.id, c.context, c.date) for c in read.claims] == [
        ("a", "On the ferry.", date(2024, 6, 16)),
        ("", "", None),
    ]
    first, second = read.places
    assert first.text == 'Six "men" came.'
    assert first.span.of(read.document.text) == 'Six \\"men\\"\\u00a0came.'
    assert second.span.of(read.document.text) == "It rained."
    assert all(place.offsets[0] == place.span.start for place in read.places)


def test_standard_input() -> None:
    assert read_claims("-", stdin=io.BytesIO(b'{"text": "Six."}')).document.path == "-"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ('{"text": "Six."}\n{"txt": "Six."}\n', 'line 2: no "text"'),
        ('{"text": ""}', 'line 1: "text" is empty'),
        ("six\n", "line 1: not valid JSON"),
        ('{"id": "a", "text": "Six."}\n{"id": "a", "text": "Six."}\n', "two claims have the id 'a'"),
        ('{"text": "Six."}\n{"id": "c1", "text": "Six."}\n', "two claims have the id 'c1'"),
        ('{"text": "Six.", "date": "2024-13-01"}', "line 1: 2024-13-01 is not a date"),
    ],
)
def test_what_is_no_claim_is_refused(text: str, said: str) -> None:
    with pytest.raises(InputError) as refused:
        read_claims("-", stdin=io.BytesIO(text.encode()))
    assert said in str(refused.value)


def test_claims_in_memory_make_a_text_with_one_a_line() -> None:
    read = written(["Six men.", GivenClaim("It\nrained.", id="x")], name="answer")
    assert read.document.text == "Six men.\nIt\nrained."
    assert [place.span.of(read.document.text) for place in read.places] == ["Six men.", "It\nrained."]
    assert read.places[1].text == "It rained."


@pytest.mark.parametrize("claims", [[], [" "], [GivenClaim("a", id="x"), GivenClaim("b", id="x")]])
def test_claims_in_memory_that_are_none(claims: list[GivenClaim | str]) -> None:
    with pytest.raises(InputError, match=r"^answer: "):
        written(claims, name="answer")
