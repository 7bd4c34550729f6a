from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.decisions import (
    AnchorIndex,
    Citation,
    Ledger,
    Sources,
    anchors_of,
    attach,
    normalised,
    standings,
)
from factcheck.report import Decision, DecisionKind
from tests.decisions.examples import article, claims_of, reference, report_of

LINES = ["The ferry carried 400 cars.", "It sank in 1994.", "The crew of 31 was saved."]
STALE = Decision(DecisionKind.OK, "mk", stale=True, changed="the passage cited from r1 has changed")
SOURCE = "The ship had 400 cars aboard.\nAll 31 of the crew lived."


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "factcheck.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def decide(reviewer: str, line: int, kind: DecisionKind | None, *quotes: str, lines: list[str] = LINES) -> None:
    document = article("\n".join(lines))
    anchor = anchors_of(document, claims_of(document))[line]
    Ledger.of(Path("article.md"), reviewer).decide(anchor, kind, citations=[Citation("r1", q) for q in quotes])


def decisions(lines: list[str] = LINES, source: str = SOURCE) -> list[Decision | None]:
    report = attach(report_of(article("\n".join(lines)), reference(source)))
    assert report.errors == ()
    return [checked.decision for checked in report.claims]


def test_without_logs_all_claims_are_open() -> None:
    assert decisions() == [None, None, None]


def test_a_decision_reaches_its_claim_and_only_that() -> None:
    decide("mk", 1, DecisionKind.OK)
    assert decisions() == [None, Decision(DecisionKind.OK, "mk"), None]
    assert decisions(["New.", *LINES, "Last."])[2] == Decision(DecisionKind.OK, "mk")


def test_the_decision_on_a_changed_sentence_is_stale_and_on_another_sentence_gone() -> None:
    decide("mk", 1, DecisionKind.OK)
    was = "it was worded otherwise: “It sank in 1994”"
    edited = decisions([LINES[0], "It sank in 1995.", LINES[2]])
    assert edited == [None, Decision(DecisionKind.OK, "mk", stale=True, changed=was), None]
    assert decisions([LINES[0], "A new pier is planned.", LINES[2]]) == [None, None, None]


def test_a_cited_passage_that_changes_makes_the_decision_stale() -> None:
    decide("mk", 0, DecisionKind.OK, normalised("The ship had 400 cars aboard."))
    assert decisions() == [Decision(DecisionKind.OK, "mk"), None, None]
    assert decisions(source="Foreword.\n" + SOURCE)[0] == Decision(DecisionKind.OK, "mk")
    assert decisions(source=SOURCE.replace("400", "390"))[0] == STALE


def test_a_cited_reference_that_is_not_there_makes_the_decision_stale() -> None:
    decide("mk", 0, DecisionKind.OK, "The ship had 400 cars aboard.")
    report = attach(report_of(article("\n".join(LINES)), reference(SOURCE, "r2")))
    assert report.claims[0].decision == STALE


def test_one_reviewers_error_outweighs_anothers_ok() -> None:
    decide("ann", 0, DecisionKind.OK)
    decide("bob", 0, DecisionKind.ERROR)
    decide("cy", 0, DecisionKind.OPINION)
    assert decisions()[0] == Decision(DecisionKind.ERROR, "bob")


def test_what_holds_outweighs_what_is_stale_and_pass_says_nothing() -> None:
    decide("ann", 0, DecisionKind.ERROR, "gone passage")
    decide("bob", 0, DecisionKind.OK)
    decide("cy", 0, DecisionKind.PASS)
    assert decisions()[0] == Decision(DecisionKind.OK, "bob")


def test_opened_again_is_open() -> None:
    decide("mk", 0, DecisionKind.OK)
    decide("mk", 0, None)
    assert decisions()[0] is None


def test_broken_lines_become_errors_of_the_report(project: Path) -> None:
    decide("mk", 0, DecisionKind.ERROR)
    log = project / ".factcheck/decisions/article.md/mk.jsonl"
    log.write_bytes(b"garbage\n" + log.read_bytes())
    report = attach(report_of(article("\n".join(LINES))))
    assert [(e.path, e.message) for e in report.errors] == [
        (".factcheck/decisions/article.md/mk.jsonl", "line 1: not a line of JSON")
    ]
    assert report.claims[0].decision == Decision(DecisionKind.ERROR, "mk")


def test_an_unreadable_log_becomes_an_error_of_the_report(project: Path) -> None:
    (project / ".factcheck/decisions/article.md/mk.jsonl").mkdir(parents=True)
    report = attach(report_of(article("\n".join(LINES))))
    assert [error.path for error in report.errors] == [".factcheck/decisions/article.md/mk.jsonl"]


def test_standard_input_has_no_decisions() -> None:
    report = report_of(article("\n".join(LINES), "-"))
    assert attach(report) == report


def test_a_lost_decision_is_listed_and_a_replaced_one_is_not() -> None:
    ledger = Ledger.of(Path("article.md"), "mk")
    old, new = article("\n".join(LINES)), article("\n".join([LINES[0], "A new pier is planned.", LINES[2]]))
    first = ledger.decide(anchors_of(old, claims_of(old))[1], DecisionKind.OK)

    index = AnchorIndex(anchors_of(new, claims_of(new)))
    assert standings(ledger.in_force(), index, Sources([])) == ({}, (first,))

    again = ledger.decide(anchors_of(new, claims_of(new))[1], DecisionKind.OK, replaces=first)
    found, lost = standings(ledger.in_force(), index, Sources([]))
    assert (found[1].decide, found[1].stale, lost) == (again, "", ())


def test_a_stale_decision_never_takes_the_place_of_one_that_holds() -> None:
    lines = ["It rose by 3 m.", "Snow fell.", "It rose by 3 m.", "The end."]
    decide("mk", 0, DecisionKind.OK, lines=lines)
    decide("mk", 2, DecisionKind.ERROR, lines=lines)
    left = ["It rose by 3 m.", "Snow fell.", "The end."]
    assert decisions(left)[0] == Decision(DecisionKind.OK, "mk")
