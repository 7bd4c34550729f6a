"""S904 and R602."""

from __future__ import annotations

from dataclasses import replace

from factcheck.document import Span
from factcheck.report import Decision, DecisionKind, Report, SignedOff
from factcheck.rules import registry, settle
from tests.reports import ARTICLE, claims, report

SHA = f"{len(ARTICLE):064x}"


def signed(*references: tuple[str, str], article: str = SHA) -> Report:
    return replace(report(), sign_offs=(SignedOff(0, "mk", "2026-05-04T10:00:00Z", article, references),))


def found(rule: str, checked: Report) -> list[tuple[Span, str]]:
    findings = tuple(registry()[rule].check(checked))
    # No decision keeps these back.
    assert settle(replace(checked, findings=findings)).findings == findings
    return [(finding.span, finding.message) for finding in findings]


def hashes() -> list[tuple[str, str]]:
    return [(reference.id, reference.document.sha256) for reference in report().references]


def test_what_was_signed_and_has_not_changed_is_not_reported() -> None:
    checked = signed(*hashes())
    assert found("S904", checked) == []
    assert found("R602", checked) == []


def test_another_text_than_the_signed_one() -> None:
    message = "the article has changed since mk signed it off on 2026-05-04"
    assert found("S904", signed(article="0" * 64)) == [(Span(0, 0), message)]


def test_changed_and_missing_references_are_told_and_new_ones_are_not() -> None:
    first, _ = hashes()
    checked = signed((first[0], "0" * 64), ("old", "1" * 64))
    assert [message for _, message in found("R602", checked)] == [
        "reference `annual` has changed since mk signed the article off on 2026-05-04",
        "reference `old` is no longer among the references since mk signed the article off on 2026-05-04",
    ]


def test_records_of_one_file_are_reported_once() -> None:
    one, two = report().references
    records = replace(two, document=replace(two.document, path=one.document.path))
    checked = replace(signed((one.id, "0" * 64), (two.id, "0" * 64)), references=(one, records))
    assert len(found("R602", checked)) == 1


def test_references_of_another_article_are_not_this_ones() -> None:
    checked = replace(signed(*hashes()), checked_against=((0,),))
    assert [message.split("`")[1] for _, message in found("R602", checked)] == ["wire"]


def test_stale_decisions_are_told_with_what_has_changed_and_a_pass_is_none() -> None:
    stale = [
        replace(claim, decision=Decision(kind, "mk", stale=True, changed="the sentence\nhas changed"))
        for claim, kind in zip(claims(), DecisionKind, strict=False)
    ]
    findings = list(registry()["S904"].check(report(*stale)))
    assert len(findings) == len(DecisionKind) - 1
    assert {finding.label for finding in findings} == {"the sentence has changed"}
