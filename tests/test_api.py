"""The Python API."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from tests.nli.tiny import save_encoder, save_nli

ARTICLE = "Ferry trips rose 12 percent in 2025, the harbour authority said.\n"
SOURCE = "Ferry trips rose 9.5 percent in 2025, the harbour authority said.\n"


@pytest.fixture(scope="module")
def checker() -> factcheck.Checker:
    return factcheck.Checker()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "article.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "source.md").write_text(SOURCE, encoding="utf-8")
    return tmp_path


def rules(report: factcheck.Report) -> list[str]:
    return [finding.rule for finding in report.findings]


def test_files_by_path_or_name(folder: Path) -> None:
    report = factcheck.check(folder / "article.md", [str(folder / "source.md")])
    assert rules(report) == ["N101"]
    assert report.claims[0].verdict.label is factcheck.VerdictLabel.CONTRADICTED


def test_a_checker_is_used_again_and_text_needs_no_file(checker: factcheck.Checker, folder: Path) -> None:
    article = factcheck.read_text(ARTICLE, name="draft")
    source = factcheck.Reference("annual", factcheck.read_text(SOURCE, name="annual report"))
    report = checker.check(article, source)
    assert report.documents[0].path == "draft"
    assert rules(report) == ["N101"]
    assert report.findings[0].label == "source annual: 9.5 percent"
    assert rules(checker.check(article, [source, folder / "source.md"])) == ["N101"]
    assert rules(checker.check(folder / "article.md", folder / "source.md")) == ["N101"]


def test_a_string_is_always_the_name_of_a_file(checker: factcheck.Checker, folder: Path) -> None:
    with pytest.raises(factcheck.InputError, match="no such file"):
        checker.check(ARTICLE, folder / "source.md")
    with pytest.raises(factcheck.InputError, match="no such file"):
        checker.check(folder / "article.md", [folder / "sorce.md"])


def test_no_reference_passes_unread(checker: factcheck.Checker, folder: Path) -> None:
    (folder / "scan.md").write_bytes(b"\x00\x01")
    with pytest.raises(factcheck.InputError, match=r"scan\.md"):
        checker.check(factcheck.read_text(ARTICLE, name="draft"), folder)


def test_without_references_that_is_the_finding(checker: factcheck.Checker) -> None:
    assert rules(checker.check(factcheck.read_text(ARTICLE, name="draft"), [])) == ["R601"]


def test_an_article_is_no_reference_for_itself(checker: factcheck.Checker, folder: Path) -> None:
    with pytest.raises(factcheck.UsageError, match="same file"):
        checker.check(folder / "article.md", folder)


def test_ids_of_references_are_unique(checker: factcheck.Checker) -> None:
    source = factcheck.Reference("a", factcheck.read_text(SOURCE, name="source"))
    with pytest.raises(factcheck.UsageError, match="two references have the id 'a'"):
        checker.check(factcheck.read_text(ARTICLE, name="draft"), [source, source])


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan")])
def test_a_confidence_out_of_range(confidence: float) -> None:
    with pytest.raises(factcheck.UsageError, match="between 0 and 1"):
        factcheck.Checker(min_confidence=confidence)


def test_no_threads() -> None:
    with pytest.raises(factcheck.UsageError, match="threads"):
        factcheck.Checker(threads=0)


@pytest.mark.parametrize(("text", "said"), [("", "empty"), ("\n \n", "empty"), ("Six \udcff men", "offset 4")])
def test_text_that_is_none_is_told_by_its_name(text: str, said: str) -> None:
    with pytest.raises(factcheck.InputError, match=f"draft: .*{said}"):
        factcheck.read_text(text, name="draft")


def test_a_checker_without_a_model_reports_numbers_alone(folder: Path) -> None:
    report = factcheck.Checker(nli="none").check(folder / "article.md", folder / "source.md")
    assert rules(report) == ["N101"]
    assert "nli" not in [model.name for model in report.models]


def test_any_hugging_face_models_by_path(folder: Path) -> None:
    nli = save_nli(folder / "nli", ["contradiction", "entailment", "neutral"])
    retriever = save_encoder(folder / "retriever")
    report = factcheck.Checker(nli=str(nli), retriever=str(retriever)).check(
        folder / "article.md", folder / "source.md"
    )
    assert [model.name for model in report.models] == ["parser", str(retriever), str(nli)]
    assert all(checked.verdict.evidence for checked in report.claims)


def test_claims_are_judged_as_they_are_given() -> None:
    source = factcheck.Reference("annual", factcheck.read_text(SOURCE, name="annual report"))
    given: list[factcheck.GivenClaim | str] = [
        factcheck.GivenClaim(ARTICLE.strip(), id="mine"),
        "Ferry trips rose 9.5 percent in 2025.",
    ]
    report = factcheck.Checker(nli="none").check_claims(given, source, name="answer")
    assert [(checked.claim.id, checked.claim.text) for checked in report.claims] == [
        ("mine", ARTICLE.strip()),
        ("c2", "Ferry trips rose 9.5 percent in 2025."),
    ]
    assert [(finding.rule, finding.claim) for finding in report.findings] == [("N101", "mine")]
    assert report.documents[0].path == "answer"
    with pytest.raises(factcheck.InputError, match="answer: holds no claim"):
        factcheck.Checker().check_claims([], source, name="answer")
