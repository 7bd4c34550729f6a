"""Which findings a comment silences, and what becomes of comments that silence none."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Checker
from factcheck.api import read_text
from factcheck.document import Span
from factcheck.readers import read_document
from factcheck.report import Report, Silencer, SuppressionState
from factcheck.rules import apply, registry
from factcheck.settings import NO_NLI, SENTENCE
from factcheck.suppressions import fix, suppress
from factcheck.suppressions.removal import tidied
from tests.reports import document

TODAY = date(2026, 5, 21)
CHECKER = Checker(nli=NO_NLI, splitter=SENTENCE)


def checked(text: str, today: date = TODAY, suppressions: bool = True, name: str = "a.md") -> Report:
    """The report on an article of placeholders, weekdays and comments: no reference is needed to find fault with it."""
    report = CHECKER.run([read_text(text, name=name)], [], today=today, suppressions=suppressions)
    return replace(report, findings=tuple(f for f in report.findings if f.rule != "R601"))


def told(report: Report) -> list[tuple[str, str]]:
    text = report.documents[0].text
    return [(finding.rule, finding.span.of(text)) for finding in report.findings]


IGNORE = '<!-- factcheck-ignore P301 "TK": desk -->'


@pytest.mark.parametrize(
    "text",
    [
        f"{IGNORE}\n\nThe mayor, TK, came.\n",
        f"{IGNORE}\nThe mayor, TK, came.\n",
        f"The mayor, TK, came.\n{IGNORE}\n",
        f"The mayor, TK, came.\n\n{IGNORE}\n",
        f"The mayor, TK, came.\n{IGNORE}\n\nThe tide fell.\n",
        f"The mayor, TK, came. {IGNORE}\n",
        f"{IGNORE} The mayor, TK, came.\n",
        f"- {IGNORE} The mayor, TK, came.\n",
        f"> The mayor, TK, came.\n> {IGNORE}\n",
        f"## The mayor, TK, came {IGNORE}\n\nThe tide fell.\n",
        f"| Who |\n|---|\n| The mayor, TK {IGNORE} |\n",
        f"{IGNORE}\n\n| Who |\n|---|\n| The tide |\n| The mayor, TK |\n",
        '{/* factcheck-ignore P301 "TK": desk */}\n\nThe mayor, TK, came.\n',
        'The mayor, TK, {/* factcheck-ignore placeholder "tk": desk */} came.\n',
        '[//]: # (factcheck-ignore P301 "TK": desk \\(first floor\\))\n\nThe mayor, TK, came.\n',
        "The tide fell.\n\n[//]: # 'factcheck-ignore P301: desk'\n\nThe mayor, TK, came.\n",
        "<!-- factcheck-disable P: form -->\n\nThe mayor, TK, came.\n\n<!-- factcheck-enable P -->\n",
        "<!-- factcheck-disable: form -->\n\nThe mayor, TK, came.\n",
        "The mayor, TK, came.\n\n<!-- factcheck-disable-file P301: form -->\n",
        '<!-- factcheck-ignore-until 2026-05-21 P301 "TK": desk -->\n\nThe mayor, TK, came.\n',
    ],
)
def test_the_finding_is_silent_and_its_reason_kept(text: str) -> None:
    report = checked(text)
    assert told(report) == []
    (silenced,) = report.silenced
    assert silenced.by is Silencer.SUPPRESSION
    assert silenced.finding.rule == "P301"
    assert silenced.reason.startswith(("desk", "form"))


@pytest.mark.parametrize(
    "text",
    [
        '{/* factcheck-ignore P301 "TK": desk */}\n\nThe mayor, TK, came.\n',
        'import {Chart} from "./chart"\n\n{/* factcheck-ignore P301: desk */}\nThe mayor, TK, saw {count} boats.\n',
        'The mayor, TK, {/* factcheck-ignore P301 "TK": desk */} came.\n',
        "{/* factcheck-disable P: form */}\n\n<Note>\n\nThe mayor, TK, came.\n\n</Note>\n",
    ],
)
def test_comments_of_mdx_are_heard_in_mdx(text: str) -> None:
    report = checked(text, name="a.mdx")
    assert told(report) == []
    assert [one.by for one in report.silenced] == [Silencer.SUPPRESSION]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            '<!-- factcheck-ignore P301 "XX": a -->\n\nThe mayor, TK, came. The storm sank some XX boats.\n',
            [("P301", "TK")],
        ),
        (f"{IGNORE}\n\nThe mayor, TK, came.\n\nThe judge, TK, left.\n", [("P301", "TK")]),
        ("<!-- factcheck-disable P: a -->\n\nTK\n\n<!-- factcheck-enable P -->\n\nA TK here.\n", [("P301", "TK")]),
        (
            "<!-- factcheck-disable P, D: a -->\n\nThe TK.\n\n<!-- factcheck-enable P -->\n\n"
            "A TK on Tuesday, 5 March 2025.\n",
            [("P301", "TK")],
        ),
        ("```\n" + IGNORE + "\n```\n\nThe mayor, TK, came.\n", [("P301", "TK")]),
        (f"`{IGNORE}` The mayor, TK, came.\n", [("P301", "TK")]),
        (f"    {IGNORE}\n\nThe mayor, TK, came.\n", [("P301", "TK")]),
    ],
)
def test_no_more_than_what_is_meant_is_silent(text: str, found: list[tuple[str, str]]) -> None:
    assert told(checked(text)) == found


def test_ignoring_suppressions_reports_all() -> None:
    report = checked(f"{IGNORE}\n\nThe mayor, TK, came.\n", suppressions=False)
    assert told(report) == [("P301", "TK")]
    assert report.silenced == () == report.suppressions


def test_a_day_that_is_over_silences_nothing_any_more() -> None:
    text = '<!-- factcheck-ignore-until 2026-05-21 P301 "TK": desk -->\n\nThe mayor, TK, came.\n'
    assert [rule for rule, _ in told(checked(text, date(2026, 5, 22)))] == ["S903", "P301"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor came. <!-- factcheck-ignore P3O1: a -->\n", "is P301 placeholder meant"),
        ("The mayor came.\n[//]: # (factcheck-ignore P301: a)\n", "shown to readers"),
        ("[//]: # (factcheck-ignore P301: a (b))\n\nThe mayor came.\n", "shown to readers"),
        ("<!-- factcheck-ignore P301: a\n\nThe mayor came.\n", "does not end"),
        ("{/* factcheck-ignore P301: a\n\nThe mayor came.\n", "shown to readers"),
        ("The mayor came. <!-- factcheck-enable P301 -->\n", "P301 is disabled here"),
    ],
)
def test_what_cannot_be_understood_is_reported(text: str, words: str) -> None:
    article = text if text.startswith("The") else f"Tides.\n\n{text}"
    (finding,) = checked(article).findings
    assert finding.rule == "S905"
    assert words in finding.label


def test_a_suppression_of_rules_that_did_not_run_is_not_called_unused() -> None:
    report = checked('The mayor came. <!-- factcheck-ignore C502 "mayor": seen -->\n')
    assert [s.state for s in report.suppressions] == [SuppressionState.NOT_JUDGED]
    assert told(report) == []


def test_a_value_is_found_at_whole_numbers_only() -> None:
    text = 'The storm sank some XX boats. <!-- factcheck-ignore P301 "X": a -->\n'
    assert [rule for rule, _ in told(checked(text))] == ["P301", "S901"]


WORDS = st.sampled_from(["The mayor, TK, came.", "The storm sank some XX boats.", "Boats lay idle."])
COMMENTS = st.sampled_from(
    [IGNORE, "<!-- factcheck-disable P301: a -->", "{/* factcheck-enable P301 */}", "<!-- b -->"]
)


@given(st.lists(WORDS | COMMENTS, max_size=8).map("\n\n".join))
def test_findings_are_never_lost(body: str) -> None:
    text = f"Start.\n\n{body}\n"
    report = checked(text)
    all_of_them = {f.span for f in checked(text, suppressions=False).findings}
    kept = {f.span for f in report.findings if f.rule == "P301"} | {s.finding.span for s in report.silenced}
    assert kept == all_of_them


def test_suppressing_twice_changes_nothing() -> None:
    rules = {id: rule.name for id, rule in registry().items()}
    plain = apply(CHECKER.run([document("The TK.", "a.md")], []), nli=False)
    once = suppress(plain, rules, active=rules, today=TODAY)
    assert suppress(once, rules, active=rules, today=TODAY) == once


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("One.\n\n<!-- c -->\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("<!-- c -->\r\n \r\nOne.\r\n", "One.\r\n"),
        ("One.\r\n<!-- c -->\r\nTwo.\r\n", "One.\r\n\r\nTwo.\r\n"),
        ("One <!-- c --> two.\n", "One two.\n"),
        ("One. <!-- c -->\nTwo.\n", "One.\nTwo.\n"),
        ("<!-- c --> One.\n", "One.\n"),
        ("One<!-- c -->two", "Onetwo"),
        ("One.\n<!-- c -->", "One.\n"),
    ],
)
def test_a_comment_goes_with_the_blanks_it_needed(before: str, after: str) -> None:
    start = before.index("<!--")
    assert tidied(before, [Span(start, before.index("-->") + 3)]) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [("A.\n<!-- c -->\n<!-- c -->\nB.\n", "A.\n\nB.\n"), ("A.\n\n<!-- c -->\n\n<!-- c -->\n\nB.\n", "A.\n\nB.\n")],
)
def test_comments_beside_each_other_go_as_one(before: str, after: str) -> None:
    assert tidied(before, [Span(*match.span()) for match in re.finditer("<!-- c -->", before)]) == after


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_only_unused_and_expired_comments_leave_the_file(tmp_path: Path, codec: str) -> None:
    article = tmp_path / "a.md"
    kept = "Zoë, TK. <!-- factcheck-ignore P301: desk -->\r\n\r\n<!-- note -->\n\nNext.\n"
    gone = '<!-- factcheck-ignore D202: none -->\r\n<!-- factcheck-ignore-until 2020-01-01 P301 "TK": a -->\r\n'
    article.write_bytes(("Start.\r\n\r\n" + gone + "\r\n" + kept).encode(codec))
    assert fix(CHECKER.run([read_document(str(article))], [], today=TODAY)) == {str(article): 2}
    assert article.read_bytes() == ("Start.\r\n\r\n" + kept).encode(codec)
    assert fix(CHECKER.run([read_document(str(article))], [], today=TODAY)) == {}


def test_what_ends_an_unused_range_goes_with_it(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    text = "A.\n\n<!-- factcheck-disable D202: a -->\n\nB.\n\n<!-- factcheck-enable D202 -->\n"
    article.write_text(text, encoding="utf-8")
    fix(CHECKER.run([read_document(str(article))], [], today=TODAY))
    assert article.read_text(encoding="utf-8") == "A.\n\nB.\n\n"
