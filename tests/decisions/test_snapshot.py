from __future__ import annotations

from dataclasses import replace

from factcheck.decisions import Snapshot, anchors_of, changes, snapshot
from factcheck.evidence import Verdict, VerdictLabel
from factcheck.report import Report
from tests.decisions.examples import article, reference, report_of

TEXT = "The ferry carried 400 cars.\nIt sank in 1994.\nIt sank in 1994.\n"


def seen(report: Report) -> Snapshot:
    document = report.documents[0]
    anchors = anchors_of(document, [checked.claim for checked in report.claims])
    return snapshot(document, report.references, report.claims, anchors)


def test_nothing_has_changed_in_what_is_the_same() -> None:
    report = report_of(article(TEXT), reference("A source."))
    assert not changes(seen(report), seen(report))


def test_new_edited_and_deleted_claims_are_told() -> None:
    before = report_of(article(TEXT))
    after = report_of(replace(article(TEXT.replace("400", "410").replace("1994.\nIt", "1994.\nShe")), sha256="1" * 64))
    found = changes(seen(before), seen(after))
    assert (found.article, found.claims, found.gone) == (True, (0, 2), 2)


def test_a_claim_that_only_moved_has_not_changed() -> None:
    before, after = report_of(article(TEXT)), report_of(article("A new line.\n" + TEXT))
    assert changes(seen(before), seen(after)).claims == (0,)


def test_another_verdict_is_told() -> None:
    before = report_of(article(TEXT))
    supported = replace(before.claims[1], verdict=Verdict(VerdictLabel.SUPPORTED, 0.9))
    after = replace(before, claims=(before.claims[0], supported, before.claims[2]))
    found = changes(seen(before), seen(after))
    assert (found.verdicts, found.claims, found.gone, bool(found)) == ((1,), (), 0, True)


def test_new_changed_and_missing_references_are_told() -> None:
    document = article(TEXT)
    r1, r2 = reference("One."), reference("Two.", "r2")
    other = replace(r1, document=replace(r1.document, sha256="1" * 64))
    before = seen(report_of(document, r1, r2))
    assert changes(before, seen(report_of(document, other, r2))).references == ("r1",)
    assert changes(before, seen(report_of(document, r1))).references == ("r2",)
    assert changes(before, seen(report_of(document, r1, r2, reference("x", "r3")))).references == ("r3",)
