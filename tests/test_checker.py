from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.checker import Pipeline
from factcheck.document import Document, Reference
from factcheck.evidence import EvidenceRelation, QuantityRelation, VerdictLabel
from factcheck.readers import read_document, read_references
from factcheck.report import CheckedClaim, Report
from factcheck.settings import Settings

ARTICLE = """---
title: Ferry line grows
date: 2025-04-02
---

The Orla ferry carried 4.6 million passengers last year. The line has eleven boats. Captain Mira Toll was born in Oslo.
"""
ANNUAL = """---
title: Annual report of the Orla ferry
date: 2025-03-01
rank: primary
---

The ferry carried 4,612,000 passengers in 2024. The fleet of the line consists of nine boats.
"""
BAKERY = "The bakery on Main Street sold 900 loaves on Friday.\n"


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


@pytest.fixture
def article(tmp_path: Path) -> Document:
    (tmp_path / "article.md").write_text(ARTICLE, encoding="utf-8")
    return read_document(str(tmp_path / "article.md"))


@pytest.fixture
def references(tmp_path: Path) -> list[Reference]:
    folder = tmp_path / "references"
    folder.mkdir()
    (folder / "annual.md").write_text(ANNUAL, encoding="utf-8")
    (folder / "bakery.txt").write_text(BAKERY, encoding="utf-8")
    return read_references([str(folder)])[0]


def claim_of(report: Report, words: str) -> CheckedClaim:
    """The claim whose text holds these words."""
    (found,) = [checked for checked in report.claims if words in checked.claim.text]
    return found


def test_each_claim_gets_its_verdict(pipeline: Pipeline, article: Document, references: list[Reference]) -> None:
    report = pipeline.run([article], references)
    passengers = claim_of(report, "4.6 million")
    assert passengers.verdict.label is VerdictLabel.SUPPORTED
    assert passengers.verdict.evidence[0].relation is EvidenceRelation.SUPPORTS
    assert references[passengers.verdict.evidence[0].reference].id == "annual"
    boats = claim_of(report, "eleven boats")
    assert boats.verdict.label is VerdictLabel.CONTRADICTED
    (number,) = boats.verdict.quantities
    assert number.relation is QuantityRelation.CONFLICTING
    assert number.evidence is not None
    assert number.evidence.span.of(references[number.evidence.reference].text) == "nine boats"
    assert "nine boats" in boats.verdict.rationale
    assert claim_of(report, "Oslo").verdict.label is VerdictLabel.UNVERIFIED


def test_evidence_and_quantities_stand_at_their_places(
    pipeline: Pipeline, article: Document, references: list[Reference]
) -> None:
    report = pipeline.run([article], references)
    for checked in report.claims:
        assert all(0 <= span.start < span.end <= len(article.text) for span in checked.claim.spans)
        assert all(q.span.of(article.text) == q.text for q in checked.claim.quantities)
        for piece in checked.verdict.evidence:
            assert piece.span.of(references[piece.reference].text).strip()
            assert piece.entailment + piece.neutral + piece.contradiction == pytest.approx(1.0, abs=1e-3)


def test_a_run_is_deterministic_and_independent_of_company(
    pipeline: Pipeline, article: Document, references: list[Reference], tmp_path: Path
) -> None:
    alone = pipeline.run([article], references)
    assert pipeline.run([article], references) == alone
    (tmp_path / "other.md").write_text("The bakery sold 700 loaves on Friday.\n", encoding="utf-8")
    other = read_document(str(tmp_path / "other.md"))
    together = pipeline.run([other, article], references)
    mine = [checked.verdict for checked in together.claims if checked.document == 1]
    assert mine == [checked.verdict for checked in alone.claims]
    assert [checked.claim.id for checked in together.claims] == [f"c{i + 1}" for i in range(len(together.claims))]


def test_one_thread_gives_the_same_as_many(article: Document, references: list[Reference], pipeline: Pipeline) -> None:
    single = Pipeline(Settings(threads=1)).run([article], references)
    assert single == pipeline.run([article], references)


def test_without_references_nothing_is_established(pipeline: Pipeline, article: Document) -> None:
    report = pipeline.run([article], [])
    assert report.claims
    assert {checked.verdict.label for checked in report.claims} == {VerdictLabel.UNVERIFIED}
    assert [model.name for model in report.models] == ["parser"]


def test_a_contradiction_below_the_asked_confidence_is_unverified(
    article: Document, references: list[Reference]
) -> None:
    strict = Pipeline(Settings(min_confidence=1.0)).run([article], references)
    boats = claim_of(strict, "eleven boats")
    assert boats.verdict.label is VerdictLabel.UNVERIFIED
    assert {number.label for number in boats.verdict.quantities} == {VerdictLabel.UNVERIFIED}


def test_without_a_model_only_numbers_are_judged(article: Document, references: list[Reference]) -> None:
    report = Pipeline(Settings(nli="none")).run([article], references)
    assert claim_of(report, "eleven boats").verdict.label is VerdictLabel.CONTRADICTED
    assert claim_of(report, "4.6 million").verdict.label is VerdictLabel.SUPPORTED
    assert claim_of(report, "Oslo").verdict.label is VerdictLabel.UNVERIFIED


def test_a_weekday_is_left_to_its_claim_unless_a_source_settles_it(
    pipeline: Pipeline, references: list[Reference], tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text("Captain Mira Toll resigned on Sunday.\n", encoding="utf-8")
    report = pipeline.run([read_document(str(tmp_path / "a.md"))], references)
    (checked,) = report.claims
    assert checked.verdict.label is VerdictLabel.UNVERIFIED
    assert checked.verdict.quantities == ()


def test_an_article_is_judged_against_its_own_references_only(
    pipeline: Pipeline, article: Document, tmp_path: Path
) -> None:
    (tmp_path / "annual.md").write_text(ANNUAL, encoding="utf-8")
    (tmp_path / "bakery.txt").write_text(BAKERY, encoding="utf-8")
    references, _ = read_references([str(tmp_path / "annual.md"), str(tmp_path / "bakery.txt")])
    report = pipeline.run([article, article], references, checked_against=[(0,), (1,)])
    cited = {
        document: {e.reference for claim in report.claims if claim.document == document for e in claim.verdict.evidence}
        for document in (0, 1)
    }
    assert report.checked_against == ((0,), (1,))
    assert cited == {0: {0}, 1: {1}}
