"""The format for programs."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from factcheck.claim import Antecedent
from factcheck.document import Reference, Span
from factcheck.output import json_report
from factcheck.output.json_report import rounded_odds
from factcheck.report import Decision, DecisionKind, ReadError, Report, Silenced, Silencer
from factcheck.rules import apply
from tests.reports import ANNUAL, ARTICLE, WIRE, at, claims, document, report, without_references

STRIKE = Antecedent(at(ARTICLE, "It"), "the strike", at(ARTICLE, "The strike"))


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(files("factcheck.output").joinpath("report.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def decoded(checked: Report) -> Any:
    return json.loads(json_report(checked))


JUDGED = apply(report(), nli=True)
FRESH = replace(JUDGED, fresh_decisions=(Silenced(JUDGED.findings[0], Silencer.DECISION, "mk: ok"),))


@pytest.mark.parametrize(
    "checked",
    [
        apply(report(), nli=True),
        apply(without_references(), nli=True),
        Report(documents=()),
        replace(report(), errors=(ReadError("refs/scan.bin", "not a text file"),)),
        report(replace(claims()[5], claim=replace(claims()[5].claim, antecedents=(STRIKE,)))),
        report(*(replace(c, decision=Decision(DecisionKind.NEEDS_SOURCE, "mk", stale=True)) for c in claims())),
        replace(report(), fresh_decisions=()),
        FRESH,
    ],
)
def test_reports_follow_the_schema(validator: Draft202012Validator, checked: Report) -> None:
    validator.validate(decoded(checked))


def test_the_schema_refuses_what_it_does_not_know(validator: Draft202012Validator) -> None:
    known = decoded(apply(report(), nli=True))
    for path in (
        (),
        ("tool",),
        ("claims", 0),
        ("claims", 0, "quantities", 0),
        ("findings", 0),
        ("summary", "numbers"),
    ):
        broken = json.loads(json.dumps(known))
        place = broken
        for key in path:
            place = place[key]
        place["unknown"] = 1
        assert not validator.is_valid(broken), path


def test_every_quotation_stands_at_its_offsets() -> None:
    texts = {"ferries.md": ARTICLE, "references/annual.md": ANNUAL, "references/wire.txt": WIRE}
    found = 0
    for claim in decoded(report())["claims"]:
        quotations = [*claim["evidence"], *(q["evidence"] for q in claim["quantities"] if q["evidence"])]
        for quotation in quotations:
            assert texts[quotation["path"]][quotation["start"] : quotation["end"]] == quotation["text"]
        for quantity in claim["quantities"]:
            assert ARTICLE[quantity["start"] : quantity["end"]] == quantity["text"]
        found += len(quotations)
    assert found == 6


def test_a_record_of_a_jsonl_file_is_quoted_as_it_stands_in_the_file() -> None:
    line = json.dumps({"id": "wire", "text": WIRE}) + "\n"
    start = line.index("The strike")
    written = Reference("wire", document(WIRE, "refs.jsonl"), tuple(range(start, start + len(WIRE) + 1)), line)
    checked = report(claims()[4], sources=(report().references[0], written))
    (quotation,) = decoded(checked)["claims"][0]["evidence"]
    assert line[quotation["start"] : quotation["end"]] == quotation["text"] == WIRE.strip()
    assert quotation["start"] == start


def test_findings_give_line_columns_and_the_value_of_the_source() -> None:
    finding = decoded(apply(report(), nli=True))["findings"][0]
    assert ARTICLE.splitlines()[finding["line"] - 1][finding["column"] - 1 : finding["end_column"] - 1] == "12 percent"
    assert finding["message"] == "`12 percent` differs from the sources (source annual: 9.5 percent)"


def test_a_finding_over_several_lines_ends_its_columns_on_the_first() -> None:
    claim = claims()[3]
    start = ARTICLE.index("Captain")
    over = replace(claim, claim=replace(claim.claim, spans=(Span(start, start + 70),)))
    (finding,) = decoded(apply(report(over), nli=True))["findings"]
    assert finding["end"] - finding["start"] == 70
    assert (finding["line"], finding["column"], finding["end_column"]) == (5, 1, 51)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert json_report(apply(report(), nli=True)) == json_report(apply(report(), nli=True))


def test_text_stands_as_it_is_but_for_what_a_terminal_acts_on() -> None:
    path = "caf\u00e9-\x1b\x9b\u202e\U000e0041\udcff.md"
    text = json_report(replace(report(), documents=(document(ARTICLE, path),)))
    assert r"café-\u001b\u009b\u202e\udb40\udc41\udcff.md" in text
    assert json.loads(text)["documents"][0]["path"] == path


@given(st.lists(st.floats(0, 1), min_size=3, max_size=3).filter(lambda odds: sum(odds) > 0.01))
def test_rounded_odds_sum_to_one_and_are_close(odds: list[float]) -> None:
    total = sum(odds)
    exact = (odds[0] / total, odds[1] / total, odds[2] / total)
    rounded = rounded_odds(exact)
    assert sum(round(100 * p) for p in rounded) == 100
    assert all(abs(a - b) < 0.01 + 1e-9 for a, b in zip(exact, rounded, strict=True))


def test_the_summary_adds_up() -> None:
    numbers = decoded(report())["summary"]["numbers"]
    assert numbers == {"found": 5, "supported": 1, "contradicted": 2, "unverified": 1, "skipped": 1}


def test_decisions_of_the_change_are_there_only_where_there_is_an_earlier_state() -> None:
    assert "fresh_decisions" not in decoded(JUDGED)
    (fresh,) = decoded(FRESH)["fresh_decisions"]
    assert (fresh["finding"]["rule"], fresh["reason"]) == ("N101", "mk: ok")
