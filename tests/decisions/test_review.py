from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.decisions import ArticleReview, Ledger, Sources, anchors_of, review_of
from factcheck.report import DecisionKind
from tests.decisions.examples import article, claims_of

OK, ERROR, NEEDS_SOURCE, OPINION, PASS = DecisionKind
TEXT = "The ferry carried 400 cars.\nIt sank in 1994.\nThe crew of 31 was saved."


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "factcheck.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def decide(reviewer: str, claim: int, kind: DecisionKind | None) -> None:
    document = article(TEXT)
    Ledger.of(Path("article.md"), reviewer).decide(anchors_of(document, claims_of(document))[claim], kind)


def review(text: str = TEXT) -> ArticleReview:
    document = article(text)
    return review_of(document, claims_of(document), Sources([]))


def test_who_said_what_of_each_claim() -> None:
    decide("ann", 0, OK)
    decide("bob", 0, ERROR)
    decide("bob", 2, None)
    said = {index: {who: each.decide.kind for who, each in by.items()} for index, by in review().said().items()}
    assert said == {0: {"ann": OK, "bob": ERROR}}


def test_only_decisions_that_hold_and_contradict_each_other_differ() -> None:
    for claim, kinds in enumerate(((OK, ERROR), (OK, OK), (OK, PASS))):
        for reviewer, kind in zip(("ann", "bob"), kinds, strict=True):
            decide(reviewer, claim, kind)
    assert list(review().differing()) == [0]
    assert list(review(TEXT.replace("400", "410")).differing()) == []


def test_what_was_decided_since_a_moment() -> None:
    decide("ann", 0, OK)
    decide("bob", 1, ERROR)
    everything = review().since("")
    assert sorted((who, decide.kind) for who, decide in everything) == [("ann", OK), ("bob", ERROR)]
    assert review().since("9999") == []


def test_sign_offs_are_those_of_all_reviewers() -> None:
    decide("ann", 0, OK)
    assert review().sign_offs == {"ann": ()}
