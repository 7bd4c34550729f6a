"""The review for programs."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from factcheck.export.json_review import json_review
from factcheck.export.reviewed import Reviewed
from tests.export.examples import hostile, reviewed


def schema(package: str, name: str) -> Any:
    return json.loads(files(package).joinpath(name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    report = Resource.from_contents(schema("factcheck.output", "report.schema.json"))
    review = schema("factcheck.export", "review.schema.json")
    Draft202012Validator.check_schema(review)
    return Draft202012Validator(review, registry=Registry().with_resources([("urn:factcheck:report:1", report)]))


def decoded(what: Reviewed) -> Any:
    return json.loads(json_review(what))


def test_it_follows_its_schema(validator: Draft202012Validator) -> None:
    validator.validate(decoded(reviewed()))


def test_so_do_hostile_words(validator: Draft202012Validator) -> None:
    validator.validate(decoded(hostile()))
    assert "\u202e" not in json_review(hostile()).decode()


def test_every_reviewers_say_is_there_and_the_one_that_counts_comes_first() -> None:
    first, second, *_ = decoded(reviewed())["decisions"]
    assert (first["claim"], first["reviewer"], first["kind"], first["counts"]) == ("c1", "mk", "error", True)
    assert (first["note"], first["correction"], first["stale"]) == ("where is 12 from?", "rose 9.5 percent", None)
    assert first["evidence"] == [{"reference": "r2", "quote": "Trips were up about a tenth."}]
    assert (second["claim"], second["reviewer"], second["kind"], second["counts"]) == ("c1", "jr", "ok", False)
