from __future__ import annotations

import pytest

from factcheck.claims.inflection import Tense, finite, is_past_participle, past, present


@pytest.mark.parametrize(
    ("participle", "tense", "plural", "verb"),
    [
        ("freeing", Tense.PAST, False, "freed"),
        ("saving", Tense.PAST, False, "saved"),
        ("stopping", Tense.PAST, False, "stopped"),
        ("carrying", Tense.PAST, True, "carried"),
        ("holding", Tense.PAST, False, "held"),
        ("being", Tense.PAST, True, "were"),
        ("saving", Tense.FUTURE, False, "will save"),
        ("creating", Tense.PRESENT, False, "creates"),
        ("adding", Tense.PRESENT, False, "adds"),
        ("carrying", Tense.PRESENT, False, "carries"),
        ("reaching", Tense.PRESENT, False, "reaches"),
        ("having", Tense.PRESENT, False, "has"),
        ("requiring", Tense.PRESENT, True, "require"),
        ("lying", Tense.PRESENT, False, "lies"),
        ("travelling", Tense.PRESENT, False, "travels"),
    ],
)
def test_participle_becomes_finite(participle: str, tense: Tense, plural: bool, verb: str) -> None:
    assert finite(participle, tense, plural) == verb


def test_past_and_present_of_regular_and_irregular_verbs() -> None:
    assert [past(base) for base in ("deny", "close", "sink", "open")] == [
        "denied",
        "closed",
        "sank",
        "opened",
    ]
    assert [present(base, plural=False) for base in ("fix", "go", "pay")] == ["fixes", "goes", "pays"]


def test_participles_are_told_by_form() -> None:
    assert is_past_participle("born")
    assert is_past_participle("closed")
    assert not is_past_participle("sank")
