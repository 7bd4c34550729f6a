"""Listings of claims and numbers."""

from __future__ import annotations

import json
from dataclasses import replace

from factcheck.claim import Antecedent, Modality, Skipped, SkipReason
from factcheck.output.listing import Numbers, claims_json, claims_text, numbers_json, numbers_text
from tests.reports import ARTICLE, EUROS, MILLION, PERCENT, at, claims, document, report

DOCUMENT = document(ARTICLE, "ferries.md")
CLAIMS = [checked.claim for checked in claims()]
QUANTITIES = (PERCENT.quantity, MILLION.quantity, EUROS.quantity)
SKIPPED = (Skipped(at(ARTICLE, "first"), "first", SkipReason.IDIOM),)


def test_claims_with_their_places() -> None:
    lines = claims_text(DOCUMENT, CLAIMS).splitlines()
    assert lines[0] == "3:1    Ferry trips rose 12 percent in the year to March."
    assert lines[6] == "6:63 . It was a good year."
    assert lines[-1] == "6 claims to check, 1 that needs no check"


def test_who_says_it_is_told() -> None:
    reported = replace(CLAIMS[0], attribution="the harbour\nauthority\x1b", modality=Modality.REPORTED)
    assert "\n      reported, according to the harbour authority\u241b\n" in claims_text(DOCUMENT, [reported])


def test_claims_as_json_stand_at_their_places() -> None:
    listed = json.loads(claims_json([(DOCUMENT, CLAIMS)]))
    assert listed["schema"] == "factcheck/claims/1"
    assert [claim["id"] for claim in listed["claims"]] == [f"c{n}" for n in range(1, 8)]
    ((start, end),) = listed["claims"][3]["spans"]
    assert ARTICLE[start:end] == "Captain Mira Toll steered the first electric boat"
    assert "verdict" not in listed["claims"][0]


def test_what_a_claim_says_in_the_place_of_a_pronoun_is_listed() -> None:
    antecedent = Antecedent(at(ARTICLE, "It"), "the strike", at(ARTICLE, "The strike"))
    plain, told = json.loads(claims_json([(DOCUMENT, [CLAIMS[4], replace(CLAIMS[5], antecedents=(antecedent,))])]))[
        "claims"
    ]
    assert "antecedents" not in plain
    (listed,) = told["antecedents"]
    assert ARTICLE[listed["start"] : listed["end"]] == "It"
    assert ARTICLE[slice(*listed["source"])] == "The strike"
    assert listed["text"] == "the strike"


def test_numbers_with_their_meanings() -> None:
    assert numbers_text(Numbers(DOCUMENT, QUANTITIES)).splitlines() == [
        "3:18  12 percent     percent  12 %",
        "3:32  4.6 million    count    4600000 trips",
        "6:48  300,000 euros  money    300000 EUR",
        "",
        "3 numeric expressions",
    ]


def test_what_was_left_out_is_listed_in_its_place_when_asked() -> None:
    lines = numbers_text(Numbers(DOCUMENT, QUANTITIES, SKIPPED)).splitlines()
    assert lines[2] == "5:31  first          skipped  idiom"
    assert lines[-1] == "3 numeric expressions, 1 skipped"


def test_numbers_as_json() -> None:
    assert "skipped" not in json.loads(numbers_json([Numbers(DOCUMENT, QUANTITIES)]))
    listed = json.loads(numbers_json([Numbers(DOCUMENT, QUANTITIES, SKIPPED)]))
    assert [ARTICLE[n["start"] : n["end"]] for n in listed["numbers"]] == [n["text"] for n in listed["numbers"]]
    (skipped,) = listed["skipped"]
    assert ARTICLE[skipped["start"] : skipped["end"]] == "first"
    assert (skipped["reason"], skipped["line"], skipped["column"]) == ("idiom", 5, 31)


def test_an_article_without_any() -> None:
    assert numbers_text(Numbers(DOCUMENT, (), ())) == "\n0 numeric expressions, 0 skipped\n"
    assert claims_text(DOCUMENT, []) == "\n0 claims to check, 0 that need no check\n"


def test_judged_numbers_with_their_verdicts() -> None:
    checked = report()
    judged = Numbers(checked.documents[0], QUANTITIES, None, checked)
    assert numbers_text(judged).splitlines()[:3] == [
        "3:18  12 percent     percent  12 %           ! contradicted  annual: 9.5 %",
        "3:32  4.6 million    count    4600000 trips  + supported  annual: 4610000 trips",
        "6:48  300,000 euros  money    300000 EUR     ? unverified",
    ]
    first = json.loads(numbers_json([judged]))["numbers"][0]
    assert (first["verdict"], first["evidence"]["text"]) == ("contradicted", "9.5 percent")


def test_numbers_of_several_articles_name_theirs() -> None:
    second = document(ARTICLE, "again.md")
    listed = json.loads(numbers_json([Numbers(DOCUMENT, QUANTITIES), Numbers(second, QUANTITIES[:1])]))
    assert [number["document"] for number in listed["numbers"]] == [0, 0, 0, 1]
