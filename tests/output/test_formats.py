"""The formats for machines: whole outputs, the rules of their readers, and hostile texts."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fluidattacks_core.sarif import SarifLog
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from junitparser import xunit2

from factcheck.document import Span
from factcheck.output.formats import Manner, written
from factcheck.output.github import ANNOTATIONS
from factcheck.report import Finding, Format, Level, ReadError, Report, Silenced, Silencer
from factcheck.rules import apply
from factcheck.rules.page import pages
from tests.reports import document, report, without_references

GOLDEN = Path(__file__).parent / "golden"
MACHINES = [f for f in Format if f not in (Format.FULL, Format.CONCISE, Format.JSON)]
HOSTILE = "x\n::error::y\r##[group]%0A</failure>]]><script>|`[a](javascript:1)`\x1b[31m\u202e"
POSITION = {
    "type": "object",
    "required": ["line", "column"],
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}
RANGE = {"type": "object", "required": ["start", "end"], "properties": {"start": POSITION, "end": POSITION}}
RDJSON = {  # what reviewdog's DiagnosticResult asks for: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
    "type": "object",
    "required": ["source", "diagnostics"],
    "properties": {
        "source": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location", "severity", "code"],
                "properties": {
                    "message": {"type": "string", "minLength": 1},
                    "location": {
                        "type": "object",
                        "required": ["path", "range"],
                        "properties": {"path": {"type": "string"}, "range": RANGE},
                    },
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"]},
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["range", "text"],
                            "properties": {"range": RANGE, "text": {"type": "string"}},
                        },
                    },
                },
            },
        },
    },
}
JUNIT = {  # what junit-10.xsd of Jenkins' xUnit plugin lets an element hold: its attributes, and its children in order
    "testsuites": ({"name", "tests", "failures", "errors"}, ["testsuite"]),
    "testsuite": ({"name", "tests", "failures", "errors"}, ["testcase"]),
    "testcase": ({"name", "classname"}, ["error", "failure", "system-out"]),
    "failure": ({"message", "type"}, []),
    "error": ({"message", "type"}, []),
    "system-out": (set(), []),
}
GITLAB = {  # what app/validators/json_schemas/codeclimate.json of GitLab asks for, and what its documentation adds
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32,}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "not": {"pattern": "^(\\./|/)"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}, "end": {"type": "integer"}},
                    },
                },
            },
        },
    },
}


@pytest.fixture(scope="module")
def judged() -> Report:
    return apply(report(), nli=True)


def in_format(checked: Report, format: Format) -> str:
    return written(checked, format, Manner(pages()))


def hostile() -> Report:
    finding = Finding("N101", "number-contradicted", Level.ERROR, 0, Span(0, 3), None, HOSTILE, HOSTILE, HOSTILE)
    errors = (ReadError(HOSTILE, HOSTILE),)
    return Report((document("One line.\n", "a,b:c%\n.md"),), findings=(finding,), errors=errors)


@pytest.mark.parametrize("format", MACHINES)
def test_the_whole_output_is_as_kept(judged: Report, format: Format) -> None:
    assert in_format(judged, format) == (GOLDEN / f"{format}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("format", list(Format))
def test_an_empty_report_can_be_written(format: Format) -> None:
    assert in_format(Report(()), format)


def several() -> tuple[Report, ...]:
    """Reports with all that a format can hold: findings, none, findings on nothing, files not read, hostile texts."""
    judged = apply(report(), nli=True)
    unread = replace(judged, errors=(ReadError("refs/scan.bin", "not a text file"),))
    return judged, unread, apply(without_references(), nli=True), Report(()), hostile()


@pytest.mark.parametrize("checked", several())
def test_gitlab_can_read_it(checked: Report) -> None:
    Draft202012Validator(GITLAB).validate(json.loads(in_format(checked, Format.GITLAB)))


@pytest.mark.parametrize("checked", several())
def test_reviewdog_can_read_it(checked: Report) -> None:
    Draft202012Validator(RDJSON).validate(json.loads(in_format(checked, Format.RDJSON)))


@pytest.mark.parametrize("checked", several())
def test_sarif_is_what_oasis_publishes(checked: Report) -> None:
    SarifLog.model_validate_json(in_format(checked, Format.SARIF), strict=False)


@pytest.mark.parametrize("checked", several())
def test_junit_is_what_jenkins_reads(checked: Report) -> None:
    for element in ElementTree.fromstring(in_format(checked, Format.JUNIT)).iter():
        attributes, children = JUNIT[element.tag]
        assert set(element.attrib) <= attributes
        assert [child.tag for child in element] == sorted((c.tag for c in element), key=children.index)


@pytest.mark.parametrize("checked", several())
def test_junit_counts_as_its_readers_count(checked: Report) -> None:
    suites = list(xunit2.JUnitXml.fromstring(in_format(checked, Format.JUNIT).encode()))
    told = [(suite.name, suite.tests, suite.failures, suite.errors) for suite in suites]
    for suite in suites:
        suite.update_statistics()  # type: ignore[no-untyped-call]
    assert told == [(suite.name, suite.tests, suite.failures, suite.errors) for suite in suites]
    assert [suite.name for suite in suites if suite.errors] == (["files not read"] if checked.errors else [])


def test_a_source_s_value_is_suggested_for_the_article_s(judged: Report) -> None:
    diagnostics = json.loads(in_format(judged, Format.RDJSON))["diagnostics"]
    found = next(d for d in diagnostics if d["code"]["value"] == "N101")
    assert found["suggestions"][0]["range"] == found["location"]["range"]
    assert found["suggestions"][0]["text"] in ("9.5 percent", "9.5%")


def test_reviewdog_counts_bytes() -> None:
    checked = Report(
        (document("Größe 12 ü\n", "a.md"),),
        findings=(Finding("N102", "number-unverified", Level.ERROR, 0, Span(6, 8), None, "m"),),
    )
    place = json.loads(in_format(checked, Format.RDJSON))["diagnostics"][0]["location"]["range"]
    assert place == {"start": {"line": 1, "column": 9}, "end": {"line": 1, "column": 11}}


def test_sarif_names_each_rule_and_keeps_regions_on_one_line(judged: Report) -> None:
    run = json.loads(in_format(judged, Format.SARIF))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert set(region) == {"startLine", "startColumn", "endColumn"}
        assert region["startColumn"] <= region["endColumn"]
    assert len(run["results"]) == len(judged.findings)
    assert all(rule["help"]["markdown"] and rule["shortDescription"]["text"] for rule in rules)


def test_what_is_silenced_is_in_no_format_for_code_hosts(judged: Report) -> None:
    kept_back = replace(
        judged, findings=(), silenced=tuple(Silenced(f, Silencer.BASELINE, "") for f in judged.findings)
    )
    assert json.loads(in_format(kept_back, Format.SARIF))["runs"][0]["results"] == []
    assert json.loads(in_format(kept_back, Format.GITLAB)) == []
    assert "::error" not in in_format(kept_back, Format.GITHUB)
    assert f"{len(judged.findings)} baselined" in in_format(kept_back, Format.CONCISE)
    shown = written(kept_back, Format.CONCISE, Manner(show_silenced=True))
    assert shown.count("[baseline]") == len(judged.findings)


def test_junit_fails_where_the_run_fails(judged: Report) -> None:
    for level, wanted in ((Level.ERROR, True), (None, False)):
        root = ElementTree.fromstring(written(judged, Format.JUNIT, Manner(fail_level=level)))
        assert (int(root.attrib["failures"]) > 0) is wanted
        assert int(root.attrib["tests"]) == len(list(root.iter("testcase")))


def test_github_shows_ten_of_a_level_and_the_others_as_text() -> None:
    finding = Finding("N102", "number-unverified", Level.ERROR, 0, Span(0, 3), None, "not supported")
    many = Report((document("One line.\n", "a.md"),), findings=(finding,) * (ANNOTATIONS + 3))
    lines = in_format(many, Format.GITHUB).splitlines()
    assert sum(line.startswith("::error ") for line in lines) == ANNOTATIONS
    assert sum(line.startswith("- a.md:1:1: error N102") for line in lines) == 3


def test_a_hostile_text_is_no_command() -> None:
    lines = in_format(hostile(), Format.GITHUB).splitlines()
    assert sum(line.lstrip().startswith("::") for line in lines) == 1
    assert lines[0].startswith("::error file=a%2Cb%3Ac%25 .md,line=1,")
    assert not any("##[" in line for line in lines if not line.startswith("::error "))


def test_a_hostile_text_is_no_link_in_code_scanning() -> None:
    run = json.loads(in_format(hostile(), Format.SARIF))["runs"][0]
    texts = [run["results"][0]["message"], run["invocations"][0]["toolExecutionNotifications"][0]["message"]]
    assert all("[a\\](javascript:1)" in text["text"] for text in texts)


def test_a_summary_is_no_larger_than_github_takes_and_has_the_worst() -> None:
    finding = Finding("N102", "number-unverified", Level.NOTE, 0, Span(0, 3), None, "x" * 3000)
    worst = replace(finding, level=Level.ERROR)
    errors = (ReadError("refs/" + "y" * 2000, "not a text file"),) * 600
    many = Report((document("One line.\n", "a.md"),), findings=(*(finding,) * 600, worst), errors=errors)
    text = in_format(many, Format.MARKDOWN)
    assert len(text.encode()) < 1_000_000
    assert "❌ error" in text
    assert re.search(r"\n\n\d+ more findings are not shown\.\n", text)
    assert re.search(r"\n\n\d+ more files are not shown\.\n", text)


@pytest.mark.parametrize("text", ["\ufffe\uffff", "\udcff", "\U0001fffe"])
@pytest.mark.parametrize("format", list(Format))
def test_what_is_no_character_breaks_no_format(format: Format, text: str) -> None:
    finding = Finding("N102", "number-unverified", Level.NOTE, 0, Span(0, 1), None, text, text, text)
    output = in_format(Report((document(text, text),), findings=(finding,)), format)
    output.encode()
    if format is Format.JUNIT:
        ElementTree.fromstring(output)


def test_a_hostile_text_is_no_markup() -> None:
    assert "<script" not in in_format(hostile(), Format.MARKDOWN).replace("\\<script", "")
    ElementTree.fromstring(in_format(hostile(), Format.JUNIT))


@pytest.mark.parametrize("format", list(Format))
@given(text=st.text(min_size=1, max_size=40))
def test_no_text_breaks_a_format(format: Format, text: str) -> None:
    finding = Finding("N102", "number-unverified", Level.NOTE, 0, Span(0, min(2, len(text))), None, text, text, text)
    output = in_format(Report((document(text, text),), findings=(finding,)), format)
    output.encode("utf-8", "strict" if "\ud800" not in text else "surrogatepass")
    if format is Format.JUNIT:
        ElementTree.fromstring(output)
    if format is Format.SARIF:
        assert len(json.loads(output)["runs"][0]["results"]) == 1


def test_pages_are_whole() -> None:
    for page in pages().values():
        assert page.title
        assert page.why
        assert page.what_to_do
