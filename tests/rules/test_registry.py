"""All rules together."""

from __future__ import annotations

import inspect
import sys
from dataclasses import replace

import pytest

from factcheck.document import Span
from factcheck.rules import apply, registry
from tests.reports import ARTICLE, document, report, without_references


def test_findings_come_by_document_place_and_rule() -> None:
    findings = apply(report(), nli=True).findings
    assert [(f.rule, f.span.of(ARTICLE)) for f in findings] == [
        ("N101", "12 percent"),
        ("D201", "on 2 May"),
        ("C502", "Captain Mira Toll steered the first electric boat"),
        ("C501", "The strike planned for May went ahead"),
        ("N102", "300,000 euros"),
    ]


def test_the_order_does_not_depend_on_the_order_of_the_claims() -> None:
    checked = report()
    turned = replace(checked, claims=checked.claims[::-1])
    assert apply(turned, nli=True).findings == apply(checked, nli=True).findings


def test_findings_of_a_second_article_come_after_those_of_the_first() -> None:
    checked = report()
    second = tuple(
        replace(claim, document=1, claim=replace(claim.claim, id=f"d{claim.claim.id}")) for claim in checked.claims
    )
    both = replace(
        checked,
        documents=(*checked.documents, document(ARTICLE, "again.md")),
        checked_against=checked.checked_against * 2,
        claims=second + checked.claims,
    )
    findings = apply(both, nli=True).findings
    assert [f.document for f in findings] == [0] * 5 + [1] * 5


def test_without_a_model_only_numbers_and_dates_are_reported() -> None:
    assert {f.rule for f in apply(report(), nli=False).findings} == {"N101", "N102", "D201"}


def test_each_article_without_references_has_one_finding_at_its_start() -> None:
    checked = without_references()
    two = replace(checked, documents=(*checked.documents, document("Second.", "second.md")), checked_against=((), ()))
    findings = apply(two, nli=True).findings
    assert [(f.rule, f.document, f.span, f.claim) for f in findings] == [
        ("R601", 0, Span(0, 0), None),
        ("R601", 1, Span(0, 0), None),
    ]


def test_applying_twice_changes_nothing() -> None:
    once = apply(report(), nli=True)
    assert apply(once, nli=True) == once


@pytest.mark.parametrize("id", list(registry()))
def test_each_rule_is_registered_under_its_id_and_documented_in_its_file(id: str) -> None:
    rule = registry()[id]
    page = inspect.getdoc(sys.modules[type(rule).__module__]) or ""
    assert rule.id == id
    assert page.startswith(f"{id} {rule.name}: ")
    assert f"Level: {rule.level}." in page
    assert f": {rule.level} {id} {rule.name}: " in page
    for part in ("Why: ", "What to do: ", "Since: "):
        assert f"\n{part}" in page


def test_ids_and_names_are_used_once() -> None:
    ids = [
        *(f"N{number}" for number in range(101, 111)),
        "D201",
        "D202",
        "D203",
        "P301",
        "C501",
        "C502",
        "R601",
        "R602",
        *(f"S{number}" for number in range(901, 906)),
    ]
    assert sorted(registry()) == sorted(ids)
    assert len({rule.name for rule in registry().values()}) == len(ids)


def test_messages_are_one_line_lower_case_and_without_a_stop() -> None:
    for finding in apply(report(), nli=True).findings:
        assert "\n" not in finding.summary
        assert not finding.summary.endswith(".")
        assert finding.message[0] in "`c"


def test_line_breaks_in_the_article_do_not_reach_a_message() -> None:
    checked = report().claims[3]
    broken = replace(checked, claim=replace(checked.claim, text="Captain\nMira\tToll"))
    (finding,) = apply(report(broken), nli=True).findings
    assert "`Captain Mira Toll`" in finding.message


def test_only_the_article_without_references_of_its_own_is_reported() -> None:
    two = replace(
        report(), documents=(*report().documents, document("Second.", "second.md")), checked_against=((0,), ())
    )
    assert [f.document for f in apply(two, nli=True).findings if f.rule == "R601"] == [1]
