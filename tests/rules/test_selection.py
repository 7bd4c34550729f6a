"""Which rules are applied, and how severe they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.document import Span
from factcheck.report import Finding, Level, Report, Silencer
from factcheck.rules import apply, registry
from factcheck.rules.cq import let_stand
from factcheck.rules.selection import Choice, Selection, UnknownRuleError, resolved
from tests.reports import ARTICLE, CONTRADICTED, claim, document, report, verdict


def chosen(*choices: Choice) -> set[str]:
    return {rule.id for rule in Selection(choices).rules(registry().values())}


ALL = set(registry())


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ((), ALL),
        ((Choice(select=("N1",)),), {id for id in ALL if id[0] == "N"}),
        ((Choice(select=("n101", "relative-date")),), {"N101", "D203"}),
        ((Choice(ignore=("N",)),), {id for id in ALL if id[0] != "N"}),
        ((Choice(select=("N101",), ignore=("N",)),), {"N101"}),
        ((Choice(select=("N",), ignore=("N101",)),), {id for id in ALL if id[0] == "N"} - {"N101"}),
        ((Choice(select=("N101",), ignore=("N101",)),), set()),
        ((Choice(select=("D",), extend=("R601",)),), {"D201", "D202", "D203", "R601"}),
        ((Choice(ignore=("N102",)), Choice(ignore=("N101",))), ALL - {"N101", "N102"}),
        ((Choice(ignore=("N102",)), Choice(select=("N",))), {id for id in ALL if id[0] == "N"}),
        ((Choice(select=("N",)), Choice(extend=("R",))), {id for id in ALL if id[0] in "NR"}),
        ((Choice(select=("ALL",), ignore=("number-hedge",)),), ALL - {"N107"}),
    ],
)
def test_the_longest_selector_decides_and_the_command_line_comes_last(
    choices: tuple[Choice, ...], expected: set[str]
) -> None:
    assert chosen(*choices) == expected


@pytest.mark.parametrize(
    ("selector", "said"),
    [
        ("N901", "did you mean 'S901'?"),
        ("number-hege", "did you mean 'number-hedge'?"),
        ("", "factcheck rule --all"),
        ("Z", "factcheck rule --all"),
    ],
)
def test_a_selector_that_fits_no_rule(selector: str, said: str) -> None:
    with pytest.raises(UnknownRuleError, match=r"no rule is called") as refused:
        resolved(selector)
    assert said in str(refused.value)


def test_findings_have_the_level_that_was_asked_for() -> None:
    levels = (("N", Level.NOTE), ("N102", Level.WARNING), ("claim-unverified", Level.ERROR))
    found = apply(report(), nli=True, selection=Selection(levels=levels)).findings
    assert {f.rule: f.level.value for f in found} == {
        "N101": "note",
        "D201": "error",
        "C502": "error",
        "C501": "error",
        "N102": "warning",
    }


def test_the_level_that_was_asked_for_holds_for_what_is_unsure_too() -> None:
    words = "The strike planned for May went ahead"
    unsure = report(claim(5, f"{words}.", words, verdict(CONTRADICTED, confidence=0.5)))
    assert [f.level for f in apply(unsure, nli=True).findings] == [Level.WARNING]
    chosen = Selection(levels=(("C501", Level.ERROR),))
    assert [f.level for f in apply(unsure, nli=True, selection=chosen).findings] == [Level.ERROR]


def test_rules_are_ignored_in_some_articles() -> None:
    ignored = ((lambda path: path == "ferries.md", ("N101", "D")),)
    found = apply(report(), nli=True, selection=Selection(ignored_in=ignored)).findings
    assert {f.rule for f in found} == {"C501", "C502", "N102"}


def test_tk_is_a_placeholder_unless_it_is_none() -> None:
    text = "The mayor, TK, opened 4 lines for $XX million [TK].\n"
    checked = replace(report(), documents=(document(text, "a.md"),), claims=())
    spans = {tk: [f.span.of(text) for f in apply(checked, nli=True, tk=tk).findings] for tk in (True, False)}
    assert spans == {True: ["TK", "$XX million", "[TK]"], False: ["$XX million"]}


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("rose 12 percent to", "rose 12 percent CQ to", {"D201", "N102"}),
        ("rose 12 percent to", "rose 12 percent (CQ) to", {"D201", "N102"}),
        ("on 2 May.", "on 2 May [CQ].", {"N101", "N102"}),
        ("cost 300,000 euros.", "cost 300,000 euros. CQ", {"N101", "D201"}),
        ("rose 12 percent to", "rose 12 percent CQRS to", {"N101", "D201", "N102"}),
    ],
)
def test_what_cq_follows_stands(old: str, new: str, left: set[str]) -> None:
    text = ARTICLE.replace(old, new)
    places = {"N101": "12 percent", "D201": "on 2 May", "N102": "300,000 euros"}
    found = []
    for rule, words in places.items():
        start = text.index(words)
        found.append(Finding(rule, rule, Level.ERROR, 0, Span(start, start + len(words)), None, "x"))
    checked = let_stand(Report((document(text, "a.md"),), findings=tuple(found)))
    assert {finding.rule for finding in checked.findings} == left
    assert {one.by for one in checked.silenced} <= {Silencer.SUPPRESSION}
    assert len(checked.findings) + len(checked.silenced) == 3
